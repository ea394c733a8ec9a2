// What follows from what was just done on the map: an offer to go on, and what came of a pasted list. Called by screen.cpp.
#include <algorithm>

#include <imgui.h>

#include "app/boards/map/inspector_parts.h"
#include "app/boards/map/parts.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "core/boards/kinds.h"
#include "core/exchange/pasted.h"
#include "core/insights/story.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

constexpr float offer_width = 720, report_width = 640, report_pad = space::s5, report_row = 24;
constexpr std::size_t rows_named = 8;  // of a pasted list; the others are counted

MapOffer offer_of(const Workshop& workshop, const Action& action, double seconds) {
  if (const auto* added = std::get_if<AddTie>(&action); added != nullptr && hidden(layers_for_facilitators(workshop), added->tie))
    return {MapOffer::Kind::show_conflicts, {}, seconds};
  const auto* move = std::get_if<MoveStakeholders>(&action);
  if (move == nullptr || move->moves.size() != 1) return {};
  const StakeholderMove& moved = move->moves.front();
  const Stakeholder* who = find(workshop, moved.stakeholder);
  if (who == nullptr || who->ring == moved.ring || fits(who->kind, moved.ring)) return {};
  return {MapOffer::Kind::fit_kind, who->id, seconds};
}

void take_kind(const Stakeholder& who, Commands& commands) {
  ChangeStakeholder change{who.id};
  change.kind = kind_for(who.ring);
  commands.add(std::move(change));
}

void take_conflicts(const Activity& staged, Commands& commands) {
  Action change = ChangeActivity{staged.id};
  std::get<ChangeActivity>(change).show_conflicts = true;
  commands.add(std::move(change));
}

}  // namespace

// The next action ends the focus and the last offer, whatever it is.
void note_actions(const Frame& frame, const Workshop& workshop, std::span<const Commands::Requested> actions, MapUi& ui) {
  if (actions.empty()) return;
  ui.focused = {};
  ui.offer = {};
  if (frame.role != Role::facilitator) return;
  for (const Commands::Requested& requested : actions)
    if (const MapOffer offer = offer_of(workshop, requested.action, frame.seconds); offer.kind != MapOffer::Kind::none) ui.offer = offer;
}

void draw_offer(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const Box board = outer.on_desk(map.board);
  const Stakeholder* who = find(workshop, ui.offer.who);
  const Activity* staged = find(workshop, workshop.stage.activity);
  const bool stands = ui.offer.kind == MapOffer::Kind::show_conflicts ? staged != nullptr && !staged->show_conflicts : who != nullptr && !fits(who->kind, who->ring);
  const double until = ui.offer.since + motion::undo_stay / 1000.0;
  if (ui.offer.kind == MapOffer::Kind::none || frame.seconds >= until) {
    ui.offer = {};
    return;
  }
  commands.ask(WakeAt{until});
  if (!stands) return;  // the room has not answered yet, or somebody else did it
  const float half = std::min(offer_width, board.width()) / 2;
  const Box top = box_around({board.center().x, frame.area.min.y + control::banner_height / 2}, half, control::banner_height / 2);
  // Not over whom it is about.
  const std::size_t node = index_in(map.shown, ui.offer.who);
  const bool covers = node != SIZE_MAX && top.grown(2 * space::s6).contains(outer.on_desk(map.scene.nodes[node].center));
  const float down = covers ? board.height() - control::banner_height - 2 * space::s6 : 0;
  const Box box{top.min + Vec{0, down}, top.max + Vec{0, down}};
  cover(frame, "##offer ground", box);
  if (ui.offer.kind == MapOffer::Kind::show_conflicts) {
    if (draw_banner(frame, box, "Drawn. The room does not see conflicts.", Tone::accent, Icon::eye_slash, "Show to the room")) take_conflicts(*staged, commands);
    return;
  }
  const std::string kind(words(kind_for(who->ring)));
  if (draw_banner(frame, box, who->name + " is now in the ring " + std::string(words(who->ring)) + ".", Tone::accent, Icon::swap, ("Make the kind " + kind + "##offer").c_str()))
    take_kind(*who, commands);
}

void paste_people(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands) {
  const char* text = ImGui::GetClipboardText();
  if (text == nullptr) return;
  // Cells of a spreadsheet are looked at first; a list of names is added as it is.
  if (frame.role == Role::facilitator && std::string_view(text).find('\t') != std::string_view::npos) return commands.ask(ImportTable{text});
  Pasted pasted = import_pasted(workshop, frame.me, text);
  ui.pasted = {pasted.stakeholders, {}};
  for (const RefusedLine& refused : pasted.refused) ui.pasted.refused.push_back("Row " + std::to_string(refused.line) + ": " + refused.sentence);
  for (Action& action : pasted.actions) commands.add(std::move(action));
}

// Nothing was refused: what was added is seen.
void draw_paste_report(const Frame& outer, const MapFrame& map, MapUi& ui) {
  const std::vector<std::string>& refused = ui.pasted.refused;
  if (refused.empty()) return;
  const Frame desk = outer.desk();
  const Box board = outer.on_desk(map.board);
  const Entrance entrance(desk, "pasted");
  const Frame& frame = entrance.frame();
  const std::size_t shown = std::min(refused.size(), rows_named);
  const bool more = refused.size() > shown;
  const float lines = static_cast<float>(shown + (more ? 1 : 0));
  const float width = std::min(report_width, board.width());
  const Box box = box_at(board.center().x - width / 2, frame.area.min.y, width, report_pad * 2 + touch::min_target + lines * report_row + space::s2);
  cover(frame, "##pasted ground", box);
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_raised);
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
  const std::size_t all = static_cast<std::size_t>(ui.pasted.added) + refused.size();
  const float x = box.min.x + report_pad;
  float y = box.min.y + report_pad + touch::min_target / 2;
  draw_label(frame.painter, {x, y}, std::to_string(ui.pasted.added) + " of " + std::to_string(all) + (all == 1 ? " row was added" : " rows were added"),
             {desk_type::body_strong, frame.theme.ink.primary, Align::left, Anchor::middle}, box.width() - 2 * report_pad - touch::min_target);
  const bool shut = icon_button(frame, "Close##pasted", box_at(box.max.x - space::s3 - touch::min_target, y - touch::min_target / 2, touch::min_target, touch::min_target),
                                Icon::x, {ButtonKind::quiet});
  y += touch::min_target / 2 + report_row / 2;
  const TextLook look{desk_type::detail, frame.theme.ink.secondary, Align::left, Anchor::middle};
  for (std::size_t i = 0; i < shown; ++i, y += report_row) draw_label(frame.painter, {x, y}, refused[i], look, box.width() - 2 * report_pad);
  if (more) draw_label(frame.painter, {x, y}, "And " + std::to_string(refused.size() - shown) + " more", look);
  if (shut) ui.pasted = {};
}

}  // namespace standpoint
