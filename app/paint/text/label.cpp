// Cleans, cuts, wraps and draws user text. Called by boards and screens.
#include "app/paint/text/label.h"

#include <algorithm>

#include "app/paint/text/characters.h"
#include "app/paint/text/line_break.h"
#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

bool is_control(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);  // lines, and what turns writing round
}

std::string valid_line(std::string_view utf8) {
  std::string clean;
  clean.reserve(utf8.size());
  std::size_t at = 0;
  while (at < utf8.size()) {
    const std::uint32_t code = next_code_point(utf8, at);
    append_code_point(clean, is_control(code) ? ' ' : code);
  }
  return clean;
}

// A start of `text` that is too wide with `tail` behind it, or all of it; and how wide that is. No more is looked at than it takes, for
// a card may have 2,000 letters.
struct Start {
  std::string_view text;
  float width = 0;
};
Start enough_of(const Painter& painter, std::string_view text, const TextStyle& style, float max_width, std::string_view tail) {
  constexpr float narrow_letter = 0.4F;  // ems; few texts need a second look
  constexpr std::size_t first_look = 12;
  const auto width_of = [&](std::string_view start) { return painter.text_width(std::string(start).append(tail), style); };
  for (std::size_t look = first_look + static_cast<std::size_t>(std::max(0.0F, max_width) / (style.size * narrow_letter)); look < text.size(); look *= 2) {
    std::size_t end = look;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    if (const float width = width_of(text.substr(0, end)); width > max_width) return {text.substr(0, end), width};
  }
  return {text, width_of(text)};
}

// The longest start of `text`, in whole characters with their marks, that is no wider than `max_width` with `tail` behind it.
std::size_t fitting_prefix(const Painter& painter, const std::string& text, const TextStyle& style, float max_width,
                           std::string_view tail) {
  const auto [enough, whole] = enough_of(painter, text, style, max_width, tail);
  const std::string start(enough);
  const std::vector<std::size_t> ends = character_ends(start);
  const auto fits = [&](std::size_t end) { return painter.text_width(start.substr(0, end).append(tail), style) <= max_width; };
  if (ends.empty()) return 0;
  if (whole <= max_width) return ends.back();
  // Measuring is dear, and letters are about as wide as each other: the search begins where the width would end.
  constexpr std::size_t about = 3;
  const auto guess = static_cast<std::size_t>(static_cast<float>(ends.size()) * std::max(0.0F, max_width) / whole);
  std::size_t from = 0, to = ends.size();
  for (const std::size_t at : {guess - std::min(guess, about), guess + about}) {
    if (at < from || at >= to) continue;
    if (fits(ends[at])) from = at + 1;
    else to = at;
  }
  const auto begin = ends.begin();
  const auto first_too_wide = std::partition_point(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to), fits);
  return first_too_wide == begin ? 0 : *(first_too_wide - 1);
}

std::string cut(const Painter& painter, const std::string& text, const TextStyle& style, float max_width) {
  if (enough_of(painter, text, style, max_width, "").width <= max_width) return text;
  std::string shorter = text.substr(0, fitting_prefix(painter, text, style, max_width, ellipsis));
  while (!shorter.empty() && shorter.back() == ' ') shorter.pop_back();
  return shorter += ellipsis;
}

// Breaks one paragraph; every line but the last is full. Ends when there are `enough` lines: what is cut needs no more.
void wrap_paragraph(const Painter& painter, std::string text, const TextStyle& style, float max_width, std::size_t enough,
                    std::vector<std::string>& lines) {
  while (lines.size() < enough) {
    const std::size_t fitting = fitting_prefix(painter, text, style, max_width, "");
    if (fitting == text.size()) {
      lines.push_back(std::move(text));
      return;
    }
    std::size_t end = last_break(text, fitting);
    if (end == 0) end = fitting;
    if (end == 0) {  // not even one character fits: show it all the same
      next_code_point(text, end);
    }
    std::string line = text.substr(0, end);
    while (!line.empty() && line.back() == ' ') line.pop_back();
    lines.push_back(std::move(line));
    const std::size_t rest = text.find_first_not_of(' ', end);
    if (rest == std::string::npos) return;
    text.erase(0, rest);
  }
}

}  // namespace

std::string clean_label(std::string_view utf8) {
  const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char letter) { return letter >= ' ' && letter <= '~'; });
  return plain ? std::string(utf8) : composed(valid_line(utf8));
}

void draw_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look) {
  painter.text(at, clean_label(utf8), look);
}

void draw_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look, float max_width) {
  const std::string whole = clean_label(utf8);
  const WordsScope words(painter, whole);
  painter.text(at, cut(painter, whole, look.style, max_width), look);
}

float label_width(const Painter& painter, std::string_view utf8, const TextStyle& style) {
  return painter.text_width(clean_label(utf8), style);
}

std::vector<std::string> wrap_label(const Painter& painter, std::string_view utf8, const TextStyle& style, float max_width,
                                    int max_lines) {
  std::vector<std::string> lines;
  const auto limit = static_cast<std::size_t>(max_lines);
  const std::size_t enough = max_lines > 0 ? limit + 1 : SIZE_MAX;
  std::size_t at = 0;
  while (at <= utf8.size() && lines.size() < enough) {
    const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
    std::string_view paragraph = utf8.substr(at, end - at);
    if (!paragraph.empty() && paragraph.back() == '\r') paragraph.remove_suffix(1);
    wrap_paragraph(painter, clean_label(paragraph), style, max_width, enough, lines);
    at = end + 1;
  }
  if (max_lines > 0 && lines.size() > limit) {
    lines.resize(limit);
    std::string& last = lines.back();
    last.resize(fitting_prefix(painter, last, style, max_width, ellipsis));
    while (!last.empty() && last.back() == ' ') last.pop_back();
    last += ellipsis;
  }
  return lines;
}

float draw_wrapped_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look, float max_width, int max_lines) {
  const std::vector<std::string> lines = wrap_label(painter, utf8, look.style, max_width, max_lines);
  const float height = look.style.line * static_cast<float>(lines.size());
  TextLook line_look = look;
  line_look.anchor = Anchor::top;
  if (look.anchor == Anchor::middle) at.y -= height / 2.0F;
  const WordsScope words(painter, clean_label(utf8));
  for (const std::string& line : lines) {
    painter.text(at, line, line_look);
    at.y += look.style.line;
  }
  return height;
}

}  // namespace standpoint
