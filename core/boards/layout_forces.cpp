// Anchors, ties as springs, room for bodies and names, and ties that keep clear of people who are not theirs.
// All bodies move at once in each round, so no order of people matters. The constants were chosen by measuring
// crossings, overlaps and displacement over many numberings of the sample sessions and over crowds.
#include "core/boards/layout_forces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/boards/lanes.h"
#include "core/boards/near_grid.h"
#include "core/boards/repulsion.h"

namespace standpoint {
namespace {

// How often everybody moves. Crowds larger than `in_full` get fewer rounds, down to `share` of them, so that ten thousand
// people still stand somewhere within a second.
struct Rounds { double most, in_full, share; };
constexpr Rounds spreading = {80, 3000, 0.4}, parting = {240, 600, 0.15};
// In a larger crowd ties pass over people wherever they go: from the first number of people on they keep clear of
// fewer and fewer, from the second on of nobody.
constexpr double all_clear_ties = 60, no_clear_ties = 140;
constexpr float home_pull = 0.1F;
constexpr double farthest_from_home = 160;
constexpr double tie_pull = 0.03;
constexpr float tie_length = 170;       // shorter ties do not pull
constexpr double fewest_for_room = 12;  // with fewer people the map stays partly empty
// Strength, softening and reach of the push between any two, for the side of the room each has on average. Where that
// is small, forces are too: the push from the first side on, ties from the second. A step must not throw anybody over
// the next one, or an edit would be felt all over the crowd.
constexpr double room_push = 7, room_near = 0.4, room_reach = 1.6;
constexpr double room_for_push = 160, room_for_ties = 60;
constexpr float name_push = 0.4F;       // between discs with names that would touch
constexpr float name_closest = 0.02F;   // share of that distance; closer bodies do not push harder
constexpr double name_gap = 24;
constexpr double name_height = 50;
constexpr double clear_push = 0.3;
constexpr double clear_gap = 40;        // between a tie and the disc of somebody else
constexpr double longest_step = 30;
constexpr double last_step_share = 0.3;  // steps shrink to this share, so that crowds come to rest
constexpr double disc_gap = 8;           // where there is no room, less and less of it after half of the passes

int rounds_of(const Rounds& rounds, std::size_t bodies) {
  return static_cast<int>(rounds.most * std::clamp(rounds.in_full / static_cast<double>(bodies), rounds.share, 1.0));
}

double length_of(MapPoint v) { return std::sqrt(v.x * v.x + v.y * v.y); }

// The bodies as columns, as far as every round needs them.
struct Crowd {
  Columns homes, places, forces;
  std::vector<float> half_wide, half_high;  // of a disc with its name and the gap around both
};

Crowd crowd_of(const std::vector<Body>& bodies) {
  Crowd crowd;
  for (const Body& body : bodies) {
    crowd.homes.x.push_back(static_cast<float>(body.home.x));
    crowd.homes.y.push_back(static_cast<float>(body.home.y));
    crowd.places.x.push_back(static_cast<float>(body.at.x));
    crowd.places.y.push_back(static_cast<float>(body.at.y));
    crowd.half_wide.push_back(static_cast<float>(body.half_name + name_gap / 2 * body.name_scale));
    crowd.half_high.push_back(static_cast<float>(body.radius + name_height / 2 * body.name_scale));
  }
  crowd.forces.resize(bodies.size());
  return crowd;
}

MapPoint place_of(const Columns& places, std::size_t i) { return {places.x[i], places.y[i]}; }

void push(Columns& forces, std::size_t body, float x, float y) {
  forces.x[body] += x;
  forces.y[body] += y;
}

void pull_home(Crowd& crowd) {
  for (std::size_t i = 0; i < crowd.places.size(); ++i) {
    crowd.forces.x[i] = home_pull * (crowd.homes.x[i] - crowd.places.x[i]);
    crowd.forces.y[i] = home_pull * (crowd.homes.y[i] - crowd.places.y[i]);
  }
}

// The side of a square as large as the room that everybody has on the map, on average.
double side_of_room(std::size_t bodies) {
  constexpr double map_area = 0.845 * map_width * map_height;
  return std::sqrt(map_area / std::max(fewest_for_room, static_cast<double>(bodies)));
}

Push push_for(double side) {
  const double strength = room_push * side * std::min(1.0, side / room_for_push);
  return {static_cast<float>(strength), static_cast<float>(room_near * side), static_cast<float>(room_reach * side)};
}

// Bodies cell by cell; a few more entries than bodies, so that the last four lanes can be read whole.
struct NameColumns { std::vector<float> x, y, half_wide, half_high; };

void take_in(NameColumns& names, const Crowd& crowd, const std::vector<std::uint32_t>& order) {
  for (auto* column : {&names.x, &names.y, &names.half_wide, &names.half_high}) column->resize(order.size() + lane_count);
  for (std::size_t i = 0; i < order.size(); ++i) {
    names.x[i] = crowd.places.x[order[i]];
    names.y[i] = crowd.places.y[order[i]];
    names.half_wide[i] = crowd.half_wide[order[i]];
    names.half_high[i] = crowd.half_high[order[i]];
  }
}

// What body i feels from the names of a run, itself among them: four at a time, each lane with its own sum.
void push_names(const NameColumns& names, std::size_t i, NearGrid::Run run, Lanes& fx, Lanes& fy) {
  const Lanes x = all_lanes(names.x[i]), y = all_lanes(names.y[i]);
  const Lanes wide = all_lanes(names.half_wide[i]), high = all_lanes(names.half_high[i]);
  const Lanes one = all_lanes(1), none = all_lanes(0), closest = all_lanes(name_closest), strength = all_lanes(name_push);
  Lanes left = all_lanes(static_cast<float>(run.last - run.first)) - Lanes{0, 1, 2, 3};
  for (std::uint32_t j = run.first; j < run.last; j += lane_count, left -= all_lanes(lane_count)) {
    const Lanes dx = x - lanes_at(&names.x[j]), dy = y - lanes_at(&names.y[j]);
    const Lanes in_x = dx / (wide + lanes_at(&names.half_wide[j])), in_y = dy / (high + lanes_at(&names.half_high[j]));
    const Lanes within = greater(root_of(in_x * in_x + in_y * in_y), closest);
    const Lanes by = left > none ? greater(strength * (one - within) / within, none) : none;
    fx += by * dx;
    fy += by * dy;
  }
}

void add_names(Crowd& crowd, NearGrid& grid, NameColumns& names) {
  grid.fill(crowd.places.size(), [&](std::size_t i) { return place_of(crowd.places, i); });
  take_in(names, crowd, grid.order());
  grid.each_cell([&](NearGrid::Run own, const std::array<NearGrid::Run, 3>& around) {
    for (std::uint32_t i = own.first; i < own.last; ++i) {
      Lanes fx = all_lanes(0), fy = all_lanes(0);
      for (const NearGrid::Run run : around) push_names(names, i, run, fx, fy);
      push(crowd.forces, grid.order()[i], sum_of(fx), sum_of(fy));
    }
  });
}

// A tie too close to somebody else's disc: the disc moves away, and the ends a little the other way.
void add_clearance(Columns& forces, const std::vector<Body>& bodies, const Columns& places, const BodyPair& tie, double gap, double share) {
  const MapPoint start = place_of(places, tie.first), end = place_of(places, tie.second);
  const MapPoint along{end.x - start.x, end.y - start.y};
  const double length = along.x * along.x + along.y * along.y;
  if (length == 0) return;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (i == tie.first || i == tie.second) continue;
    const MapPoint p{static_cast<double>(places.x[i]) - start.x, static_cast<double>(places.y[i]) - start.y};
    const double t = (p.x * along.x + p.y * along.y) / length;
    if (t <= 0.05 || t >= 0.95) continue;
    const MapPoint away{p.x - t * along.x, p.y - t * along.y};
    const double distance = length_of(away), wanted = bodies[i].radius + gap;
    if (distance >= wanted) continue;
    const double by = share * (wanted - distance) / std::max(distance, 1.0);
    const auto add = [&](std::size_t body, double part) {
      push(forces, body, static_cast<float>(away.x * by * part), static_cast<float>(away.y * by * part));
    };
    add(i, 1);
    add(tie.first, -(1 - t) / 2);
    add(tie.second, -t / 2);
  }
}

MapPoint moved(const Body& body, MapPoint at, MapPoint force, double share) {
  const double strength = length_of(force);
  const double step = share * (strength > longest_step ? longest_step / strength : 1);
  at = {at.x + force.x * step, at.y + force.y * step};
  const MapPoint gone{at.x - body.home.x, at.y - body.home.y};
  const double distance = length_of(gone);
  if (distance > farthest_from_home) {
    const double kept = farthest_from_home / distance;
    at = {body.home.x + gone.x * kept, body.home.y + gone.y * kept};
  }
  return kept_in(at, body.band);
}

// Moves the free ones of the two apart; true when they overlapped. Two on one spot part along x.
bool part(Body& a, Body& b, double gap) {
  const double wanted = a.radius + b.radius + gap;
  MapPoint d{b.at.x - a.at.x, b.at.y - a.at.y};
  if (d.x * d.x + d.y * d.y >= wanted * wanted || (a.fixed && b.fixed)) return false;
  if (d.x == 0 && d.y == 0) d.x = 1;
  const double distance = length_of(d);
  const double by = (wanted - distance) / distance * (a.fixed || b.fixed ? 1.0 : 0.5);
  if (!a.fixed) a.at = kept_in({a.at.x - d.x * by, a.at.y - d.y * by}, a.band);
  if (!b.fixed) b.at = kept_in({b.at.x + d.x * by, b.at.y + d.y * by}, b.band);
  return true;
}

double widest(const std::vector<float>& values) { return values.empty() ? 0 : *std::max_element(values.begin(), values.end()); }

}  // namespace

void add_springs(const Columns& places, const std::vector<BodyPair>& ties, float pull, float length, Columns& forces) {
  for (const auto& [a, b] : ties) {
    const float dx = places.x[b] - places.x[a], dy = places.y[b] - places.y[a];
    const float distance = std::sqrt(dx * dx + dy * dy);
    if (distance <= length) continue;
    const float by = pull * (1 - length / distance);
    push(forces, a, by * dx, by * dy);
    push(forces, b, -by * dx, -by * dy);
  }
}

void spread_out(std::vector<Body>& bodies, const std::vector<BodyPair>& ties, double scale) {
  const int rounds = rounds_of(spreading, bodies.size());
  const double side = side_of_room(bodies.size());
  const Push room = push_for(side);
  const auto pull = static_cast<float>(tie_pull * std::min(1.0, side / room_for_ties));
  const double people = static_cast<double>(bodies.size());
  const double clear = clear_push * std::clamp((no_clear_ties - people) / (no_clear_ties - all_clear_ties), 0.0, 1.0);
  Crowd crowd = crowd_of(bodies);
  NearGrid grid(2 * widest(crowd.half_wide), 2 * widest(crowd.half_high), bodies.size());
  NameColumns names;
  std::vector<float> weights;
  for (const Body& body : bodies) weights.push_back(body.person ? 1.0F : 0.0F);
  Repulsion repulsion(std::move(weights));
  for (int round = 0; round < rounds; ++round) {
    pull_home(crowd);
    repulsion.add(crowd.places, room, crowd.forces);
    add_names(crowd, grid, names);
    add_springs(crowd.places, ties, pull, tie_length, crowd.forces);
    if (round >= rounds / 2 && clear > 0)
      for (const BodyPair& tie : ties) add_clearance(crowd.forces, bodies, crowd.places, tie, clear_gap * scale, clear);
    const double share = 1 - (1 - last_step_share) * round / rounds;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      if (bodies[i].fixed) continue;
      bodies[i].at = moved(bodies[i], bodies[i].at, place_of(crowd.forces, i), share);
      crowd.places.x[i] = static_cast<float>(bodies[i].at.x);
      crowd.places.y[i] = static_cast<float>(bodies[i].at.y);
    }
  }
}

void remove_overlaps(std::vector<Body>& bodies, double scale) {
  const int passes = rounds_of(parting, bodies.size());
  double reach = 0;
  for (const Body& body : bodies) reach = std::max(reach, 2 * body.radius + disc_gap * scale);
  NearGrid near(reach, reach, bodies.size());
  for (int pass = 0; pass < passes; ++pass) {
    const double gap = disc_gap * scale * std::min(1.0, 2.0 * (passes - pass) / passes);
    bool any = false;
    near.fill(bodies.size(), [&](std::size_t i) { return bodies[i].at; });
    near.each_pair([&](std::uint32_t one, std::uint32_t other) {
      any = part(bodies[std::min(one, other)], bodies[std::max(one, other)], gap) || any;
    });
    if (!any) return;
  }
}

}  // namespace standpoint
