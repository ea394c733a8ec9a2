// The pointer on the map: select, move people, draw a tie, select with a frame, pan, zoom, open. A drag is a draft in the
// MapUi and gives one action when it ends. Called by screen.cpp.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/boards/map/parts.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

constexpr float node_slop = 10, tie_slop = 14, handle_slop = 24, handle_radius = 15;

Box box_between(Vec a, Vec b) { return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}}; }

std::optional<std::size_t> node_near(const MapFrame& map, MapUi& ui, Vec at, float slop) {
  return node_under(map.scene, map.shown, map.look, grid_of(map, ui), at, slop);
}

void look_from(MapUi& ui, const Camera& camera) {
  ui.camera = camera;
  ui.flying_from.reset();
  ui.flying_to.reset();
}

void pan_and_zoom(const MapFrame& map, const CanvasInput& input, MapUi& ui) {
  View view = map.look.view;
  if (input.zoom != 1) view.camera = zoomed(view, input.pointer, input.zoom);
  if (input.pan != Vec{}) view.camera = panned(view, input.pan);
  if (view.camera != map.look.view.camera) look_from(ui, view.camera);
}

// The plus beside the one who is selected.
bool on_handle(const MapFrame& map, const MapUi& ui, Vec at) {
  if (!map.editable || ui.selected.size() != 1 || ui.tying.from) return false;
  const std::size_t index = index_in(map.shown, ui.selected.front());
  return index != SIZE_MAX && length(at - tie_handle(map.scene, index)) <= handle_slop;
}

void begin_drag(const MapFrame& map, const CanvasInput& input, MapUi& ui) {
  ui.frame_from = input.drag_from;
  const std::optional<std::size_t> hit = node_near(map, ui, input.drag_from, node_slop);
  if (input.panning) ui.hold = MapHold::paper;
  else if (on_handle(map, ui, input.drag_from)) {
    ui.hold = MapHold::tie;
    start_tie(ui, ui.selected.front(), input.pointer, false);
  } else if (hit && map.editable && !held_further(ui.hands, map.shown.nodes[*hit].id.value)) {
    ui.hold = MapHold::people;
    ui.focused = {};
    if (!is_selected(ui, map.shown.nodes[*hit].id)) {
      if (input.shift) toggle_selected(ui, map.shown.nodes[*hit].id);
      else select_only(ui, map.shown.nodes[*hit].id);
    }
  } else if (input.shift) ui.hold = MapHold::frame;
  else ui.hold = MapHold::paper;
}

void drag_along(const MapFrame& map, const CanvasInput& input, MapUi& ui) {
  const Vec all = input.pointer - input.drag_from;
  const double scale = map.look.view.scale();
  switch (ui.hold) {
    case MapHold::people: ui.moved_by = {all.x / scale, -all.y / scale}; return;
    case MapHold::paper: look_from(ui, panned(map.look.view, input.drag_by)); return;
    case MapHold::tie: ui.tying.pointer = input.pointer; return;
    case MapHold::frame:
    case MapHold::none: return;
  }
}

void select_in_frame(const MapFrame& map, Vec from, Vec to, MapUi& ui) {
  const Box box = box_between(from, to);
  ui.tie = {};
  for (std::size_t i = 0; i < map.scene.nodes.size(); ++i)
    if (box.contains(map.scene.nodes[i].center) && !is_selected(ui, map.shown.nodes[i].id)) toggle_selected(ui, map.shown.nodes[i].id);
}

void end_drag(const Frame& frame, const Workshop& workshop, const MapFrame& map, const CanvasInput& input, MapUi& ui, Commands& commands) {
  const MapHold held = ui.hold;
  ui.hold = MapHold::none;
  if (held == MapHold::people) move_selected(workshop, map.shown, frame, ui, commands);
  if (held == MapHold::frame) select_in_frame(map, ui.frame_from, input.pointer, ui);
  if (held != MapHold::tie) return;
  const std::optional<std::size_t> hit = node_near(map, ui, input.pointer, 2 * node_slop);
  if (hit) choose_tie_target(ui, map.shown.nodes[*hit].id);
  if (!ui.tying.to) end_tie(ui);
}

// While the first finger drags somebody, every further one drags whom it lands on, and drops them by itself (R131).
void follow_hands(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  std::vector<FreeItem> free;
  if (ui.hold == MapHold::people)
    for (std::size_t i = 0; i < map.scene.nodes.size(); ++i) {
      const ShownNode& node = map.scene.nodes[i];
      const float reach = std::max(node.radius + node_slop, touch::min_target / 2);
      const bool covered = map.inspector_open && map.inspector.contains(node.center);
      if (!covered && map.clip.contains(node.center) && !is_selected(ui, map.shown.nodes[i].id))
        free.push_back({map.shown.nodes[i].id.value, box_around(node.center, reach, reach)});
    }
  const double scale = map.look.view.scale();
  const auto moved = [&](const FurtherHand& hand) { return MapPoint{(hand.at.x - hand.from.x) / scale, (hand.from.y - hand.at.y) / scale}; };
  for (const FurtherHand& hand : follow_further_hands(frame, free, ui.hands)) {
    const std::size_t i = index_in(ui.cache.board, StakeholderId{hand.item});
    if (i == SIZE_MAX || length(hand.at - hand.from) < touch::drag_slop) continue;
    const MapPoint from = ui.cache.board.nodes[i].at, by = moved(hand);
    drop_people(workshop, frame, ui, std::array{MapDrop{StakeholderId{hand.item}, {from.x + by.x, from.y + by.y}}}, commands);
  }
  ui.further.clear();
  for (const FurtherHand& hand : ui.hands) ui.further.push_back({StakeholderId{hand.item}, moved(hand)});
}

void tap_node(const CanvasInput& input, StakeholderId id, MapUi& ui) {
  if (ui.tying.from && ui.tying.by_keyboard) {
    choose_tie_target(ui, id);
    return;
  }
  const bool more = input.shift || input.ctrl;
  if (more) toggle_selected(ui, id);
  else select_only(ui, id);
  ui.focused = more ? StakeholderId{} : id;
  ui.take_keyboard = id;
  if (input.double_tap && !more) open_inspector(ui, false);
}

void tap(const MapFrame& map, const CanvasInput& input, MapUi& ui) {
  const Vec at = *input.tap;
  if (on_handle(map, ui, at)) {
    start_tie(ui, ui.selected.front(), at, true);
    return;
  }
  if (const auto hit = node_near(map, ui, at, node_slop)) {
    tap_node(input, map.shown.nodes[*hit].id, ui);
    return;
  }
  end_tie(ui);
  if (const auto hit = tie_under(map.scene, map.shown, map.look, grid_of(map, ui, true), at, tie_slop)) {
    ui.selected.clear();
    ui.focused = {};
    ui.tie = map.shown.ties[*hit].id;
    if (input.double_tap) open_inspector(ui, false);
    return;
  }
  if (input.double_tap && map.editable) start_naming(ui, board_from_map(on_map(map.look.view, at)), false);
  else if (ui.naming.open && ui.naming.text.empty()) ui.naming = {};
  clear_selection(ui);
}

void open_by_long_press(const MapFrame& map, Vec at, MapUi& ui) {
  if (const auto hit = node_near(map, ui, at, node_slop)) {
    select_only(ui, map.shown.nodes[*hit].id);
    open_inspector(ui, false);
  } else if (map.editable) {
    start_naming(ui, board_from_map(on_map(map.look.view, at)), false);
  }
}

void paint_selecting_frame(const Frame& frame, const MapUi& ui) {
  const Vec to = frame.design_from_screen(pointer_on_screen());
  const Box box = box_between(ui.frame_from, to);
  frame.painter.fill_box(box, 4, frame.theme.accent.base.with_alpha(0.08F));
  frame.painter.stroke_box(box, 4, {frame.theme.accent.base, line_width::thin});
}

// Whom the tie would reach now: chosen, under the pointer, or where the keyboard is.
std::size_t tie_target(const MapFrame& map, MapUi& ui) {
  if (ui.tying.to) return index_in(map.shown, ui.tying.to);
  if (ui.tying.by_keyboard && ui.at_keyboard && ui.at_keyboard != ui.tying.from) return index_in(map.shown, ui.at_keyboard);
  return node_near(map, ui, ui.tying.pointer, 2 * node_slop).value_or(SIZE_MAX);
}

void paint_drawn_tie(const Frame& frame, const MapFrame& map, MapUi& ui) {
  const std::size_t from = index_in(map.shown, ui.tying.from);
  const std::size_t to = tie_target(map, ui);
  if (from == SIZE_MAX || to == from) return;
  const ShownNode& start = map.scene.nodes[from];
  const bool reaches = to != SIZE_MAX;
  const Vec end = reaches ? map.scene.nodes[to].center : ui.tying.pointer;
  const Vec along = unit(end - start.center);
  const float last = reaches ? map.scene.nodes[to].radius + map_look::focus_ring_plus + 4 : 0;
  const Color color = frame.theme.accent.base;
  if (length(end - start.center) > start.radius + last + 16)
    frame.painter.line(start.center + along * (start.radius + 8), end - along * last, {color, line_width::strong, {10, 8}, Cap::round});
  if (reaches)
    frame.painter.stroke(node_outline(map.shown.nodes[to].kind, end, map.scene.nodes[to].radius, ring_growth(map.shown.nodes[to], map.scene.nodes[to])),
                         {color, map_look::focus_ring_stroke});
}

void paint_hovered(const Frame& frame, const MapFrame& map, const MapNames& names, std::size_t i) {
  if (i == SIZE_MAX) return;
  const ShownNode& node = map.scene.nodes[i];
  const float grown = ring_growth(map.shown.nodes[i], node);
  frame.painter.stroke(node_outline(map.shown.nodes[i].kind, node.center, node.radius, grown), {frame.theme.accent.soft_line, line_width::regular});
  if (i < names.entries.size() && names.entries[i].shown) return;
  // Nothing else moves for it, so it may lie on others for as long as the pointer rests.
  const Vec half{label_width(frame.painter, map.shown.nodes[i].name, map.look.name) / 2 + space::s3, map.look.name.line / 2 + space::s1};
  const Box whole = frame.area.grown(-2);
  const float x = std::clamp(node.center.x, whole.min.x + half.x, std::max(whole.min.x + half.x, whole.max.x - half.x));
  const Box box = box_around({x, node.center.y + node.half.y + map_look::label_gap + half.y}, half.x, half.y);
  frame.painter.fill_box(box, radius::tooltip, frame.theme.bg.surface);
  frame.painter.stroke_box(box, radius::tooltip, {frame.theme.line.soft, line_width::thin});
  draw_label(frame.painter, box.center(), map.shown.nodes[i].name, {map.look.name, frame.theme.ink.primary, Align::center, Anchor::middle});
}

void paint_handle(const Frame& frame, const MapFrame& map, StakeholderId id) {
  const std::size_t index = index_in(map.shown, id);
  if (index == SIZE_MAX) return;
  const Vec handle = tie_handle(map.scene, index);
  frame.painter.fill_circle(handle, handle_radius + 2, ground_at(frame.theme, map.look.view, handle));
  frame.painter.fill_circle(handle, handle_radius, frame.theme.accent.base);
  frame.painter.icon(handle, Icon::plus, Face::icon_bold, 18, frame.theme.accent.on);
}

}  // namespace

Vec tie_handle(const MapScene& scene, std::size_t node) {
  const ShownNode& shown = scene.nodes[node];
  return shown.center + unit(Vec{1, -1}) * (std::max(shown.half.x, shown.half.y) + 16);
}

void handle_hand(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands) {
  const CanvasInput input = canvas_input(frame, "Map", map.clip, ui.canvas);
  pan_and_zoom(map, input, ui);
  const auto under = input.hovered && !ui.canvas.down ? node_near(map, ui, input.pointer, 0) : std::nullopt;
  ui.hovered = under ? map.shown.nodes[*under].id : StakeholderId{};
  switch (input.drag) {
    case DragPhase::begin:
      begin_drag(map, input, ui);
      drag_along(map, input, ui);
      break;
    case DragPhase::move: drag_along(map, input, ui); break;
    case DragPhase::end:
      drag_along(map, input, ui);
      end_drag(frame, workshop, map, input, ui, commands);
      break;
    case DragPhase::cancel:
      ui.hold = MapHold::none;
      ui.moved_by = {};
      end_tie(ui);
      break;
    case DragPhase::none: break;
  }
  follow_hands(frame, workshop, map, ui, commands);
  if (input.tap) tap(map, input, ui);
  if (input.long_press) open_by_long_press(map, *input.long_press, ui);
  if (ui.tying.from && !ui.tying.to && ui.tying.by_keyboard) ui.tying.pointer = input.pointer;
}

void paint_hand(const Frame& frame, const MapFrame& map, MapUi& ui) {
  if (map.tools && ui.hovered && !is_selected(ui, ui.hovered)) paint_hovered(frame, map, ui.names, index_in(map.shown, ui.hovered));
  if (ui.hold == MapHold::frame) paint_selecting_frame(frame, ui);
  if (ui.tying.from) paint_drawn_tie(frame, map, ui);
  const bool idle = ui.hold == MapHold::none && !ui.tying.from && !ui.naming.open;
  if (map.editable && idle && ui.selected.size() == 1) paint_handle(frame, map, ui.selected.front());
}

}  // namespace standpoint
