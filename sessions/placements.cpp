// Normal scores dealt out in a shuffled order: one group takes them as they are; two camps stand apart by most of the
// spread and take them with the rest. Scores are symmetric, so the median is the middle exactly.
#include "sessions/placements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

namespace standpoint {
namespace {

// The normal distribution's quantiles at (i + 0.5) / 14, divided by their standard deviation.
constexpr std::array<double, placing_people> scores = {-1.8865, -1.2996, -0.9636, -0.7058, -0.4853, -0.2845, -0.0938,
                                                       0.0938, 0.2845, 0.4853, 0.7058, 0.9636, 1.2996, 1.8865};
constexpr double camp_share = 0.9284;  // of the spread: how far each camp stands from the middle
constexpr double within_camp = 0.25;   // of the spread: inside a camp; both together give one spread

// A shuffle of 0..13 by a linear congruential generator (Knuth's MMIX constants), seeded by the name and the axis.
std::array<std::size_t, placing_people> deal(std::string_view name, std::uint64_t axis) {
  std::uint64_t state = 14695981039346656037u + axis;
  for (const char c : name) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::array<std::size_t, placing_people> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = order.size() - 1; i > 0; --i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    std::swap(order[i], order[static_cast<std::size_t>(state >> 33) % (i + 1)]);
  }
  return order;
}

std::int32_t along(std::int32_t middle, std::int32_t spread, bool camps, std::size_t place) {
  double offset = scores[place] * spread;
  if (camps) {
    const bool low = place < placing_people / 2;
    // Inside a camp the seven take every second score, so both camps look alike.
    const double within = scores[low ? 2 * place : 2 * (place - placing_people / 2) + 1];
    offset = spread * ((low ? -camp_share : camp_share) + within_camp * within);
  }
  return clamp_to_board(static_cast<std::int64_t>(std::lround(middle + offset)));
}

}  // namespace

BoardPoint placement(const Opinion& opinion, std::size_t person) {
  const auto x = deal(opinion.name, 0), y = deal(opinion.name, 1);
  return {along(opinion.middle.x, opinion.spread_x, opinion.camps_on_x, x.at(person)),
          along(opinion.middle.y, opinion.spread_y, opinion.camps_on_y, y.at(person))};
}

}  // namespace standpoint
