// Puts a line of text into the order in which it is seen: right-to-left scripts run the other way, Arabic letters join.
// text_line.h calls it before letters get their places. It must not know fonts; an SVG leaves this to its viewer.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace standpoint {

// The code points from left to right, after the Unicode Bidirectional Algorithm (UAX 9), with Arabic presentation forms.
std::vector<std::uint32_t> visual_order(std::string_view utf8);

}  // namespace standpoint
