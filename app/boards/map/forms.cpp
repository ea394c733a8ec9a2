// Questions that stand on the map: the name of somebody new, the kind of a new tie, and what to do with an empty map.
// Called by screen.cpp. Each one is a draft in the MapUi and ends in one action.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/map/parts.h"
#include "app/boards/map/same_person.h"
#include "app/boards/same_name.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "app/widgets/semantics.h"
#include "core/insights/story.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

constexpr float side_of_close = touch::min_target, name_width = 340, question_width = 372, question_height = 446;

std::string trimmed_name(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

void take_name(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands) {
  const std::string name = trimmed_name(ui.naming.text);
  if (name.empty()) return;
  if (const Stakeholder* old = find(workshop, ui.naming.renames)) {
    Stakeholder changed = *old;
    changed.name = name;
    commands.change(change_of(*old, changed));
    return;
  }
  Stakeholder added;
  added.id = mint<StakeholderId>(frame.me, next_nth(workshop, frame.me));
  added.name = name;
  if (ui.naming.at) {
    added.placed = true;
    added.at = *ui.naming.at;
    added.ring = ring_at(added.at);
  }
  commands.add(AddStakeholder{added});
  select_only(ui, added.id);
}

// At the person who is renamed, at the place that was tapped, else over the middle of the map.
Vec name_place(const MapFrame& map, const MapUi& ui) {
  if (const std::size_t i = index_in(map.shown, ui.naming.renames); i != SIZE_MAX)
    return map.scene.nodes[i].center + Vec{0, map.scene.nodes[i].half.y + 14 + control::field_height / 2};
  if (ui.naming.at) return on_screen(map.look.view, map_from_board(*ui.naming.at));
  return {map.board.center().x, map.board.min.y + map.board.height() * 0.18F};
}

void ask_kind(const Frame& frame, const Workshop& workshop, Box box, MapUi& ui, Commands& commands) {
  const bool keyboard = ui.tying.take_keyboard && ui.tying.by_keyboard;
  ui.tying.take_keyboard = false;
  const Vec rows{box.min.x + 12, box.min.y + 152};
  const std::optional<TieKind> kind = tie_kind_rows(frame, rows, box.width() - 24, std::nullopt, keyboard);
  if (!kind) return;
  Tie tie;
  tie.id = mint<TieId>(frame.me, next_nth(workshop, frame.me));
  tie.from = ui.tying.from;
  tie.to = ui.tying.to;
  tie.kind = *kind;
  tie.strength = static_cast<std::uint8_t>(ui.tying.strength);
  commands.add(AddTie{tie});
  ui.take_keyboard = ui.tying.from;
  end_tie(ui);
}

// A list that is pasted where a name is asked for is a list all the same: one line of it would be nobody's name.
bool takes_list(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands) {
  if (ui.naming.renames || !ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_V)) return false;
  const char* const pasted = ImGui::GetClipboardText();
  if (pasted == nullptr || trimmed_name(pasted).find_first_of("\t\r\n") == std::string::npos) return false;
  ui.naming = {};
  paste_people(frame, workshop, ui, commands);
  return true;
}

// Of somebody who is renamed there is only something to offer to whoever may merge.
bool asks_about_known(const Frame& frame, const MapUi& ui) { return !ui.naming.renames || frame.role == Role::facilitator; }

// Whoever is there is shown, and no second one added; the field waits for the next name, where it would.
void show_known(const Frame& frame, StakeholderId known, const MapFrame& map, MapUi& ui) {
  const bool one_more = ui.naming.one_more;
  ui.naming = {};
  select_only(ui, known);
  if (const std::size_t i = index_in(map.shown, known); i != SIZE_MAX && !frame.area.contains(map.scene.nodes[i].center)) fly_to(frame, ui, {});
  if (one_more) start_naming(ui, {}, true);
  else ui.take_keyboard = known;
  ui.focused = known;
}

// Somebody of this name is on the map: who that is, and the ways on, below the field or above it. Enter takes the first of them; leaving the
// field adds nobody, for whoever was meant is there.
void take_known(const Frame& outer, const Workshop& workshop, const Stakeholder& known, const MapFrame& map, Box box, const FieldResult& field, MapUi& ui,
                Commands& commands) {
  const Frame frame = outer.desk();
  constexpr float edge = space::s3;
  const std::string words = known.name + " is on the map already.";
  const TextLook look{desk_type::label, frame.theme.ink.primary};
  const auto lines = static_cast<float>(wrap_label(frame.painter, words, look.style, name_width - 2 * edge, 3).size());
  const float high = 3 * edge + lines * look.style.line + control::button_height, below = box.max.y + space::s2 + 2;
  const Box panel = box_at(box.min.x, below + high > frame.area.max.y ? box.min.y - space::s2 - 2 - high : below, name_width, high);
  cover(frame, "##known ground", panel);
  draw_elevation(frame.painter, frame.theme, panel, radius::panel, frame.theme.shadow_raised);
  frame.painter.fill_box(panel, radius::panel, frame.theme.bg.surface);
  draw_wrapped_label(frame.painter, panel.min + Vec{edge, edge}, words, look, name_width - 2 * edge, 3);
  const float half = (name_width - 2 * edge - touch::gap) / 2, y = panel.max.y - edge - control::button_height;
  const bool renames = static_cast<bool>(ui.naming.renames);
  const bool theirs = button(frame, renames ? "Same person" : "Show them", box_at(panel.min.x + edge, y, half, control::button_height), {ButtonKind::primary});
  const bool anew = button(frame, renames ? "Rename" : "Add another", box_at(panel.max.x - edge - half, y, half, control::button_height), {ButtonKind::quiet});
  const bool in_panel = panel.contains(frame.design_from_screen(pointer_on_screen()));
  if (theirs || field.entered) {
    if (renames) ask_same_person(workshop, known.id, ui.naming.renames, ui);
    else show_known(outer, known.id, map, ui);
  } else if (anew) {
    take_name(frame, workshop, ui, commands);
    ui.naming = {};
  } else if (field.cancelled || (field.committed && !in_panel) || (!field.active && !in_panel && ImGui::IsMouseClicked(0))) {
    ui.naming = {};
  }
}

}  // namespace

void draw_name_field(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (!ui.naming.open || !map.editable || takes_list(outer, workshop, ui, commands)) return;
  const Frame frame = outer.desk();
  const Vec at = outer.on_desk(name_place(map, ui));
  const Box bounds = frame.area.grown(-4);
  const float x = std::clamp(at.x - name_width / 2, bounds.min.x, bounds.max.x - name_width);
  const float y = std::clamp(at.y - control::field_height / 2, bounds.min.y, bounds.max.y - control::field_height);
  const Box box = box_at(x, y, name_width, control::field_height);
  cover(frame, "##name ground", box.grown(6));
  draw_elevation(frame.painter, frame.theme, box, radius::field, frame.theme.shadow_raised);
  const FieldResult field = text_field(frame, "Name", box, ui.naming.text, {.hint = "Name", .focus_now = ui.naming.take_keyboard, .typed = TypedAs::name});
  const bool was_given = ui.naming.take_keyboard;
  ui.naming.take_keyboard = false;
  if (const Stakeholder* const known = named_the_same(workshop, ui.naming.text, ui.naming.renames); known != nullptr && asks_about_known(outer, ui))
    return take_known(outer, workshop, *known, map, box, field, ui, commands);
  if (field.committed) take_name(frame, workshop, ui, commands);
  const bool entered = field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (entered && ui.naming.one_more && !trimmed_name(ui.naming.text).empty()) start_naming(ui, {}, true);
  else if (field.cancelled || field.committed || (!was_given && !field.active && !ImGui::IsItemActive() && ui.naming.text.empty() && ImGui::IsMouseClicked(0)))
    ui.naming = {};
}

void draw_tie_question(const Frame& outer, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (!map.editable || !ui.tying.from) return;
  const Stakeholder* from = find(workshop, ui.tying.from);
  const Stakeholder* to = find(workshop, ui.tying.to);
  if (from == nullptr || (ui.tying.to && to == nullptr)) {
    end_tie(ui);
    return;
  }
  const Frame desk = outer.desk();
  if (to == nullptr) {
    if (ui.tying.by_keyboard)
      draw_banner(desk, box_at(outer.on_desk(map.board.center()).x - 320, desk.area.min.y, 640, control::banner_height),
                  "Choose who " + from->name + " is tied to. Esc leaves.", Tone::accent, Icon::git_branch);
    return;
  }
  const Entrance entrance(desk, "tie question");
  const Frame& frame = entrance.frame();
  const std::size_t i = index_in(map.shown, to->id);
  const Vec node = outer.on_desk(i == SIZE_MAX ? map.board.center() : map.scene.nodes[i].center);
  const bool left = node.x + 60 + question_width > frame.area.max.x;
  const float x = std::max(frame.area.min.x, left ? node.x - 60 - question_width : node.x + 60);
  const float foot = one_person_row_height(frame, map), high = question_height + foot;
  const float y = std::clamp(node.y - high / 2, std::min(frame.area.min.y, frame.area.max.y - high), frame.area.max.y - high);
  const Box box = box_at(x, y, question_width, high);
  cover(frame, "##tie ground", box);
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_raised);
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
  const TextLook names{desk_type::body_strong, frame.theme.ink.primary, Align::left, Anchor::middle};
  draw_label(frame.painter, box.min + Vec{24, 34}, from->name, names, question_width - 100);
  draw_label(frame.painter, box.min + Vec{24, 62}, to->name, names, question_width - 100);
  if (icon_button(frame, "Leave it", box_at(box.max.x - 60, box.min.y + 12, side_of_close, side_of_close), Icon::x, {ButtonKind::quiet})) {
    end_tie(ui);
    return;
  }
  const std::array<std::string, 3> strengths{"Weak", "Medium", "Strong"};
  const Box track = box_at(box.min.x + 24, box.min.y + 90, question_width - 48, control::segment_track);
  if (const auto chosen = segmented(frame, "strength", track, strengths, ui.tying.strength - 1)) ui.tying.strength = *chosen + 1;
  ask_kind(frame, workshop, box, ui, commands);
  if (foot > 0 && ui.tying.to) draw_one_person_row(frame, workshop, box_at(box.min.x + 12, box.max.y - foot, question_width - 24, control::button_height), ui);
}

namespace {

bool offers_first_person(const MapFrame& map, const MapUi& ui) { return map.shown.nodes.empty() && map.editable && !ui.naming.open; }

// In pixels of the desk.
Box empty_card(const Frame& frame, const MapFrame& map) { return box_around(frame.on_desk(map.board.center()) - Vec{0, 40}, 210, 140); }

}  // namespace

void paint_empty_map(const Frame& frame, const MapFrame& map, const MapUi& ui) {
  std::vector<Box> on_top;
  if (offers_first_person(map, ui)) on_top.push_back(frame.off_desk(empty_card(frame, map)));
  const RingNames names = ring_names(frame.painter, map.look.view, map.look.name, on_top);
  paint_rings(frame.painter, frame.theme, map.look.view, &names, map.look.name);
}

void draw_empty_map(const Frame& outer, const MapFrame& map, MapUi& ui) {
  if (!offers_first_person(map, ui)) return;
  const Frame frame = outer.desk();
  const Box box = empty_card(outer, map);
  const bool pastes = frame.semantics == nullptr || !frame.semantics->edits_text;  // a page keeps the clipboard to its own fields
  if (draw_empty_state(frame, box, {EmptyDrawing::rings, "No stakeholders yet", pastes ? "Name the first one, or paste a list." : "Name the first one.", "Add stakeholder##first", false}))
    start_naming(ui, {}, true);
}

}  // namespace standpoint
