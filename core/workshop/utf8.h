// Is this text UTF-8, and where does a character end? Used where text comes from outside: imported files, commands.
#pragma once

#include <cstddef>
#include <string_view>

namespace standpoint {

// Bytes of the well-formed UTF-8 character at the start of `text` (RFC 3629: shortest form, no surrogates, at most
// U+10FFFF); 0 when there is none.
std::size_t utf8_character_length(std::string_view text);
bool valid_utf8(std::string_view text);

}  // namespace standpoint
