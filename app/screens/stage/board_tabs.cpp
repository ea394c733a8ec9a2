// The boards of the session in the facilitator's bar: tabs, the menu of those without one, and the menu of boards to add.
#include <algorithm>
#include <numeric>

#include <imgui.h>

#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/stage/bar.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

using bar_look::gap;

constexpr std::size_t rows_of_a_page = 14;

Board canvas_preset(std::string title, Axis x, Axis y, std::vector<std::string> regions) {
  Board board;
  board.kind = BoardKind::canvas;
  board.title = std::move(title);
  board.x = std::move(x);
  board.y = std::move(y);
  board.regions = std::move(regions);
  return board;
}

struct Tabs {
  std::vector<std::size_t> boards;  // indices into the workshop's
  float width = 0;
};

float tab_width(const Frame& frame, const Board& board) {
  return std::clamp(label_width(frame.painter, board.title, desk_type::label_strong), bar_look::tab_least - bar_look::tab_padding,
                    bar_look::tab_most) + bar_look::tab_padding;
}

// As many boards from the first one on as fit with at least a tab's least width each; the one on the stage is always among them.
Tabs tabs_for(const Frame& frame, const Workshop& workshop, float room) {
  Tabs tabs;
  const std::size_t count = workshop.boards.size();
  const auto fit = static_cast<std::size_t>(std::max(0.0F, (room - 2 * control::segment_padding) / bar_look::tab_least));
  tabs.boards.resize(std::min(count, fit));
  std::iota(tabs.boards.begin(), tabs.boards.end(), std::size_t{0});
  const auto staged = std::find_if(workshop.boards.begin(), workshop.boards.end(), [&](const Board& b) { return b.id == workshop.stage.board; });
  const auto at = static_cast<std::size_t>(staged - workshop.boards.begin());
  if (at < count && at >= tabs.boards.size() && !tabs.boards.empty()) tabs.boards.back() = at;
  for (const std::size_t i : tabs.boards) tabs.width += tab_width(frame, workshop.boards[i]);
  tabs.width = tabs.boards.empty() ? 0 : std::min(room, tabs.width + 2 * control::segment_padding);
  return tabs;
}

// The ground of a menu over the bar, its foot above it.
Box draw_menu_ground(const Frame& frame, float centre, std::size_t rows) {
  const float high = static_cast<float>(rows) * bar_look::menu_row + 2 * space::s3;
  const float left = std::clamp(centre - bar_look::menu_width / 2, bar_look::side, std::max(bar_look::side, frame.size.x - bar_look::side - bar_look::menu_width));
  const Box menu = box_at(left, stage_bar_top(frame) - space::s5 - high, bar_look::menu_width, high);
  cover(frame, "board menu", menu);
  draw_elevation(frame.painter, frame.theme, menu, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(menu, radius::panel, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  return menu.grown(-space::s3);
}

bool menu_row(const Frame& frame, std::string_view title, std::size_t n, Box inner, std::size_t line, bool selected) {
  const Box row = box_at(inner.min.x, inner.min.y + static_cast<float>(line) * bar_look::menu_row, inner.width(), bar_look::menu_row);
  ImGui::PushID(static_cast<int>(n));
  const bool tapped = tap_area(frame, std::string(title).c_str(), row);
  describe_item(frame, {.selected = selected});
  frame.painter.fill_box(row, radius::control, selected ? frame.theme.accent.soft : frame.theme.bg.sunken.with_alpha(look_of_item(frame).hover));
  draw_label(frame.painter, {row.min.x + space::s4, row.center().y}, title,
             {desk_type::label_strong, selected ? frame.theme.accent.ink : frame.theme.ink.primary, Align::left, Anchor::middle}, row.width() - 2 * space::s4);
  draw_focus_ring(frame, row, radius::control);
  ImGui::PopID();
  return tapped;
}

void draw_added_menu(const Frame& frame, const Workshop& workshop, float centre, StageUi& ui, Commands& commands) {
  const std::vector<BoardPreset> presets = board_presets();
  const Box inner = draw_menu_ground(frame, centre, presets.size());
  for (std::size_t i = 0; i < presets.size(); ++i) {
    if (!menu_row(frame, presets[i].title, i, inner, i, false)) continue;
    Board board = presets[i].board;
    board.id = mint<BoardId>(frame.me, next_nth(workshop, frame.me));
    commands.add(AddBoard{board});
    commands.add(ShowOnStage{{board.id, {}}});
    ui.menu = StageUi::Menu::none;
  }
}

// Every board, also those with a tab: a list with gaps would be read as all there is.
void draw_all_boards(const Frame& frame, const Workshop& workshop, float centre, StageUi& ui, Commands& commands) {
  const std::size_t count = workshop.boards.size(), pages = (count + rows_of_a_page - 1) / rows_of_a_page;
  ui.menu_page = std::min(ui.menu_page, pages - 1);
  const std::size_t first = ui.menu_page * rows_of_a_page, last = std::min(count, first + rows_of_a_page);
  const Box inner = draw_menu_ground(frame, centre, last - first + (pages > 1 ? 1 : 0));
  for (std::size_t i = first; i < last; ++i) {
    const Board& board = workshop.boards[i];
    if (!menu_row(frame, board.title, i, inner, i - first, board.id == workshop.stage.board)) continue;
    commands.add(ShowOnStage{{board.id, {}}});
    ui.menu = StageUi::Menu::none;
  }
  const Box foot{{inner.min.x, inner.max.y - bar_look::menu_row}, inner.max};
  if (pages > 1 && button(frame, "More boards##page", foot, {ButtonKind::quiet})) ui.menu_page = (ui.menu_page + 1) % pages;
}

// Opens and closes a menu; another one closes.
void toggle(StageUi& ui, StageUi::Menu menu) {
  ui.menu = ui.menu == menu ? StageUi::Menu::none : menu;
  ui.menu_page = 0;
}

}  // namespace

std::vector<BoardPreset> board_presets() {
  Board map;
  map.kind = BoardKind::map;
  map.title = "Map";
  Board cards;
  cards.kind = BoardKind::cards;
  cards.title = "Cards";
  const Axis low_high_interest{"Interest", "low", "high"}, power{"Power", "low", "high"};
  return {
      {"Map", map},
      {"Power and interest", canvas_preset("Power and interest", low_high_interest, power, {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"})},
      {"Impact and effort", canvas_preset("Impact and effort", {"Effort", "low", "high"}, {"Impact", "low", "high"}, {"Fill in", "Think twice", "Do first", "Plan well"})},
      {"Any two axes", canvas_preset("Two axes", {"Across", "low", "high"}, {"Up", "low", "high"}, {"", "", "", ""})},
      {"Cards", cards},
  };
}

void draw_board_tabs(const Frame& frame, const Workshop& workshop, StageUi& ui, float left, float right, Commands& commands) {
  using Menu = StageUi::Menu;
  const float top = stage_bar_top(frame);
  const float room = right - left - 2 * (bar_look::button + gap);  // the buttons of both menus
  const Tabs tabs = tabs_for(frame, workshop, room);
  const bool more = tabs.boards.size() < workshop.boards.size();
  const float whole = tabs.width + (more ? 2 : 1) * (bar_look::button + gap);
  float x = std::clamp(frame.size.x / 2 - whole / 2, left, std::max(left, right - whole));
  std::vector<std::string> names;
  int selected = -1;
  for (const std::size_t i : tabs.boards) {
    if (workshop.boards[i].id == workshop.stage.board) selected = static_cast<int>(names.size());
    names.push_back(workshop.boards[i].title);
  }
  const float high = control::segment_track;
  if (!names.empty())
    if (const auto chosen = segmented(frame, "boards", box_at(x, top + (bar_look::button - high) / 2, tabs.width, high), names, selected))
      commands.add(ShowOnStage{{workshop.boards[tabs.boards[static_cast<std::size_t>(*chosen)]].id, {}}});
  if (!names.empty()) x += tabs.width + gap;
  const auto opener = [&](const char* label, Icon icon, Menu menu) {
    if (icon_button(frame, label, box_at(x, top, bar_look::button, bar_look::button), icon, {ButtonKind::quiet, {}, true, false, ui.menu == menu}))
      toggle(ui, menu);
    x += bar_look::button + gap;
  };
  if (more) opener("All boards", Icon::dots_three, Menu::boards);
  if (room >= 0 || !more) opener("Add a board", Icon::plus, Menu::add);
  if (ui.menu == Menu::none) return;
  const Entrance entrance(frame, "boards entrance");
  if (ui.menu == Menu::add) draw_added_menu(entrance.frame(), workshop, x - bar_look::button / 2, ui, commands);
  else draw_all_boards(entrance.frame(), workshop, x - bar_look::button, ui, commands);
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.menu = Menu::none;
}

}  // namespace standpoint
