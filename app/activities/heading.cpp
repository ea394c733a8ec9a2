// Draws the head of a stage screen. See heading.h.
#include "app/activities/heading.h"

#include <algorithm>

#include "app/activities/activities.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"
#include "app/widgets/timer.h"
#include "core/activities/activities.h"
#include "core/insights/story.h"

namespace standpoint {

namespace {

constexpr float timer_room = 552;  // at the right of a title: the timer, its ring and "Time is up"

// The head stands above the area, also where a banner has pushed both down.
float heading_top(const Frame& frame) { return frame.area.min.y - stage::header; }

}  // namespace

Icon icon_of(ActivityKind kind) { return screens_of(kind).icon; }

std::string place_in_agenda(const Workshop& workshop, const Activity& activity) {
  const auto found = std::find(workshop.agenda.begin(), workshop.agenda.end(), activity.id);
  std::string place;
  if (found != workshop.agenda.end())
    place = std::to_string(found - workshop.agenda.begin() + 1) + " of " + std::to_string(workshop.agenda.size());
  const std::string_view phase = activity.phase == Phase::revealed ? "revealed" : activity.phase == Phase::closed ? "closed" : "";
  if (!phase.empty()) place += (place.empty() ? "" : ", ") + std::string(phase);
  return place;
}

void draw_heading(const Frame& frame, Icon icon, std::string_view kicker, std::string_view rest, std::string_view title, float room) {
  const Theme& theme = frame.theme;
  Painter& painter = frame.painter;
  const float left = frame.area.min.x, top = heading_top(frame);
  room = std::min(room, frame.size.x - stage::margin_x - left - timer_room);
  painter.icon({left + 14, top + 59}, icon, Face::icon_fill, 29, theme.accent.base);
  draw_label(painter, {left + 40, top + 60}, kicker, {stage_type::label_strong, theme.ink.secondary, Align::left, Anchor::middle}, room - 40);
  const float after = 40 + label_width(painter, kicker, stage_type::label_strong) + 13;
  if (after < room) draw_label(painter, {left + after, top + 60}, rest, {stage_type::label, theme.ink.tertiary, Align::left, Anchor::middle}, room - after);
  describe(frame, "title", box_at(left, top + 82, room, 52), {.role = ItemRole::heading, .name = title, .level = 1});
  if (label_width(painter, title, stage_type::title) <= room) {
    draw_label(painter, {left, top + 108}, title, {stage_type::title, theme.ink.primary, Align::left, Anchor::middle});
  } else {
    draw_wrapped_label(painter, {left, top + 82}, title, {stage_type::heading, theme.ink.primary}, room, 2);
  }
}

void draw_activity_heading(const Frame& frame, const Workshop& workshop, const Activity& activity, float room) {
  draw_heading(frame, icon_of(activity.kind), words(activity.kind), place_in_agenda(workshop, activity), activity.title, room);
}

bool draw_running_timer(const Frame& frame, const Workshop& workshop, Commands& commands) {
  const Timer& timer = workshop.timer;
  if (!runs_at(timer, frame.now_ms)) return false;
  const std::int64_t remaining = time_left_ms(timer.started_ms, timer.duration_ms, frame.now_ms);
  draw_timer(frame, {frame.size.x - stage::margin_x, heading_top(frame) + 80}, remaining, timer.duration_ms);
  const std::int64_t into = ((remaining % 1000) + 1000) % 1000;
  commands.ask(WakeAt{frame.seconds + static_cast<double>(into == 0 ? 1000 : into) / 1000.0});
  return true;
}

}  // namespace standpoint
