// Reads and writes code points; what counts as well-formed is decided by core/workshop/utf8.h. Called by label.cpp and screen_text.cpp.
#include "app/paint/text/utf8.h"

#include "core/workshop/utf8.h"

namespace standpoint {

std::uint32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const std::size_t size = utf8_character_length(utf8.substr(at));
  if (size == 0) {
    at += 1;
    return replacement_character;
  }
  // The first byte of 1 to 4 carries 7, 5, 4 or 3 bits of the code point, every other one 6.
  const auto first = static_cast<unsigned char>(utf8[at]);
  std::uint32_t code = size == 1 ? first : first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
  at += size;
  return code;
}

void append_code_point(std::string& out, std::uint32_t code) {
  const auto tail = [&out, code](unsigned shift) { out.push_back(static_cast<char>(0x80U | (code >> shift & 0x3FU))); };
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0U | code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | code >> 12));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | code >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace standpoint
