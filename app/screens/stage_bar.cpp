// Draws the facilitator's bar. See stage_bar.h.
#include "app/screens/stage_bar.h"

#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/heading.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr float bar_height = 52, bar_left = 24;

Board canvas_preset(std::string title, Axis x, Axis y, std::vector<std::string> regions) {
  Board board;
  board.kind = BoardKind::canvas;
  board.title = std::move(title);
  board.x = std::move(x);
  board.y = std::move(y);
  board.regions = std::move(regions);
  return board;
}

void draw_left(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  const float top = stage_bar_top(frame);
  float x = bar_left;
  const auto place = [&x, top](float width) {
    const Box box = box_at(x, top, width, bar_height);
    x += width + 8;
    return box;
  };
  if (icon_button(frame, "Sessions", place(bar_height), Icon::house, {ButtonKind::quiet})) commands.ask(GoHome{});
  const ButtonLook agenda{ButtonKind::quiet, Icon::list, true, false, ui.agenda.open};
  if (button(frame, "Agenda", place(button_width(frame, "Agenda", agenda)), agenda)) ui.agenda.open = !ui.agenda.open;
  if (icon_button(frame, "Undo", place(bar_height), Icon::arrow_u_up_left, {ButtonKind::quiet, {}, state.can_undo})) commands.ask(UndoLast{});
  if (icon_button(frame, "Redo", place(bar_height), Icon::arrow_u_up_right, {ButtonKind::quiet, {}, state.can_redo})) commands.ask(RedoLast{});
  if (state.lobby.join.open() || !state.lobby.join.trouble.empty()) {
    const bool shown = workshop.stage == StageView{};
    if (icon_button(frame, "Join code", place(bar_height), Icon::qr_code, {ButtonKind::quiet, {}, true, false, shown}) && !shown) commands.add(ShowOnStage{});
  }
  if (state.offers_console && icon_button(frame, "Console", place(bar_height), Icon::faders, {ButtonKind::quiet})) commands.ask(ShowConsole{});
}

void draw_boards(const Frame& frame, const Workshop& workshop, StageUi& ui, Commands& commands) {
  std::vector<std::string> names;
  int selected = -1;
  const std::size_t shown = std::min<std::size_t>(4, workshop.boards.size());
  for (std::size_t i = 0; i < shown; ++i) {
    names.push_back(workshop.boards[i].title);
    if (workshop.boards[i].id == workshop.stage.board) selected = static_cast<int>(i);
  }
  float width = 8;
  for (const std::string& name : names) width += label_width(frame.painter, name, desk_type::label_strong) + 40;
  if (names.empty()) width = 0;
  const float top = stage_bar_top(frame), x = frame.size.x / 2 - width / 2 - 40;
  if (!names.empty())
    if (const auto chosen = segmented(frame, "boards", box_at(x, top + 2, width, control::segment_track), names, selected))
      commands.add(ShowOnStage{{workshop.boards[static_cast<std::size_t>(*chosen)].id, {}}});
  if (icon_button(frame, "Add a board", box_at(x + width + 8, top, bar_height, bar_height), Icon::plus,
                  {ButtonKind::quiet, {}, true, false, ui.choosing_board}))
    ui.choosing_board = !ui.choosing_board;
}

void draw_board_menu(const Frame& outer, const Workshop& workshop, StageUi& ui, Commands& commands) {
  const Entrance entrance(outer, "boards entrance");
  const Frame& frame = entrance.frame();
  const std::vector<BoardPreset> presets = board_presets();
  const Box menu = box_around({frame.size.x / 2, stage_bar_top(frame) - 20 - static_cast<float>(presets.size()) * 28}, 190, static_cast<float>(presets.size()) * 28 + 12);
  cover(frame, "board menu", menu);
  draw_elevation(frame.painter, frame.theme, menu, radius::panel, frame.theme.shadow_overlay);
  frame.painter.fill_box(menu, radius::panel, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  float y = menu.min.y + 12;
  for (const BoardPreset& preset : presets) {
    const Box row = box_at(menu.min.x + 12, y, menu.width() - 24, 52);
    if (button(frame, std::string(preset.title).c_str(), row, {ButtonKind::quiet})) {
      Board board = preset.board;
      board.id = mint<BoardId>(frame.me, next_nth(workshop, frame.me));
      commands.add(AddBoard{board});
      commands.add(ShowOnStage{{board.id, {}}});
      ui.choosing_board = false;
    }
    y += 56;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.choosing_board = false;
}

// The one next step, when no screen of an activity offers it: open, close, go on.
void draw_next_step(const Frame& frame, const Workshop& workshop, StageUi& ui, Box room, Commands& commands) {
  const Activity* activity = staged_activity(workshop);
  const bool secret = activity != nullptr && (activity->kind == ActivityKind::vote || activity->kind == ActivityKind::place);
  const bool over = activity == nullptr || activity->phase == Phase::revealed || (activity->phase == Phase::closed && !secret);
  const Activity* next = next_activity(workshop);
  std::string label;
  if (over && next != nullptr) label = "Next: " + next->title;
  else if (!secret && activity != nullptr && activity->phase == Phase::planned) label = "Open: " + activity->title;
  else if (!secret && activity != nullptr && activity->phase == Phase::open) label = "Close: " + activity->title;
  if (label.empty()) return;
  const float most = room.width();
  if (button_width(frame, label) > most) label = label.substr(0, label.find(':'));
  const float width = std::min(most, button_width(frame, label));
  const bool tapped = button(frame, (label + "##next").c_str(), {{room.max.x - width, room.min.y}, room.max}, {ButtonKind::primary});
  if (!tapped || frame.seconds < ui.inert_until) return;
  ui.inert_until = frame.seconds + motion::inert_after_moment / 1000.0;
  if (over) {
    commands.add(ShowOnStage{{next->board, next->id}});
  } else if (activity->phase == Phase::planned) {
    commands.add(OpenActivity{activity->id});
    commands.add(StartTimer{static_cast<std::int64_t>(activity->minutes) * 60'000});
  } else {
    commands.add(CloseActivity{activity->id});
    commands.add(StopTimer{});
  }
}

void draw_right(const Frame& frame, const Workshop& workshop, StageUi& ui, Commands& commands) {
  const float top = stage_bar_top(frame);
  float x = frame.size.x - bar_left;
  const auto place = [&x, top](float width) {
    x -= width;
    const Box box = box_at(x, top, width, bar_height);
    x -= 8;
    return box;
  };
  if (icon_button(frame, "Keyboard", place(bar_height), Icon::keyboard, {ButtonKind::quiet})) commands.ask(ShowShortcuts{});
  if (icon_button(frame, "Full-screen stage", place(bar_height), Icon::corners_out, {ButtonKind::quiet})) commands.ask(ToggleFullscreen{});
  if (icon_button(frame, "Settings", place(bar_height), Icon::gear_six, {ButtonKind::quiet})) commands.ask(ShowSettings{});
  if (icon_button(frame, "Export", place(bar_height), Icon::export_file, {ButtonKind::quiet})) commands.ask(AskToExport{});
  const Activity* activity = staged_activity(workshop);
  const int minutes = activity != nullptr ? activity->minutes : 5;
  if (workshop.timer.running) {
    if (icon_button(frame, "Stop the timer", place(bar_height), Icon::stop, {ButtonKind::quiet})) commands.add(StopTimer{});
  } else if (icon_button(frame, ("Start " + std::to_string(minutes) + " minutes##timer").c_str(), place(bar_height), Icon::timer, {ButtonKind::quiet})) {
    commands.add(StartTimer{static_cast<std::int64_t>(minutes) * 60'000});
  }
  draw_next_step(frame, workshop, ui, {{x - 330, top}, {x - 8, top + bar_height}}, commands);
}

void next_board(const Workshop& workshop, Commands& commands) {
  if (workshop.boards.empty()) return;
  std::size_t next = 0;
  for (std::size_t i = 0; i < workshop.boards.size(); ++i)
    if (workshop.boards[i].id == workshop.stage.board) next = (i + 1) % workshop.boards.size();
  commands.add(ShowOnStage{{workshop.boards[next].id, {}}});
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

void draw_stage_bar(const Frame& outer, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const float top = stage_bar_top(frame);
  cover(frame, "bar", {{0, top - 4}, frame.size});
  frame.painter.line({0, top - 6}, {frame.size.x, top - 6}, {frame.theme.line.hair, line_width::hair});
  if (frame.read_only) {  // nothing can be changed any more, but one can leave
    if (icon_button(frame, "Sessions", box_at(bar_left, top, bar_height, bar_height), Icon::house, {ButtonKind::quiet})) commands.ask(GoHome{});
    return;
  }
  draw_left(frame, workshop, state, ui, commands);
  draw_boards(frame, workshop, ui, commands);
  draw_right(frame, workshop, ui, commands);
  if (ui.choosing_board) draw_board_menu(frame, workshop, ui, commands);
  if (typing() || ImGui::GetIO().KeyCtrl) return;
  if (ImGui::IsKeyPressed(ImGuiKey_G, false)) ui.agenda.open = !ui.agenda.open;
  if (ImGui::IsKeyPressed(ImGuiKey_B, false)) next_board(workshop, commands);
  if (state.offers_console && ImGui::IsKeyPressed(ImGuiKey_C, false)) commands.ask(ShowConsole{});
}

}  // namespace standpoint
