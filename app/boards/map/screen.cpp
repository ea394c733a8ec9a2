// The map's screen, frame by frame, and what several of its parts do alike. See screen.h and parts.h.
#include "app/boards/map/screen.h"

#include <algorithm>
#include <span>

#include <imgui.h>

#include "app/boards/map/parts.h"
#include "app/boards/map/same_person.h"
#include "app/boards/spoken.h"
#include "app/paint/painter.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

void draw_inspector(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  if (!map.inspector_open) return;
  const Frame desk = frame.desk();
  const Box box = frame.on_desk(map.inspector);
  const InspectorResult result = ui.tie ? draw_tie(desk, workshop, ui.tie, box, map.editable, ui.inspector, commands)
                                        : draw_stakeholder(desk, workshop, ui.selected.front(), box, map.editable, ui.inspector, commands);
  if (result.closed) ui.inspector.open = false;
  if (result.removed) remove_selected(ui, commands);
  if (result.show_tie) {
    ui.selected.clear();
    ui.tie = result.show_tie;
  }
  if (result.show_stakeholder) select_only(ui, result.show_stakeholder);
}

void draw_key(const Frame& frame, const MapFrame& map) {
  // Zoomed or moved, the map may lie under it.
  const float width = map.key_across ? map_key_across : stage::key_width;
  if (map.look.view.camera != Camera{}) draw_panel(frame, {map.key - Vec{28, 24}, {map.key.x + width - 24, frame.area.max.y}});
  paint_map_key(frame.painter, frame.theme, map.key, {map.look.show_stance, map.look.show_conflicts, map.key_across});
}

void draw_count(const Frame& outer, const MapFrame& map, const MapUi& ui) {
  const Frame frame = outer.desk();
  if (!filtering(ui) || ui.cache.board.nodes.empty()) return;
  const auto shown = std::count_if(map.shown.nodes.begin(), map.shown.nodes.end(), [](const MapNode& n) { return n.matches; });
  const std::string words = std::to_string(shown) + " of " + std::to_string(map.shown.nodes.size()) + " shown";
  draw_note_chip(frame, words, {outer.on_desk(map.board.min).x + 8, frame.area.max.y - control::chip_height}, Tone::accent, Icon::funnel_simple);
}

}  // namespace

void draw_map(const Frame& frame, const Workshop& workshop, MapUi& ui, Commands& commands) {
  ImGui::PushID("map");
  const std::size_t done = commands.actions.size();
  MapFrame map = laid_out_frame(frame, workshop, ui, commands);
  settle_names(frame, map, ui);
  if (map.tools) handle_hand(frame, workshop, map, ui, commands);
  {
    const ClipScope clip(frame.painter, map.clip);
    const Unheard said_by_people(frame);
    if (map.shown.nodes.empty()) paint_empty_map(frame, map, ui);
    else paint_map(frame.painter, frame.theme, map.shown, map.look, map.scene, shapes_in(map, ui), ui.names);
    paint_hand(frame, map, ui);
  }
  if (map.with_key) draw_key(frame, map);
  if (map.tools) {
    draw_stops(frame, map, ui);
    handle_keys(frame, workshop, map, ui, commands);
    draw_empty_map(frame, map, ui);
    draw_count(frame, map, ui);
    draw_tools(frame, workshop, map, ui, commands);
    draw_inspector(frame, workshop, map, ui, commands);
    draw_filter(frame, map, ui);
    draw_layers(frame, workshop, map, ui, commands);
    draw_offer(frame, workshop, map, ui, commands);
    draw_paste_report(frame, map, ui);
    draw_name_field(frame, workshop, map, ui, commands);
    draw_tie_question(frame, workshop, map, ui, commands);
    draw_same_person(frame, workshop, map, ui, commands);
    note_actions(frame, workshop, std::span(commands.actions).subspan(done), ui);
  } else {
    say_people(frame, map.shown, map.scene, map.clip);
  }
  ImGui::PopID();
}

void select_only(MapUi& ui, StakeholderId id) {
  ui.selected = {id};
  ui.tie = {};
}

void open_inspector(MapUi& ui, bool take_keyboard) {
  ui.inspector.open = true;
  ui.inspector.take_keyboard = take_keyboard;
  ui.filter_open = ui.layers_open = false;
}

bool is_selected(const MapUi& ui, StakeholderId id) { return std::binary_search(ui.selected.begin(), ui.selected.end(), id); }

void toggle_selected(MapUi& ui, StakeholderId id) {
  ui.tie = {};
  const auto at = std::lower_bound(ui.selected.begin(), ui.selected.end(), id);
  if (at != ui.selected.end() && *at == id) ui.selected.erase(at);
  else ui.selected.insert(at, id);
}

void clear_selection(MapUi& ui) {
  ui.selected.clear();
  ui.focused = {};
  ui.tie = {};
  ui.inspector.open = false;
}

void start_naming(MapUi& ui, std::optional<BoardPoint> at, bool one_more) {
  ui.naming = {true, true, {}, {}, at, one_more};
  ui.focused = {};
  ui.inspector.open = false;
}

void start_renaming(MapUi& ui, const Workshop& workshop, StakeholderId id) {
  if (const Stakeholder* stakeholder = find(workshop, id)) ui.naming = {true, true, stakeholder->name, id, {}, false};
}

void start_tie(MapUi& ui, StakeholderId from, Vec pointer, bool by_keyboard) {
  ui.tying = {};
  ui.focused = {};
  ui.tying.from = from;
  ui.tying.pointer = pointer;
  ui.tying.by_keyboard = by_keyboard;
}

void end_tie(MapUi& ui) { ui.tying = {}; }

void choose_tie_target(MapUi& ui, StakeholderId to) {
  if (to == ui.tying.from) return;
  ui.tying.to = to;
  ui.tying.take_keyboard = true;
}

void remove_selected(MapUi& ui, Commands& commands) {
  if (ui.selected.empty() && !ui.tie) return;
  RemoveItems remove;
  remove.stakeholders = ui.selected;
  if (ui.tie) remove.ties = {ui.tie};
  commands.add(std::move(remove));
  clear_selection(ui);
}

void drop_people(const Workshop& workshop, const Frame& frame, MapUi& ui, std::span<const MapDrop> drops, Commands& commands) {
  MoveStakeholders move;
  for (const MapDrop& drop : drops) {
    const BoardPoint at = board_from_map(drop.at);
    const Stakeholder* now = find(workshop, drop.stakeholder);
    if (now == nullptr || (now->placed && now->at == at)) continue;
    move.moves.push_back({drop.stakeholder, true, at, ring_at(at)});
    std::erase_if(ui.dropped, [&](const StakeholderMove& earlier) { return earlier.stakeholder == drop.stakeholder; });
  }
  if (move.moves.empty()) return;
  ui.dropped.insert(ui.dropped.end(), move.moves.begin(), move.moves.end());
  ui.dropped_since = frame.seconds;
  commands.add(std::move(move));
}

void move_selected(const Workshop& workshop, const MapBoard& board, const Frame& frame, MapUi& ui, Commands& commands) {
  std::vector<MapDrop> drops;
  for (const MapNode& node : board.nodes)
    if (is_selected(ui, node.id)) drops.push_back({node.id, node.at});
  ui.moved_by = {};
  drop_people(workshop, frame, ui, drops, commands);
}

void let_layout_place(const Workshop& workshop, MapUi& ui, Commands& commands) {
  MoveStakeholders move;
  for (const Stakeholder& stakeholder : workshop.stakeholders)
    if (stakeholder.placed && (ui.selected.empty() || is_selected(ui, stakeholder.id)))
      move.moves.push_back({stakeholder.id, false, {}, stakeholder.ring});
  if (!move.moves.empty()) commands.add(std::move(move));
}

void fly_to(const Frame& frame, MapUi& ui, const Camera& camera) {
  ui.flying_from = ui.camera;
  ui.flying_to = camera;
  ui.flying_since = frame.seconds;
}

std::size_t index_in(const MapBoard& board, StakeholderId id) {
  for (std::size_t i = 0; i < board.nodes.size(); ++i)
    if (board.nodes[i].id == id) return i;
  return SIZE_MAX;
}

bool filtering(const MapUi& ui) {
  MapFilter whole;
  whole.show_stance = ui.filter.show_stance;
  whole.show_conflicts = ui.filter.show_conflicts;
  return ui.filter != whole || (ui.search_open && !ui.search.empty());
}

}  // namespace standpoint
