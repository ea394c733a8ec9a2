// Moments in words, in the time of the machine.
#include "app/widgets/time_words.h"

#include <cstdlib>
#include <ctime>
#include <string>

#include <doctest/doctest.h>

namespace standpoint::time_words_test {

namespace {

// A time zone for a scope, as $TZ says it.
class Zone {
 public:
  explicit Zone(const char* name) {
    if (const char* was = std::getenv("TZ")) was_ = was;
    setenv("TZ", name, 1);
    tzset();
  }
  ~Zone() {
    if (was_.empty()) unsetenv("TZ");
    else setenv("TZ", was_.c_str(), 1);
    tzset();
  }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;

 private:
  std::string was_;
};

constexpr std::int64_t afternoon = 1'795'093'200'000;  // 2026-11-19 13:00 UTC, a Thursday

}  // namespace

TEST_CASE("dates and moments are told in the time of the machine") {
  {
    const Zone utc("UTC0");
    CHECK(date_words(afternoon) == "Thu 19 Nov 2026");
    CHECK(moment_words(afternoon) == "13:00");
    CHECK(date_words(0) == "Thu 1 Jan 1970");
    CHECK(date_words(951'782'400'000) == "Tue 29 Feb 2000");
    CHECK(moment_words(-1) == "23:59");
  }
  {
    const Zone auckland("NZST-12NZDT,M9.5.0,M4.1.0/3");  // 13 hours ahead in November: the next day
    CHECK(date_words(afternoon) == "Fri 20 Nov 2026");
    CHECK(moment_words(afternoon) == "02:00");
  }
  {
    const Zone kolkata("IST-5:30");
    CHECK(moment_words(afternoon) == "18:30");
  }
}

TEST_CASE("lengths of time are told as people plan them") {
  CHECK(duration_words(45) == "45 min");
  CHECK(duration_words(60) == "1 h 00 min");
  CHECK(duration_words(127) == "2 h 07 min");
  CHECK(duration_words(266 * 60 + 7) == "11 days");
  CHECK(plan_words(90) == "90 min");
  CHECK(plan_words(360) == "6 h");
}

}  // namespace standpoint::time_words_test
