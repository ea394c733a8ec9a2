// A moment as files and other programs write it.
#pragma once

#include <cstdint>
#include <string>

namespace standpoint {

// ISO 8601 in UTC, "2026-11-19T13:24:16.123Z". `ms` since the Unix epoch, from the year 0 to 9999.
std::string iso_time(std::int64_t ms);

}  // namespace standpoint
