// The time of this computer. Used where a program begins; everything below is given its time.
#pragma once

#include <chrono>
#include <cstdint>

namespace standpoint {

// ms since the Unix epoch, UTC, by this computer's clock.
inline std::int64_t clock_now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace standpoint
