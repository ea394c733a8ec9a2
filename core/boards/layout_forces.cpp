// Anchors, ties as springs, room for discs and names, and ties that keep clear of people who are not theirs.
// All bodies move at once in each round, so no order of people matters. The constants were chosen by measuring
// crossings, overlaps and displacement over many numberings of the sample sessions.
#include "core/boards/layout_forces.h"

#include <algorithm>
#include <cmath>

namespace standpoint {
namespace {

constexpr int rounds = 80;
constexpr int rounds_before_ties_clear = 40;
constexpr std::size_t most_for_clear_ties = 100;  // in a larger crowd ties pass over people wherever they go
constexpr double home_pull = 0.1;
constexpr double farthest_from_home = 160;
constexpr double tie_pull = 0.02;
constexpr double tie_length = 170;      // shorter ties do not pull
constexpr double room_push = 20;        // between any two, fading to nothing at the room each has on average
constexpr double room_share = 1.2;
constexpr double fewest_for_room = 12;  // with fewer people the map stays partly empty
constexpr double name_push = 0.4;       // between discs with names that would touch
constexpr double name_gap = 24;
constexpr double name_height = 50;
constexpr double clear_push = 0.3;
constexpr double clear_gap = 24;        // between a tie and the disc of somebody else
constexpr double longest_step = 30;
constexpr double last_step_share = 0.3;  // steps shrink to this share, so that crowds come to rest
constexpr double disc_gap = 8;
constexpr int overlap_passes = 60;

double length_of(MapPoint v) { return std::sqrt(v.x * v.x + v.y * v.y); }

void push(std::vector<MapPoint>& forces, std::size_t body, MapPoint direction, double by) {
  forces[body].x += direction.x * by;
  forces[body].y += direction.y * by;
}

// Bodies on one spot part along x, the one with the smaller index to the left.
MapPoint from_to(const Body& a, const Body& b) {
  const MapPoint d{b.at.x - a.at.x, b.at.y - a.at.y};
  return d.x == 0 && d.y == 0 ? MapPoint{1, 0} : d;
}

void add_room(std::vector<MapPoint>& forces, const std::vector<Body>& bodies, double room, double scale) {
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    for (std::size_t j = i + 1; j < bodies.size(); ++j) {
      const Body &a = bodies[i], &b = bodies[j];
      const MapPoint d = from_to(a, b);
      const double wide = a.half_name + b.half_name + name_gap * scale;
      const double high = a.radius + b.radius + name_height * scale;
      if (std::abs(d.x) >= std::max(room, wide) || std::abs(d.y) >= std::max(room, high)) continue;
      const double distance = length_of(d);
      double by = distance < room && a.person && b.person ? room_push * (1 - distance / room) / distance : 0;
      const double in_names = std::sqrt(d.x * d.x / (wide * wide) + d.y * d.y / (high * high));
      if (in_names < 1) by += name_push * (1 - in_names) / in_names;
      push(forces, j, d, by);
      push(forces, i, d, -by);
    }
  }
}

void add_springs(std::vector<MapPoint>& forces, const std::vector<Body>& bodies, const std::vector<BodyPair>& ties) {
  for (const auto& [a, b] : ties) {
    const MapPoint d = from_to(bodies[a], bodies[b]);
    const double distance = length_of(d);
    if (distance <= tie_length) continue;
    const double by = tie_pull * (1 - tie_length / distance);
    push(forces, a, d, by);
    push(forces, b, d, -by);
  }
}

// A tie too close to somebody else's disc: the disc moves away, and the ends a little the other way.
void add_clearance(std::vector<MapPoint>& forces, const std::vector<Body>& bodies, const BodyPair& tie, double scale) {
  const MapPoint start = bodies[tie.first].at;
  const MapPoint along = from_to(bodies[tie.first], bodies[tie.second]);
  const double length = along.x * along.x + along.y * along.y;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (i == tie.first || i == tie.second) continue;
    const MapPoint p{bodies[i].at.x - start.x, bodies[i].at.y - start.y};
    const double t = (p.x * along.x + p.y * along.y) / length;
    if (t <= 0.05 || t >= 0.95) continue;
    const MapPoint away{p.x - t * along.x, p.y - t * along.y};
    const double distance = length_of(away), wanted = bodies[i].radius + clear_gap * scale;
    if (distance >= wanted) continue;
    const double by = clear_push * (wanted - distance) / std::max(distance, 1.0);
    push(forces, i, away, by);
    push(forces, tie.first, away, -by * (1 - t) / 2);
    push(forces, tie.second, away, -by * t / 2);
  }
}

void move(Body& body, MapPoint force, double share) {
  const double strength = length_of(force);
  const double step = share * (strength > longest_step ? longest_step / strength : 1);
  body.at = {body.at.x + force.x * step, body.at.y + force.y * step};
  const MapPoint gone{body.at.x - body.home.x, body.at.y - body.home.y};
  const double distance = length_of(gone);
  if (distance > farthest_from_home) {
    const double kept = farthest_from_home / distance;
    body.at = {body.home.x + gone.x * kept, body.home.y + gone.y * kept};
  }
  body.at = kept_in(body.at, body.band);
}

// Moves the free ones of the two apart; true when they overlapped.
bool part(Body& a, Body& b, double scale) {
  const double wanted = a.radius + b.radius + disc_gap * scale;
  const MapPoint d = from_to(a, b);
  if (d.x * d.x + d.y * d.y >= wanted * wanted || (a.fixed && b.fixed)) return false;
  const double distance = length_of(d);
  const double by = (wanted - distance) / distance * (a.fixed || b.fixed ? 1.0 : 0.5);
  if (!a.fixed) a.at = kept_in({a.at.x - d.x * by, a.at.y - d.y * by}, a.band);
  if (!b.fixed) b.at = kept_in({b.at.x + d.x * by, b.at.y + d.y * by}, b.band);
  return true;
}

}  // namespace

void spread_out(std::vector<Body>& bodies, const std::vector<BodyPair>& ties, double scale) {
  const double map_area = 0.845 * map_width * map_height;
  const double room = room_share * std::sqrt(map_area / std::max(fewest_for_room, static_cast<double>(bodies.size())));
  std::vector<MapPoint> forces(bodies.size());
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < bodies.size(); ++i)
      forces[i] = {home_pull * (bodies[i].home.x - bodies[i].at.x), home_pull * (bodies[i].home.y - bodies[i].at.y)};
    add_room(forces, bodies, room, scale);
    add_springs(forces, bodies, ties);
    if (round >= rounds_before_ties_clear && bodies.size() <= most_for_clear_ties)
      for (const BodyPair& tie : ties) add_clearance(forces, bodies, tie, scale);
    const double share = 1 - (1 - last_step_share) * round / rounds;
    for (std::size_t i = 0; i < bodies.size(); ++i)
      if (!bodies[i].fixed) move(bodies[i], forces[i], share);
  }
}

void remove_overlaps(std::vector<Body>& bodies, double scale) {
  for (int pass = 0; pass < overlap_passes; ++pass) {
    bool any = false;
    for (std::size_t i = 0; i < bodies.size(); ++i)
      for (std::size_t j = i + 1; j < bodies.size(); ++j) any = part(bodies[i], bodies[j], scale) || any;
    if (!any) return;
  }
}

}  // namespace standpoint
