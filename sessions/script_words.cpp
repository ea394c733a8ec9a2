// Cells of the script read strictly: a slip there is a sentence.
#include "sessions/script_words.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/exchange/import_words.h"

namespace standpoint {

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    parts.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Result<std::int64_t> number_of(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return failed(fmt::format("“{}” is no number.", text));
  return value;
}

Result<BoardPoint> point_of(std::string_view text) {
  const std::size_t blank = std::min(text.find(' '), text.size());
  const auto x = number_of(text.substr(0, blank)), y = number_of(text.substr(std::min(blank + 1, text.size())));
  if (!x || !y) return failed(fmt::format("“{}” is no place.", text));
  return BoardPoint{clamp_to_board(*x), clamp_to_board(*y)};
}

}  // namespace standpoint
