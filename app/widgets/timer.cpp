// Draws the timer of the stage. See timer.h.
#include "app/widgets/timer.h"

#include <algorithm>
#include <numbers>

#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"

namespace standpoint {

std::int64_t time_left_ms(std::int64_t started_ms, std::int64_t duration_ms, std::int64_t now_ms) {
  return std::min(duration_ms, started_ms + duration_ms - now_ms);
}

std::string timer_digits(std::int64_t remaining_ms) {
  const bool over = remaining_ms < 0;
  // Counting down shows the second that is still running; counting up shows those that are full.
  const std::int64_t seconds = over ? -remaining_ms / 1000 : (remaining_ms + 999) / 1000;
  const auto two = [](std::int64_t v) { return (v < 10 ? "0" : "") + std::to_string(v); };
  const std::int64_t hours = seconds / 3600;
  return (over ? "+" : "") + (hours > 0 ? std::to_string(hours) + ":" : "") + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

void draw_timer(const Frame& frame, Vec right, std::int64_t remaining_ms, std::int64_t duration_ms) {
  const Theme& theme = frame.theme;
  const std::string digits = timer_digits(remaining_ms);
  const float width = frame.painter.text_width(digits, stage_type::timer, true);
  frame.painter.text(right, digits, {stage_type::timer, theme.ink.primary, Align::right, Anchor::middle, {}, true});
  // Not a status: nobody wants to hear every second.
  describe(frame, "timer", {{right.x - width - 96, right.y - 36}, {right.x, right.y + 36}},
           {.role = ItemRole::text, .name = (remaining_ms < 0 ? "Time over: " : "Time left: ") + digits});
  const float size = 32;  // radius to the middle of the 8 px stroke: the ring is 72 wide
  const Vec ring{right.x - width - 24 - 36, right.y};
  const Color track = mix(theme.bg.sunken, theme.line.soft, 0.35F);
  frame.painter.stroke_circle(ring, size, {track, 8});
  const bool last_minute = remaining_ms <= 60'000;
  const float left = std::clamp(static_cast<float>(remaining_ms) / static_cast<float>(std::max<std::int64_t>(1, duration_ms)), 0.0F, 1.0F);
  const auto full = 2 * std::numbers::pi_v<float>;
  const float top = -std::numbers::pi_v<float> / 2;
  if (remaining_ms <= 0) {
    frame.painter.stroke_circle(ring, size, {theme.spotlight.base, 8});
    frame.painter.text({right.x - width - 120, right.y}, "Time is up",
                       {stage_type::label_strong, theme.spotlight.ink, Align::right, Anchor::middle});
  } else if (left > 0) {
    frame.painter.arc(ring, size, top, top + full * left,
                      {last_minute ? theme.spotlight.base : theme.accent.base, 8, {}, Cap::round});
  }
}

}  // namespace standpoint
