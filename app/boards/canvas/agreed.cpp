// Agreed places: drag between the tray and the plane, Ctrl and arrows, Delete, and the words of axes and regions. See screen.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/boards/canvas/screen.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/paint/text/label_ends.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/legible.h"
#include "app/widgets/tip.h"

namespace standpoint {
namespace {

constexpr float tray_row = 56, tray_pitch = 64, tray_top = 92, strip_top = 36, tray_column = 220, tray_gap = 12, least_plane = 300;

bool edits(const Frame& frame) {
  return frame.chrome && !frame.read_only && (frame.role == Role::facilitator || frame.role == Role::participant);
}

Vec mouse_of(const Frame& frame) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return frame.design_from_screen({at.x, at.y});
}

void let_go(CanvasUi& ui) {
  ui.held = {};
  ui.dragging = false;
}

// The number of an item for further fingers, and back.
std::uint64_t number_of(Item item) { return item.id * 2 + (item.kind == Item::Kind::card ? 1 : 0); }
Item item_of(std::uint64_t number) {
  Item item;
  item.kind = number % 2 == 1 ? Item::Kind::card : Item::Kind::stakeholder;
  item.id = number / 2;
  return item;
}

void open_panel(Item item, CanvasUi& ui) {
  if (item.kind == Item::Kind::stakeholder) ui.opened = StakeholderId{item.id};
}

bool is_held(const CanvasUi& ui, Item item) { return (ui.dragging && ui.held == item) || held_further(ui.hands, number_of(item)); }

bool stands_on(const Board& board, Item item) {
  return std::any_of(board.places.begin(), board.places.end(), [&](const CanvasPlace& place) { return place.item == item; });
}

// Let go over the plane it stands there; beside it, what was on the plane is taken off.
void let_fall(const Board& board, Item item, const Box& plane, Vec at, Commands& commands) {
  if (plane.contains(at)) commands.add(PlaceOnCanvas{board.id, {{item, canvas_from_design(plane, at)}}});
  else if (stands_on(board, item)) commands.add(TakeOffCanvas{board.id, {item}});
}

// While the first finger drags a disc or a name, every further one drags what it lands on, and drops it by itself (R131).
void follow_hands(const Frame& frame, const Board& board, const std::vector<FreeItem>& targets, const Box& plane, CanvasUi& ui, Commands& commands) {
  std::vector<FreeItem> free;
  if (ui.dragging)
    for (const FreeItem& target : targets)
      if (target.item != number_of(ui.held)) free.push_back(target);
  for (const FurtherHand& hand : follow_further_hands(frame, free, ui.hands))
    if (length(hand.at - hand.from) > touch::drag_slop) let_fall(board, item_of(hand.item), plane, hand.at, commands);
}

// Press, drag beyond the slop, release: one command, for discs on the plane and rows of the tray alike.
void handle_drag(const Frame& frame, const Board& board, Item item, const Box& plane, CanvasUi& ui, Commands& commands) {
  if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left) && !is_held(ui, item)) {
    ui.held = item;
    ui.grip = mouse_of(frame);
    ui.dragging = false;
    ui.selected = item;
  }
  if (!(ui.held == item) || item.id == 0) return;
  const Vec at = mouse_of(frame);
  ui.dragging = ui.dragging || length(at - ui.grip) > touch::drag_slop;
  if (ImGui::IsItemActive()) return;
  if (ui.dragging && !ImGui::IsKeyDown(ImGuiKey_Escape)) let_fall(board, item, plane, at, commands);
  let_go(ui);
}

void handle_keys(BoardId board, const CanvasItem& item, CanvasUi& ui, Commands& commands) {
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible && ui.held.id == 0) ui.selected = item.item;
  if (!(ui.selected == item.item)) return;
  if ((ImGui::IsItemFocused() || ui.held.id == 0) && ui.editing == CanvasWord::none && !ImGui::IsAnyItemActive() &&
      (ImGui::IsKeyPressed(ImGuiKey_Delete, false) || ImGui::IsKeyPressed(ImGuiKey_Backspace, false))) {
    commands.add(TakeOffCanvas{board, {item.item}});
    ui.selected = {};
  }
  if (const auto step = arrow_step_of_item(true)) {
    const BoardPoint from = ui.nudged && ui.nudged->item == item.item ? ui.nudged->at : item.at;
    constexpr int tenth = board_max / 100;
    ui.nudged = CanvasPlace{item.item, {clamp_to_board(from.x + step->right * tenth), clamp_to_board(from.y + step->up * tenth)}};
  }
}

// Arrows let go: the whole way is one command.
void end_nudge(BoardId board, CanvasUi& ui, Commands& commands) {
  const bool down = ImGui::IsKeyDown(ImGuiKey_LeftArrow) || ImGui::IsKeyDown(ImGuiKey_RightArrow) || ImGui::IsKeyDown(ImGuiKey_UpArrow) ||
                    ImGui::IsKeyDown(ImGuiKey_DownArrow);
  if (!ui.nudged || down) return;
  commands.add(PlaceOnCanvas{board, {*ui.nudged}});
  ui.nudged.reset();
}

void draw_discs(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui,
                std::vector<FreeItem>& targets, std::vector<Item>& named, Commands& commands) {
  const Fanned discs = fanned_discs(places, plane);
  for (std::size_t i = 0; i < places.items.size(); ++i) {
    const CanvasItem& item = places.items[i];
    ImGui::PushID(static_cast<int>(item.item.kind));
    ImGui::PushID(std::to_string(item.item.id).c_str());
    const Vec at = discs.at[i];
    const Box target = box_around(at, touch::min_target / 2, touch::min_target / 2);
    const bool tapped = tap_area(frame, (item.name + "##disc").c_str(), target);
    tip(frame, target, item.name);
    if (tapped) {
      ui.selected = item.item;
      const bool by_key = !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
      if (!ui.dragging && (by_key || pressed_long())) open_panel(item.item, ui);
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) open_panel(item.item, ui);
    targets.push_back({number_of(item.item), target});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered || ui.selected == item.item) named.push_back(item.item);
    handle_drag(frame, board, item.item, plane, ui, commands);
    handle_keys(board.id, item, ui, commands);
    if (hovered && !ui.dragging) frame.painter.fill_circle(at, 22, frame.theme.accent.base.with_alpha(canvas_look::aura_alpha));
    if (ui.selected == item.item && !ui.dragging && !ui.nudged)
      frame.painter.stroke_circle(at, canvas_look::median_radius + 5, {frame.theme.accent.base, map_look::focus_ring_stroke});
    ImGui::PopID();
    ImGui::PopID();
  }
}

void draw_tray_row(const Frame& frame, const Workshop& workshop, const Board& board, Item item, Box box, const Box& plane, CanvasUi& ui,
                   Commands& commands) {
  const Theme& theme = frame.theme;
  const std::string name = name_of(workshop, item);
  ImGui::PushID(static_cast<int>(item.kind));
  ImGui::PushID(std::to_string(item.id).c_str());
  const bool tapped = tap_area(frame, (name + "##unplaced").c_str(), box);
  const bool hovered = ImGui::IsItemHovered();
  const bool by_key = tapped && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const bool twice = hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  if (by_key || twice) commands.add(PlaceOnCanvas{board.id, {{item, {board_max / 2, board_max / 2}}}});
  handle_drag(frame, board, item, plane, ui, commands);
  const bool away = is_held(ui, item), chosen = ui.selected == item;
  if (!away) draw_elevation(frame.painter, theme, box, radius::card, hovered ? theme.shadow_raised : theme.shadow_rest);
  frame.painter.fill_box(box, radius::card, away ? theme.bg.sunken : chosen ? theme.accent.soft : theme.bg.surface);
  if (chosen && !away) frame.painter.stroke_box(box, radius::card, {theme.accent.base, line_width::regular});
  if (!away) {
    frame.painter.fill_circle({box.min.x + 26, box.center().y}, 8, chosen ? theme.accent.base : theme.ink.tertiary);
    draw_both_ends(frame.painter, {box.min.x + 46, box.center().y}, name,
                   {legible(frame, {Face::medium, 20, 26}), theme.ink.primary, Align::left, Anchor::middle}, box.width() - 58, box.height());
  }
  draw_focus_ring(frame, box, radius::card);
  ImGui::PopID();
  ImGui::PopID();
}

void draw_tray_pages(const Frame& frame, Vec at, const TextStyle& style, std::size_t pages, CanvasUi& ui) {
  frame.painter.text(at, std::to_string(ui.tray_page + 1) + " of " + std::to_string(pages),
                     {style, frame.theme.ink.secondary, Align::center, Anchor::middle});
  if (icon_button(frame, "Names before", box_around(at - Vec{80, 0}, 24, 24), Icon::caret_left, only_if(ui.tray_page > 0, "These are the first.")))
    --ui.tray_page;
  if (icon_button(frame, "Names after", box_around(at + Vec{80, 0}, 24, 24), Icon::caret_right, only_if(ui.tray_page + 1 < pages, "These are the last.")))
    ++ui.tray_page;
}

void draw_tray(const Frame& frame, const Workshop& workshop, const Board& board, const CanvasBoard& places, Box rail, const Box& plane,
               CanvasUi& ui, std::vector<FreeItem>& targets, Commands& commands) {
  const Theme& theme = frame.theme;
  const std::size_t count = places.unplaced.size();
  if (count == 0) {
    if (places.items.empty())
      draw_empty_lines(frame, {rail.center().x, rail.center().y - 40}, "No stakeholders yet", "Add them on the map, then place them here.", rail.width());
    return;
  }
  const bool strip = rail.width() > rail.height();
  const TextStyle title = strip ? legible(frame, desk_type::label_strong) : stage_type::heading;
  draw_label(frame.painter, {rail.min.x, rail.min.y + (strip ? 10.0F : 5.0F)}, strip ? "Not placed yet: drag onto the plane" : "Not placed yet",
             {title, strip ? theme.ink.secondary : theme.ink.primary, Align::left, Anchor::middle});
  if (!strip)
    frame.painter.text({rail.min.x, rail.min.y + 47}, "Drag onto the plane", {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
  const float top = strip ? strip_top : tray_top;
  const auto columns = static_cast<std::size_t>(std::max(2.0F, (rail.width() + tray_gap) / (tray_column + tray_gap)));
  const auto rows = static_cast<std::size_t>(std::max(1.0F, (rail.height() - top - (strip ? 0.0F : 8.0F)) / tray_pitch));
  const bool paged = count > rows * columns;
  // The turning of pages takes the last row, or of a strip the last column.
  const std::size_t per_page = !paged ? rows * columns : strip ? rows * columns - 1 : std::max<std::size_t>(1, rows - 1) * columns;
  const std::size_t pages = (count + per_page - 1) / per_page;
  const float width = (rail.width() + tray_gap) / static_cast<float>(columns) - tray_gap;
  ui.tray_page = std::min(ui.tray_page, pages - 1);
  for (std::size_t n = 0; n < per_page && ui.tray_page * per_page + n < count; ++n) {
    const Vec at{rail.min.x + static_cast<float>(n % columns) * (width + tray_gap), rail.min.y + top + static_cast<float>(n / columns) * tray_pitch};
    const Item item = places.unplaced[ui.tray_page * per_page + n];
    draw_tray_row(frame, workshop, board, item, box_at(at.x, at.y, width, tray_row), plane, ui, commands);
    targets.push_back({number_of(item), box_at(at.x, at.y, width, tray_row)});
  }
  if (!paged) return;
  const Vec last{rail.max.x - width / 2, rail.min.y + top + static_cast<float>(rows - 1) * tray_pitch + tray_row / 2};
  draw_tray_pages(frame, strip ? last : Vec{rail.center().x, rail.max.y - 28}, strip ? legible(frame, desk_type::label) : stage_type::label, pages, ui);
}

// A narrow board has its tray below the plane.
void make_strip(const Frame& frame, CanvasLayout& layout) {
  const float rows = frame.area.height() > frame.area.width() ? 2 : 1;
  layout.plane.max.y -= strip_top + rows * tray_pitch;
  layout.rail = {{frame.area.min.x + 8, frame.area.max.y - strip_top - rows * tray_pitch}, {frame.area.max.x - 8, frame.area.max.y}};
}

// The empty plane: puts what was picked in the tray, or lets go of the selection.
void tap_plane(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui, Commands& commands) {
  if (!tap_area(frame, "Plane##canvas", plane) || !ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
  const bool waits = std::find(places.unplaced.begin(), places.unplaced.end(), ui.selected) != places.unplaced.end();
  if (waits) commands.add(PlaceOnCanvas{board.id, {{ui.selected, canvas_from_design(plane, mouse_of(frame))}}});
  ui.selected = {};
}

// What a hand holds, above everything; beyond the plane it says that letting go takes it off.
void draw_held(const Frame& frame, const Workshop& workshop, const Board& board, const Box& plane, Item item, Vec at) {
  const std::string name = name_of(workshop, item);
  if (plane.contains(at)) {
    paint_handle(frame.painter, frame.theme, plane, at, name, initials_of(name), {.regions = words_of(frame.painter, build_canvas(workshop, board.id), plane).regions});
    return;
  }
  const std::string words = stands_on(board, item) ? name + ": let go to take off" : name;
  const float width = label_width(frame.painter, words, stage_type::label_strong) + 36;
  const Box pill = box_around(at - Vec{0, 36}, width / 2, 24);
  frame.painter.fill_circle(at, 12, frame.theme.accent.base);
  frame.painter.fill_box(pill, radius::control, frame.theme.ink.primary);
  draw_label(frame.painter, pill.center(), words, {stage_type::label_strong, frame.theme.ink.inverse, Align::center, Anchor::middle});
}

void draw_all_held(const Frame& frame, const Workshop& workshop, const Board& board, const Box& plane, const CanvasUi& ui) {
  if (ui.nudged) draw_held(frame, workshop, board, plane, ui.nudged->item, canvas_to_design(plane, ui.nudged->at));
  else if (ui.dragging) draw_held(frame, workshop, board, plane, ui.held, mouse_of(frame));
  for (const FurtherHand& hand : ui.hands) draw_held(frame, workshop, board, plane, item_of(hand.item), hand.at);
}

std::vector<Item> items_in_hands(const CanvasUi& ui) {
  std::vector<Item> items;
  if (ui.dragging) items.push_back(ui.held);
  else if (ui.nudged) items.push_back(ui.nudged->item);
  for (const FurtherHand& hand : ui.hands) items.push_back(item_of(hand.item));
  return items;
}

Box panel_box(const Frame& desk) { return {{std::max(desk.area.min.x, desk.area.max.x - inspector_width), desk.area.min.y}, desk.area.max}; }

// The person's panel, right of the board, in pixels of the desk; false: nobody's is open.
bool draw_panel_of_opened(const Frame& frame, const Workshop& workshop, CanvasUi& ui, Commands& commands) {
  if (find(workshop, ui.opened) == nullptr) ui.opened = {};
  if (!ui.opened) return false;
  const Frame desk = frame.desk();
  const InspectorResult result = draw_stakeholder(desk, workshop, ui.opened, panel_box(desk), true, ui.inspector, commands);
  if (result.removed) commands.add(RemoveItems{{ui.opened}, {}, {}});
  if (result.closed || result.removed) ui.opened = {};
  return true;
}

}  // namespace

CanvasLayout layout_of_agreed(const Frame& frame, const CanvasBoard& places, bool rounds, const CanvasUi& ui) {
  const bool tray = edits(frame) && (!places.unplaced.empty() || places.items.empty());
  const bool panel = edits(frame) && ui.opened;
  CanvasLayout layout = canvas_layout(frame.area, tray || rounds || panel);
  if (panel) layout.plane.max.x = std::max(layout.plane.min.x + least_plane, std::min(layout.plane.max.x, frame.off_desk(panel_box(frame.desk())).min.x - space::s6));
  return layout;
}

void draw_agreed(const Frame& frame, const Workshop& workshop, const Board& board, const CanvasBoard& places, CanvasLayout layout,
                 CanvasUi& ui, Commands& commands) {
  const bool strip = !layout.has_rail && edits(frame) && !places.unplaced.empty();
  if (strip) make_strip(frame, layout);
  const Box& plane = layout.plane;
  CanvasLook look{plane};
  look.hidden = items_in_hands(ui);
  std::vector<FreeItem> targets;
  paint_plane(frame.painter, frame.theme, without_edited_word(board, places, ui), plane);
  if (edits(frame)) {
    tap_plane(frame, board, places, plane, ui, commands);
    if (ui.editing == CanvasWord::none && frame.role == Role::facilitator) draw_words(frame, board, places, plane, ui);
    draw_discs(frame, board, places, plane, ui, targets, look.named, commands);
    end_nudge(board.id, ui, commands);
  }
  paint_places(frame.painter, frame.theme, places, look);
  if (!edits(frame)) return;
  draw_word_field(frame, board, places, plane, ui, commands);
  const bool panel = draw_panel_of_opened(frame, workshop, ui, commands);
  if ((layout.has_rail && !panel) || strip) draw_tray(frame, workshop, board, places, layout.rail, plane, ui, targets, commands);
  follow_hands(frame, board, targets, plane, ui, commands);
  draw_all_held(frame, workshop, board, plane, ui);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) let_go(ui);
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    ui.selected = {};
    ui.opened = {};
    ui.nudged.reset();
    let_go(ui);
  }
}

}  // namespace standpoint
