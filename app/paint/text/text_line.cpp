// Lays out lines for ScreenPainter and for files. Marks that Unicode has no composed letter for are set over or under their
// letter by the boxes of both, as text engines do for fonts without anchors. A width is worked out once, however many frames ask.
#include "app/paint/text/text_line.h"

#include <algorithm>

#include "app/paint/text/characters.h"
#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

// Middle of Inter's capitals and of its line box above the baseline, in ems (ascent 0.969, descent 0.241, capitals 0.727).
constexpr float middle_above_baseline = 0.364F;
constexpr float mark_gap = 0.05F;  // ems, between a letter and a mark, and between two marks

constexpr bool is_digit(std::uint32_t code) { return code >= '0' && code <= '9'; }

// Nothing is drawn for these: joiners, directions, soft hyphens, variants and skin tones of what stands before.
constexpr bool is_silent(std::uint32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x61C || in(code, 0x200B, 0x200F) || in(code, 0x2060, 0x2064) ||
         in(code, 0xFE00, 0xFE0F) || code == 0xFEFF || in(code, 0x1F3FB, 0x1F3FF) || in(code, 0xE0000, 0xE0FFF);
}

// Marks of Latin, Greek, Cyrillic and phonetic writing. Other scripts' fonts place their own.
constexpr bool is_mark(std::uint32_t code) {
  return in(code, 0x300, 0x36F) || in(code, 0x483, 0x487) || in(code, 0x1AB0, 0x1AFF) || in(code, 0x1DC0, 0x1DFF) ||
         in(code, 0x20D0, 0x20F0);
}

// Spelled right by letters set one by one: Latin, Greek, Cyrillic, Armenian, Georgian, Han, Kana, Hangul, and signs. All other writing
// joins, stacks, reorders or runs from right to left; what asks for its own colours (U+FE0F) is an emoji.
constexpr bool is_set_singly(std::uint32_t code) {
  return code < 0x590 || in(code, 0x10A0, 0x11FF) || in(code, 0x1C80, 0x1CBF) || in(code, 0x1D00, 0xA4CF) || in(code, 0xA640, 0xA69F) ||
         in(code, 0xA700, 0xA7FF) || in(code, 0xA960, 0xA97F) || in(code, 0xAB30, 0xAB6F) || in(code, 0xAC00, 0xD7FF) ||
         in(code, 0xE000, 0xFB06) || in(code, 0xFE00, 0xFE0E) || in(code, 0xFE20, 0xFE4F) || code == 0xFEFF || in(code, 0xFF00, 0xFFFF) ||
         in(code, 0x20000, 0x3FFFF) || in(code, 0xE0000, 0xE0FFF);
}

constexpr bool is_kana(std::uint32_t code) { return in(code, 0x3040, 0x30FF) || in(code, 0x31F0, 0x31FF) || in(code, 0xFF66, 0xFF9F); }
constexpr bool is_hangul(std::uint32_t code) { return in(code, 0xAC00, 0xD7A3) || in(code, 0x1100, 0x11FF) || in(code, 0x3130, 0x318F); }

// Kana are written in Japan only and Hangul in Korea; Han without either as in China.
Region region_of(const std::vector<std::uint32_t>& codes) {
  if (std::any_of(codes.begin(), codes.end(), is_kana)) return Region::japan;
  return std::any_of(codes.begin(), codes.end(), is_hangul) ? Region::korea : Region::china;
}

class LineSetter {
 public:
  LineSetter(const Fonts& fonts, Face face, bool tabular) : fonts_(fonts), face_(face), tabular_(tabular) {
    if (tabular) digit_ = fonts.shape(face, '0').advance;
  }

  void add(std::uint32_t code) {
    if (is_silent(code)) return;
    const std::uint32_t shown = fonts_.shown_as(face_, code);
    const GlyphShape& shape = fonts_.shape(face_, shown);
    if (is_mark(code) && before_ != 0) {
      if (shown == code) line.letters.push_back({shown, place_mark(code, shape), true});
      return;
    }
    const bool fixed = tabular_ && is_digit(code);
    if (before_ != 0 && !tabular_) line.width += fonts_.kerning(face_, before_, shown);
    const float start = line.width + (fixed ? (digit_ - shape.advance) / 2.0F : 0.0F);
    line.letters.push_back({shown, {start, 0.0F}});
    letter_ = {shape.ink.min + Vec{start, 0.0F}, shape.ink.max + Vec{start, 0.0F}};
    line.width += fixed ? digit_ : shape.advance;
    before_ = shown;
  }

  TextLine line;

 private:
  // Where the mark's baseline starts. The letter's box grows, so that a second mark clears the first.
  Vec place_mark(std::uint32_t code, const GlyphShape& mark) {
    const float x = letter_.center().x - mark.ink.center().x;
    float y = 0.0F;
    const MarkPlace side = place_of_mark(code);
    if (side == MarkPlace::above) y = std::min(0.0F, letter_.min.y - mark_gap - mark.ink.max.y);
    else if (side == MarkPlace::below) y = std::max(0.0F, letter_.max.y + mark_gap - mark.ink.min.y);
    else if (side != MarkPlace::across) return {line.width, 0.0F};
    if (side == MarkPlace::above) letter_.min.y = mark.ink.min.y + y;
    if (side == MarkPlace::below) letter_.max.y = mark.ink.max.y + y;
    return {x, y};
  }

  const Fonts& fonts_;
  Face face_;
  bool tabular_;
  float digit_ = 0.0F;
  std::uint32_t before_ = 0;
  Box letter_;  // ink of the last letter and its marks, from the line's start
};

// FNV-1a of the letters and of what else makes them wide. Of 64 bits: no two lines of a session are likely ever to share one.
std::uint64_t key_of(Face face, std::string_view utf8, bool tabular) {
  std::uint64_t key = 0xCBF2'9CE4'8422'2325 ^ (static_cast<std::uint64_t>(face) << 1 | (tabular ? 1U : 0U));
  for (const char letter : utf8) key = (key ^ static_cast<unsigned char>(letter)) * 0x100'0000'01B3;
  return key;
}

constexpr std::size_t widths_most = 200'000;  // about 8 MB; then all are found anew

}  // namespace

bool is_shaped_whole(const Fonts& fonts, Face face, std::string_view utf8) {
  if (face >= Face::icon_regular || std::all_of(utf8.begin(), utf8.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; })) return false;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint32_t code = next_code_point(utf8, at);
    if (!is_set_singly(code)) return true;
    if (code >= 0x80 && !is_silent(code) && code != missing_letter && fonts.shown_as(face, code) == missing_letter) return true;
  }
  return false;
}

TextLine lay_out_line(const Fonts& fonts, Face face, std::string_view utf8, bool tabular) {
  std::vector<std::uint32_t> codes;
  codes.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) codes.push_back(next_code_point(utf8, at));
  LineSetter setter(fonts, face, tabular);
  setter.line.letters.reserve(codes.size());
  for (const std::uint32_t code : codes) setter.add(code);
  setter.line.region = region_of(codes);
  return std::move(setter.line);
}

float text_width(const Fonts& fonts, std::string_view utf8, const TextStyle& style, bool tabular) {
  std::unordered_map<std::uint64_t, float>& known = fonts.widths_so_far();
  const std::uint64_t key = key_of(style.face, utf8, tabular);
  if (const auto found = known.find(key); found != known.end()) return found->second * style.size;
  if (known.size() >= widths_most) known.clear();
  const float width = is_shaped_whole(fonts, style.face, utf8) ? fonts.shaped().width(style.face, utf8) : lay_out_line(fonts, style.face, utf8, tabular).width;
  return known.emplace(key, width).first->second * style.size;
}

float down_to_baseline(Anchor anchor, float line, float size) {
  if (anchor == Anchor::baseline) return 0.0F;
  return middle_above_baseline * size + (anchor == Anchor::top ? line / 2.0F : 0.0F);
}

float back_to_start(Align align, float width) {
  return align == Align::left ? 0.0F : align == Align::center ? width / 2.0F : width;
}

}  // namespace standpoint
