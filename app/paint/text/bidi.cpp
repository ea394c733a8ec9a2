// The bidirectional algorithm through FriBidi. Called for every line of text, so text without right-to-left letters goes straight through.
#include "app/paint/text/bidi.h"

#include <fribidi.h>

#include <algorithm>

#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

// Hebrew is the first block that runs from right to left.
constexpr std::uint32_t first_right_to_left = 0x590;

}  // namespace

std::vector<std::uint32_t> visual_order(std::string_view utf8) {
  std::vector<std::uint32_t> codes;
  codes.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) codes.push_back(next_code_point(utf8, at));
  if (std::none_of(codes.begin(), codes.end(), [](std::uint32_t code) { return code >= first_right_to_left; })) return codes;
  std::vector<FriBidiChar> seen(codes.size() + 1);
  const std::vector<FriBidiChar> logical(codes.begin(), codes.end());
  FriBidiParType direction = FRIBIDI_PAR_ON;
  const auto count = static_cast<FriBidiStrIndex>(codes.size());
  if (fribidi_log2vis(logical.data(), count, &direction, seen.data(), nullptr, nullptr, nullptr) == 0) return codes;
  seen.pop_back();
  // Joined letters leave fillers behind where two became one.
  seen.erase(std::remove(seen.begin(), seen.end(), FriBidiChar{FRIBIDI_CHAR_FILL}), seen.end());
  return {seen.begin(), seen.end()};
}

}  // namespace standpoint
