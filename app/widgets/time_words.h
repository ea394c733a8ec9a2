// Moments and lengths of time in words. Events keep UTC; people read the time of their own machine. Called by screens and
// shell/app.cpp. It must not read the clock.
#pragma once

#include <cstdint>
#include <string>

namespace standpoint {

// A moment (ms since the Unix epoch, UTC) in the machine's time zone ($TZ, else the system's).
struct LocalTime {
  int year = 1970, month = 1, day = 1;  // month 1..12
  int weekday = 4;                      // 0 = Sunday
  int hour = 0, minute = 0;
};
LocalTime local_time(std::int64_t ms);

// "Thu 19 Nov 2026", local.
std::string date_words(std::int64_t ms);
// "14:32", local.
std::string moment_words(std::int64_t ms);
// "45 min", "1 h 00 min", from two days on "11 days".
std::string duration_words(std::int64_t minutes);
// How long something is planned to take: "90 min", "6 h".
std::string plan_words(std::int64_t minutes);

}  // namespace standpoint
