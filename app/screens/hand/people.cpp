// Boards on a phone, where the whole would be too small to read or to tap: the Map as a list by ring, and one person with the
// ties they have; cards zone by zone. See pages.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/cards/paint_board.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/hand/pages.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/insights/story.h"
#include "core/workshop/check.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

constexpr float row_height = 56, sign = 14;
constexpr std::array<Ring, 4> rings{Ring::team, Ring::internal, Ring::external, Ring::regulator};

// A row with the person's own sign; true: it was tapped.
bool draw_person_row(const Frame& frame, HandPage& page, const Stakeholder& person, std::string_view under, bool stance) {
  const Box box = box_at(page.left(), page.y, page.width(), row_height);
  ImGui::PushID(static_cast<int>(page.y + page.scroll().top()));
  const bool tapped = tap_area(frame, (person.name + "##person" + std::to_string(person.id.value)).c_str(), box);
  describe_item(frame, {.value = under});
  page.scroll().follow_focus(box);
  if (ImGui::IsItemActive()) frame.painter.fill_box(box, radius::control, frame.theme.bg.sunken);
  NodeLook look;
  look.radius = sign;
  look.kind = person.kind;
  look.stance = person.stance;
  look.show_stance = stance;
  look.ground = frame.theme.bg.paper;
  paint_node(frame.painter, frame.theme, {box.min.x + 24, box.center().y}, look);
  const float x = box.min.x + 52, room = box.width() - 60;
  page.write({x, box.center().y - (under.empty() ? 0.0F : 11.0F)}, person.name, {page.look.card, frame.theme.ink.primary, Align::left, Anchor::middle}, room, 1);
  if (!under.empty()) page.write({x, box.center().y + 12}, under, {page.look.caption, frame.theme.ink.tertiary, Align::left, Anchor::middle}, room, 1);
  draw_focus_ring(frame, box, radius::control);
  ImGui::PopID();
  page.y += row_height + touch::gap;
  return tapped;
}

std::string tie_words(const Tie& tie, bool outgoing) {
  switch (tie.kind) {
    case TieKind::influences: return outgoing ? "is influenced" : "influences";
    case TieKind::reports_to: return outgoing ? "is the boss" : "reports here";
    case TieKind::trusts: return outgoing ? "is trusted" : "trusts";
    case TieKind::supports: return outgoing ? "is supported" : "supports";
    case TieKind::conflicts_with: return "is in conflict";
  }
  return {};
}

void draw_one(const Frame& frame, const Workshop& workshop, const Stakeholder& person, HandPage& page, ParticipantUi& ui, Commands& commands) {
  const Layers layers = open_layers(workshop);
  const Box back = box_at(page.left(), page.y, std::min(page.width(), 160.0F), touch::min_target);
  if (hand_button(frame, "All people", back, {ButtonKind::secondary})) {
    ui.person = {};
    ui.scroll = {};
  }
  page.scroll().follow_focus(back);
  page.y = back.max.y + 16;
  page.say_heading(person.name, page.look.title, frame.theme.ink.primary, 2);
  const std::string more = person.role + (person.role.empty() || person.organisation.empty() ? "" : ", ") + person.organisation;
  if (!more.empty()) page.say(more, page.look.body, frame.theme.ink.secondary);
  page.y += 18;
  bool any = false;
  for (const Tie& tie : workshop.ties) {
    if (!(tie.from == person.id) && !(tie.to == person.id)) continue;
    if (hidden(layers, tie)) continue;
    const bool outgoing = tie.from == person.id;
    const Stakeholder* other = find(workshop, outgoing ? tie.to : tie.from);
    if (other == nullptr) continue;
    if (!any) page.say_heading("Ties", page.look.label_strong, frame.theme.ink.secondary, 3);
    any = true;
    const ReadTogether list(frame, "Ties");
    if (draw_person_row(frame, page, *other, tie_words(tie, outgoing), layers.stance)) {
      ui.person = other->id;
      ui.scroll = {};
      return;
    }
  }
  if (!any) page.say("No ties yet.", page.look.body, frame.theme.ink.secondary);
  page.y += 16;
  if (!writes(frame) || check_one(workshop, frame.me, RemoveItems{{person.id}, {}, {}})) return;
  const Box remove = box_at(page.left(), page.y, std::min(page.width(), 200.0F), touch::min_target);
  if (hand_button(frame, "Remove", remove, {ButtonKind::quiet, Icon::trash})) commands.add(RemoveItems{{person.id}, {}, {}});
  describe_item(frame, {.name = "Remove " + person.name});
  page.scroll().follow_focus(remove);
  page.y = remove.max.y;
}

// True: it was tapped by somebody who may write.
bool draw_card(const Frame& frame, HandPage& page, const Card& card) {
  constexpr float padding = 14;
  const float room = page.width() - 2 * padding;
  const auto lines = static_cast<float>(wrap_label(frame.painter, card.text, page.look.card, room).size());
  const Box box = box_at(page.left(), page.y, page.width(), std::max(touch::min_target, lines * page.look.card.line + 2 * padding));
  if (!writes(frame)) describe(frame, "card " + std::to_string(card.id.value), box, {.role = ItemRole::text, .name = card.text});
  const bool tapped = writes(frame) && tap_area(frame, (card.text + "##card" + std::to_string(card.id.value)).c_str(), box);
  if (writes(frame)) page.scroll().follow_focus(box);
  draw_elevation(frame.painter, frame.theme, box, radius::card, frame.theme.shadow_rest);
  frame.painter.fill_box(box, radius::card, card_color(frame.theme, card.colour));
  page.write({box.min.x + padding, box.min.y + padding}, card.text, {page.look.card, frame.theme.card.ink}, room);
  if (writes(frame)) draw_focus_ring(frame, box, radius::card);
  page.y = box.max.y + page.look.gap;
  return tapped;
}

bool draw_add_card(const Frame& frame, HandPage& page, const Board& board, std::size_t zone) {
  const std::string where = zone < board.zones.size() ? board.zones[zone].name : board.title;
  const Box box = box_at(page.left(), page.y, std::min(page.width(), 200.0F), touch::min_target);
  const bool tapped = hand_button(frame, ("Add a card##" + where + std::to_string(zone)).c_str(), box, {ButtonKind::soft, Icon::plus});
  if (zone < board.zones.size()) describe_item(frame, {.name = "Add a card to " + where});
  page.scroll().follow_focus(box);
  page.y = box.max.y + page.look.gap;
  return tapped;
}

}  // namespace

std::string_view ring_name(Ring ring) {
  switch (ring) {
    case Ring::team: return "Team";
    case Ring::internal: return "Internal";
    case Ring::external: return "External";
    case Ring::regulator: return "Regulators";
  }
  return {};
}

StakeholderId draw_rings(const Frame& frame, const Workshop& workshop, HandPage& page, StakeholderId but) {
  const Layers layers = open_layers(workshop);
  StakeholderId tapped;
  for (const Ring ring : rings) {
    bool any = false;
    for (const Stakeholder& person : workshop.stakeholders) {
      if (person.ring != ring || person.id == but) continue;
      if (!any) page.say_heading(ring_name(ring), page.look.label_strong, frame.theme.ink.secondary, 2);
      if (!any) page.y += 6;
      any = true;
      const ReadTogether list(frame, ring_name(ring));
      if (draw_person_row(frame, page, person, person.role, layers.stance)) tapped = person.id;
    }
    if (any) page.y += 10;
  }
  return tapped;
}

void draw_card_list(const Frame& frame, const Workshop& workshop, const Board& board, HandPage& page, ParticipantUi& ui) {
  const std::size_t zones = std::max<std::size_t>(1, board.zones.size());
  for (std::size_t zone = 0; zone < zones; ++zone) {
    if (zone < board.zones.size()) page.say_heading(board.zones[zone].name, page.look.label_strong, frame.theme.ink.secondary, 2);
    page.y += 6;
    bool any = false;
    for (const Card& card : workshop.cards) {
      if (!(card.board == board.id) || card.zone != zone) continue;
      const ReadTogether list(frame, zone < board.zones.size() ? board.zones[zone].name : board.title);
      if (draw_card(frame, page, card)) begin_form(ui, board, {HandForm::What::card, true, card.text, Ring::internal, card.id, card.zone, {}, {}, card.text});
      any = true;
    }
    if (!any) page.say("No cards yet.", page.look.label, frame.theme.ink.tertiary);
    if (writes(frame) && draw_add_card(frame, page, board, zone)) begin_form(ui, board, {HandForm::What::card, true, {}, Ring::internal, {}, static_cast<std::uint16_t>(zone), {}});
    page.y += 12;
  }
}

void draw_people(const Frame& frame, const Workshop& workshop, HandPage& page, ParticipantUi& ui, Commands& commands) {
  const Stakeholder* person = find(workshop, ui.person);
  if (person != nullptr) draw_one(frame, workshop, *person, page, ui, commands);
  else if (workshop.stakeholders.empty()) page.say("Nobody is on the map yet.", page.look.body, frame.theme.ink.secondary);
  else if (const StakeholderId tapped = draw_rings(frame, workshop, page, {})) {
    ui.person = tapped;
    ui.scroll = {};
  }
}

}  // namespace standpoint
