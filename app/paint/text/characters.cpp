// Characters through utf8proc. See characters.h.
#include "app/paint/text/characters.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

std::string mapped(const std::string& valid_utf8, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid_utf8.data()),
                                   static_cast<utf8proc_ssize_t>(valid_utf8.size()), &out,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
  if (length < 0) return valid_utf8;
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

// Accents; the marks of other scripts are letters of theirs. The same blocks as in app/web/characters.js.
bool is_accent(std::uint32_t code) {
  return in(code, 0x300, 0x36F) || in(code, 0x1AB0, 0x1AFF) || in(code, 0x1DC0, 0x1DFF) || in(code, 0x20D0, 0x20FF) || in(code, 0xFE20, 0xFE2F);
}

bool is_space(std::uint32_t code) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return in(code, '\t', '\r') || (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

}  // namespace

std::string composed(const std::string& valid_utf8) { return mapped(valid_utf8, UTF8PROC_COMPOSE); }

std::string folded(const std::string& valid_utf8) {
  const std::string plain = mapped(valid_utf8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  std::string letters;
  for (std::size_t at = 0; at < plain.size();)
    if (const std::uint32_t code = next_code_point(plain, at); !is_accent(code) && !is_space(code)) append_code_point(letters, code);
  return letters;
}

std::vector<std::size_t> character_ends(const std::string& valid_utf8) {
  std::vector<std::size_t> ends;
  std::size_t at = 0;
  utf8proc_int32_t state = 0;
  const auto plain = [&](std::size_t i) { return i == valid_utf8.size() || static_cast<unsigned char>(valid_utf8[i]) < 0x80; };
  while (at < valid_utf8.size()) {
    if (plain(at) && plain(at + 1)) {  // most letters by far: each a character of its own
      ends.push_back(++at);
      state = 0;
      continue;
    }
    const std::uint32_t here = next_code_point(valid_utf8, at);
    std::size_t ahead = at;
    if (at == valid_utf8.size() || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(here),
                                                                    static_cast<utf8proc_int32_t>(next_code_point(valid_utf8, ahead)), &state))
      ends.push_back(at);
  }
  return ends;
}

bool is_letter(std::uint32_t code) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

MarkPlace place_of_mark(std::uint32_t code) {
  switch (utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->combining_class) {  // canonical classes of UnicodeData.txt
    case 0: return MarkPlace::not_a_mark;
    case 1: return MarkPlace::across;
    case 220: return MarkPlace::below;
    case 230: return MarkPlace::above;
    default: return MarkPlace::elsewhere;
  }
}

}  // namespace standpoint
