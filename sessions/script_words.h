// What stands in the cells of the script: lists, numbers, places. Used by rehearsal only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/geometry.h"
#include "core/workshop/result.h"

namespace standpoint {

std::vector<std::string> parts_of(std::string_view text);  // "a; b; c"
Result<std::int64_t> number_of(std::string_view text);
Result<BoardPoint> point_of(std::string_view text);        // "2376 4820", board units

}  // namespace standpoint
