// "‹ 1 of 3 ›" below what does not fit one page. Called by the screens of boards and activities; what stands on a page is theirs.
#pragma once

#include <cstddef>

#include "app/design/frame.h"

namespace standpoint {

inline constexpr float pager_height = 56;

// Keeps `page` within the pages, and from two pages on says which it is. Only the facilitator's own stage and replay turn pages;
// the bare stage and pictures have nothing to press.
void draw_pager(const Frame& frame, Vec middle, std::size_t pages, std::size_t& page, const char* before = "Page before",
                const char* after = "Page after");

}  // namespace standpoint
