// Time in words. See time_words.h.
#include "app/widgets/time_words.h"

#include <array>
#include <ctime>
#include <string_view>

namespace standpoint {
namespace {

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

LocalTime local_time(std::int64_t ms) {
  const auto seconds = static_cast<std::time_t>(ms / 1000 - (ms % 1000 < 0 ? 1 : 0));
  std::tm parts{};
  if (localtime_r(&seconds, &parts) == nullptr) return {};  // a year beyond int
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_wday, parts.tm_hour, parts.tm_min};
}

std::string date_words(std::int64_t ms) {
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const LocalTime at = local_time(ms);
  return std::string(days[static_cast<std::size_t>(at.weekday)]) + " " + std::to_string(at.day) + " " +
         std::string(months[static_cast<std::size_t>(at.month - 1)]) + " " + std::to_string(at.year);
}

std::string moment_words(std::int64_t ms) {
  const LocalTime at = local_time(ms);
  return two(at.hour) + ":" + two(at.minute);
}

std::string duration_words(std::int64_t minutes) {
  constexpr std::int64_t day = 1440;
  if (minutes < 60) return std::to_string(minutes) + " min";
  if (minutes >= 2 * day) return std::to_string((minutes + day / 2) / day) + " days";
  return std::to_string(minutes / 60) + " h " + two(static_cast<int>(minutes % 60)) + " min";
}

std::string plan_words(std::int64_t minutes) {
  if (minutes > 120 && minutes % 60 == 0) return std::to_string(minutes / 60) + " h";
  return minutes <= 120 ? std::to_string(minutes) + " min" : duration_words(minutes);
}

}  // namespace standpoint
