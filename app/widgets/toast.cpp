// Draws the toast. See toast.h.
#include "app/widgets/toast.h"

#include <algorithm>

#include "app/paint/label.h"
#include "app/widgets/controls.h"

namespace standpoint {

bool draw_toast(const Frame& frame, Toast& toast, Commands& commands) {
  if (toast.empty()) return false;
  const double stay = (toast.can_undo ? motion::undo_stay : motion::toast_stay) / 1000.0;
  const double left = toast.since + stay - frame.seconds;
  if (left <= 0) {
    toast = {};
    return false;
  }
  // The undo line shrinks all the time; a plain toast needs one frame at its end.
  commands.ask(AnimateUntil{toast.can_undo ? frame.seconds + 0.25 : 0});
  commands.ask(WakeAt{toast.since + stay});
  const Theme& dark = inverse_of(frame.theme);
  const float text = label_width(frame.painter, toast.text, desk_type::body_strong);
  const float width = std::clamp(text + 72 + (toast.can_undo ? 120.0F : 28.0F), 320.0F, 1200.0F);
  const float rise = frame.reduced_motion
                         ? 0 : static_cast<float>(std::clamp(1 - (frame.seconds - toast.since) / (motion::toast_in / 1000.0), 0.0, 1.0)) * 20;
  const Box box = box_at((design_width - width) / 2, design_height - 132 + rise, width, control::toast_height);
  draw_elevation(frame.painter, frame.theme, box, radius::control_large, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::control_large, frame.theme.dark ? dark.bg.surface : frame.theme.ink.primary);
  frame.painter.icon({box.min.x + 34, box.center().y}, toast.icon, Face::icon_fill, 22, dark.status.success);
  draw_label(frame.painter, {box.min.x + 60, box.center().y}, toast.text,
             {desk_type::body_strong, frame.theme.ink.inverse, Align::left, Anchor::middle}, box.width() - 76 - (toast.can_undo ? 110.0F : 0));
  if (!toast.can_undo) return false;
  const float share = static_cast<float>(left / stay);
  {
    const ClipScope clip(frame.painter, box_at(box.min.x, box.max.y - 4, box.width() * share, 4));
    frame.painter.fill_box(box, radius::control_large, dark.accent.soft_line);
  }
  const Box undo = box_at(box.max.x - 108, box.min.y + 6, 100, 48);
  const bool tapped = tap_area(frame, "Undo##toast", undo);
  frame.painter.fill_box(undo, radius::control, frame.theme.ink.inverse.with_alpha(0.16F));
  draw_label(frame.painter, undo.center(), "Undo", {desk_type::body_strong, frame.theme.ink.inverse, Align::center, Anchor::middle});
  draw_focus_ring(frame, undo, radius::control);
  if (tapped) toast = {};
  return tapped;
}

}  // namespace standpoint
