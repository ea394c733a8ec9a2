// The timer's digits.
#include <doctest/doctest.h>

#include "app/widgets/timer.h"

using standpoint::timer_digits;

TEST_CASE("the timer shows the second that is still running") {
  CHECK(timer_digits(272'000) == "04:32");
  CHECK(timer_digits(271'001) == "04:32");
  CHECK(timer_digits(1) == "00:01");
  CHECK(timer_digits(0) == "00:00");
}

TEST_CASE("past zero the timer counts upwards") {
  CHECK(timer_digits(-999) == "+00:00");
  CHECK(timer_digits(-1'000) == "+00:01");
  CHECK(timer_digits(-61'500) == "+01:01");
}

TEST_CASE("R164 a timer of an hour and more says its hours") {
  CHECK(timer_digits(59 * 60'000 + 59'000) == "59:59");
  CHECK(timer_digits(60 * 60'000) == "1:00:00");
  CHECK(timer_digits(75 * 60'000 - 1) == "1:15:00");
  CHECK(timer_digits(24 * 60 * 60'000) == "24:00:00");
}
