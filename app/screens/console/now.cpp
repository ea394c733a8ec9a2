// The console's one next step: state, title, timer, progress and the moment button. It must not know what is in any input.
#include <algorithm>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/activities/moment.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/console/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "app/widgets/timer.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"

namespace standpoint {
namespace {

constexpr float card_pad = 28;
constexpr std::int64_t minute = 60'000;
constexpr TextStyle title_style = stage_type::label_strong;

struct Clock {
  bool running = false;
  bool can_run = false;  // pausing and going on make sense
  std::int64_t left_ms = 0;
};

// A paused timer is a stopped one whose duration is what was left.
Clock clock_of(const Frame& frame, const Workshop& workshop) {
  const Timer& timer = workshop.timer;
  const Activity* activity = staged_activity(workshop);
  const bool open = activity != nullptr && activity->phase == Phase::open;
  const std::int64_t left = time_left_ms(timer.started_ms, timer.duration_ms, frame.now_ms);
  if (runs_at(timer, frame.now_ms)) return {true, true, left};
  const std::int64_t planned = activity == nullptr ? 0 : activity->minutes * minute;
  const bool paused = open && timer.duration_ms > 0 && timer.started_ms >= activity->opened_ms;
  return {false, open, paused ? timer.duration_ms : planned};
}

void draw_clock_buttons(const Frame& frame, const Workshop& workshop, Box row, Commands& commands) {
  const Clock clock = clock_of(frame, workshop);
  const bool on = clock.can_run && !frame.read_only;
  const float side = row.height(), wide = 72;
  const Box later = box_at(row.max.x - wide, row.min.y, wide, side), pause = box_at(later.min.x - 10 - 56, row.min.y, 56, side),
            earlier = box_at(pause.min.x - 10 - wide, row.min.y, wide, side);
  if (button(frame, "−1 min", earlier, {ButtonKind::secondary, {}, on && clock.left_ms > minute}))
    commands.add(AdjustTimer{clock.left_ms - minute});
  if (icon_button(frame, clock.running ? "Pause the timer" : "Start the timer", pause, clock.running ? Icon::pause : Icon::play,
                  {ButtonKind::secondary, {}, on, false, false, 28, true})) {
    if (clock.running) commands.add(StopTimer{});
    else commands.add(StartTimer{std::max<std::int64_t>(clock.left_ms, 1000)});
  }
  if (button(frame, "+1 min", later, {ButtonKind::secondary, {}, on}))
    commands.add(AdjustTimer{std::max<std::int64_t>(clock.left_ms, 0) + minute});
}

void draw_digits(const Frame& frame, const Workshop& workshop, Vec left_middle, Commands& commands) {
  const Clock clock = clock_of(frame, workshop);
  const bool late = clock.running && clock.left_ms <= minute;
  const Color ink = !clock.running ? frame.theme.ink.secondary : late ? frame.theme.spotlight.ink : frame.theme.ink.primary;
  frame.painter.text(left_middle, timer_digits(clock.left_ms), {stage_type::timer, ink, Align::left, Anchor::middle, {}, true});
  if (!clock.running) return;
  const std::int64_t into = ((clock.left_ms % 1000) + 1000) % 1000;
  commands.ask(WakeAt{frame.seconds + static_cast<double>(into == 0 ? 1000 : into) / 1000.0});
}

void draw_title(const Frame& frame, const Workshop& workshop, Vec at, float room) {
  const Theme& theme = frame.theme;
  const Activity* activity = staged_activity(workshop);
  const Board* board = find(workshop, workshop.stage.board);
  const std::string state = activity != nullptr ? state_words(*activity) : board != nullptr ? "On the stage" : "Join code on the stage";
  const Icon icon = activity != nullptr ? icon_of(activity->kind) : board != nullptr ? Icon::projector_screen : Icon::qr_code;
  frame.painter.icon(at + Vec{9, 40}, icon, Face::icon_fill, 19, theme.accent.base);
  draw_label(frame.painter, at + Vec{26, 40}, state, {desk_type::label, theme.ink.secondary, Align::left, Anchor::middle}, room - 26);
  const std::string title = staged_title(workshop);
  describe(frame, "title", box_at(at.x, at.y + 52, room, 40), {.role = ItemRole::heading, .name = title, .level = 1});
  if (label_width(frame.painter, title, title_style) <= room)
    draw_label(frame.painter, at + Vec{0, 69}, title, {title_style, theme.ink.primary, Align::left, Anchor::middle});
  else
    draw_wrapped_label(frame.painter, at + Vec{0, 73}, title, {desk_type::body_strong, theme.ink.primary, Align::left, Anchor::middle}, room, 2);
}

// "9 of 14 have voted", a bar, and a reminder to the others. Never shown for what has no secret inputs.
void draw_progress(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box row, Commands& commands) {
  const Activity* activity = staged_activity(workshop);
  const Theme& theme = frame.theme;
  const SealedState& sealed = state.sealed;
  describe(frame, "progress", {row.min, {row.max.x, row.min.y + 33}}, {.role = ItemRole::status, .name = progress_words(*activity, sealed)});
  draw_label(frame.painter, {row.min.x, row.min.y + 5}, progress_words(*activity, sealed), {desk_type::task, theme.ink.primary, Align::left, Anchor::middle});
  const Box track = box_at(row.min.x, row.min.y + 25, row.width(), 8);
  frame.painter.fill_box(track, 4, theme.bg.sunken);
  const float share = sealed.of == 0 ? 0 : std::min(1.0F, static_cast<float>(sealed.done) / static_cast<float>(sealed.of));
  if (share > 0) frame.painter.fill_box({track.min, {track.min.x + std::max(8.0F, track.width() * share), track.max.y}}, 4, theme.accent.base);
  if (activity->phase != Phase::open || sealed.of <= sealed.done || frame.read_only) return;
  const bool reminded = ui.reminded == activity->id && ui.reminded_at == sealed.done;
  const std::string count = std::to_string(sealed.of - sealed.done);
  const std::string words = reminded ? "Reminded " + count : "Remind " + count;
  const float width = frame.painter.text_width(words, desk_type::caption_strong) + 30;
  const Box area = {{row.max.x - width - 8, row.min.y - 22}, {row.max.x + 8, row.min.y + 26}};
  ImGui::BeginDisabled(reminded);  // once, until somebody more has answered
  if (tap_area(frame, (words + "##remind").c_str(), area)) {
    commands.ask(SendReminder{activity->id});
    ui.reminded = activity->id;
    ui.reminded_at = sealed.done;
  }
  ImGui::EndDisabled();
  const Color ink = reminded ? theme.ink.tertiary : color_of(look_of_item(frame), theme.accent.ink, theme.accent.hover, theme.accent.pressed);
  frame.painter.icon({row.max.x - width + 11, row.min.y + 5}, reminded ? Icon::check : Icon::bell_ringing, Face::icon_bold, 19, ink);
  draw_label(frame.painter, {row.max.x, row.min.y + 5}, words, {desk_type::caption_strong, ink, Align::right, Anchor::middle});
  draw_focus_ring(frame, area, radius::control);
}

void draw_moment_button(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box, Commands& commands) {
  const NextStep step = next_step(workshop);
  if (step.kind != NextStep::Kind::none) return draw_next_step(frame, workshop, step, state.sealed, box, ui.moment, commands);
  draw_wrapped_label(frame.painter, box.center(), end_words(workshop), {desk_type::body, frame.theme.ink.secondary, Align::center, Anchor::middle}, box.width(), 2);
}

// What can follow what was just revealed, once.
std::optional<Activity> once_more(const Workshop& workshop, SeatId by) {
  const Activity* activity = staged_activity(workshop);
  if (activity == nullptr || activity->phase != Phase::revealed) return std::nullopt;
  for (const Activity& other : workshop.activities)
    if (other.follows == activity->id) return std::nullopt;
  return next_round(workshop, *activity, by);
}

void draw_after(const Frame& frame, const Workshop& workshop, Vec middle, float room, Commands& commands) {
  const Activity* activity = staged_activity(workshop);
  if (activity != nullptr && activity->phase == Phase::closed && collects_inputs(workshop, *activity) && !frame.read_only) {
    const float width = button_width(frame, "Open again", {ButtonKind::quiet});
    if (button(frame, "Open again", box_around(middle, width / 2, 24), {ButtonKind::quiet})) commands.add(OpenActivity{activity->id});
    return;
  }
  if (const auto again = once_more(workshop, frame.me); again && !frame.read_only) {
    const std::string label(rules_of(*again).words.again);
    const float width = button_width(frame, label, {ButtonKind::quiet});
    if (!button(frame, label.c_str(), box_around(middle, width / 2, 24), {ButtonKind::quiet})) return;
    commands.add(AddActivity{*again});
    commands.add(ShowOnStage{{again->board, again->id}});
    return;
  }
  draw_wrapped_label(frame.painter, middle, next_step(workshop).after, {desk_type::caption, frame.theme.ink.secondary, Align::center, Anchor::middle}, room, 2);
}

}  // namespace

std::string staged_title(const Workshop& workshop) {
  const Activity* activity = staged_activity(workshop);
  const Board* board = find(workshop, workshop.stage.board);
  return activity != nullptr ? activity->title : board != nullptr ? board->title : workshop.title;
}

std::string state_words(const Activity& activity) {
  const std::string kind(words(activity.kind));
  switch (activity.phase) {
    case Phase::planned: return kind + ", not open yet";
    case Phase::open: return kind + " is open";
    case Phase::closed: return kind + " is closed";
    case Phase::revealed: return kind + " is revealed";
  }
  return kind;
}

void draw_console_now(const Frame& frame, const Workshop& workshop, const ConsoleState& state, ConsoleUi& ui, Box box, Commands& commands) {
  draw_panel(frame, box);
  const ReadTogether panel(frame, "Now", ReadTogether::As::panel);
  const float side = box.width() < 420 ? 20 : card_pad;
  const float left = box.min.x + side, right = box.max.x - side, room = right - left;
  const bool flat = box.height() < 400;                       // a phone on its side: two halves
  const bool stacked = !flat && room < 420;                   // a phone upright: the timer's buttons below its digits
  const float middle = left + room / 2;
  const float half = flat ? middle - 16 : right;
  const float top = flat ? box.min.y - 18 : box.min.y;
  draw_title(frame, workshop, {left, top}, half - left);
  draw_digits(frame, workshop, {left, top + (flat ? 138 : 143)}, commands);
  if (stacked || flat) draw_clock_buttons(frame, workshop, {{left, top + (flat ? 186 : 190)}, {left + 220, top + (flat ? 242 : 246)}}, commands);
  else draw_clock_buttons(frame, workshop, {{right - 220, top + 113}, {right, top + 169}}, commands);
  const float from = flat ? middle + 16 : left, spread = stacked ? box.max.y - 213 : flat ? box.min.y + 36 : box.min.y + 214;
  const Activity* const staged = staged_activity(workshop);
  const bool asks = staged != nullptr && collects_inputs(workshop, *staged) && staged->phase != Phase::planned && !is_over(workshop, *staged);
  const Activity* const decide = staged_decide(workshop);
  Box row{{from, spread - 12}, {right, spread + 36}};
  if (asks) draw_progress(frame, workshop, state, ui, {{from, spread}, {right, spread + 40}}, commands);
  else if (const Activity* const open = left_open(workshop); open != nullptr && next_step(workshop).kind != NextStep::Kind::back) {
    const float pill = decide != nullptr ? row.center().x + 8 : from - 8;  // both have their half
    draw_left_open(frame, workshop, *open, state.stage.elsewhere, {{pill, spread - 12}, {right + 8, spread + 36}}, commands);
    row.max.x = row.center().x - 8;
  }
  if (decide != nullptr) draw_way_to_decisions(frame, workshop, *decide, row, ui);
  const float moment = flat ? spread + 54 : spread + 63;
  draw_moment_button(frame, workshop, state, ui, {{from, moment}, {right, moment + touch::moment_button}}, commands);
  draw_after(frame, workshop, {(from + right) / 2, moment + 112}, right - from, commands);
}

}  // namespace standpoint
