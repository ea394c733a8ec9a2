// Agreed places: drag between the tray and the plane, Ctrl and arrows, Delete, and the words of axes and regions. See canvas.h.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/canvas.h"
#include "app/theme.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"

namespace standpoint {
namespace {

constexpr float tray_row = 56, tray_pitch = 64, tray_top = 92;

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

// Press, drag beyond the slop, release: one command, for discs on the plane and rows of the tray alike.
void handle_drag(const Frame& frame, BoardId board, Item item, bool on_plane, const Box& plane, CanvasUi& ui, Commands& commands) {
  if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    ui.held = item;
    ui.grip = mouse_of(frame);
    ui.dragging = false;
    ui.selected = item;
  }
  if (!(ui.held == item) || item.id == 0) return;
  const Vec at = mouse_of(frame);
  if (ImGui::IsItemActive()) {
    ui.dragging = ui.dragging || length(at - ui.grip) > touch::drag_slop;
    return;
  }
  if (ui.dragging && !ImGui::IsKeyDown(ImGuiKey_Escape)) {
    if (plane.contains(at)) commands.add(PlaceOnCanvas{board, {{item, canvas_from_design(plane, at)}}});
    else if (on_plane) commands.add(TakeOffCanvas{board, {item}});
  }
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

void draw_discs(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui, Commands& commands) {
  for (const CanvasItem& item : places.items) {
    ImGui::PushID(static_cast<int>(item.item.kind));
    ImGui::PushID(std::to_string(item.item.id).c_str());
    const Vec at = canvas_to_design(plane, item.at);
    if (tap_area(frame, (item.name + "##disc").c_str(), box_around(at, touch::min_target / 2, touch::min_target / 2)))
      ui.selected = item.item;
    const bool hovered = ImGui::IsItemHovered();
    handle_drag(frame, board.id, item.item, true, plane, ui, commands);
    handle_keys(board.id, item, ui, commands);
    if (hovered && !ui.dragging) frame.painter.fill_circle(at, 22, frame.theme.accent.base.with_alpha(canvas_look::aura_alpha));
    if (ui.selected == item.item && !ui.dragging && !ui.nudged)
      frame.painter.stroke_circle(at, canvas_look::median_radius + 5, {frame.theme.accent.base, map_look::focus_ring_stroke});
    ImGui::PopID();
    ImGui::PopID();
  }
}

std::string* word_in(Board& board, CanvasWord word) {
  if (word == CanvasWord::x_name) return &board.x.name;
  if (word == CanvasWord::y_name) return &board.y.name;
  const auto region = static_cast<std::size_t>(word) - static_cast<std::size_t>(CanvasWord::low_low);
  return word != CanvasWord::none && region < board.regions.size() ? &board.regions[region] : nullptr;
}

std::array<std::pair<CanvasWord, Box>, 6> editable_words(const CanvasWords& words) {
  return {{{CanvasWord::x_name, words.x_name},
           {CanvasWord::y_name, words.y_name},
           {CanvasWord::low_low, words.regions[0]},
           {CanvasWord::high_low, words.regions[1]},
           {CanvasWord::low_high, words.regions[2]},
           {CanvasWord::high_high, words.regions[3]}}};
}

// Double click, or Enter with the focus on it, opens a field over the word.
void draw_words(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui) {
  for (const auto& [word, box] : editable_words(words_of(frame.painter, places, plane))) {
    Board copy = board;
    const std::string* text = word_in(copy, word);
    if (text == nullptr) continue;
    ImGui::PushID(static_cast<int>(word));
    const bool by_key = tap_area(frame, (*text + "##word").c_str(), box) && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    if (ImGui::IsItemHovered()) frame.painter.stroke_box(box, radius::control, {frame.theme.line.soft, line_width::thin});
    if (by_key || (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))) {
      ui.editing = word;
      ui.draft = *text;
    }
    draw_focus_ring(frame, box, radius::control);
    ImGui::PopID();
  }
}

void draw_word_field(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui,
                     Commands& commands) {
  if (ui.editing == CanvasWord::none) return;
  for (const auto& [word, box] : editable_words(words_of(frame.painter, places, plane))) {
    if (word != ui.editing) continue;
    const float half = 160, x = std::clamp(box.center().x, frame.area.min.x + half, frame.area.max.x - half);
    ImGui::PushID(static_cast<int>(word));
    const FieldResult field = text_field(frame, "Name of the axis or region", box_around({x, box.center().y}, half, 28), ui.draft,
                                         {.focus_now = !ImGui::IsAnyItemActive()});
    ImGui::PopID();
    if (!field.committed && !field.cancelled) return;
    Board changed = board;
    std::string* text = word_in(changed, word);
    if (field.committed && text != nullptr && !ui.draft.empty() && *text != ui.draft) {
      *text = ui.draft;
      commands.add(DescribeBoard{std::move(changed)});
    }
    ui.editing = CanvasWord::none;
    return;
  }
}

void draw_tray_row(const Frame& frame, const Workshop& workshop, BoardId board, Item item, Box box, const Box& plane, CanvasUi& ui,
                   Commands& commands) {
  const Theme& theme = frame.theme;
  const std::string name = name_of(workshop, item);
  ImGui::PushID(static_cast<int>(item.kind));
  ImGui::PushID(std::to_string(item.id).c_str());
  const bool tapped = tap_area(frame, (name + "##unplaced").c_str(), box);
  const bool hovered = ImGui::IsItemHovered();
  const bool by_key = tapped && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if (by_key) commands.add(PlaceOnCanvas{board, {{item, {board_max / 2, board_max / 2}}}});
  handle_drag(frame, board, item, false, plane, ui, commands);
  const bool away = ui.dragging && ui.held == item, chosen = ui.selected == item;
  if (!away) draw_elevation(frame.painter, theme, box, radius::card, hovered ? theme.shadow_raised : theme.shadow_rest);
  frame.painter.fill_box(box, radius::card, away ? theme.bg.sunken : chosen ? theme.accent.soft : theme.bg.surface);
  if (chosen && !away) frame.painter.stroke_box(box, radius::card, {theme.accent.base, line_width::regular});
  if (!away) {
    frame.painter.fill_circle({box.min.x + 26, box.center().y}, 8, chosen ? theme.accent.base : theme.ink.tertiary);
    draw_label(frame.painter, {box.min.x + 46, box.center().y}, name,
               {TextStyle{Face::medium, 20, 26}, theme.ink.primary, Align::left, Anchor::middle}, box.width() - 58);
  }
  draw_focus_ring(frame, box, radius::card);
  ImGui::PopID();
  ImGui::PopID();
}

void draw_tray(const Frame& frame, const Workshop& workshop, const Board& board, const CanvasBoard& places, Box rail, const Box& plane,
               CanvasUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const std::size_t count = places.unplaced.size();
  if (count == 0) {
    if (places.items.empty())
      draw_empty_lines(frame, {rail.center().x, rail.center().y - 40}, "No stakeholders yet", "Add them on the map, then place them here.");
    return;
  }
  frame.painter.text({rail.min.x, rail.min.y + 5}, "Not placed yet", {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  frame.painter.text({rail.min.x, rail.min.y + 47}, "Drag onto the plane",
                     {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle});
  const float width = (rail.width() - 12) / 2;
  const auto rows = static_cast<std::size_t>(std::max(1.0F, (rail.height() - tray_top - 8) / tray_pitch));
  const bool paged = count > rows * 2;
  const std::size_t per_page = (paged ? std::max<std::size_t>(1, rows - 1) : rows) * 2, pages = (count + per_page - 1) / per_page;
  ui.tray_page = std::min(ui.tray_page, pages - 1);
  for (std::size_t n = 0; n < per_page && ui.tray_page * per_page + n < count; ++n) {
    const Vec at{rail.min.x + static_cast<float>(n % 2) * (width + 12), rail.min.y + tray_top + static_cast<float>(n / 2) * tray_pitch};
    draw_tray_row(frame, workshop, board.id, places.unplaced[ui.tray_page * per_page + n], box_at(at.x, at.y, width, tray_row), plane, ui,
                  commands);
  }
  if (!paged) return;
  const Vec foot{rail.center().x, rail.max.y - 28};
  frame.painter.text(foot, std::to_string(ui.tray_page + 1) + " of " + std::to_string(pages),
                     {stage_type::label, theme.ink.secondary, Align::center, Anchor::middle});
  if (icon_button(frame, "Names before", box_around(foot - Vec{80, 0}, 24, 24), Icon::caret_left,
                  {ButtonKind::quiet, {}, ui.tray_page > 0}))
    --ui.tray_page;
  if (icon_button(frame, "Names after", box_around(foot + Vec{80, 0}, 24, 24), Icon::caret_right,
                  {ButtonKind::quiet, {}, ui.tray_page + 1 < pages}))
    ++ui.tray_page;
}

// The empty plane: puts what was picked in the tray, or lets go of the selection.
void tap_plane(const Frame& frame, const Board& board, const CanvasBoard& places, const Box& plane, CanvasUi& ui, Commands& commands) {
  if (!tap_area(frame, "Plane##canvas", plane) || !ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
  const bool waits = std::find(places.unplaced.begin(), places.unplaced.end(), ui.selected) != places.unplaced.end();
  if (waits) commands.add(PlaceOnCanvas{board.id, {{ui.selected, canvas_from_design(plane, mouse_of(frame))}}});
  ui.selected = {};
}

// What the hand holds, above everything; beyond the plane it says that letting go takes it off.
void draw_held(const Frame& frame, const Workshop& workshop, const Board& board, const Box& plane, CanvasUi& ui) {
  const std::string name = name_of(workshop, ui.nudged ? ui.nudged->item : ui.held);
  if (ui.nudged) {
    paint_handle(frame.painter, frame.theme, plane, canvas_to_design(plane, ui.nudged->at), name, initials_of(name));
    return;
  }
  if (!ui.dragging) return;
  const Vec at = mouse_of(frame);
  if (plane.contains(at)) {
    paint_handle(frame.painter, frame.theme, plane, at, name, initials_of(name));
    return;
  }
  const bool was_on = std::any_of(board.places.begin(), board.places.end(), [&](const CanvasPlace& p) { return p.item == ui.held; });
  const std::string words = was_on ? name + ": let go to take off" : name;
  const float width = label_width(frame.painter, words, stage_type::label_strong) + 36;
  const Box pill = box_around(at - Vec{0, 36}, width / 2, 24);
  frame.painter.fill_circle(at, 12, frame.theme.accent.base);
  frame.painter.fill_box(pill, radius::control, frame.theme.ink.primary);
  draw_label(frame.painter, pill.center(), words, {stage_type::label_strong, frame.theme.ink.inverse, Align::center, Anchor::middle});
}

}  // namespace

void draw_agreed(const Frame& frame, const Workshop& workshop, const Board& board, const CanvasBoard& places, const CanvasLayout& layout,
                 CanvasUi& ui, Commands& commands) {
  const Box& plane = layout.plane;
  CanvasLook look{plane};
  if (ui.dragging) look.hidden = ui.held;
  else if (ui.nudged) look.hidden = ui.nudged->item;
  CanvasBoard shown = places;
  if (ui.editing != CanvasWord::none) {  // the field stands in the word's place
    Board copy = board;
    if (std::string* text = word_in(copy, ui.editing)) text->clear();
    shown.x_name = copy.x.name;
    shown.y_name = copy.y.name;
    shown.regions = copy.regions;
  }
  paint_plane(frame.painter, frame.theme, shown, plane);
  if (edits(frame)) {
    tap_plane(frame, board, places, plane, ui, commands);
    if (ui.editing == CanvasWord::none) draw_words(frame, board, places, plane, ui);
    draw_discs(frame, board, places, plane, ui, commands);
    end_nudge(board.id, ui, commands);
  }
  paint_places(frame.painter, frame.theme, places, look);
  if (!edits(frame)) return;
  draw_word_field(frame, board, places, plane, ui, commands);
  if (layout.has_rail) draw_tray(frame, workshop, board, places, layout.rail, plane, ui, commands);
  draw_held(frame, workshop, board, plane, ui);
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) let_go(ui);
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    ui.selected = {};
    ui.nudged.reset();
    let_go(ui);
  }
}

}  // namespace standpoint
