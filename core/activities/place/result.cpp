// Looks at revealed inputs only, so it cannot tell what is still secret. See result.h.
#include "core/activities/place/result.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/activities/activities.h"

namespace standpoint {
namespace {

// Half of a normal distribution in two dimensions lies within sqrt(2 ln 2) = 1.18 sigma.
constexpr double half_within_sigmas = 1.18;

std::int32_t middle_of(std::vector<std::int32_t> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Covariance {
  double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
};

Covariance covariance_of(const std::vector<BoardPoint>& points) {
  Covariance c;
  const double n = static_cast<double>(points.size());
  for (const BoardPoint p : points) {
    c.mean_x += p.x / n;
    c.mean_y += p.y / n;
  }
  if (points.size() < 2) return c;
  for (const BoardPoint p : points) {
    const double dx = p.x - c.mean_x, dy = p.y - c.mean_y;
    c.xx += dx * dx / (n - 1);
    c.yy += dy * dy / (n - 1);
    c.xy += dx * dy / (n - 1);
  }
  return c;
}

// The ellipse's axes are the eigenvectors of the covariance, their lengths the roots of its eigenvalues.
void set_ellipse(Spread& spread, const Covariance& c) {
  const double middle = (c.xx + c.yy) / 2;
  const double away = std::sqrt((c.xx - c.yy) * (c.xx - c.yy) / 4 + c.xy * c.xy);
  spread.semi_major = half_within_sigmas * std::sqrt(middle + away);
  spread.semi_minor = half_within_sigmas * std::sqrt(std::max(0.0, middle - away));
  spread.angle = std::atan2(2 * c.xy, c.xx - c.yy) / 2;
  spread.centre = {clamp_to_board(std::llround(c.mean_x)), clamp_to_board(std::llround(c.mean_y))};
  spread.spread = std::sqrt(c.xx + c.yy);
  spread.widest_on_x = c.xx >= c.yy;
}

Spread spread_of(Item item, std::vector<BoardPoint> points) {
  std::sort(points.begin(), points.end());
  std::vector<std::int32_t> xs, ys;
  for (const BoardPoint p : points) {
    xs.push_back(p.x);
    ys.push_back(p.y);
  }
  Spread spread;
  spread.item = item;
  spread.median = {middle_of(xs), middle_of(ys)};
  set_ellipse(spread, covariance_of(points));
  const auto [low, high] = spread.widest_on_x ? std::minmax_element(xs.begin(), xs.end())
                                              : std::minmax_element(ys.begin(), ys.end());
  spread.low = *low;
  spread.high = *high;
  spread.points = std::move(points);
  return spread;
}

// A placement, and whose it is where that is known.
struct Placed {
  CanvasPlace place;
  SeatId seat;
};

// Every placement of every item, items together.
std::vector<Placed> placements_of(const Activity& activity) {
  std::vector<Placed> all;
  if (activity.phase != Phase::revealed) return all;
  for (const RevealedInput& revealed : activity.inputs)
    if (const auto* sheet = std::get_if<PlacementSheet>(&revealed.input))
      for (const CanvasPlace& place : sheet->placements) all.push_back({place, revealed.seat});
  std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) { return a.place.item < b.place.item; });
  return all;
}

// One entry per item, in the order of the items.
std::vector<Spread> spreads_by_item(const std::vector<Placed>& all) {
  std::vector<Spread> spreads;
  for (std::size_t first = 0; first < all.size();) {
    std::vector<BoardPoint> points;
    std::size_t next = first;
    for (; next < all.size() && all[next].place.item == all[first].place.item; ++next) points.push_back(all[next].place.at);
    spreads.push_back(spread_of(all[first].place.item, std::move(points)));
    first = next;
  }
  return spreads;
}

bool both_named(const Activity& one, const Activity& other) { return one.secrecy == Secrecy::named && other.secrecy == Secrecy::named; }

// The placements of those who placed the same item in the other round too.
std::vector<Placed> also_in(const std::vector<Placed>& other, std::vector<Placed> all) {
  std::erase_if(all, [&](const Placed& placed) {
    return std::none_of(other.begin(), other.end(), [&](const Placed& p) { return p.seat == placed.seat && p.place.item == placed.place.item; });
  });
  return all;
}

bool alike_in_number(const Spread& a, const Spread& b) { return 2 * std::min(a.points.size(), b.points.size()) >= std::max(a.points.size(), b.points.size()); }

}  // namespace

std::vector<Spread> spreads_of(const Activity& activity) {
  std::vector<Spread> spreads = spreads_by_item(placements_of(activity));
  std::stable_sort(spreads.begin(), spreads.end(), [](const Spread& a, const Spread& b) {
    const bool a_alone = a.points.size() < 2, b_alone = b.points.size() < 2;
    return a_alone != b_alone ? b_alone : a.spread > b.spread;
  });
  return spreads;
}

int people_who_placed(const Activity& activity) {
  if (activity.secrecy == Secrecy::named && activity.phase == Phase::revealed)
    return static_cast<int>(activity.inputs.size());
  std::size_t most = 0;
  for (const Spread& spread : spreads_of(activity)) most = std::max(most, spread.points.size());
  return static_cast<int>(most);
}

bool is_disputed(const Spread& spread) { return spread.points.size() > 1 && spread.high - spread.low >= disagreement_floor; }

std::vector<Movement> movement_between(const Activity& earlier, const Activity& later) {
  std::vector<Placed> first = placements_of(earlier), second = placements_of(later);
  if (both_named(earlier, later)) {
    first = also_in(second, std::move(first));
    second = also_in(first, std::move(second));
  }
  const std::vector<Spread> before = spreads_by_item(first);
  std::vector<Movement> moves;
  for (const Spread& now : spreads_by_item(second)) {
    const auto then = std::find_if(before.begin(), before.end(), [&](const Spread& s) { return s.item == now.item; });
    if (then == before.end() || !alike_in_number(*then, now)) continue;
    const double dx = now.median.x - then->median.x, dy = now.median.y - then->median.y;
    moves.push_back({now.item, then->median, now.median, std::sqrt(dx * dx + dy * dy)});
  }
  std::sort(moves.begin(), moves.end(), [](const Movement& a, const Movement& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.item < b.item;
  });
  return moves;
}

PlacedAgain placed_again(const Activity& earlier, const Activity& later) {
  PlacedAgain counts{0, people_who_placed(earlier)};
  if (!both_named(earlier, later)) return {std::min(counts.of, people_who_placed(later)), counts.of};
  for (const RevealedInput& now : later.inputs)
    counts.again += std::any_of(earlier.inputs.begin(), earlier.inputs.end(), [&](const RevealedInput& then) { return then.seat == now.seat; }) ? 1 : 0;
  return counts;
}

Activity round_after(const Workshop& workshop, const Activity& activity, SeatId by) {
  Activity next;
  next.id = mint<ActivityId>(by, next_nth(workshop, by));
  next.kind = activity.kind;
  next.setup = activity.setup;
  next.title = activity.title;
  next.minutes = activity.minutes;
  next.board = activity.board;
  next.secrecy = activity.secrecy;
  next.follows = activity.id;
  return next;
}

std::vector<const Activity*> revealed_placings(const Workshop& workshop, BoardId board) {
  std::vector<const Activity*> rounds;
  for (const ActivityId id : workshop.agenda) {
    const Activity* const activity = find(workshop, id);
    if (placing(activity) && activity->board == board && activity->phase == Phase::revealed) rounds.push_back(activity);
  }
  return rounds;
}

const Activity* placing_shown(const Workshop& workshop, BoardId id, const Activity* staged) {
  if (staged == nullptr || !(staged->board == id)) return nullptr;
  if (placing(staged)) return staged;
  const Board* const canvas = find(workshop, id);
  if (!rules_of(*staged).talks || canvas == nullptr || canvas->kind != BoardKind::canvas || !canvas->places.empty()) return nullptr;
  const Activity* newest = nullptr;
  for (const Activity& activity : workshop.activities)
    if (placing(&activity) && activity.board == id && activity.phase == Phase::revealed && (newest == nullptr || activity.opened_ms > newest->opened_ms))
      newest = &activity;
  return newest;
}

}  // namespace standpoint
