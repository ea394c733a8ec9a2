// Where a line of text may be broken: at spaces, after hyphens and slashes inside words, and between Han characters and Kana but
// for the signs that must not begin or end a line. Called by label.cpp. It must not measure.
#pragma once

#include <cstddef>
#include <string_view>

namespace standpoint {

// The last place at or before `limit` where valid UTF-8 may be broken, as a byte offset; 0: there is none. `limit` lies between
// two characters. Spaces after the place belong to neither line. A part of the rules of UAX 14.
std::size_t last_break(std::string_view utf8, std::size_t limit);

}  // namespace standpoint
