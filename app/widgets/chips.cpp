// Chips that are tapped, chips that only say something, and avatars. Declared in controls.h.
#include <algorithm>

#include <imgui.h>

#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/workshop/text.h"
#include "core/workshop/utf8.h"

namespace standpoint {

float chip_width(const Frame& outer, std::string_view label, bool with_icon) {
  return outer.off_desk(outer.desk().painter.text_width(visible(label), desk_type::label_strong) + 40 + (with_icon ? 28 : 0));
}

bool chip(const Frame& outer, const char* label, Vec place, bool selected, std::optional<Icon> icon, float width) {
  const Frame frame = outer.desk();
  const Vec at = outer.on_desk(place);
  if (selected && !icon) icon = Icon::check;
  const float own = chip_width(frame, label, icon.has_value());
  const Box box = box_at(at.x, at.y, std::max(own, width), touch::min_target);
  const bool tapped = tap_area(frame, label, box);
  describe_item(frame, {.selected = selected});
  const Theme& theme = frame.theme;
  const ItemLook item = look_of_item(frame);
  const Color hover = mix(theme.bg.sunken, theme.ink.primary, 0.04F), pressed = mix(theme.bg.sunken, theme.ink.primary, 0.08F);
  const Color ground = selected ? theme.accent.soft : color_of(item, theme.bg.sunken, hover, pressed);
  const Color ink = selected ? theme.accent.ink : theme.ink.secondary;
  frame.painter.fill_box(box, box.height() / 2, ground);
  float x = box.min.x + 20 + (box.width() - own) / 2;
  if (icon) {
    frame.painter.icon({x + 9, box.center().y}, *icon, Face::icon_bold, 19, ink);
    x += 28;
  }
  draw_label(frame.painter, {x, box.center().y}, visible(label), {desk_type::label_strong, ink, Align::left, Anchor::middle});
  draw_focus_ring(frame, box, box.height() / 2);
  return tapped;
}

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

float draw_note_chip(const Frame& outer, std::string_view text, Vec place, Tone tone, std::optional<Icon> icon) {
  const Frame frame = outer.desk();
  const Vec at = outer.on_desk(place);
  const ToneColors colors = colors_of(frame.theme, tone);
  const TextStyle style = tone == Tone::plain ? desk_type::caption : desk_type::caption_strong;
  const float width = label_width(frame.painter, text, style) + 2 * control::chip_padding + (icon ? 24 : 0);
  const Box box = box_at(at.x, at.y, width, control::chip_height);
  frame.painter.fill_box(box, control::chip_height / 2, colors.ground);
  float x = box.min.x + control::chip_padding;
  if (icon) {
    frame.painter.icon({x + 8, box.center().y}, *icon, Face::icon_bold, 17, colors.ink);
    x += 24;
  }
  draw_label(frame.painter, {x, box.center().y}, text, {style, colors.ink, Align::left, Anchor::middle});
  return outer.off_desk(width);
}

namespace {

// The first byte of U+0600 to U+07FF, Arabic and its neighbours.
bool is_arabic(char first) { return static_cast<unsigned char>(first) >= 0xD8 && static_cast<unsigned char>(first) <= 0xDF; }

}  // namespace

std::string initials_of(std::string_view name) {
  std::string initials;
  bool word_start = true;
  int letters = 0;
  for (std::size_t i = 0; i < name.size() && letters < 2; ++i) {
    if (name[i] == ' ') {
      word_start = true;
    } else if (word_start) {
      word_start = false;
      if (begins_with_pictograph(name.substr(i)) && name.find(' ') != std::string_view::npos) continue;
      if (letters > 0 && is_arabic(name[i])) initials += "\xE2\x80\x8C";  // two initials do not join
      initials += name[i];  // with its continuation bytes
      while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0U) == 0x80U) initials += name[++i];
      ++letters;
    }
  }
  return initials.empty() ? std::string(name.substr(0, utf8_character_length(name))) : initials;  // of pictographs alone the first
}

void draw_avatar(const Frame& outer, Vec middle, float across, std::string_view name, bool done) {
  const Frame frame = outer.desk();
  const Vec centre = outer.on_desk(middle);
  const float size = outer.desk_painter == nullptr ? across : across * outer.scale;
  const Theme& theme = frame.theme;
  frame.painter.fill_circle(centre, size, done ? theme.status.success_soft : theme.bg.sunken);
  if (done) frame.painter.icon(centre, Icon::check, Face::icon_bold, size, theme.status.success);
  else
    draw_label(frame.painter, centre, initials_of(name),
               {desk_type::caption_strong.scaled(std::max(1.0F, size / 24)), theme.ink.secondary, Align::center, Anchor::middle});
}

}  // namespace standpoint
