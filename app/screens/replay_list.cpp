// "What happened": the events round the moment in plain words, of everybody or of one person.
#include <algorithm>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/replay_parts.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr float row_height = 61;

bool is_shown(const ReplayUi& ui, std::uint64_t n) {
  return !ui.only || ui.timeline->by[static_cast<std::size_t>(n - 1)] == ui.only;
}

// The numbers of `rows` events to list, the current one a little above the middle.
std::vector<std::uint64_t> window_of(const Replay& replay, const ReplayUi& ui, int rows) {
  std::vector<std::uint64_t> shown;
  std::uint64_t n = ui.at;
  while (n >= 1 && static_cast<int>(shown.size()) <= rows / 2) {
    if (is_shown(ui, n)) shown.push_back(n);
    --n;
  }
  std::uint64_t before = n;
  std::reverse(shown.begin(), shown.end());
  for (n = ui.at + 1; n <= replay.last_sequence() && static_cast<int>(shown.size()) < rows; ++n)
    if (is_shown(ui, n)) shown.push_back(n);
  for (; before >= 1 && static_cast<int>(shown.size()) < rows; --before)  // near the end: fill up with earlier ones
    if (is_shown(ui, before)) shown.insert(shown.begin(), before);
  return shown;
}

const StoryLine& line_of(const Replay& replay, ReplayUi& ui, std::uint64_t n) {
  constexpr std::size_t kept = 512;  // the lines near the moment; more would only be memory
  if (ui.story.size() > kept) ui.story.clear();
  auto found = ui.story.find(n);
  if (found == ui.story.end()) found = ui.story.emplace(n, story_of(replay.at(n - 1), replay.event(n))).first;
  return found->second;
}

void draw_row(const Frame& frame, const Replay& replay, ReplayUi& ui, Box row, std::uint64_t n) {
  const Theme& theme = frame.theme;
  const bool current = n == ui.at;
  const StoryLine line = line_of(replay, ui, n);
  ImGui::PushID(static_cast<int>(n));
  if (tap_area(frame, line.what.c_str(), row)) seek(ui, replay, n);
  if (current) frame.painter.fill_box(row, radius::tooltip, theme.accent.soft);
  else if (ImGui::IsItemHovered()) frame.painter.fill_box(row, radius::tooltip, theme.bg.sunken.with_alpha(0.6F));
  draw_focus_ring(frame, row, radius::tooltip);
  const float top = row.min.y + (line.detail.empty() ? 20.0F : 9.0F);
  const bool future = n > ui.at;
  frame.painter.text({row.min.x + 12, top + 11}, clock_words(replay.time_of(n) - ui.timeline->start_ms),
                     {desk_type::caption, current ? theme.accent.ink : theme.ink.tertiary, Align::left, Anchor::middle, {}, true});
  const Color ink = current ? theme.accent.ink : future ? theme.ink.secondary : theme.ink.primary;
  draw_label(frame.painter, {row.min.x + 70, top}, line.what, {current ? desk_type::label_strong : desk_type::label, ink}, row.width() - 80);
  if (!line.detail.empty())
    draw_label(frame.painter, {row.min.x + 70, top + 23}, line.detail,
               {desk_type::caption, current ? theme.accent.ink : theme.ink.secondary}, row.width() - 80);
  ImGui::PopID();
}

void draw_people(const Frame& frame, const Workshop& latest, ReplayUi& ui, Box box) {
  float x = box.min.x + 46;
  int more = 0;
  for (const Seat& seat : latest.seats) {
    if (seat.role == Role::stage) continue;
    if (x > box.max.x - 80) {
      ++more;
      continue;
    }
    ImGui::PushID(static_cast<int>(seat.id.value));
    const Box area = box_around({x, box.min.y + 92}, 23, 24);
    if (tap_area(frame, seat.name.c_str(), area)) ui.only = ui.only == seat.id ? SeatId{} : seat.id;
    draw_avatar(frame, area.center(), 20, seat.name);
    if (ui.only == seat.id) frame.painter.stroke_circle(area.center(), 22, {frame.theme.accent.base, line_width::selected});
    draw_focus_ring(frame, area, 24);
    ImGui::PopID();
    x += 47;
  }
  if (more > 0)
    draw_label(frame.painter, {x - 12, box.min.y + 92}, "+" + std::to_string(more), {desk_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle});
}

}  // namespace

void draw_happened(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box) {
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  draw_label(frame.painter, box.min + Vec{24, 24}, "What happened", {desk_type::heading, theme.ink.primary});
  const Seat* only = find(replay.latest(), ui.only);
  const std::string who = (only == nullptr ? "Everyone" : only->name) + "##who";
  const float width = chip_width(frame, who, true);
  if (chip(frame, who.c_str(), {box.max.x - 22 - width, box.min.y + 14}, true, Icon::funnel_simple)) ui.only = {};
  draw_people(frame, replay.latest(), ui, box);
  frame.painter.line({box.min.x, box.min.y + 124}, {box.max.x, box.min.y + 124}, {theme.line.hair, line_width::thin});

  const Box list{{box.min.x + 10, box.min.y + 136}, {box.max.x - 10, box.max.y - 12}};
  const int rows = static_cast<int>(list.height() / row_height);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel != 0 && list.contains(frame.design_from_screen({mouse.x, mouse.y}))) {
    const auto target = static_cast<std::int64_t>(ui.at) - static_cast<std::int64_t>(wheel * 3);
    seek(ui, replay, static_cast<std::uint64_t>(std::clamp<std::int64_t>(target, 0, static_cast<std::int64_t>(replay.last_sequence()))));
    return;
  }
  const std::vector<std::uint64_t> shown = window_of(replay, ui, rows);
  if (shown.empty())
    draw_empty_lines(frame, {list.center().x, list.min.y + 120}, "Nothing happened yet", "Press play, or drag the timeline.");
  float y = list.min.y;
  for (const std::uint64_t n : shown) {
    draw_row(frame, replay, ui, box_at(list.min.x, y, list.width(), row_height - 2), n);
    y += row_height;
  }
}

}  // namespace standpoint
