// The offer, and the question as a panel over the map. See same_person.h.
#include "app/boards/map/same_person.h"

#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>

#include "app/boards/map/parts.h"
#include "app/paint/elevation.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

constexpr float same_width = 460, same_row = 72, same_gap = space::s2;
constexpr const char* what_goes_along = "Ties, places, dots and notes of both go on together. Undo makes them two again.";

std::size_t ties_of(const Workshop& workshop, StakeholderId id) {
  return static_cast<std::size_t>(std::count_if(workshop.ties.begin(), workshop.ties.end(), [&](const Tie& tie) { return tie.from == id || tie.to == id; }));
}

// "3 ties · Head of Stores, Northwind": what tells the two apart.
std::string told_apart(const Workshop& workshop, const Stakeholder& who) {
  Workshop seen;
  seen.ties = workshop.ties;
  hide_closed_layers(seen, layers_for_facilitators(workshop));
  const std::size_t ties = ties_of(seen, who.id);
  const std::string what = who.role + (who.role.empty() || who.organisation.empty() ? "" : ", ") + who.organisation;
  return (ties == 0 ? "No ties" : ties == 1 ? "1 tie" : std::to_string(ties) + " ties") + (what.empty() ? "" : " · ") + what;
}

// True: it was tapped.
bool person_choice(const Frame& frame, const Workshop& workshop, const Stakeholder& who, Box box, bool chosen) {
  ImGui::PushID(chosen ? "stays" : "goes");
  const bool tapped = tap_area(frame, (who.name + "##same").c_str(), box);
  const std::string words = told_apart(workshop, who);
  describe_item(frame, {.value = words, .selected = chosen});
  const Theme& theme = frame.theme;
  frame.painter.fill_box(box, radius::control, chosen ? theme.accent.soft : theme.bg.sunken.with_alpha(ImGui::IsItemHovered() ? 1.0F : 0.0F));
  frame.painter.stroke_box(box, radius::control, {chosen ? theme.accent.base : theme.line.soft, line_width::regular});
  NodeLook look;
  look.radius = 16;
  look.kind = who.kind;
  look.show_stance = false;
  look.ground = chosen ? theme.accent.soft : theme.bg.surface;
  paint_node(frame.painter, theme, {box.min.x + 36, box.center().y}, look);
  const float x = box.min.x + 72, room = box.width() - 72 - 56;
  draw_label(frame.painter, {x, box.center().y - 12}, who.name, {desk_type::body_strong, theme.ink.primary, Align::left, Anchor::middle}, room);
  draw_label(frame.painter, {x, box.center().y + 15}, words, {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle}, room);
  if (chosen) frame.painter.icon({box.max.x - 30, box.center().y}, Icon::check, Face::icon_bold, 22, theme.accent.ink);
  draw_focus_ring(frame, box, radius::control);
  ImGui::PopID();
  return tapped;
}

void draw_offer_of_two(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui) {
  if (!offers_same_person(outer, map, ui)) return;
  const Frame frame = outer.desk();
  const Box box = outer.on_desk(same_person_box(outer, map, ui));
  draw_panel(frame, box.grown(space::s1));
  if (button(frame, "Same person", box, {ButtonKind::quiet, Icon::users})) ask_same_person(workshop, ui.selected[0], ui.selected[1], ui);
}

void draw_question(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  const Stakeholder *kept = find(workshop, ui.same.kept), *gone = find(workshop, ui.same.gone);
  if (kept == nullptr || gone == nullptr || !map.editable) {
    ui.same = {};
    return;
  }
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "same person");
  const Frame& frame = entrance.frame();
  const Theme& theme = frame.theme;
  const float edge = space::s6, wide = std::min(same_width, frame.area.width()), inside = wide - 2 * edge;
  const float told = static_cast<float>(wrap_label(frame.painter, what_goes_along, desk_type::small_body, inside).size()) * desk_type::small_body.line;
  const float high = edge + 34 + 34 + 2 * (same_row + same_gap) + space::s2 + told + space::s5 + control::button_height + edge;
  const Vec middle = outer.on_desk(map.board.center());
  const float x = std::clamp(middle.x - wide / 2, frame.area.min.x, std::max(frame.area.min.x, frame.area.max.x - wide));
  const float y = std::clamp(middle.y - high / 2, frame.area.min.y, std::max(frame.area.min.y, frame.area.max.y - high));
  const Box box = box_at(x, y, wide, high);
  cover(frame, "##same ground", box);
  draw_elevation(frame.painter, theme, box, radius::panel, theme.shadow_raised);
  frame.painter.fill_box(box, radius::panel, theme.bg.surface);
  Vec at = box.min + Vec{edge, edge};
  draw_label(frame.painter, at + Vec{0, 14}, "One person, added twice", {desk_type::heading, theme.ink.primary, Align::left, Anchor::middle}, inside);
  at.y += 34;
  draw_label(frame.painter, at + Vec{0, 14}, "Which name stays?", {desk_type::label_strong, theme.ink.secondary, Align::left, Anchor::middle}, inside);
  at.y += 34;
  // In an order of their own, so that none moves under the finger that chooses.
  const StakeholderId stays = ui.same.kept;
  for (const Stakeholder* who : kept->id < gone->id ? std::array{kept, gone} : std::array{gone, kept}) {
    ImGui::PushID(static_cast<int>(who->id.value & 0xFFFFFFFFU));
    if (person_choice(frame, workshop, *who, box_at(at.x, at.y, inside, same_row), who->id == stays) && who->id != stays) std::swap(ui.same.kept, ui.same.gone);
    ImGui::PopID();
    at.y += same_row + same_gap;
  }
  at.y += space::s2;
  at.y += draw_wrapped_label(frame.painter, at, what_goes_along, {desk_type::small_body, theme.ink.secondary}, inside) + space::s5;
  const float half = (inside - touch::gap) / 2;
  if (button(frame, "Cancel##same", box_at(at.x, at.y, half, control::button_height), {ButtonKind::secondary})) {
    ui.same = {};
    return;
  }
  const bool begins = std::exchange(ui.same.take_keyboard, false);  // by the Enter, perhaps, that a name was typed with
  if (begins) ImGui::SetKeyboardFocusHere();
  const bool enter = !begins && !ImGui::GetIO().NavVisible && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
  if (!button(frame, "Make one##same", box_at(box.max.x - edge - half, at.y, half, control::button_height), {ButtonKind::primary}) && !enter) return;
  const MergeStakeholders merge{ui.same.kept, ui.same.gone};
  ui.same = {};
  select_only(ui, merge.kept);
  ui.take_keyboard = merge.kept;
  commands.add(merge);
}

}  // namespace

void ask_same_person(const Workshop& workshop, StakeholderId one, StakeholderId other, MapUi& ui) {
  const auto rank = [&](StakeholderId id) {
    const Stakeholder* const who = find(workshop, id);
    return std::pair(ties_of(workshop, id), who != nullptr && who->placed);
  };
  ui.same = {one, other, true};
  if (rank(other) > rank(one)) std::swap(ui.same.kept, ui.same.gone);
  ui.naming = {};
  ui.inspector.open = false;
}

float one_person_row_height(const Frame& frame, const MapFrame& map) {
  return map.editable && frame.role == Role::facilitator && !frame.read_only ? control::button_height + space::s4 : 0;
}

void draw_one_person_row(const Frame& frame, const Workshop& workshop, Box row, MapUi& ui) {
  if (!button(frame, "Same person##tie", row, {ButtonKind::quiet, Icon::users})) return;
  ask_same_person(workshop, ui.tying.from, ui.tying.to, ui);
  end_tie(ui);
}

void draw_same_person(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (ui.same.kept) draw_question(frame, workshop, map, ui, commands);
  else draw_offer_of_two(frame, workshop, map, ui);
}

}  // namespace standpoint
