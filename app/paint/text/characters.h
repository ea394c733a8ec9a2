// What Unicode says about characters, as far as lines of text need it: from a library on the host's machine, from the browser on
// tablets, which has the same tables. For drawing, and for what a screen offers: nothing that a session stores may depend on it. Called by
// label.cpp, line_break.cpp, text_line.cpp and boards/same_name.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace standpoint {

// Letters with their marks in one code point where there is one (normalization form C).
std::string composed(const std::string& valid_utf8);

// The letters alone: without case (folded), accents, width, spaces and signs that show nothing, in one form (NFKD).
std::string folded(const std::string& valid_utf8);

// The ends of whole characters with their marks (extended grapheme clusters), in bytes, the end of the text included.
std::vector<std::size_t> character_ends(const std::string& valid_utf8);

bool is_letter(std::uint32_t code);

// Where a combining mark stands to its letter; `elsewhere`: at a side, or as its script has it.
enum class MarkPlace : std::uint8_t { not_a_mark, across, below, above, elsewhere };
MarkPlace place_of_mark(std::uint32_t code);

}  // namespace standpoint
