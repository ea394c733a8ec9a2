// Draws the replay screen: top bar, the moment, and the transport below. The list is in list.cpp, the timeline in
// timeline.cpp. Called by shell/app.cpp; it changes only its own ReplayUi.
#include "app/screens/replay/replay.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/replay/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/notices.h"
#include "app/widgets/time_words.h"
#include "app/widgets/tip.h"

namespace standpoint {
namespace {

constexpr float bar_middle = 36, bar_height = 84, title_left = 88, edge = 32, speed_width = 58;
constexpr float list_width = 396, list_narrow = 320, wide_enough = 1500;

// Board and list side by side; on a window that is higher than wide, the list below the board.
struct Layout {
  Box moment, list, bottom;
};
Layout layout_of(Vec size) {
  const float bottom = size.y - desk::timeline_height, right = size.x - edge;
  const Box below{{0, bottom}, size};
  if (size.y > size.x) {
    const float split = bar_height + (bottom - bar_height) * 0.55F;
    return {{{desk::margin, bar_height + space::s1}, {size.x - desk::margin, split}}, {{edge, split + space::s6}, {right, bottom - space::s6}}, below};
  }
  const float list = size.x < wide_enough ? list_narrow : list_width;
  return {{{desk::margin, bar_height + space::s1}, {right - list - edge, bottom - 28}}, {{right - list, bar_height}, {right, bottom - space::s6}}, below};
}

std::string facts_of(const Workshop& latest, const ReplayTimeline& timeline) {
  const auto people = std::count_if(latest.seats.begin(), latest.seats.end(),
                                    [](const Seat& seat) { return seat.role == Role::participant; });
  return date_words(timeline.start_ms) + ", " + duration_words((timeline.end_ms - timeline.start_ms) / 60'000) + ", " +
         std::to_string(people) + (people == 1 ? " participant" : " participants");
}

bool of_many_days(const ReplayTimeline& timeline) { return timeline.end_ms - timeline.start_ms > 2 * std::int64_t{86'400'000}; }

// As tabs where they fit, else one button that opens a list of them. Ends at `right`; returns where it begins.
float draw_board_choice(const Frame& frame, const Workshop& workshop, float right, float room, ReplayUi& ui) {
  if (workshop.boards.size() < 2) return right;
  std::vector<std::string> names;
  int selected = -1;
  const BoardId shown = ui.board ? ui.board : workshop.stage.board;
  float width = 8;
  for (std::size_t i = 0; i < workshop.boards.size(); ++i) {
    names.push_back(workshop.boards[i].title);
    width += label_width(frame.painter, names.back(), desk_type::label_strong) + 40;
    if (workshop.boards[i].id == shown) selected = static_cast<int>(i);
  }
  if (width <= room) {
    const Box box = box_at(right - width, bar_middle - control::segment_track / 2, width, control::segment_track);
    if (const auto chosen = segmented(frame, "boards", box, names, selected)) ui.board = workshop.boards[static_cast<std::size_t>(*chosen)].id;
    return box.min.x;
  }
  const ButtonLook look{ButtonKind::secondary, Icon::caret_down, true, false, ui.choosing == ReplayUi::Choosing::board};
  const std::string label = std::to_string(names.size()) + " boards";
  const float narrow = button_width(frame, label, look);
  const Box box = box_at(right - narrow, bar_middle - touch::min_target / 2, narrow, touch::min_target);
  if (button(frame, (label + "##boards").c_str(), box, look)) choose(ui, ReplayUi::Choosing::board);
  tip(frame, box, selected < 0 ? "Choose the board to look at" : names[static_cast<std::size_t>(selected)]);
  return box.min.x;
}

void draw_top(const Frame& frame, const Replay& replay, const Workshop& workshop, ReplayUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const float right_edge = frame.size.x - edge;
  if (icon_button(frame, "Back to sessions", box_at(20, bar_middle - 24, 56, 48), Icon::arrow_left, {ButtonKind::quiet})) commands.ask(GoHome{});
  const ButtonLook look{ButtonKind::secondary, Icon::export_file};
  const float width = button_width(frame, "Export", look);
  if (button(frame, "Export", box_at(right_edge - width, bar_middle - touch::min_target / 2, width, touch::min_target), look)) commands.ask(AskToExport{});
  const float boards = right_edge - width - space::s4;
  const float end = draw_board_choice(frame, workshop, boards, (boards - title_left) * 0.6F, ui) - space::s5;
  const std::string& title = replay.latest().title;
  const float title_room = std::min(560.0F, end - title_left), title_width = std::min(title_room, label_width(frame.painter, title, desk_type::heading));
  draw_label(frame.painter, {title_left, bar_middle}, title, {desk_type::heading, theme.ink.primary, Align::left, Anchor::middle}, title_room);
  const float facts = title_left + title_width + 14;
  if (end - facts > 160)
    draw_label(frame.painter, {facts, bar_middle + 3}, facts_of(replay.latest(), *ui.timeline),
               {desk_type::label, theme.ink.secondary, Align::left, Anchor::middle}, end - facts);
}

void move_by(ReplayUi& ui, const Replay& replay, int events) {
  const auto n = static_cast<std::int64_t>(ui.at) + events;
  seek(ui, replay, static_cast<std::uint64_t>(std::clamp<std::int64_t>(n, 0, static_cast<std::int64_t>(replay.last_sequence()))));
}

void advance(const Frame& frame, const Replay& replay, ReplayUi& ui, Commands& commands) {
  if (!ui.playing) return;
  const double step = std::clamp(frame.seconds - ui.last_seconds, 0.0, 0.25) * 1000.0 * ui.speed;
  ui.last_seconds = frame.seconds;
  ui.playhead_ms += step;
  const auto start = static_cast<double>(ui.timeline->start_ms);
  for (const ReplayTimeline::Stretch& stretch : ui.timeline->stretches)  // nobody waits through a folded one
    if (const double head = start + ui.playhead_ms; stretch.folded && head >= static_cast<double>(stretch.from_ms) && head < static_cast<double>(stretch.to_ms))
      ui.playhead_ms = static_cast<double>(stretch.to_ms) - start;
  const std::uint64_t n = replay.last_at_or_before(static_cast<std::int64_t>(start + ui.playhead_ms));
  if (n != ui.at) {
    const double playhead = ui.playhead_ms;
    seek(ui, replay, n);
    ui.playhead_ms = playhead;
  }
  if (n >= replay.last_sequence()) ui.playing = false;
  commands.ask(AnimateUntil{frame.seconds + 0.1});
}

void draw_play(const Frame& frame, const Replay& replay, ReplayUi& ui, Box play, Commands& commands) {
  const Theme& theme = frame.theme;
  if (tap_area(frame, ui.playing ? "Pause" : "Play", play)) {
    if (!ui.playing && ui.at >= replay.last_sequence()) seek(ui, replay, 0);
    ui.playing = !ui.playing;
    ui.last_seconds = frame.seconds;
    commands.ask(AnimateUntil{frame.seconds + 0.1});
  }
  tip(frame, play, ui.playing ? "Pause (K)" : "Play (K)");
  frame.painter.fill_box(play, 28, color_of(look_of_item(frame), theme.accent.base, theme.accent.hover, theme.accent.pressed));
  frame.painter.icon(play.center(), ui.playing ? Icon::pause : Icon::play, Face::icon_fill, 26, theme.accent.on);
  draw_focus_ring(frame, play, 28);
}

// "1:24:16 of 9:00:00, 14:24": since the start, of how long, and by the clock; of many days "14:24, Mon 30 Nov 2026".
void draw_time(const Frame& frame, const ReplayUi& ui, Vec at, float right) {
  const Theme& theme = frame.theme;
  const ReplayTimeline& timeline = *ui.timeline;
  const std::int64_t ms = timeline.start_ms + static_cast<std::int64_t>(ui.playhead_ms);
  frame.painter.text(at, told_moment(timeline, ms), {desk_type::title, theme.ink.primary, Align::left, Anchor::middle, {}, true});
  // The digits' own room, so that nothing moves while it plays.
  const float after = at.x + frame.painter.text_width(told_moment(timeline, timeline.end_ms), desk_type::title, true) + 16;
  const TextLook beside{desk_type::body_medium, theme.ink.secondary, Align::left, Anchor::middle, {}, true};
  if (of_many_days(timeline)) return frame.painter.text({after, at.y}, date_words(timeline.by_file(ms)), beside);
  const std::string of = "of " + clock_words(timeline.end_ms - timeline.start_ms), by_clock = ", " + moment_words(timeline.by_file(ms));
  const bool room = after + frame.painter.text_width(of + by_clock, desk_type::body_medium, true) < right;
  frame.painter.text({after, at.y}, room ? of + by_clock : of, beside);
}

void draw_transport(const Frame& frame, const Replay& replay, ReplayUi& ui, Box bottom, Commands& commands) {
  const float y = bottom.min.y + 44;
  const ButtonLook back{ButtonKind::quiet, {}, ui.at > 0, false, false, 24, true, 0, "This is the beginning."};
  const ButtonLook on{ButtonKind::quiet, {}, ui.at < replay.last_sequence(), false, false, 24, true, 0, "This is the end."};
  if (icon_button(frame, "One event back", box_at(44, y - 28, 56, 56), Icon::skip_back, back)) move_by(ui, replay, -1);
  draw_play(frame, replay, ui, box_at(112, y - 28, 64, 56), commands);
  if (icon_button(frame, "One event on", box_at(188, y - 28, 56, 56), Icon::skip_forward, on)) move_by(ui, replay, 1);
  std::vector<std::string> speeds;
  int selected = 0;
  for (std::size_t i = 0; i < replay_look::speeds.size(); ++i) {
    speeds.push_back(std::to_string(replay_look::speeds[i]) + "×");
    if (replay_look::speeds[i] == ui.speed) selected = static_cast<int>(i);
  }
  const float width = speed_width * static_cast<float>(speeds.size());
  const Box speed = box_at(bottom.max.x - desk::margin - width, y - 24, width, control::segment_track);
  draw_time(frame, ui, {264, y}, speed.min.x - space::s4);
  if (const auto chosen = segmented(frame, "speed", speed, speeds, selected)) ui.speed = replay_look::speeds[static_cast<std::size_t>(*chosen)];
}

void take_keys(const Frame& frame, const Replay& replay, ReplayUi& ui, Commands& commands) {
  const bool back = key_of_screen(ImGuiKey_PageUp, true), on = key_of_screen(ImGuiKey_PageDown, true);
  const bool first = key_of_screen(ImGuiKey_Home), last = key_of_screen(ImGuiKey_End);
  if (ImGui::GetIO().WantTextInput) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    if (ui.choosing != ReplayUi::Choosing::nothing) ui.choosing = ReplayUi::Choosing::nothing;
    else commands.ask(GoHome{});
  }
  if (back) move_by(ui, replay, -1);
  if (on) move_by(ui, replay, 1);
  if (first) seek(ui, replay, 0);
  if (last) seek(ui, replay, replay.last_sequence());
  if (ImGui::IsKeyPressed(ImGuiKey_K, false)) {
    ui.playing = !ui.playing;
    ui.last_seconds = frame.seconds;
    commands.ask(AnimateUntil{frame.seconds + 0.1});
  }
}

}  // namespace

std::string told_moment(const ReplayTimeline& timeline, std::int64_t ms) {
  return of_many_days(timeline) ? moment_words(timeline.by_file(ms)) : clock_words(ms - timeline.start_ms);
}

std::string moment_in_full(const ReplayTimeline& timeline, std::int64_t ms) {
  return told_moment(timeline, ms) + ", " + (of_many_days(timeline) ? date_words(timeline.by_file(ms)) : moment_words(timeline.by_file(ms)));
}

std::string clock_words(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, ms) / 1000;
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  const std::string hours = seconds < 3600 ? "" : std::to_string(seconds / 3600) + ":";
  return hours + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

void choose(ReplayUi& ui, ReplayUi::Choosing what) {
  ui.choosing = ui.choosing == what ? ReplayUi::Choosing::nothing : what;
  ui.search.clear();
  ui.search_takes_keyboard = true;
  ui.choices = {};
}

void seek(ReplayUi& ui, const Replay& replay, std::uint64_t n) {
  ui.at = std::min(n, replay.last_sequence());
  ui.workshop.reset();
  const std::int64_t start = replay.last_sequence() == 0 ? 0 : replay.time_of(1);
  ui.playhead_ms = ui.at == 0 ? 0 : static_cast<double>(replay.time_of(ui.at) - start);
}

void draw_replay(const Frame& outer, const Replay& replay, std::string_view banner, ReplayUi& ui, const DrawMoment& draw_moment, Commands& commands) {
  const Frame frame = outer.desk();
  Layout layout = layout_of(frame.size);
  const Box line{{desk::margin, layout.bottom.min.y + 92}, {frame.size.x - desk::margin, frame.size.y - 14}};
  const int bins = std::max(1, static_cast<int>(line.width() / replay_look::bin));
  if (!ui.timeline || ui.timeline->bins.size() != static_cast<std::size_t>(bins)) ui.timeline = timeline_of(replay, bins);
  take_keys(frame, replay, ui, commands);
  advance(frame, replay, ui, commands);
  if (!ui.workshop) ui.workshop = replay.at(ui.at);
  const Workshop& workshop = *ui.workshop;

  if (!banner.empty()) {
    draw_banner(frame, {{layout.moment.min.x, bar_height}, {layout.moment.max.x, bar_height + control::banner_height}}, banner, Tone::warning, Icon::warning);
    layout.moment.min.y += control::banner_height + 8;
  }
  Frame moment = frame;
  moment.read_only = true;
  moment.chrome = false;
  moment.now_ms = replay.by_file(ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms));
  moment.area = layout.moment;
  const BoardId board = ui.board ? ui.board : workshop.stage.board;
  draw_moment(moment, workshop, board);
  if (!ui.workshop) return;

  if (ui.choosing == ReplayUi::Choosing::nothing) draw_happened(frame, replay, ui, layout.list);
  else draw_choices(frame, replay, workshop, ui, layout.list);
  frame.painter.fill_box(layout.bottom, 0, frame.theme.bg.surface);
  frame.painter.line(layout.bottom.min, {layout.bottom.max.x, layout.bottom.min.y}, {frame.theme.line.hair, line_width::hair});
  draw_top(frame, replay, workshop, ui, commands);
  draw_transport(frame, replay, ui, layout.bottom, commands);
  draw_timeline(frame, replay, ui, line);
}

}  // namespace standpoint
