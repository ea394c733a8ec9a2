// What stands below each other, broken into pages. Called by paint and screens; it draws nothing.
#pragma once

#include <cstddef>
#include <vector>

namespace standpoint {

// Where each page begins when things of these heights stand below each other, `gap` apart, and last where they end. A page holds at
// most `most` of them; what is higher than the room has a page of its own.
std::vector<std::size_t> page_begins(const std::vector<float>& heights, float gap, float room, std::size_t most = 1000);

}  // namespace standpoint
