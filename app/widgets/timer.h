// The timer at the top right: a ring of what is left and digits that never move. It knows no Workshop and closes nothing.
#pragma once

#include <cstdint>

#include "app/design/frame.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"

namespace standpoint {

// Below zero once it is over. Never more than all of it: where the clock was set back since, it begins anew.
std::int64_t time_left_ms(std::int64_t started_ms, std::int64_t duration_ms, std::int64_t now_ms);

// "04:32", and past zero "+00:01" upwards. From an hour on "1:15:00".
std::string timer_digits(std::int64_t remaining_ms);

// Draws ring 72 and digits 64, right-aligned at `right`, the ring's middle at right.y. The last 60 s turn to the spotlight's
// colour; past zero it says "Time is up".
void draw_timer(const Frame&, Vec right, std::int64_t remaining_ms, std::int64_t duration_ms);

}  // namespace standpoint
