// Text that people typed: is it sound, and how is it shown in a sentence. UTF-8 throughout; no locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/workshop/utf8.h"

namespace standpoint {

// UTF-8 without control characters (below U+0020, U+007F to U+009F): a name, a title.
bool valid_line(std::string_view);
// As a line, but newlines may stand in it.
bool valid_text(std::string_view);
// As valid_text wants it: what is no character or a control character becomes a question mark, so that no
// text grows.
std::string mended(std::string_view);
// Nothing but spaces and newlines.
bool blank(std::string_view);

// How many characters have to go, so that no more than this many bytes are left; 0: none.
std::size_t characters_beyond(std::string_view, std::size_t max_bytes);

// It begins with an emoji or another pictograph (U+1F000 to U+1FFFF, U+2300 to U+27BF, U+2B00 to U+2B7F): nobody goes by such a word.
bool begins_with_pictograph(std::string_view word);
// With its first letter large, where that is one of the 26.
std::string capitalised(std::string_view);
// At most `characters` code points, the last one an ellipsis when something was left out; newlines become spaces.
std::string shortened(std::string_view, std::size_t characters);
// Shortened to fit a sentence and put in quotation marks: “Agree the data-sharing terms”.
std::string quoted(std::string_view);

}  // namespace standpoint
