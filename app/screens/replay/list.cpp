// "What happened": the events round the moment in plain words, of everybody or of one person.
#include <algorithm>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/replay/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/tip.h"

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
  if (found != ui.story.end()) return found->second;
  StoryLine line = story_of(replay.at(n - 1), replay.event(n));
  if (const std::string note = set_back_words(replay, n); !note.empty()) line.detail = note + (line.detail.empty() ? "" : ". ") + line.detail;
  return ui.story.emplace(n, std::move(line)).first->second;
}

void draw_row(const Frame& frame, const Replay& replay, ReplayUi& ui, Box row, std::uint64_t n) {
  const Theme& theme = frame.theme;
  const bool current = n == ui.at;
  const StoryLine line = line_of(replay, ui, n);
  ImGui::PushID(static_cast<int>(n));
  if (tap_area(frame, line.what.c_str(), row)) seek(ui, replay, n);
  if (current) frame.painter.fill_box(row, radius::tooltip, theme.accent.soft);
  else frame.painter.fill_box(row, radius::tooltip, theme.bg.sunken.with_alpha(0.6F * look_of_item(frame).hover));
  draw_focus_ring(frame, row, radius::tooltip);
  const float first = line.detail.empty() ? row.center().y : row.min.y + 20;  // the middle of the first line
  const std::string time = told_moment(*ui.timeline, replay.time_of(n));
  tip(frame, row, moment_in_full(*ui.timeline, replay.time_of(n)) + ": " + line.what + (line.detail.empty() ? "" : ". " + line.detail));
  frame.painter.text({row.min.x + 12, first}, time,
                     {desk_type::caption, current ? theme.accent.ink : theme.ink.tertiary, Align::left, Anchor::middle, {}, true});
  const float words = 24 + frame.painter.text_width(told_moment(*ui.timeline, ui.timeline->end_ms), desk_type::caption, true);
  const float room = row.width() - words - 10;
  draw_label(frame.painter, {row.min.x + words, first}, line.what,
             {current ? desk_type::label_strong : desk_type::label, theme.ink.primary, Align::left, Anchor::middle}, room);
  if (!line.detail.empty())
    draw_label(frame.painter, {row.min.x + words, first + 22}, line.detail, {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle}, room);
  ImGui::PopID();
}

constexpr float avatar_pitch = 46, avatar_radius = 20, number_width = 34;

void draw_person(const Frame& frame, const Seat& seat, Vec centre, ReplayUi& ui) {
  ImGui::PushID(static_cast<int>(seat.id.value));
  const Box area = box_around(centre, avatar_pitch / 2, touch::min_target / 2);
  if (tap_area(frame, seat.name.c_str(), area)) ui.only = ui.only == seat.id ? SeatId{} : seat.id;
  tip(frame, area, seat.name);
  draw_avatar(frame, centre, avatar_radius, seat.name);
  if (ui.only == seat.id) frame.painter.stroke_circle(centre, avatar_radius + 2, {frame.theme.accent.base, line_width::selected});
  draw_focus_ring(frame, area, touch::min_target / 2);
  ImGui::PopID();
}

// As many as there is room for, whoever is listed alone among them; the rest is a number that opens the list of all.
void draw_people(const Frame& frame, const Workshop& latest, ReplayUi& ui, Box box) {
  std::vector<const Seat*> people = people_of(latest);
  const auto shown = static_cast<std::size_t>((box.width() - 44 - number_width + avatar_pitch - 2 * avatar_radius) / avatar_pitch);
  const Vec first = box.min + Vec{42, 90};
  if (people.size() > shown)
    std::stable_partition(people.begin(), people.end(), [&](const Seat* seat) { return seat->id == ui.only; });
  const std::size_t until = std::min(people.size(), shown);
  for (std::size_t i = 0; i < until; ++i) draw_person(frame, *people[i], first + Vec{static_cast<float>(i) * avatar_pitch, 0}, ui);
  if (people.size() == until) return;
  const Box area{{first.x + static_cast<float>(until) * avatar_pitch - avatar_pitch / 2, first.y - touch::min_target / 2}, {box.max.x - 10, first.y + touch::min_target / 2}};
  if (tap_area(frame, "More people", area)) choose(ui, ReplayUi::Choosing::person);
  tip(frame, area, "All " + std::to_string(people.size()) + " people");
  const Color ink = mix(frame.theme.ink.secondary, frame.theme.ink.primary, look_of_item(frame).hover);
  draw_label(frame.painter, area.center(), "+" + std::to_string(people.size() - until), {desk_type::caption_strong, ink, Align::center, Anchor::middle});
  draw_focus_ring(frame, area, radius::control);
}

// Whose events are listed; a tap opens the list of everybody.
void draw_whose(const Frame& frame, const Replay& replay, ReplayUi& ui, Vec right_middle, float widest) {
  const std::string who = whose_words(replay.latest(), ui);
  constexpr float sign = 44, hair = 1;  // a hair more than it is wide, or rounding cuts it
  const float width = std::min(widest, label_width(frame.painter, who, desk_type::caption_strong) + sign + hair);
  const Box area = box_at(right_middle.x - width, right_middle.y - touch::min_target / 2, width, touch::min_target);
  if (tap_area(frame, (who + "##who").c_str(), area)) choose(ui, ReplayUi::Choosing::person);
  tip(frame, area, ui.only ? who + ". Whose events are listed" : "Whose events are listed");
  const Box seen{{area.min.x, right_middle.y - 18}, {area.max.x, right_middle.y + 18}};
  const Theme& theme = frame.theme;
  const ItemLook item = look_of_item(frame);
  frame.painter.fill_box(seen, seen.height() / 2, mix(theme.accent.soft, theme.accent.soft_line, 0.4F * item.hover));
  frame.painter.icon({seen.min.x + 19, right_middle.y}, Icon::funnel_simple, Face::icon_bold, 18, theme.accent.ink);
  draw_label(frame.painter, {seen.min.x + 32, right_middle.y}, who, {desk_type::caption_strong, theme.accent.ink, Align::left, Anchor::middle}, width - sign);
  draw_focus_ring(frame, seen, seen.height() / 2);
}

}  // namespace

std::vector<const Seat*> people_of(const Workshop& workshop) {
  std::vector<const Seat*> people;  // participants first: the room before who leads it
  for (const Seat& seat : workshop.seats)
    if (seat.role != Role::stage) people.push_back(&seat);
  std::stable_partition(people.begin(), people.end(), [](const Seat* seat) { return seat->role == Role::participant; });
  return people;
}

std::string whose_words(const Workshop& latest, const ReplayUi& ui) {
  const Seat* only = find(latest, ui.only);
  return only == nullptr ? "Everyone" : only->name;
}

void draw_happened(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box) {
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  constexpr std::string_view title = "What happened";
  draw_label(frame.painter, box.min + Vec{22, 38}, title, {desk_type::section, theme.ink.primary, Align::left, Anchor::middle});
  draw_whose(frame, replay, ui, {box.max.x - 22, box.min.y + 38}, box.width() - 2 * 22 - touch::gap - label_width(frame.painter, title, desk_type::section));
  draw_people(frame, replay.latest(), ui, box);
  frame.painter.line({box.min.x, box.min.y + 124}, {box.max.x, box.min.y + 124}, {theme.line.hair, line_width::hair});

  const Box list{{box.min.x + 10, box.min.y + 132}, {box.max.x - 10, box.max.y - 12}};
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
    draw_empty_lines(frame, {list.center().x, list.min.y + std::min(120.0F, list.height() / 3)}, ui.only ? "Nothing by " + whose_words(replay.latest(), ui) : "Nothing happened yet",
                     ui.only ? "Choose somebody else above." : "Press play, or drag the timeline.", list.width());
  float y = list.min.y;
  for (const std::uint64_t n : shown) {
    draw_row(frame, replay, ui, box_at(list.min.x, y, list.width(), row_height), n);
    y += row_height;
  }
}

}  // namespace standpoint
