// The pages of a tablet or phone as scenes that a test draws: join, ballot, placing, sent, wait, results, boards. Called by
// tests/app/screens/participant_layout_test.cpp and the picture tests. A scene makes its own state anew each time.
#pragma once

#include <vector>

#include "tests/app/driving/every_screen.h"

namespace standpoint::testing {

// `sample`: the hour-long one that ships; it must outlive the scenes.
std::vector<Scene> hand_scenes(const Sample& sample);

}  // namespace standpoint::testing
