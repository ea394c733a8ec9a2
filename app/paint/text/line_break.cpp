// The rules of UAX 14 that names, cards and titles need. Called by label.cpp.
#include "app/paint/text/line_break.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "app/paint/text/characters.h"
#include "app/paint/text/text_engine.h"
#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

// Han, Kana and their punctuation: written without spaces, broken between any two. Hangul is broken at its spaces.
constexpr bool is_ideographic(std::uint32_t code) {
  return in(code, 0x2E80, 0x2FFF) || in(code, 0x3001, 0x30FF) || in(code, 0x31F0, 0x31FF) || in(code, 0x3400, 0x4DBF) || in(code, 0x4E00, 0x9FFF) ||
         in(code, 0xF900, 0xFAFF) || in(code, 0xFF01, 0xFF9F) || in(code, 0x20000, 0x3FFFF);
}

// Closing signs, small Kana, iteration and length marks (JIS X 4051 and GB/T 15834, the usual ones).
bool may_begin_line(std::uint32_t code) {
  constexpr std::u32string_view never = U",.;:!?)]}%\u2019\u201D\u2026、。〃々〉》」』】〕〗〙〛ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
                                       U"！）％，．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ";
  return never.find(static_cast<char32_t>(code)) == std::u32string_view::npos;
}
bool may_end_line(std::uint32_t code) {
  constexpr std::u32string_view never = U"([{\u2018\u201C〈《「『【〔〖〘〚（［｛｢＄￥￡";
  return never.find(static_cast<char32_t>(code)) == std::u32string_view::npos;
}

// After the hyphen of "cost-to-serve" and the slash of "Power/interest", not in "-5", "3/4" or "and/".
constexpr bool joins_words(std::uint32_t code) { return code == '-' || code == '/' || code == 0x2010 || code == 0x2013 || code == 0x2014; }

bool may_break(std::uint32_t before, std::uint32_t last, std::uint32_t next) {
  if (next == ' ') return true;
  if (last != ' ' && !joins_words(last) && !is_ideographic(last) && !is_ideographic(next)) return false;  // within a word, as most letters are
  if (!may_begin_line(next) || !may_end_line(last)) return false;
  if (last == ' ') return true;
  if (joins_words(last)) return is_letter(before) && is_letter(next);
  const bool mark = place_of_mark(next) != MarkPlace::not_a_mark || in(next, 0xFE00, 0xFE0F);
  return !mark && (is_ideographic(last) || is_ideographic(next));
}

// Written without spaces, broken between words that only a dictionary knows: Thai, Lao, Burmese, Khmer.
constexpr bool runs_on(std::uint32_t code) { return in(code, 0xE00, 0xEFF) || in(code, 0x1000, 0x109F) || in(code, 0x1780, 0x17FF); }

std::size_t last_word_end(std::string_view utf8, std::size_t limit) {
  std::size_t best = 0;
  for (const std::size_t end : word_ends(std::string(utf8))) {
    if (end > limit || end >= utf8.size()) break;
    std::size_t at = end;
    if (const std::uint32_t next = next_code_point(utf8, at); runs_on(next) && place_of_mark(next) == MarkPlace::not_a_mark) best = end;
  }
  return best;
}

}  // namespace

std::size_t last_break(std::string_view utf8, std::size_t limit) {
  std::size_t best = 0;
  bool has_runs = false;
  std::uint32_t before = 0, last = 0;
  for (std::size_t at = 0; at <= limit && at < utf8.size();) {
    const std::size_t here = at;
    const std::uint32_t next = next_code_point(utf8, at);
    if (here > 0 && may_break(before, last, next)) best = here;
    has_runs |= runs_on(next);
    before = last;
    last = next;
  }
  return has_runs ? std::max(best, last_word_end(utf8, limit)) : best;
}

}  // namespace standpoint
