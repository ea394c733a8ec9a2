// Banners, connection, long tasks and empty states. See notices.h.
#include "app/widgets/notices.h"

#include <algorithm>
#include <array>
#include <string>

#include <imgui.h>

#include "app/paint/text/label.h"
#include "app/widgets/control_box.h"

namespace standpoint {
namespace {

// Words that can be tapped, right-aligned; returns how wide they are.
float draw_word_action(const Frame& frame, const char* label, Vec right_middle, Color ink, bool& tapped) {
  const float width = label_width(frame.painter, visible(label), desk_type::label_strong);
  const Box area = box_at(right_middle.x - width - space::s3, right_middle.y - touch::min_target / 2, width + 2 * space::s3, touch::min_target);
  tapped = tap_area(frame, label, area);
  const ItemLook item = look_of_item(frame);
  frame.painter.fill_box(area, radius::control, ink.with_alpha(0.08F * item.hover + 0.06F * item.press));
  draw_label(frame.painter, right_middle, visible(label), {desk_type::label_strong, ink, Align::right, Anchor::middle});
  draw_focus_ring(frame, area, radius::control);
  return width;
}

void draw_picture(const Frame& frame, EmptyDrawing drawing, Vec centre) {
  Painter& painter = frame.painter;
  const Theme& theme = frame.theme;
  const Stroke line{theme.line.soft, line_width::regular};
  if (drawing == EmptyDrawing::rings) {
    painter.stroke(superellipse_path(centre, {59, 30}, map_look::ring_exponent, map_look::ring_segments), line);
    painter.stroke(superellipse_path(centre, {30, 15}, map_look::ring_exponent, map_look::ring_segments), line);
    painter.fill_circle(centre, 5, theme.accent.base);
  } else if (drawing == EmptyDrawing::dots) {
    for (int i = -1; i <= 1; ++i)
      painter.stroke_circle(centre + Vec{static_cast<float>(i) * 36, 0}, 14, {theme.dot.empty_line, 2.5F, {5, 3.8F}});
  } else {
    constexpr std::array<float, 6> heights{8, 14, 10, 18, 12, 8};
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const float x = centre.x - 63 + static_cast<float>(i) * 22;
      painter.fill_box({{x, centre.y + 20 - heights[i]}, {x + 12, centre.y + 20}}, 2, theme.line.soft);
    }
    painter.line(centre + Vec{-71, 22}, centre + Vec{71, 22}, {theme.line.strong, line_width::regular});
  }
}

constexpr float connection_sign = 22;

std::string_view word_of(Connection state) {
  return state == Connection::connected ? "Connected" : state == Connection::reconnecting ? "Reconnecting" : "Offline";
}

}  // namespace

bool draw_banner(const Frame& outer, Box given, std::string_view text, Tone tone, Icon icon, const char* action) {
  const Frame frame = outer.desk();
  const Box box = control_box(outer, given);
  const ToneColors colors = colors_of(frame.theme, tone);
  frame.painter.fill_box(box, radius::control_large, colors.ground);
  frame.painter.icon({box.min.x + 30, box.center().y}, icon, Face::icon_bold, 25, colors.ink);
  bool tapped = false;
  const float taken = action == nullptr ? 0 : draw_word_action(frame, action, {box.max.x - 18, box.center().y}, colors.ink, tapped) + 24;
  const Color ink = tone == Tone::plain ? frame.theme.ink.primary : colors.ink;
  draw_wrapped_label(frame.painter, {box.min.x + 56, box.center().y}, text, {desk_type::label, ink, Align::left, Anchor::middle},
                     box.width() - 56 - 18 - taken, 2);
  return tapped;
}

float connection_width(const Frame& frame, Connection state, const TextStyle& style) {
  return connection_sign + label_width(frame.painter, word_of(state), style);
}

float draw_connection(const Frame& frame, Vec left, Connection state, const TextStyle& style) {
  const Theme& theme = frame.theme;
  const Vec sign = left + Vec{6, 0};
  if (state == Connection::connected) {
    frame.painter.fill_circle(sign, 6, theme.status.success);
  } else if (state == Connection::reconnecting) {
    for (int i = 0; i < 3; ++i)  // a ring of three pieces
      frame.painter.arc(sign, 5, static_cast<float>(i) * 2.094F, static_cast<float>(i) * 2.094F + 1.35F, {theme.spotlight.line, 3});
  } else {
    frame.painter.line(sign + Vec{-5, -5}, sign + Vec{5, 5}, {theme.status.offline, 2.6F});
    frame.painter.line(sign + Vec{-5, 5}, sign + Vec{5, -5}, {theme.status.offline, 2.6F});
  }
  draw_label(frame.painter, left + Vec{connection_sign, 0}, word_of(state), {style, theme.ink.primary, Align::left, Anchor::middle});
  return connection_width(frame, state, style);
}

bool draw_long_task(const Frame& outer, Box given, const LongTask& task) {
  const Frame frame = outer.desk();
  const Box box = box_around(outer.on_desk(given.center()), given.width() / 2, given.height() / 2);
  const Theme& theme = frame.theme;
  draw_panel(frame, box);
  const float left = box.min.x + space::s5, right = box.max.x - space::s5, share = std::clamp(task.share, 0.0F, 1.0F);
  const std::string percent = std::to_string(static_cast<int>(share * 100)) + " %";
  draw_label(frame.painter, {left, box.min.y + 30}, task.what, {desk_type::task, theme.ink.primary, Align::left, Anchor::middle}, right - left - 80);
  frame.painter.text({right, box.min.y + 30}, percent, {desk_type::task, theme.ink.primary, Align::right, Anchor::middle, {}, true});
  const Box bar{{left, box.min.y + 54}, {right, box.min.y + 62}};
  frame.painter.fill_box(bar, 4, theme.bg.sunken);
  frame.painter.fill_box({bar.min, {left + std::max(8.0F, bar.width() * share), bar.max.y}}, 4, theme.accent.base);
  bool cancelled = false;
  const float taken = draw_word_action(frame, "Cancel##task", {right, box.min.y + 82}, theme.accent.ink, cancelled);
  draw_label(frame.painter, {left, box.min.y + 82}, task.facts, {desk_type::detail, theme.ink.secondary, Align::left, Anchor::middle},
             right - left - taken - space::s4);
  return cancelled;
}

void draw_empty_lines(const Frame& outer, Vec place, std::string_view line, std::string_view more, float room) {
  if (!outer.chrome) {  // a whole room reads it
    const float high = draw_wrapped_label(outer.painter, place, line, {stage_type::heading, outer.theme.ink.primary, Align::center, Anchor::top}, room);
    draw_wrapped_label(outer.painter, place + Vec{0, high + 7}, more, {stage_type::body, outer.theme.ink.secondary, Align::center, Anchor::top}, room);
    return;
  }
  const Frame frame = outer.desk();
  const Vec centre_top = outer.on_desk(place);
  const float width = outer.on_desk(Vec{room, 0}).x - outer.on_desk(Vec{}).x;
  const float high = draw_wrapped_label(frame.painter, centre_top, line, {desk_type::nothing, frame.theme.ink.primary, Align::center, Anchor::top}, width);
  draw_wrapped_label(frame.painter, centre_top + Vec{0, high + 7}, more, {desk_type::small_body, frame.theme.ink.secondary, Align::center, Anchor::top}, width);
}

bool draw_empty_state(const Frame& frame, Box box, const EmptyState& state) {
  constexpr float gap = 18, lines_gap = 4, action_gap = 16, narrow = 300;
  const float drawing = state.drawing == EmptyDrawing::rings ? 62 : 38;
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
  frame.painter.stroke_box(box, radius::panel, {frame.theme.line.hair, line_width::regular});
  const auto more = wrap_label(frame.painter, state.more, desk_type::small_body, std::max(narrow, box.width() - 80), 2);
  const float words = desk_type::nothing.line + lines_gap + static_cast<float>(more.size()) * desk_type::small_body.line;
  const float whole = drawing + gap + words + (state.action == nullptr ? 0 : action_gap + control::button_height);
  const float x = box.center().x;
  float y = box.center().y - whole / 2;
  draw_picture(frame, state.drawing, {x, y + drawing / 2});
  y += drawing + gap;
  draw_label(frame.painter, {x, y}, state.line, {desk_type::nothing, frame.theme.ink.primary, Align::center, Anchor::top});
  y += desk_type::nothing.line + lines_gap;
  for (const std::string& line : more) {
    draw_label(frame.painter, {x, y}, line, {desk_type::small_body, frame.theme.ink.secondary, Align::center, Anchor::top});
    y += desk_type::small_body.line;
  }
  if (state.action == nullptr) return false;
  const ButtonLook look{state.quiet_action ? ButtonKind::secondary : ButtonKind::primary};
  const float width = button_width(frame, visible(state.action), look);
  return button(frame, state.action, box_at(x - width / 2, y + action_gap, width, control::button_height), look);
}

}  // namespace standpoint
