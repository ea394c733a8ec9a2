// Draws the facilitator's bar. See bar.h.
#include "app/screens/stage/bar.h"

#include <algorithm>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/canvas.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

using bar_look::gap;
using bar_look::side;
constexpr float bar_height = bar_look::button;

// Buttons from the left or from the right edge of the bar.
class Row {
 public:
  Row(const Frame& frame, bool leftwards) : at_(leftwards ? frame.size.x - side : side), top_(stage_bar_top(frame)), leftwards_(leftwards) {}
  Box place(float width) {
    const float left = leftwards_ ? at_ - width : at_;
    at_ += (leftwards_ ? -1.0F : 1.0F) * (width + gap);
    return box_at(left, top_, width, bar_height);
  }
  float at() const { return at_; }

 private:
  float at_, top_;
  bool leftwards_;
};

// Returns where it ends.
float draw_left(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  Row row(frame, false);
  const bool narrow = frame.size.x < bar_look::narrow;
  if (icon_button(frame, "Sessions", row.place(bar_height), Icon::house, {ButtonKind::quiet})) commands.ask(GoHome{});
  const ButtonLook agenda{ButtonKind::quiet, Icon::list, true, false, ui.agenda.open};
  const Box at = row.place(narrow ? bar_height : button_width(frame, "Agenda", agenda));
  if (narrow ? icon_button(frame, "Agenda", at, Icon::list, {ButtonKind::quiet, {}, true, false, ui.agenda.open}) : button(frame, "Agenda", at, agenda))
    ui.agenda.open = !ui.agenda.open;
  if (icon_button(frame, "Undo", row.place(bar_height), Icon::arrow_u_up_left, only_if(state.can_undo, "You did nothing yet that can be undone."))) commands.ask(UndoLast{});
  if (icon_button(frame, "Redo", row.place(bar_height), Icon::arrow_u_up_right, only_if(state.can_redo, "Nothing was undone."))) commands.ask(RedoLast{});
  if (state.lobby.join.open() || !state.lobby.join.trouble.empty()) {
    const bool shown = workshop.stage == StageView{};
    if (icon_button(frame, "Join code", row.place(bar_height), Icon::qr_code, {ButtonKind::quiet, {}, true, false, shown}) && !shown) commands.add(ShowOnStage{});
  }
  if (state.offers_console && icon_button(frame, "Console", row.place(bar_height), Icon::faders, {ButtonKind::quiet})) commands.ask(ShowConsole{});
  return row.at();
}

// The next step at its own place, whatever it says, and before it what was left open. Returns where they begin.
float draw_steps(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, float right, Commands& commands) {
  const float width = std::min(bar_look::step, frame.size.x * bar_look::step_share);
  const Box at = box_at(right - width, stage_bar_top(frame), width, bar_height);
  const NextStep step = next_step(workshop);
  const Activity* const open = left_open(workshop);
  if (open != nullptr && step.kind == NextStep::Kind::back) {
    draw_left_open(frame, workshop, *open, state.elsewhere, at, commands);
    return at.min.x - gap;
  }
  if (step.kind != NextStep::Kind::none) draw_next_step(frame, workshop, step, state.sealed, at, ui.moment, commands);
  else
    draw_wrapped_label(frame.painter, at.center(), end_words(workshop), {desk_type::caption, frame.theme.ink.secondary, Align::center, Anchor::middle}, at.width(), 2);
  if (open == nullptr) return at.min.x - gap;
  draw_left_open(frame, workshop, *open, state.elsewhere, box_at(at.min.x - gap - width, at.min.y, width, bar_height), commands);
  return at.min.x - 2 * gap - width;
}

float draw_right(const Frame& frame, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  Row row(frame, true);
  if (frame.size.x >= bar_look::narrow) {  // else they are on the keyboard only
    if (icon_button(frame, "Keyboard", row.place(bar_height), Icon::keyboard, {ButtonKind::quiet})) commands.ask(ShowShortcuts{});
    if (icon_button(frame, "Full-screen stage", row.place(bar_height), Icon::corners_out, {ButtonKind::quiet})) commands.ask(ToggleFullscreen{});
  }
  if (icon_button(frame, "Settings", row.place(bar_height), Icon::gear_six, {ButtonKind::quiet})) commands.ask(ShowSettings{});
  if (icon_button(frame, "Export", row.place(bar_height), Icon::export_file, {ButtonKind::quiet})) commands.ask(AskToExport{});
  const Activity* activity = staged_activity(workshop);
  const int minutes = activity != nullptr ? std::max<int>(1, activity->minutes) : 5;
  if (workshop.timer.running) {
    if (icon_button(frame, "Stop the timer", row.place(bar_height), Icon::stop, {ButtonKind::quiet})) commands.add(StopTimer{});
  } else if (icon_button(frame, ("Start " + std::to_string(minutes) + " minutes##timer").c_str(), row.place(bar_height), Icon::timer, {ButtonKind::quiet})) {
    commands.add(StartTimer{static_cast<std::int64_t>(minutes) * 60'000});
  }
  return draw_steps(frame, workshop, state, ui, row.at(), commands);
}

void next_board(const Workshop& workshop, Commands& commands) {
  if (workshop.boards.empty()) return;
  std::size_t next = 0;
  for (std::size_t i = 0; i < workshop.boards.size(); ++i)
    if (workshop.boards[i].id == workshop.stage.board) next = (i + 1) % workshop.boards.size();
  commands.add(ShowOnStage{{workshop.boards[next].id, {}}});
}

}  // namespace

void draw_stage_bar(const Frame& outer, const Workshop& workshop, const StageState& state, StageUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const float top = stage_bar_top(frame);
  cover(frame, "bar", {{0, top - 4}, frame.size});
  frame.painter.line({0, top - 6}, {frame.size.x, top - 6}, {frame.theme.line.hair, line_width::hair});
  if (frame.read_only) {  // nothing can be changed any more, but one can leave
    if (icon_button(frame, "Sessions", box_at(side, top, bar_height, bar_height), Icon::house, {ButtonKind::quiet})) commands.ask(GoHome{});
    return;
  }
  const float left = draw_left(frame, workshop, state, ui, commands);
  const float right = draw_right(frame, workshop, state, ui, commands);
  draw_board_tabs(frame, workshop, ui, left + gap, right - gap, commands);
  if (typing() || ImGui::GetIO().KeyCtrl) return;
  if (ImGui::IsKeyPressed(ImGuiKey_G, false)) ui.agenda.open = !ui.agenda.open;
  if (ImGui::IsKeyPressed(ImGuiKey_B, false)) next_board(workshop, commands);
  if (state.offers_console && ImGui::IsKeyPressed(ImGuiKey_C, false)) commands.ask(ShowConsole{});
}

}  // namespace standpoint
