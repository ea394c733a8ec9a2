// Something that takes more than a moment, and a way to stop it. Knows no Workshop and keeps nothing.
#pragma once

#include <string_view>

#include "app/frame.h"

namespace standpoint {

struct LongTask {
  std::string_view what;   // "Exporting pictures"
  float share = 0;         // done, 0..1
  std::string_view facts;  // "2 of 6 pictures"
};
// A panel 110 high. True: Cancel was tapped.
bool draw_long_task(const Frame&, Box, const LongTask&);

}  // namespace standpoint
