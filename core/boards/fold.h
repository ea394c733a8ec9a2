// Text as somebody searches for it: without case and accents, so that "nguyen" finds "Nguyễn" and "strasse" "Straße".
// Called by the map's search. Knows Latin, Greek and Cyrillic letters; every other character stays as it is. A table
// of our own because the library for this is not there for WebAssembly.
#pragma once

#include <string>
#include <string_view>

namespace standpoint {

// UTF-8 in, UTF-8 out; bytes that are no character are dropped.
std::string folded_text(std::string_view);

// Whether every word of `search` occurs somewhere in `text`; an empty search is found everywhere. `search` and
// `text` are folded already.
bool finds(std::string_view search, std::string_view text);

}  // namespace standpoint
