// Lays a page out on a small glass. See page.h.
#include "app/activities/hand/page.h"

#include <algorithm>

#include "app/design/theme.h"
#include "app/paint/mark.h"
#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"
#include "app/widgets/timer.h"

namespace standpoint {
namespace {

constexpr float phone_below = 600, low_below = 560, foot_most = 0.3F, hand_corner = 16;
constexpr TextStyle bar_timer{Face::display, 30, 38};  // of a tablet

}  // namespace

bool on_phone(const Frame& frame) { return frame.area.width() < phone_below || frame.area.height() < low_below; }

const hand_type::Look& hand_look(const Frame& frame) { return on_phone(frame) ? hand_type::phone : hand_type::tablet; }

HandPage::HandPage(const Frame& frame, ScrollState& scroll, float foot)
    : look(hand_look(frame)), y(frame.area.min.y), frame_(frame), state_(scroll), left_(frame.area.min.x + look.margin),
      right_(frame.area.max.x - look.margin), foot_height_(foot), view_bottom_(frame.area.max.y) {
  head_stands_ = frame.area.height() >= low_below;
  foot_stands_ = foot <= frame.area.height() * foot_most;
  if (foot_stands_) view_bottom_ -= foot;
  if (!head_stands_) begin_scroll(y);
}

HandPage::~HandPage() {
  if (scroll_) scroll_->ends_at(y + look.gap);
}

void HandPage::narrow_to(float width) {
  const float spare = std::max(0.0F, right_ - left_ - width) / 2;
  left_ += spare;
  right_ -= spare;
}

void HandPage::stand_between(float left, float right) {
  left_ = left;
  right_ = right;
}

void HandPage::begin_scroll(float top) {
  scroll_.emplace(frame_, Box{{frame_.area.min.x, top}, {frame_.area.max.x, view_bottom_}}, state_);
  y = scroll_->top();
}

void HandPage::head_ends() {
  if (!scroll_) begin_scroll(y);
}

Box HandPage::foot(bool raised) {
  head_ends();
  if (!foot_stands_) {
    const Box box{{left_, y}, {right_, y + foot_height_}};
    y = box.max.y;
    return box;
  }
  scroll_->ends_at(y + look.gap);
  const bool more = !raised && scroll_->overflows();
  scroll_.reset();
  const Box bar{{frame_.area.min.x, view_bottom_}, frame_.area.max};
  if (raised || more) {
    const Box ground{bar.min - Vec{400, 0}, bar.max + Vec{400, 400}};  // to the edges of the glass, whatever is inset
    for (const Shadow& shadow : frame_.theme.shadow_rest) frame_.painter.shadow(ground, 0, shadow);
    frame_.painter.fill_box(ground, 0, frame_.theme.bg.surface);
    frame_.painter.line(ground.min, {ground.max.x, ground.min.y}, {frame_.theme.line.hair, line_width::thin});
  }
  return {{left_, bar.min.y}, {right_, bar.max.y}};
}

void HandPage::say(std::string_view words, const TextStyle& style, Color ink, Align align, float indent) {
  const float x = align == Align::center ? center() : align == Align::right ? right_ : left_ + indent;
  y += write({x, y}, words, {style, ink, align}, width() - indent);
}

float HandPage::write(Vec at, std::string_view words, const TextLook& style, float room, int max_lines) const {
  const std::vector<std::string> lines = wrap_label(frame_.painter, words, style.style, room, max_lines);
  const float height = style.style.line * static_cast<float>(lines.size());
  if (style.anchor == Anchor::middle) at.y -= height / 2;
  const WordsScope whole(frame_.painter, clean_label(words));
  TextLook line_look = style;
  line_look.anchor = Anchor::top;
  for (const std::string& line : lines) {
    line_look.color = style.color.with_alpha(scroll_ ? scroll_->shown(at.y, style.style.line) : 1);
    frame_.painter.text(at, line, line_look);
    at.y += style.style.line;
  }
  return height;
}

void HandPage::say_heading(std::string_view words, const TextStyle& style, Color ink, int level, Align align) {
  const float top = y;
  say(words, style, ink, align);
  describe(frame_, "heading " + std::string(words), {{left_, top}, {right_, y}}, {.role = ItemRole::heading, .name = words, .level = level});
}

bool hand_button(const Frame& frame, const char* label, Box box, const ButtonLook& look) {
  ButtonLook round = look;
  round.corner = box.height() >= 60 ? radius::primary : hand_corner;
  return button(frame, label, box, round);
}

namespace {

void say_connection(const Frame& frame, Vec left_middle, Connection connection, const TextStyle& style) {
  draw_connection(frame, left_middle, connection, style);
  describe(frame, "connection", box_at(left_middle.x, left_middle.y - 10, connection_width(frame, connection, style), 20),
           {.role = ItemRole::status, .name = connection == Connection::connected ? "Connected" : connection == Connection::reconnecting ? "Reconnecting" : "Offline"});
}

// Stopped with something left, while what it was started for is open.
bool is_paused(const Workshop& workshop) {
  const Timer& timer = workshop.timer;
  return !timer.running && timer.duration_ms > 0 && std::any_of(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& activity) {
    return activity.phase == Phase::open && timer.started_ms >= activity.opened_ms;
  });
}

float draw_paused(const Frame& frame, std::int64_t left_ms, Vec right_middle, const TextStyle& style) {
  const std::string digits = timer_digits(left_ms);
  const Color ink = frame.theme.ink.tertiary;
  frame.painter.text(right_middle, digits, {style, ink, Align::right, Anchor::middle, {}, true});
  const float width = frame.painter.text_width(digits, style, true), sign = style.size * 0.7F;
  frame.painter.icon({right_middle.x - width - sign, right_middle.y}, Icon::pause, Face::icon_fill, sign, ink);
  describe(frame, "timer", {{right_middle.x - width - 2 * sign, right_middle.y - style.line / 2}, {right_middle.x, right_middle.y + style.line / 2}},
           {.role = ItemRole::text, .name = "Paused, time left: " + digits});
  return width + 2 * sign;
}

}  // namespace

float draw_digits(const Frame& frame, const Workshop& workshop, Vec right_middle, const TextStyle& style, Commands& commands) {
  const Timer& timer = workshop.timer;
  if (is_paused(workshop)) return draw_paused(frame, timer.duration_ms, right_middle, style);
  if (!runs_at(timer, frame.now_ms)) return 0;
  const std::int64_t remaining = time_left_ms(timer.started_ms, timer.duration_ms, frame.now_ms);
  const std::string digits = timer_digits(remaining);
  const Color ink = remaining <= 60'000 ? frame.theme.spotlight.ink : frame.theme.ink.primary;
  frame.painter.text(right_middle, digits, {style, ink, Align::right, Anchor::middle, {}, true});
  const std::int64_t into = ((remaining % 1000) + 1000) % 1000;
  commands.ask(WakeAt{frame.seconds + static_cast<double>(into == 0 ? 1000 : into) / 1000.0});
  return frame.painter.text_width(digits, style, true);
}

void draw_titled_bar(const Frame& frame, const Workshop& workshop, HandPage& page, std::string_view title, Connection connection,
                     Commands& commands) {
  constexpr TextStyle title_style{Face::semibold, 26, 34};
  const bool low = frame.area.height() < low_below;
  const float height = low ? touch::min_target : page.look.top_bar, middle = page.y + height / 2;
  constexpr float least_title = 40;
  const TextStyle& clock = low ? page.look.timer : bar_timer;
  if (page.width() < least_title + 56 + connection_width(frame, connection, page.look.label) + frame.painter.text_width("00:00", clock, true)) {  // below the others
    draw_hand_bar(frame, workshop, page, connection, HandClock::in_bar, commands);
    page.say_heading(title, page.look.heading, frame.theme.ink.primary, 1);
    return;
  }
  const float digits = draw_digits(frame, workshop, {page.right(), middle}, clock, commands);
  const float state = page.right() - digits - (digits > 0 ? 32.0F : 0.0F) - connection_width(frame, connection, page.look.label);
  say_connection(frame, {state, middle}, connection, page.look.label);
  const Box box{{page.left(), middle - 17}, {state - 24, middle + 17}};
  describe(frame, "title", box, {.role = ItemRole::heading, .name = title, .level = 1});
  draw_label(frame.painter, {box.min.x, middle}, title, {low ? page.look.heading : title_style, frame.theme.ink.primary, Align::left, Anchor::middle}, box.width());
  page.y += height + (low ? 6.0F : 20.0F);
}

void draw_hand_bar(const Frame& frame, const Workshop& workshop, HandPage& page, Connection connection, HandClock clock, Commands& commands) {
  const bool low = frame.area.height() < low_below;
  const float height = low ? touch::min_target : page.look.top_bar, middle = page.y + height / 2;
  page.y += height;
  const bool phone = on_phone(frame);
  const float digits = phone || clock == HandClock::in_bar ? draw_digits(frame, workshop, {page.right(), middle}, phone ? page.look.timer : bar_timer, commands) : 0;
  float left = page.left();
  if (!phone) {
    paint_mark(frame.painter, frame.theme, {left + 14, middle}, 13.7F);
    left += 40;
    draw_label(frame.painter, {left, middle}, workshop.title, {page.look.body_strong, frame.theme.ink.primary, Align::left, Anchor::middle},
               page.width() * 0.5F);
    left = page.right() - digits - (digits > 0 ? 32.0F : 0.0F) - connection_width(frame, connection, page.look.label);
  }
  const float beside = digits > 0 ? digits + space::s4 : 0;
  const bool below = phone && page.width() < beside + connection_width(frame, connection, page.look.label);
  say_connection(frame, {left, below ? page.y + page.look.label.line / 2 : middle}, connection, page.look.label);
  if (below) page.y += page.look.label.line + space::s2;
  if (!phone) return;
  const bool fits = digits > 0 && page.width() > digits + connection_width(frame, connection, page.look.label) + 60;
  if (fits) frame.painter.icon({page.right() - digits - 19, middle}, Icon::timer, Face::icon_bold, 20, frame.theme.ink.tertiary);
}

void draw_notice(const Frame& frame, HandPage& page, std::string_view words, Icon icon) {
  const float room = page.width() - 74;
  const auto lines = static_cast<float>(wrap_label(frame.painter, words, page.look.label, room).size());
  const float height = std::max(control::banner_height, lines * page.look.label.line + 24);
  const Box box{{page.left(), page.y}, {page.right(), page.y + height}};
  frame.painter.fill_box(box, radius::control_large, frame.theme.bg.sunken);
  frame.painter.icon({box.min.x + 30, box.center().y}, icon, Face::icon_bold, 25, frame.theme.ink.secondary);
  page.write({box.min.x + 56, box.center().y}, words, {page.look.label, frame.theme.ink.primary, Align::left, Anchor::middle}, room);
  page.y = box.max.y + page.look.gap;
}

}  // namespace standpoint
