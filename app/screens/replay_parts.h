// The two halves of the replay screen that stand in files of their own. Included by replay*.cpp only.
#pragma once

#include "app/screens/replay.h"

namespace standpoint {

inline constexpr int timeline_bins = 228;  // 1824 px at 8 px a bin

// "24:16", minutes growing beyond the hour.
std::string clock_words(std::int64_t ms);

// "What happened": the events round the moment, in plain words; a tap jumps there.
void draw_happened(const Frame&, const Replay&, ReplayUi&, Box);
// Bookmarks, density, activity spans and the playhead; a tap or drag anywhere scrubs.
void draw_timeline(const Frame&, const Replay&, ReplayUi&, Box);

}  // namespace standpoint
