// The keyboard on the map: a stop on every person, so that Tab and arrows walk the board, and the shortcuts of the list
// behind ?. Called by screen.cpp. ImGui's routing keeps letters away from the map while a text field has the keyboard.
#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/boards/map/parts.h"
#include "app/boards/spoken.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr double nudge = 8;       // map units a press of Ctrl and an arrow; with Shift 40
constexpr float key_zoom = 1.25F;

bool pressed(ImGuiKeyChord chord, bool repeat = false) { return ImGui::Shortcut(chord, repeat ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None); }

void claim_arrows(ImGuiID owner) {
  for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow}) ImGui::SetKeyOwner(key, owner);
}

// Ctrl and arrows move the selected; the move becomes one action when Ctrl is let go.
void nudge_selected(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl && !ui.selected.empty() && !typing()) {
    claim_arrows(ImGui::GetID("nudge"));
    const double step = io.KeyShift ? 5 * nudge : nudge;
    const MapPoint before = ui.moved_by;
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) ui.moved_by.x -= step;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) ui.moved_by.x += step;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) ui.moved_by.y += step;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) ui.moved_by.y -= step;
    if (ui.moved_by != before) ui.nudging = true;
  } else if (ui.nudging) {
    ui.nudging = false;
    move_selected(workshop, map.shown, frame, ui, commands);
  }
}

void step_back(MapUi& ui) {
  ui.focused = {};
  if (ui.same.kept) ui.same = {};
  else if (ui.tying.from) end_tie(ui);
  else if (ui.naming.open) ui.naming = {};
  else if (!ui.pasted.refused.empty()) ui.pasted = {};
  else if (ui.filter_open || ui.layers_open) ui.filter_open = ui.layers_open = false;
  else if (ui.search_open) ui.search_open = false;
  else if (ui.inspector.open) ui.inspector.open = false;
  else clear_selection(ui);
}

void edit_keys(const Workshop& workshop, const Frame& frame, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (pressed(ImGuiKey_N) || pressed(ImGuiKey_A)) start_naming(ui, {}, true);
  if (pressed(ImGuiKey_Delete) || pressed(ImGuiKey_Backspace)) remove_selected(ui, commands);
  if (pressed(ImGuiKey_F2) && ui.selected.size() == 1) start_renaming(ui, workshop, ui.selected.front());
  if (pressed(ImGuiKey_L)) let_layout_place(workshop, ui, commands);
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_V)) paste_people(frame, workshop, ui, commands);
  if (pressed(ImGuiKey_T) && ui.selected.size() == 1) {
    start_tie(ui, ui.selected.front(), frame.design_from_screen(pointer_on_screen()), true);
    ui.take_keyboard = ui.selected.front();
  }
  nudge_selected(frame, workshop, map, ui, commands);
}

void look_keys(const Frame& frame, const MapFrame& map, MapUi& ui) {
  View view = map.look.view;
  if (pressed(ImGuiKey_Equal, true) || pressed(ImGuiMod_Shift | ImGuiKey_Equal, true) || pressed(ImGuiKey_KeypadAdd, true))
    fly_to(frame, ui, zoomed(view, view.box.center(), key_zoom));
  if (pressed(ImGuiKey_Minus, true) || pressed(ImGuiKey_KeypadSubtract, true))
    fly_to(frame, ui, zoomed(view, view.box.center(), 1 / key_zoom));
  // Who or what was tapped opens as by a double click; a stop that shows the keyboard's focus answers for itself.
  const bool asks = !typing() && !ImGui::GetIO().NavVisible && !ui.tying.from && !ui.same.kept && (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter));
  if (asks && (ui.tie || ui.selected.size() == 1)) open_inspector(ui, false);
  if (pressed(ImGuiKey_0)) fly_to(frame, ui, {});
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_F)) ui.search_open = ui.search_takes_keyboard = true;
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_A)) {
    ui.tie = {};
    ui.selected.clear();
    for (const MapNode& node : map.shown.nodes)
      if (node.matches) ui.selected.push_back(node.id);
  }
}

// The keyboard came to somebody, or Enter was pressed there.
void use_stop(const MapFrame& map, const StopResult& stop, StakeholderId id, MapUi& ui) {
  const bool tying = ui.tying.from && ui.tying.by_keyboard && !ui.tying.to;
  if (stop.focused && ui.at_keyboard != id) {
    ui.at_keyboard = id;
    if (!tying) select_only(ui, id);
  }
  if (!stop.activated) return;
  if (tying) choose_tie_target(ui, id);
  else {
    select_only(ui, id);
    open_inspector(ui, map.editable);
  }
}

}  // namespace

void draw_stops(const Frame& frame, const MapFrame& map, MapUi& ui) {
  bool any = false;
  const ReadTogether list(frame, "People and ties");
  const std::vector<std::string> words = frame.semantics == nullptr ? std::vector<std::string>(map.shown.nodes.size()) : words_of_people(map.shown);
  for (std::size_t i = 0; i < map.shown.nodes.size(); ++i) {
    const MapNode& node = map.shown.nodes[i];
    ImGui::PushID(static_cast<int>(node.id.value >> 32));
    ImGui::PushID(static_cast<int>(node.id.value & 0xFFFFFFFFU));
    const float half = std::max(touch::min_target / 2, map.scene.nodes[i].radius);
    const StopResult stop = keyboard_stop(frame, node.name.c_str(), box_around(map.scene.nodes[i].center, half, half), ui.take_keyboard == node.id);
    // Who is beside the glass is no item, but in the list all the same.
    if (frame.semantics != nullptr && frame.semantics->find(ImGui::GetID(node.name.c_str())) == nullptr)
      say_person(frame, node, map.scene.nodes[i].center, words[i], map.clip);
    else describe_item(frame, {.value = words[i]});
    if (ui.take_keyboard == node.id) {
      ui.take_keyboard = {};
      if (ui.tying.from && ui.tying.by_keyboard) ImGui::SetNavCursorVisible(true);
    }
    any = any || stop.focused;
    use_stop(map, stop, node.id, ui);
    ImGui::PopID();
    ImGui::PopID();
  }
  if (!any) ui.at_keyboard = {};
}

void handle_keys(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  look_keys(frame, map, ui);
  if (map.editable) edit_keys(workshop, frame, map, ui, commands);
  if (pressed(ImGuiKey_Escape) && ui.hold == MapHold::none) step_back(ui);
}

}  // namespace standpoint
