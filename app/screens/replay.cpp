// Draws the replay screen: top bar, the moment, and the transport below. The list is in replay_list.cpp, the timeline in
// replay_timeline.cpp. Called by app.cpp; it changes only its own ReplayUi.
#include "app/screens/replay.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/replay_parts.h"
#include "app/screens/time_words.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/notices.h"
#include "app/widgets/timer.h"

namespace standpoint {
namespace {

constexpr float bar_middle = 36, title_left = 88, edge = 32, below_bar = 84, list_width = 396, narrow_list = 320, narrow = 1500, title_least = 200;

float bottom_top_of(const Frame& frame) { return frame.size.y - desk::timeline_height; }

// Board and list side by side; on a window that is higher than wide, the list below the board.
struct ReplayLayout {
  Box board, list;
};
ReplayLayout layout_of(const Frame& frame, float top) {
  const float right = frame.size.x - edge, bottom = bottom_top_of(frame);
  if (frame.size.y > frame.size.x) {
    const float split = top + (bottom - top) * 0.55F;
    return {{{desk::margin, top + 4}, {frame.size.x - desk::margin, split}}, {{edge, split + space::s6}, {right, bottom - space::s6}}};
  }
  const float wide = frame.size.x < narrow ? narrow_list : list_width;
  return {{{desk::margin, top + 4}, {right - wide - edge, bottom - 28}}, {{right - wide, below_bar}, {right, bottom - space::s6}}};
}

std::string facts_of(const Workshop& latest, const ReplayTimeline& timeline) {
  const auto people = std::count_if(latest.seats.begin(), latest.seats.end(),
                                    [](const Seat& seat) { return seat.role == Role::participant; });
  return date_words(timeline.start_ms) + ", " + duration_words((timeline.end_ms - timeline.start_ms) / 60'000) + ", " +
         std::to_string(people) + (people == 1 ? " participant" : " participants");
}

// The boards to choose from, ending at `right`. Returns where they begin.
float draw_board_choice(const Frame& frame, const Workshop& workshop, float right, ReplayUi& ui) {
  if (workshop.boards.size() < 2) return right;
  std::vector<std::string> names;
  int selected = 0;
  const BoardId shown = ui.board ? ui.board : workshop.stage.board;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, workshop.boards.size()); ++i) {
    names.push_back(workshop.boards[i].title);
    if (workshop.boards[i].id == shown) selected = static_cast<int>(i);
  }
  float width = 8;
  for (const std::string& name : names) width += label_width(frame.painter, name, desk_type::label_strong) + 40;
  width = std::min(width, right - title_left - title_least);
  const Box box = box_at(right - width, bar_middle - control::segment_track / 2, width, control::segment_track);
  if (const auto chosen = segmented(frame, "boards", box, names, selected))
    ui.board = workshop.boards[static_cast<std::size_t>(*chosen)].id;
  return box.min.x;
}

void draw_top(const Frame& frame, const Replay& replay, const Workshop& workshop, ReplayUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  if (icon_button(frame, "Back to sessions", box_at(20, bar_middle - 24, 56, 48), Icon::arrow_left, {ButtonKind::quiet})) commands.ask(GoHome{});
  const ButtonLook look{ButtonKind::secondary, Icon::export_file};
  const float width = button_width(frame, "Export", look);
  if (button(frame, "Export", box_at(frame.size.x - edge - width, bar_middle - touch::min_target / 2, width, touch::min_target), look)) commands.ask(AskToExport{});
  const float end = draw_board_choice(frame, workshop, frame.size.x - edge - width - space::s4, ui) - space::s5;
  const std::string& title = replay.latest().title;
  const float title_room = std::min(560.0F, end - title_left), title_width = std::min(title_room, label_width(frame.painter, title, desk_type::heading));
  draw_label(frame.painter, {title_left, bar_middle}, title, {desk_type::heading, theme.ink.primary, Align::left, Anchor::middle}, title_room);
  const float facts = title_left + title_width + 14;
  if (end - facts > 80)
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
  const std::uint64_t n = replay.last_at_or_before(static_cast<std::int64_t>(start + ui.playhead_ms));
  if (n != ui.at) {
    const double playhead = ui.playhead_ms;
    seek(ui, replay, n);
    ui.playhead_ms = playhead;
  }
  if (n >= replay.last_sequence()) ui.playing = false;
  commands.ask(AnimateUntil{frame.seconds + 0.1});
}

void draw_transport(const Frame& frame, const Replay& replay, ReplayUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const float y = bottom_top_of(frame) + 44;
  if (icon_button(frame, "One event back", box_at(44, y - 28, 56, 56), Icon::skip_back, {ButtonKind::quiet, {}, ui.at > 0, false, false, 24, true})) move_by(ui, replay, -1);
  const Box play = box_at(112, y - 28, 64, 56);
  if (tap_area(frame, ui.playing ? "Pause" : "Play", play)) {
    if (!ui.playing && ui.at >= replay.last_sequence()) seek(ui, replay, 0);
    ui.playing = !ui.playing;
    ui.last_seconds = frame.seconds;
    commands.ask(AnimateUntil{frame.seconds + 0.1});
  }
  frame.painter.fill_box(play, 28, color_of(look_of_item(frame), theme.accent.base, theme.accent.hover, theme.accent.pressed));
  frame.painter.icon(play.center(), ui.playing ? Icon::pause : Icon::play, Face::icon_fill, 26, theme.accent.on);
  draw_focus_ring(frame, play, 28);
  if (icon_button(frame, "One event on", box_at(188, y - 28, 56, 56), Icon::skip_forward, {ButtonKind::quiet, {}, ui.at < replay.last_sequence(), false, false, 24, true}))
    move_by(ui, replay, 1);
  const std::string now = clock_words(static_cast<std::int64_t>(ui.playhead_ms));
  frame.painter.text({264, y}, now, {desk_type::title, theme.ink.primary, Align::left, Anchor::middle, {}, true});
  const float digits = frame.painter.text_width(now, desk_type::title, true);
  frame.painter.text({264 + digits + 16, y}, "of " + clock_words(ui.timeline->end_ms - ui.timeline->start_ms),
                     {desk_type::body_medium, theme.ink.secondary, Align::left, Anchor::middle, {}, true});
  std::vector<std::string> speeds;
  int selected = 0;
  for (std::size_t i = 0; i < replay_look::speeds.size(); ++i) {
    speeds.push_back(std::to_string(replay_look::speeds[i]) + "×");
    if (replay_look::speeds[i] == ui.speed) selected = static_cast<int>(i);
  }
  const float width = 58.0F * static_cast<float>(speeds.size());
  if (const auto chosen = segmented(frame, "speed", box_at(frame.size.x - desk::margin - width, y - 24, width, control::segment_track), speeds, selected))
    ui.speed = replay_look::speeds[static_cast<std::size_t>(*chosen)];
}

void take_keys(const Frame& frame, const Replay& replay, ReplayUi& ui, Commands& commands) {
  const bool back = key_of_screen(ImGuiKey_PageUp, true), on = key_of_screen(ImGuiKey_PageDown, true);
  const bool first = key_of_screen(ImGuiKey_Home), last = key_of_screen(ImGuiKey_End);
  if (ImGui::GetIO().WantTextInput) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) commands.ask(GoHome{});
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

std::string clock_words(std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, ms) / 1000;
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  return two(seconds / 60) + ":" + two(seconds % 60);
}

void seek(ReplayUi& ui, const Replay& replay, std::uint64_t n) {
  ui.at = std::min(n, replay.last_sequence());
  ui.workshop.reset();
  const std::int64_t start = replay.last_sequence() == 0 ? 0 : replay.time_of(1);
  ui.playhead_ms = ui.at == 0 ? 0 : static_cast<double>(replay.time_of(ui.at) - start);
}

void draw_replay(const Frame& outer, const Replay& replay, std::string_view banner, ReplayUi& ui, const DrawMoment& draw_moment, Commands& commands) {
  const Frame frame = outer.desk();
  if (!ui.timeline) ui.timeline = timeline_of(replay, timeline_bins);
  take_keys(frame, replay, ui, commands);
  advance(frame, replay, ui, commands);
  if (!ui.workshop) ui.workshop = replay.at(ui.at);
  const Workshop& workshop = *ui.workshop;

  Frame moment = frame;
  moment.read_only = true;
  moment.chrome = false;
  moment.now_ms = ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms);
  const ReplayLayout layout = layout_of(frame, below_bar);
  moment.area = layout.board;
  if (!banner.empty()) {
    draw_banner(frame, box_at(layout.board.min.x, below_bar, layout.board.width(), control::banner_height), banner, Tone::warning, Icon::warning);
    moment.area.min.y += control::banner_height + 12;
  }
  const BoardId board = ui.board ? ui.board : workshop.stage.board;
  draw_moment(moment, workshop, board);
  if (!ui.workshop) return;

  const float bottom_top = bottom_top_of(frame);
  draw_happened(frame, replay, ui, layout.list);
  frame.painter.fill_box({{0, bottom_top}, frame.size}, 0, frame.theme.bg.surface);
  frame.painter.line({0, bottom_top}, {frame.size.x, bottom_top}, {frame.theme.line.hair, line_width::hair});
  draw_top(frame, replay, workshop, ui, commands);
  draw_transport(frame, replay, ui, commands);
  draw_timeline(frame, replay, ui, {{desk::margin, bottom_top + 92}, {frame.size.x - desk::margin, frame.size.y - 14}});
}

}  // namespace standpoint
