// Buttons, chips, segments, check boxes, panels and banners. Text fields are in text_field.cpp, dialogs in dialog.cpp.
#include "app/widgets/controls.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "app/paint/label.h"

namespace standpoint {
namespace {

// What ImGui shows of a label: everything before "##".
std::string_view visible(std::string_view label) { return label.substr(0, label.find("##")); }

struct ButtonColors {
  Color ground, line, ink;
};

ButtonColors colors_of(const Theme& theme, const ButtonLook& look, bool hovered, bool pressed) {
  const Color none = theme.bg.surface.with_alpha(0);
  if (!look.enabled && look.kind == ButtonKind::quiet) return {none, none, theme.ink.disabled};
  if (!look.enabled) return {theme.bg.sunken, theme.line.hair, theme.ink.disabled};
  const Color darker = pressed ? mix(theme.bg.sunken, theme.ink.primary, 0.06F) : theme.bg.sunken;
  switch (look.kind) {
    case ButtonKind::primary:
      return {pressed ? theme.accent.pressed : hovered ? theme.accent.hover : theme.accent.base, none, theme.accent.on};
    case ButtonKind::spotlight:
      return {pressed ? mix(theme.spotlight.base, theme.dot.decider_ink, 0.16F)
                      : hovered ? mix(theme.spotlight.base, theme.dot.decider_ink, 0.08F) : theme.spotlight.base,
              none, theme.dot.decider_ink};
    case ButtonKind::secondary:
      if (look.selected) return {theme.accent.soft, theme.accent.base, theme.accent.ink};
      return {pressed || hovered ? darker : theme.bg.surface, theme.line.soft, theme.ink.primary};
    case ButtonKind::quiet:
      if (look.selected) return {theme.accent.soft, none, theme.accent.ink};
      return {pressed || hovered ? darker : none, none, theme.ink.secondary};
  }
  return {};
}

TextStyle button_text(Box box) {
  return box.height() >= 80 ? desk_type::heading : box.height() >= 46 ? desk_type::body_strong : desk_type::label_strong;
}

float button_corner(Box box) {
  return box.height() >= 64 ? radius::primary : box.height() >= 56 ? radius::control_large : radius::control;
}

void draw_arc(const Frame& frame, Vec center, float size, Color color) {
  const auto turn = static_cast<float>(std::fmod(frame.seconds, 1.0) * 2 * std::numbers::pi);
  frame.painter.arc(center, size / 2, turn, turn + 4.2F, {color, 3, {}, Cap::round});
}

}  // namespace

bool tap_area(const Frame& frame, const char* label, Box box) {
  const Vec at = frame.screen_from_design(box.min);
  ImGui::SetCursorScreenPos({at.x, at.y});
  return ImGui::InvisibleButton(label, {std::max(1.0F, box.width() * frame.scale), std::max(1.0F, box.height() * frame.scale)},
                                ImGuiButtonFlags_EnableNav);
}

void draw_focus_ring(const Frame& frame, Box box, float corner) {
  if (!ImGui::IsItemFocused() || !ImGui::GetIO().NavVisible) return;
  const float out = line_width::focus_ring + line_width::focus_gap;
  frame.painter.stroke_box(box.grown(out), corner + out, {frame.theme.accent.base, line_width::focus_ring});
}

float button_width(const Frame& frame, std::string_view label, const ButtonLook& look) {
  const TextStyle style = desk_type::body_strong;
  const float text = frame.painter.text_width(visible(label), style);
  const bool icon = look.icon.has_value() || look.busy;
  return text + 2 * control::button_padding + (icon ? style.size * control::icon_scale + control::icon_gap : 0);
}

bool button(const Frame& frame, const char* label, Box box, const ButtonLook& look) {
  ImGui::BeginDisabled(!look.enabled || look.busy);
  const bool tapped = tap_area(frame, label, box);
  const bool hovered = ImGui::IsItemHovered(), pressed = ImGui::IsItemActive();
  const ButtonColors colors = colors_of(frame.theme, look, hovered, pressed);
  const float corner = button_corner(box);
  frame.painter.fill_box(box, corner, colors.ground);
  if (colors.line.a != 0) frame.painter.stroke_box(box, corner, {colors.line, line_width::thin});
  const TextStyle style = button_text(box);
  const float icon = style.size * control::icon_scale;
  const bool has_icon = look.icon || look.busy;
  const float text = frame.painter.text_width(visible(label), style);
  const float whole = text + (has_icon ? icon + control::icon_gap : 0);
  float x = box.center().x - whole / 2;
  if (look.busy) draw_arc(frame, {x + icon / 2, box.center().y}, icon, colors.ink);
  else if (look.icon) frame.painter.icon({x + icon / 2, box.center().y}, *look.icon, Face::icon_bold, icon, colors.ink);
  if (has_icon) x += icon + control::icon_gap;
  draw_label(frame.painter, {x, box.center().y}, visible(label), {style, colors.ink, Align::left, Anchor::middle});
  draw_focus_ring(frame, box, corner);
  ImGui::EndDisabled();
  return tapped;
}

bool icon_button(const Frame& frame, const char* label, Box box, Icon icon, const ButtonLook& look) {
  ImGui::BeginDisabled(!look.enabled);
  const bool tapped = tap_area(frame, label, box);
  const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_NoSharedDelay);
  const ButtonColors colors = colors_of(frame.theme, look, ImGui::IsItemHovered(), ImGui::IsItemActive());
  const float corner = std::min(box.width(), box.height()) >= 56 ? radius::control_large : radius::control;
  frame.painter.fill_box(box, corner, colors.ground);
  if (colors.line.a != 0) frame.painter.stroke_box(box, corner, {colors.line, line_width::thin});
  frame.painter.icon(box.center(), icon, Face::icon_bold, std::min(24.0F, box.height() * 0.5F), colors.ink);
  draw_focus_ring(frame, box, corner);
  if (hovered) {  // the icon's name, above it
    const std::string_view name = visible(label);
    const float width = frame.painter.text_width(name, desk_type::label_strong) + 28;
    const float x = std::clamp(box.center().x - width / 2, 8.0F, design_width - width - 8);
    const Box tip = box_at(x, box.min.y > 60 ? box.min.y - 46 : box.max.y + 8, width, 38);
    frame.painter.fill_box(tip, radius::tooltip, frame.theme.ink.primary);
    draw_label(frame.painter, tip.center(), name, {desk_type::label_strong, frame.theme.ink.inverse, Align::center, Anchor::middle});
  }
  ImGui::EndDisabled();
  return tapped;
}

float chip_width(const Frame& frame, std::string_view label, bool with_icon) {
  return frame.painter.text_width(visible(label), desk_type::label_strong) + 40 + (with_icon ? 28 : 0);
}

bool chip(const Frame& frame, const char* label, Vec at, bool selected, std::optional<Icon> icon) {
  if (selected && !icon) icon = Icon::check;
  const Box box = box_at(at.x, at.y, chip_width(frame, label, icon.has_value()), touch::min_target);
  const bool tapped = tap_area(frame, label, box);
  const Theme& theme = frame.theme;
  const bool hot = ImGui::IsItemHovered();
  const Color ground = selected ? theme.accent.soft : hot ? mix(theme.bg.sunken, theme.ink.primary, 0.06F) : theme.bg.sunken;
  const Color ink = selected ? theme.accent.ink : theme.ink.secondary;
  frame.painter.fill_box(box, box.height() / 2, ground);
  float x = box.min.x + 20;
  if (icon) {
    frame.painter.icon({x + 9, box.center().y}, *icon, Face::icon_bold, 19, ink);
    x += 28;
  }
  draw_label(frame.painter, {x, box.center().y}, visible(label), {desk_type::label_strong, ink, Align::left, Anchor::middle});
  draw_focus_ring(frame, box, box.height() / 2);
  return tapped;
}

namespace {
struct ToneColors {
  Color ground, ink;
};
ToneColors colors_of(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::plain: return {theme.bg.sunken, theme.ink.secondary};
    case Tone::accent: return {theme.accent.soft, theme.accent.ink};
    case Tone::success: return {theme.status.success_soft, theme.status.success};
    case Tone::warning: return {theme.status.warning_soft, theme.status.warning_ink};
    case Tone::danger: return {theme.status.danger_soft, theme.status.danger};
    case Tone::spotlight: return {theme.spotlight.base, theme.dot.decider_ink};
  }
  return {};
}
}  // namespace

float draw_note_chip(const Frame& frame, std::string_view text, Vec at, Tone tone, std::optional<Icon> icon) {
  const ToneColors colors = colors_of(frame.theme, tone);
  const float width = label_width(frame.painter, text, desk_type::label_strong) + 2 * control::chip_padding + (icon ? 26 : 0);
  const Box box = box_at(at.x, at.y, width, control::chip_height);
  frame.painter.fill_box(box, control::chip_height / 2, colors.ground);
  float x = box.min.x + control::chip_padding;
  if (icon) {
    frame.painter.icon({x + 9, box.center().y}, *icon, Face::icon_bold, 18, colors.ink);
    x += 26;
  }
  draw_label(frame.painter, {x, box.center().y}, text, {desk_type::label_strong, colors.ink, Align::left, Anchor::middle});
  return width;
}

std::optional<int> segmented(const Frame& frame, const char* id, Box box, std::span<const std::string> labels, int selected) {
  std::optional<int> chosen;
  const Theme& theme = frame.theme;
  frame.painter.fill_box(box, radius::control, theme.bg.sunken);
  const float pad = control::segment_padding;
  float total = 0;
  for (const std::string& label : labels) total += label_width(frame.painter, label, desk_type::label_strong) + 40;
  const float spread = (box.width() - 2 * pad - total) / static_cast<float>(std::max<std::size_t>(1, labels.size()));
  float x = box.min.x + pad;
  ImGui::PushID(id);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float width = label_width(frame.painter, labels[i], desk_type::label_strong) + 40 + spread;
    const Box thumb = box_at(x, box.min.y + pad, width, box.height() - 2 * pad);
    if (tap_area(frame, labels[i].c_str(), thumb)) chosen = static_cast<int>(i);
    const bool on = static_cast<int>(i) == selected;
    if (on) {
      draw_elevation(frame.painter, theme, thumb, radius::segment, theme.shadow_rest);
      frame.painter.fill_box(thumb, radius::segment, theme.dark ? theme.bg.raised : theme.bg.surface);
    }
    const Color ink = on || ImGui::IsItemHovered() ? theme.ink.primary : theme.ink.secondary;
    draw_label(frame.painter, thumb.center(), labels[i],
               {on ? desk_type::label_strong : desk_type::label, ink, Align::center, Anchor::middle});
    draw_focus_ring(frame, thumb, radius::segment);
    x += width;
  }
  ImGui::PopID();
  return chosen;
}

std::optional<int> stepper(const Frame& frame, const char* label, Box box, int value, int least, int most) {
  std::optional<int> changed;
  ImGui::PushID(label);
  const float side = box.height();
  frame.painter.fill_box(box, radius::control, frame.theme.bg.sunken);
  if (icon_button(frame, "Less", box_at(box.min.x, box.min.y, side, side), Icon::minus,
                  {ButtonKind::quiet, {}, value > least}))
    changed = value - 1;
  const std::string digits = std::to_string(value);
  draw_label(frame.painter, box.center(), digits,
             {desk_type::body_strong, frame.theme.ink.primary, Align::center, Anchor::middle, {}, true});
  if (icon_button(frame, "More", box_at(box.max.x - side, box.min.y, side, side), Icon::plus,
                  {ButtonKind::quiet, {}, value < most}))
    changed = value + 1;
  ImGui::PopID();
  return changed;
}

std::optional<bool> check_box(const Frame& frame, const char* label, Vec at, bool checked) {
  const float text = frame.painter.text_width(visible(label), desk_type::body);
  const Box area = box_at(at.x, at.y, 40 + text, touch::min_target);
  const bool tapped = tap_area(frame, label, area);
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

void draw_panel(const Frame& frame, Box box) {
  draw_elevation(frame.painter, frame.theme, box, radius::panel, frame.theme.shadow_rest);
  frame.painter.fill_box(box, radius::panel, frame.theme.bg.surface);
}

void draw_banner(const Frame& frame, Box box, std::string_view text, Tone tone, Icon icon) {
  const ToneColors colors = colors_of(frame.theme, tone);
  frame.painter.fill_box(box, radius::control_large, colors.ground);
  frame.painter.icon({box.min.x + 36, box.center().y}, icon, Face::icon_bold, 24, colors.ink);
  draw_label(frame.painter, {box.min.x + 64, box.center().y}, text,
             {desk_type::body_strong, colors.ink, Align::left, Anchor::middle}, box.width() - 88);
}

void draw_empty_lines(const Frame& frame, Vec centre_top, std::string_view line, std::string_view more) {
  draw_label(frame.painter, centre_top, line, {desk_type::heading, frame.theme.ink.primary, Align::center, Anchor::top});
  draw_label(frame.painter, centre_top + Vec{0, 38}, more, {desk_type::body, frame.theme.ink.secondary, Align::center, Anchor::top});
}

std::string initials_of(std::string_view name) {
  std::string initials;
  bool word_start = true;
  int letters = 0;
  for (std::size_t i = 0; i < name.size() && letters < 2; ++i) {
    if (name[i] == ' ') {
      word_start = true;
    } else if (word_start) {
      initials += name[i];  // with its continuation bytes
      while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0U) == 0x80U) initials += name[++i];
      word_start = false;
      ++letters;
    }
  }
  return initials;
}

void draw_avatar(const Frame& frame, Vec centre, float size, std::string_view name, bool done) {
  const Theme& theme = frame.theme;
  frame.painter.fill_circle(centre, size, done ? theme.status.success_soft : theme.bg.sunken);
  if (done) frame.painter.icon(centre, Icon::check, Face::icon_bold, size, theme.status.success);
  else
    draw_label(frame.painter, centre, initials_of(name),
               {desk_type::label_strong.scaled(std::max(0.94F, size / 24)), theme.ink.secondary, Align::center, Anchor::middle});
}

}  // namespace standpoint
