// Buttons, segments, steppers, check boxes and panels. Chips are in chips.cpp, text fields in text_field.cpp, dialogs in
// dialog.cpp, what only says something in notices.cpp.
#include "app/widgets/controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include <imgui.h>

#include "app/paint/elevation.h"
#include "app/paint/text/label.h"
#include "app/widgets/control_box.h"
#include "app/widgets/semantics.h"
#include "app/widgets/tip.h"

namespace standpoint {
namespace {

struct ButtonColors {
  Color ground, line, ink;
};

ButtonColors colors_of(const Theme& theme, const ButtonLook& look, const ItemLook& item) {
  const Color none = theme.bg.surface.with_alpha(0);
  if (!look.enabled) {
    const Color ground = look.kind == ButtonKind::quiet ? none : look.kind == ButtonKind::secondary ? theme.bg.surface : theme.bg.sunken;
    return {ground, look.kind == ButtonKind::secondary ? theme.line.soft : none, theme.ink.disabled};
  }
  // One step down on paper; in the dark, where height is light, one step up.
  const Color hovered = theme.dark ? theme.bg.raised : theme.bg.sunken;
  const Color pressed = mix(hovered, theme.ink.primary, theme.dark ? 0.08F : 0.04F);
  const Color soft_hover = mix(theme.accent.soft, theme.accent.soft_line, 0.4F);
  switch (look.kind) {
    case ButtonKind::primary:
      return {color_of(item, theme.accent.base, theme.accent.hover, theme.accent.pressed), none, theme.accent.on};
    case ButtonKind::danger:
      return {color_of(item, theme.status.danger, mix(theme.status.danger, theme.ink.primary, 0.1F), mix(theme.status.danger, theme.ink.primary, 0.2F)),
              none, theme.ink.inverse};
    case ButtonKind::spotlight:
      return {color_of(item, theme.spotlight.base, mix(theme.spotlight.base, theme.dot.decider_ink, 0.08F),
                       mix(theme.spotlight.base, theme.dot.decider_ink, 0.16F)),
              none, theme.dot.decider_ink};
    case ButtonKind::soft:
      return {color_of(item, theme.accent.soft, soft_hover, mix(theme.accent.soft, theme.accent.soft_line, 0.7F)), none, theme.accent.ink};
    case ButtonKind::secondary:
      if (look.selected) return {theme.accent.soft, theme.accent.base, theme.accent.ink};
      return {color_of(item, theme.bg.surface, hovered, pressed), theme.line.soft, theme.ink.primary};
    case ButtonKind::quiet:
      if (look.selected) return {theme.accent.soft, none, theme.accent.ink};
      return {color_of(item, hovered.with_alpha(0), hovered, pressed), none, theme.ink.secondary};
  }
  return {};
}

TextStyle button_text(float height, ButtonKind kind) {
  if (kind == ButtonKind::soft) return desk_type::task;
  return height >= touch::moment_button - 8 ? desk_type::heading : height >= control::button_high ? desk_type::body_strong : desk_type::label_strong;
}

float button_corner(Box box) {
  return box.height() >= 64 ? radius::primary : radius::control;
}

constexpr float least_padding = 10;

// A faint ring and a quarter of it that turns; it stands still where motion is not wanted.
void draw_busy(const Frame& frame, Vec center, Color color) {
  const float size = control::busy_arc / 2 - 2;
  const double turns = std::fmod(frame.seconds * 1000 / motion::busy_turn, 1.0);
  const float start = frame.reduced_motion ? -1.6F : static_cast<float>(turns * 2 * std::numbers::pi) - 1.6F;
  frame.painter.stroke_circle(center, size, {color.with_alpha(0.4F), 3});
  frame.painter.arc(center, size, start, start + 1.6F, {color, 3, {}, Cap::round});
  if (!frame.reduced_motion) frame.keep_moving(frame.seconds + 0.1);
}

float padding_of(float height, bool icon) {
  if (height >= control::button_high) return control::button_padding_high;
  return icon ? control::button_padding_icon : control::button_padding;
}

// What keeps being pressed says so; other buttons have no such state.
Description pressed(const ButtonLook& look) {
  if (look.selected) return {.selected = true};
  return {};
}

// "Undo. Nothing was done yet.": a sign's name, and why it cannot be pressed.
std::string tip_of(std::string_view label, const ButtonLook& look) {
  std::string words(visible(label));
  if (!look.enabled && !look.why.empty()) words += ". " + std::string(look.why);
  return words;
}

void draw_ring(const Frame& frame, Box box, float corner) {
  const float out = line_width::focus_ring + line_width::focus_gap;
  frame.painter.stroke_box(box.grown(out), corner + out, {frame.theme.accent.base, line_width::focus_ring});
}

// Each as wide as its words, with what is left spread evenly; where there is too little, the long ones give first.
std::vector<float> segment_widths(const Frame& frame, std::span<const std::string> labels, float room) {
  std::vector<float> widths;
  float total = 0;
  for (const std::string& label : labels) total += widths.emplace_back(label_width(frame.painter, label, desk_type::label_strong) + 40);
  const auto count = static_cast<float>(std::max<std::size_t>(1, labels.size()));
  if (total <= room) {
    for (float& width : widths) width += (room - total) / count;
    return widths;
  }
  std::vector<float> sorted = widths;
  std::sort(sorted.begin(), sorted.end());
  float left = room, most = room / count;
  for (std::size_t i = 0; i < sorted.size() && sorted[i] <= most; ++i) {
    left -= sorted[i];
    most = left / static_cast<float>(std::max<std::size_t>(1, sorted.size() - i - 1));
  }
  for (float& width : widths) width = std::min(width, most);
  return widths;
}

}  // namespace

bool tap_area(const Frame& frame, const char* label, Box box) {
  const Vec at = frame.screen_from_design(box.min);
  ImGui::SetCursorScreenPos({at.x, at.y});
  const bool tapped = ImGui::InvisibleButton(
      label, {std::max(1.0F, box.width() * frame.scale), std::max(1.0F, box.height() * frame.scale)}, ImGuiButtonFlags_EnableNav);
  describe_item(frame, label, box);
  return tapped;
}

void draw_focus_ring(const Frame& frame, Box box, float corner) {
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible) draw_ring(frame, box, corner);
}

std::string_view visible(std::string_view label) { return label.substr(0, label.find("##")); }

float button_width(const Frame& outer, std::string_view label, const ButtonLook& look, float height) {
  const Frame frame = outer.desk();
  const TextStyle style = button_text(height, look.kind);
  const bool icon = look.icon.has_value() || look.busy;
  return outer.off_desk(frame.painter.text_width(visible(label), style) + 2 * padding_of(height, icon) +
                        (icon ? style.size * control::icon_scale + control::icon_gap : 0));
}

void draw_button(const Frame& frame, std::string_view label, Box box, const ButtonLook& look, const ItemLook& item) {
  const ButtonColors colors = colors_of(frame.theme, look, item);
  const float corner = look.corner > 0 ? look.corner : button_corner(box);
  frame.painter.fill_box(box, corner, colors.ground);
  if (colors.line.a != 0) frame.painter.stroke_box(box, corner, {colors.line, line_width::thin});
  const TextStyle style = button_text(box.height(), look.kind);
  const float icon = style.size * control::icon_scale;
  const bool has_icon = look.icon || look.busy;
  const float text = frame.painter.text_width(label, style);
  const float whole = text + (has_icon ? icon + control::icon_gap : 0);
  const float room = box.width() - 2 * least_padding;
  if (!has_icon && text > room) {  // a narrow glass: smaller letters, then a second line
    draw_wrapped_label(frame.painter, box.center(), label, {desk_type::label_strong, colors.ink, Align::center, Anchor::middle}, room, 2);
    if (item.focused) draw_ring(frame, box, corner);
    return;
  }
  float x = std::max(box.center().x - whole / 2, box.min.x + std::min(least_padding, (box.width() - icon) / 2));
  if (look.busy) draw_busy(frame, {x + icon / 2, box.center().y}, colors.ink);
  else if (look.icon) frame.painter.icon({x + icon / 2, box.center().y}, *look.icon, look.filled ? Face::icon_fill : Face::icon_bold, icon, colors.ink);
  if (has_icon) x += icon + control::icon_gap;
  draw_label(frame.painter, {x, box.center().y}, label, {style, colors.ink, Align::left, Anchor::middle}, box.max.x - x);
  if (item.focused) draw_ring(frame, box, corner);
}

namespace {

// A sign and its words do not wrap: where the stage has too little room for them, the button is wider than that, and stays between
// the edges that what it belongs to has.
Box button_box(const Frame& outer, const Frame& frame, const char* label, Box given, const ButtonLook& look) {
  const Box box = control_box(outer, given);
  if (outer.desk_painter == nullptr || !look.icon) return box;
  const float width = std::max(box.width(), button_width(frame, label, look, box.height()) - 2 * (padding_of(box.height(), true) - least_padding));
  const Box& area = frame.area;
  const bool within = box.min.x >= area.min.x - 1 && box.max.x <= area.max.x + 1 && width <= area.width();
  const float least = within ? area.min.x : space::s2, most = within ? area.max.x : frame.size.x - space::s2;
  const float x = std::max(least, std::min(box.center().x - width / 2, most - width));
  return box_at(x, box.min.y, width, box.height());
}

}  // namespace

bool button(const Frame& outer, const char* label, Box given, const ButtonLook& look) {
  const Frame frame = outer.desk();
  const Box box = button_box(outer, frame, label, given, look);
  ImGui::BeginDisabled(!look.enabled || look.busy);
  const bool tapped = tap_area(frame, label, box);
  describe_item(frame, pressed(look));
  draw_button(frame, visible(label), box, look, look_of_item(frame));
  if (!look.enabled) tip(frame, box, look.why);
  ImGui::EndDisabled();
  return tapped;
}

bool icon_button(const Frame& outer, const char* label, Box given, Icon icon, const ButtonLook& look) {
  const Frame frame = outer.desk();
  const Box box = control_box(outer, given);
  ImGui::BeginDisabled(!look.enabled);
  const bool tapped = tap_area(frame, label, box);
  describe_item(frame, pressed(look));
  const ButtonColors colors = colors_of(frame.theme, look, look_of_item(frame));
  const float corner = std::min(box.width(), box.height()) >= control::button_high ? radius::control_large : radius::control;
  frame.painter.fill_box(box, corner, colors.ground);
  if (colors.line.a != 0) frame.painter.stroke_box(box, corner, {colors.line, line_width::thin});
  frame.painter.icon(box.center(), icon, look.filled ? Face::icon_fill : Face::icon_bold, std::min(look.icon_size, box.height() * 0.5F), colors.ink);
  draw_focus_ring(frame, box, corner);
  tip(frame, box, tip_of(label, look));
  ImGui::EndDisabled();
  return tapped;
}

std::optional<int> segmented(const Frame& outer, const char* id, Box given, std::span<const std::string> labels, int selected) {
  const Frame frame = outer.desk();
  const Box box = control_box(outer, given);
  std::optional<int> chosen;
  const Theme& theme = frame.theme;
  frame.painter.fill_box(box, radius::control, theme.bg.sunken);
  const float pad = control::segment_padding;
  const std::vector<float> widths = segment_widths(frame, labels, box.width() - 2 * pad);
  std::vector<Box> thumbs;
  float x = box.min.x + pad;
  for (const float width : widths) {
    thumbs.push_back(box_at(x, box.min.y + pad, width, box.height() - 2 * pad));
    x += width;
  }
  ImGui::PushID(id);
  if (selected >= 0 && static_cast<std::size_t>(selected) < thumbs.size()) {  // the thumb glides to what was chosen
    const Box to = thumbs[static_cast<std::size_t>(selected)];
    const float left = moved(frame, ImGui::GetID("thumb"), to.min.x, motion::state);
    const Box thumb = box_at(left, to.min.y, moved(frame, ImGui::GetID("thumb width"), to.width(), motion::state), to.height());
    draw_elevation(frame.painter, theme, thumb, radius::segment, theme.shadow_rest);
    frame.painter.fill_box(thumb, radius::segment, theme.dark ? theme.bg.raised : theme.bg.surface);
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Box& thumb = thumbs[i];
    ImGui::PushID(static_cast<int>(i));  // two may be called alike
    const Box target{{thumb.min.x, box.min.y}, {thumb.max.x, box.max.y}};  // the whole height of the track: a finger's, where a thumb's is not
    if (tap_area(frame, labels[i].c_str(), target)) chosen = static_cast<int>(i);
    const bool on = static_cast<int>(i) == selected;
    describe_item(frame, {.role = ItemRole::radio, .checked = on});
    const Color ink = on || ImGui::IsItemHovered() ? theme.ink.primary : theme.ink.secondary;
    draw_label(frame.painter, thumb.center(), labels[i],
               {on ? desk_type::label_strong : desk_type::label, ink, Align::center, Anchor::middle}, thumb.width() - 2 * least_padding);
    draw_focus_ring(frame, thumb, radius::segment);
    ImGui::PopID();
  }
  ImGui::PopID();
  return chosen;
}

std::optional<int> stepper(const Frame& outer, const char* label, Box given, int value, int least, int most) {
  const Frame frame = outer.desk();
  const Box box = control_box(outer, given);
  std::optional<int> changed;
  ImGui::PushID(label);
  const float side = box.height();
  frame.painter.fill_box(box, radius::control, frame.theme.bg.sunken);
  const std::string fewest = std::to_string(least) + " is the least.", largest = std::to_string(most) + " is the most.";
  if (icon_button(frame, "Less", box_at(box.min.x, box.min.y, side, side), Icon::minus, only_if(value > least, fewest)))
    changed = value - 1;
  const std::string digits = std::to_string(value);
  draw_label(frame.painter, box.center(), digits,
             {desk_type::body_strong, frame.theme.ink.primary, Align::center, Anchor::middle, {}, true});
  if (icon_button(frame, "More", box_at(box.max.x - side, box.min.y, side, side), Icon::plus, only_if(value < most, largest)))
    changed = value + 1;
  ImGui::PopID();
  return changed;
}

std::optional<bool> check_box(const Frame& outer, const char* label, Vec place, bool checked) {
  const Frame frame = outer.desk();
  const Vec at = outer.on_desk(place);
  const float text = frame.painter.text_width(visible(label), desk_type::body);
  const Box area = box_at(at.x, at.y, 40 + text, touch::min_target);
  const bool tapped = tap_area(frame, label, area);
  describe_item(frame, {.role = ItemRole::checkbox, .checked = checked});
  const Box box = box_around({at.x + 14, area.center().y}, 13, 13);
  const Theme& theme = frame.theme;
  frame.painter.fill_box(box, 7, checked ? theme.accent.base : theme.bg.surface);
  if (!checked) frame.painter.stroke_box(box, 7, {theme.line.strong, line_width::regular});
  if (checked) frame.painter.icon(box.center(), Icon::check, Face::icon_bold, 17, theme.accent.on);
  draw_label(frame.painter, {at.x + 40, area.center().y}, visible(label),
             {desk_type::body, theme.ink.primary, Align::left, Anchor::middle});
  draw_focus_ring(frame, box.grown(2), 9);
  if (!tapped) return std::nullopt;
  return !checked;
}

void draw_scrim(const Frame& frame, float shown) {
  frame.painter.fill_box(Box{{0, 0}, frame.size}.grown(space::s6), 0, frame.theme.bg.scrim.with_alpha(0.5F * shown));
}

Box draw_sheet_ground(const Frame& frame, float width, float height) {
  const Vec room = frame.size - Vec{2 * space::s4, 2 * space::s4};
  const Box box = box_around(frame.size * 0.5F, std::min(width, room.x) / 2, std::min(height, room.y) / 2);
  draw_elevation(frame.painter, frame.theme, box, radius::sheet, frame.theme.shadow_overlay);
  frame.painter.fill_box(box, radius::sheet, frame.theme.dark ? frame.theme.bg.raised : frame.theme.bg.surface);
  return box;
}

void draw_caption(const Frame& frame, Vec at, std::string_view words) {
  draw_label(frame.painter, at, words, {desk_type::label_strong, frame.theme.ink.secondary});
}

void draw_panel(const Frame& frame, Box box) {
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_rest);
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
}

}  // namespace standpoint
