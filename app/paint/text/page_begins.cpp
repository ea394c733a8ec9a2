// See page_begins.h.
#include "app/paint/text/page_begins.h"

namespace standpoint {

std::vector<std::size_t> page_begins(const std::vector<float>& heights, float gap, float room, std::size_t most) {
  std::vector<std::size_t> begins{0};
  float filled = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (i > begins.back() && (i - begins.back() == most || filled + heights[i] > room)) {
      begins.push_back(i);
      filled = 0;
    }
    filled += heights[i] + gap;
  }
  begins.push_back(heights.size());
  return begins;
}

}  // namespace standpoint
