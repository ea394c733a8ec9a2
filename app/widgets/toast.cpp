// Draws the toast. See toast.h.
#include "app/widgets/toast.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "app/design/theme_forced.h"
#include "app/paint/elevation.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/semantics.h"

namespace standpoint {
namespace {

constexpr float text_left = 56, undo_width = 73, undo_height = 48, line_height = 4, above_the_edge = 72, least = 320, most = 1200;

// What was done is green, who came is marigold; everything else is quiet. Forced colours have the one for it.
Color color_of_icon(const Theme& theme, Icon icon) {
  if (is_forced(theme)) return theme.ink.inverse;
  const Theme& on_ink = inverse_of(theme);
  if (icon == Icon::check_circle) return on_ink.status.success;
  if (icon == Icon::hand_waving) return on_ink.spotlight.base;
  return on_ink.ink.secondary;
}

bool draw_undo(const Frame& frame, Box box) {
  const bool tapped = tap_area(frame, "Undo##toast", box);
  const ItemLook item = look_of_item(frame);
  const Color ink = frame.theme.ink.inverse;
  frame.painter.fill_box(box, radius::control, color_of(item, ink.with_alpha(0.12F), ink.with_alpha(0.2F), ink.with_alpha(0.28F)));
  draw_label(frame.painter, box.center(), "Undo", {desk_type::label_strong, ink, Align::center, Anchor::middle});
  draw_focus_ring(frame, box, radius::control);
  return tapped;
}

}  // namespace

bool draw_toast_panel(const Frame& frame, Box box, const Toast& toast, float left) {
  const Theme& on_ink = inverse_of(frame.theme);
  const bool forced = is_forced(frame.theme);
  const Color ground = frame.theme.dark && !forced ? on_ink.bg.surface : frame.theme.ink.primary;
  draw_elevation(frame.painter, frame.theme, box, radius::control_large, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::control_large, ground);
  describe(frame, "toast", {box.min, {box.max.x - (toast.can_undo ? undo_width + 8 : 0), box.max.y}}, {.role = ItemRole::status, .name = toast.text});
  frame.painter.icon({box.min.x + 30, box.center().y - 1}, toast.icon, Face::icon_fill, 24, color_of_icon(frame.theme, toast.icon));
  const float room = box.width() - text_left - 20 - (toast.can_undo ? undo_width + 8 : 0);
  draw_wrapped_label(frame.painter, {box.min.x + text_left, box.center().y}, toast.text,
                     {desk_type::label, frame.theme.ink.inverse, Align::left, Anchor::middle}, room, 2);
  if (!toast.can_undo) return false;
  {
    const ClipScope clip(frame.painter, box_at(box.min.x, box.max.y - line_height, box.width() * left, line_height));
    frame.painter.fill_box(box, radius::control_large, forced ? frame.theme.accent.base : on_ink.accent.ink);
  }
  return draw_undo(frame, box_at(box.max.x - 8 - undo_width, box.min.y + 6, undo_width, undo_height));
}

Box clear_of_panels(const Frame& frame, Box box) {
  constexpr float off = 12;
  std::vector<Box> panels;
  for (const Box& panel : noted_panels()) panels.push_back({frame.design_from_screen(panel.min), frame.design_from_screen(panel.max)});
  const auto covers = [&](Box place) { return std::any_of(panels.begin(), panels.end(), [&](const Box& panel) { return panel.overlaps(place); }); };
  if (!covers(box)) return box;
  // Right or left of one of them, narrower if need be, or over it: the place that is nearest, of those that cover nothing.
  std::vector<Box> places;
  for (const Box& panel : panels) {
    for (const auto& [from, to] : {std::pair{panel.max.x + off, frame.size.x - space::s4}, std::pair{space::s4, panel.min.x - off}}) {
      const float width = std::min(box.width(), to - from), middle = std::clamp(box.center().x, from + width / 2, to - width / 2);
      if (width >= least) places.push_back(box_around({middle, box.center().y}, width / 2, box.height() / 2));
    }
    places.push_back(box_at(box.min.x, panel.min.y - off - box.height(), box.width(), box.height()));
  }
  std::erase_if(places, [&](const Box& place) { return place.min.y < 0 || covers(place); });
  const auto way = [&](const Box& place) { return length(place.center() - box.center()); };
  const auto nearest = std::min_element(places.begin(), places.end(), [&](const Box& a, const Box& b) { return way(a) < way(b); });
  return nearest == places.end() ? box : *nearest;
}

bool draw_toast(const Frame& outer, Toast& toast, Commands& commands) {
  if (toast.empty()) return false;
  const Frame frame = outer.desk();
  const double stay = (toast.can_undo ? motion::undo_stay : motion::toast_stay) / 1000.0;
  const double left = toast.since + stay - frame.seconds;
  if (left <= 0) {
    toast = {};
    return false;
  }
  // The undo line shrinks all the time (in steps of a second with reduced motion); a plain toast needs one frame at its end.
  const bool steps = frame.reduced_motion;
  commands.ask(AnimateUntil{toast.can_undo && !steps ? frame.seconds + 0.25 : 0});
  const double until_step = left - std::floor(left);
  commands.ask(WakeAt{toast.can_undo && steps ? frame.seconds + (until_step > 0 ? until_step : 1) : toast.since + stay});
  const float text = label_width(frame.painter, toast.text, desk_type::label);
  const float width = std::clamp(text + text_left + 28 + (toast.can_undo ? undo_width + 16 : 0), least, std::min(most, frame.size.x - 2 * space::s4));
  const Box box = clear_of_panels(frame, box_at((frame.size.x - width) / 2, frame.size.y - above_the_edge - control::toast_height, width, control::toast_height));
  const Entrance entrance(frame, toast.since, motion::rise);
  const double shown = steps ? std::ceil(left) : left;
  if (!draw_toast_panel(entrance.frame(), box, toast, static_cast<float>(shown / stay))) return false;
  toast = {};
  return true;
}

}  // namespace standpoint
