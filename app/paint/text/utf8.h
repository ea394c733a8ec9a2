// Reading UTF-8 one code point at a time. Used where text is measured, cut and drawn; it never fails and never reads past the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace standpoint {

inline constexpr std::uint32_t replacement_character = 0xFFFD;

// The code point at `at`, which moves behind it. A broken sequence gives U+FFFD and moves on by one byte.
std::uint32_t next_code_point(std::string_view utf8, std::size_t& at);

// first <= code <= last: how Unicode's blocks are told apart.
constexpr bool in(std::uint32_t code, std::uint32_t first, std::uint32_t last) { return code >= first && code <= last; }

void append_code_point(std::string& out, std::uint32_t code);

}  // namespace standpoint
