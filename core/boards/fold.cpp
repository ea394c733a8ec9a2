// Base letters of accented ones, from the canonical decompositions of Unicode 14, as one letter per code point.
#include "core/boards/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/workshop/utf8.h"

namespace standpoint {
namespace {

// letters[i] is the base letter of code point first + i; '?' where there is none. In the Greek row 'a' is alpha.
struct LetterRow {
  std::uint32_t first;
  std::uint32_t a;  // the code point that the letter 'a' stands for
  std::string_view letters;
};
constexpr std::array<LetterRow, 11> letter_rows = {{
    {0x41, 'a', "abcdefghijklmnopqrstuvwxyz"},
    {0xC0, 'a', "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"},
    {0x100, 'a',
     "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssss"
     "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    {0x1A0, 'a', "oo?????????????uu"},
    {0x1CD, 'a', "aaiioouuuuuuuuuu"},
    {0x1E6, 'a', "ggkkoooo"},
    {0x1F8, 'a', "nnaa"},
    {0x200, 'a', "aaaaeeeeiiiioooorrrruuuusstt??hh"},
    {0x226, 'a', "aaeeooooooooyy"},
    {0x386, 0x3B1, "a?egi?o?uyiabcdefghijklmnopq?stuvwxyiuaegiuabcdefghijklmnopqsstuvwxyiuouy"},
    {0x1E00, 'a',
     "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
     "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas??s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
     "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????"},
}};

// Letters that are written out as two.
std::string_view two_letters(std::uint32_t c) {
  switch (c) {
    case 0xC6: case 0xE6: return "ae";
    case 0x152: case 0x153: return "oe";
    case 0xDF: case 0x1E9E: return "ss";
    case 0xDE: case 0xFE: return "th";
    default: return {};
  }
}

bool is_combining_mark(std::uint32_t c) { return c >= 0x300 && c <= 0x36F; }

std::uint32_t folded_letter(std::uint32_t c) {
  for (const LetterRow& row : letter_rows) {
    if (c < row.first || c >= row.first + row.letters.size()) continue;
    const char letter = row.letters[c - row.first];
    return letter == '?' ? c : row.a + static_cast<std::uint32_t>(letter - 'a');
  }
  if (c >= 0x400 && c <= 0x40F) c += 0x50;  // Cyrillic capitals
  if (c >= 0x410 && c <= 0x42F) c += 0x20;
  return c == 0x451 ? 0x435 : c;  // io is searched for as ie
}

std::uint32_t decoded(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i])); };
  switch (character.size()) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3: return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default: return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
}

// Only letters of one and two bytes come out of the tables.
void append_letter(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace

std::string folded_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = utf8_character_length(text);
    const std::string_view character = text.substr(0, std::max<std::size_t>(length, 1));
    text.remove_prefix(character.size());
    if (length == 0) continue;
    const std::uint32_t c = decoded(character);
    if (is_combining_mark(c)) continue;
    const std::string_view two = two_letters(c);
    const std::uint32_t letter = folded_letter(c);
    if (!two.empty()) out += two;
    else if (letter == c) out += character;
    else append_letter(out, letter);
  }
  return out;
}

bool finds(std::string_view search, std::string_view text) {
  while (!search.empty()) {
    const std::string_view word = search.substr(0, search.find(' '));
    search.remove_prefix(std::min(search.size(), word.size() + 1));
    if (text.find(word) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace standpoint
