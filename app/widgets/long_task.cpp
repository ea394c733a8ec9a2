// Draws the panel of screen 17. See long_task.h.
#include "app/widgets/long_task.h"

#include <algorithm>
#include <string>

#include "app/paint/label.h"
#include "app/theme.h"
#include "app/widgets/controls.h"

namespace standpoint {

bool draw_long_task(const Frame& frame, Box box, const LongTask& task) {
  const Theme& theme = frame.theme;
  draw_elevation(frame.painter, theme, box, radius::panel, theme.shadow_overlay);
  frame.painter.fill_box(box, radius::panel, theme.dark ? theme.bg.raised : theme.bg.surface);
  const float left = box.min.x + space::s5, right = box.max.x - space::s5, share = std::clamp(task.share, 0.0F, 1.0F);
  draw_label(frame.painter, {left, box.min.y + 30}, task.what, {desk_type::body_strong, theme.ink.primary, Align::left, Anchor::middle}, right - left - 80);
  frame.painter.text({right, box.min.y + 30}, std::to_string(static_cast<int>(share * 100)) + " %",
                     {desk_type::body_strong, theme.ink.primary, Align::right, Anchor::middle, {}, true});
  const Box track{{left, box.min.y + 54}, {right, box.min.y + 62}};
  frame.painter.fill_box(track, 4, theme.bg.sunken);
  frame.painter.fill_box({track.min, {left + std::max(8.0F, track.width() * share), track.max.y}}, 4, theme.accent.base);
  const float cancel = label_width(frame.painter, "Cancel", desk_type::label_strong);
  const Box target{{right - cancel - space::s4, box.max.y - touch::min_target}, {right + space::s4, box.max.y}};
  const bool cancelled = tap_area(frame, "Cancel##task", target);
  draw_label(frame.painter, {right, box.min.y + 84}, "Cancel", {desk_type::label_strong, theme.accent.ink, Align::right, Anchor::middle});
  draw_focus_ring(frame, target, radius::control);
  draw_label(frame.painter, {left, box.min.y + 84}, task.facts, {desk_type::label, theme.ink.secondary, Align::left, Anchor::middle},
             right - left - cancel - space::s6);
  return cancelled;
}

}  // namespace standpoint
