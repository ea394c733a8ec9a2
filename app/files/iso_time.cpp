// See iso_time.h.
#include "app/files/iso_time.h"

#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace standpoint {

std::string iso_time(std::int64_t ms) {
  const std::int64_t seconds = ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(seconds)), ms - seconds * 1000);
}

}  // namespace standpoint
