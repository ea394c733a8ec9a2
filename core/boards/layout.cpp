// Layout of the map in three steps: a direction for everybody from their id and their ties, forces that spread them
// apart near that home, and the last overlaps removed. Called by build_map through core/boards/layout.h.
// Only + - * / and square roots, so that a tablet and the stage compute the same picture.
#include "core/boards/layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/boards/layout_forces.h"
#include "core/workshop/utf8.h"

namespace standpoint {
namespace {

// Directions are averaged along ties in rounds, each round reaching one tie further. Averages over a wide
// neighbourhood make people tied to one another stand together; taking away part of the average over a yet wider one
// keeps a large group from gathering on one side of the map.
constexpr int near_rounds = 3;
constexpr int wide_rounds = 5;
constexpr double wide_share = 0.6;
constexpr double even_share = 0.4;     // of everybody's average that is taken away, so that no side stays empty
constexpr double own_weight = 0.1;     // of the direction that comes from the id
constexpr double still_weight = 0.5;   // of the direction so far, for each tie; without it rounds would swing
constexpr double placed_weight = 1.5;  // of a tie to somebody placed by hand, beside all of the above
constexpr double letter_width = 12.5;  // of a name at 24 px, on average
constexpr int longest_name = 18;       // letters; longer names are wrapped
// Names are given room in full down to the first scale of nodes; from the second on, a crowd of about a thousand, only
// single ones are shown at all and none is given room.
constexpr double all_names_scale = 0.65, no_names_scale = 0.35;
constexpr double ring_name_half_width = 70, ring_name_radius = 20;

using Neighbours = std::vector<std::vector<std::size_t>>;

MapPoint unit(MapPoint p) {
  const double length = std::sqrt(p.x * p.x + p.y * p.y);
  return length > 1e-9 ? MapPoint{p.x / length, p.y / length} : MapPoint{1, 0};
}

// A direction that hangs on the id alone. Turning on by the golden ratio for each thing a seat makes spreads any run
// of ids evenly; the second number keeps seats out of step with each other.
MapPoint own_direction(StakeholderId id) {
  constexpr double golden_turn = 0.6180339887498949, plastic_turn = 0.7548776662466927;
  const double turns = minted_nth(id) * golden_turn + minted_by(id).value * plastic_turn;
  const double side = 4 * (turns - std::floor(turns));
  const double along = side - std::floor(side);
  constexpr std::array<MapPoint, 5> corners = {{{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 0}}};
  const std::size_t first = static_cast<std::size_t>(side) % 4;
  const MapPoint a = corners[first], b = corners[first + 1];
  return unit({a.x * (1 - along) + b.x * along, a.y * (1 - along) + b.y * along});
}

std::vector<BodyPair> tied_pairs(const Workshop& workshop) {
  const std::vector<Stakeholder>& people = workshop.stakeholders;
  const auto index_of = [&](StakeholderId id) {
    const auto at = std::lower_bound(people.begin(), people.end(), id,
                                     [](const Stakeholder& s, StakeholderId wanted) { return s.id < wanted; });
    return at != people.end() && at->id == id ? static_cast<std::size_t>(at - people.begin()) : people.size();
  };
  std::vector<BodyPair> pairs;
  for (const Tie& tie : workshop.ties) {
    const std::size_t from = index_of(tie.from), to = index_of(tie.to);
    if (from == to || from == people.size() || to == people.size()) continue;
    pairs.push_back({static_cast<std::uint32_t>(std::min(from, to)), static_cast<std::uint32_t>(std::max(from, to))});
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

Neighbours neighbours_of(std::size_t people, const std::vector<BodyPair>& pairs) {
  Neighbours neighbours(people);
  for (const BodyPair& pair : pairs) {
    neighbours[pair.first].push_back(pair.second);
    neighbours[pair.second].push_back(pair.first);
  }
  return neighbours;
}

std::vector<MapPoint> averaged(const std::vector<MapPoint>& directions, const std::vector<MapPoint>& own,
                               const Neighbours& neighbours) {
  std::vector<MapPoint> next(directions.size());
  for (std::size_t i = 0; i < directions.size(); ++i) {
    const double still = still_weight * static_cast<double>(neighbours[i].size());
    MapPoint sum{own_weight * own[i].x + still * directions[i].x, own_weight * own[i].y + still * directions[i].y};
    for (const std::size_t other : neighbours[i]) {
      sum.x += directions[other].x;
      sum.y += directions[other].y;
    }
    const double weights = own_weight + still + static_cast<double>(neighbours[i].size());
    next[i] = {sum.x / weights, sum.y / weights};
  }
  return next;
}

// Turns all directions away from where most of them point.
void even_out(std::vector<MapPoint>& directions) {
  MapPoint sum;
  for (const MapPoint d : directions) sum = {sum.x + d.x, sum.y + d.y};
  const double share = even_share / static_cast<double>(std::max<std::size_t>(1, directions.size()));
  for (MapPoint& d : directions) d = unit({d.x - share * sum.x, d.y - share * sum.y});
}

// Turns people towards those of their ties who were placed by hand. Done last and only once: when somebody is dragged,
// their direct ties follow and nobody else does.
void turn_to_placed(std::vector<MapPoint>& directions, const Workshop& workshop, const Neighbours& neighbours) {
  for (std::size_t i = 0; i < directions.size(); ++i) {
    MapPoint sum = directions[i];
    for (const std::size_t other : neighbours[i]) {
      const Stakeholder& s = workshop.stakeholders[other];
      if (!s.placed) continue;
      const MapPoint at = map_from_board(s.at), d = unit({at.x / map_width, at.y / map_height});
      sum = {sum.x + placed_weight * d.x, sum.y + placed_weight * d.y};
    }
    directions[i] = unit(sum);
  }
}

// Which way from the middle everybody stands; on a map as wide as it is high.
std::vector<MapPoint> directions_of(const Workshop& workshop, const Neighbours& neighbours) {
  std::vector<MapPoint> own;
  own.reserve(workshop.stakeholders.size());
  for (const Stakeholder& s : workshop.stakeholders) own.push_back(own_direction(s.id));
  std::vector<MapPoint> near = own;
  for (int round = 0; round < near_rounds; ++round) near = averaged(near, own, neighbours);
  std::vector<MapPoint> wide = near;
  for (int round = near_rounds; round < wide_rounds; ++round) wide = averaged(wide, own, neighbours);
  for (std::size_t i = 0; i < near.size(); ++i)
    near[i] = unit({near[i].x - wide_share * wide[i].x, near[i].y - wide_share * wide[i].y});
  even_out(near);
  turn_to_placed(near, workshop, neighbours);
  return near;
}

int letters_of(std::string_view name) {
  int letters = 0;
  for (std::size_t at = 0; at < name.size(); ++letters)
    at += std::max<std::size_t>(1, utf8_character_length(name.substr(at)));
  return letters;
}

Body body_of(const Stakeholder& s, MapPoint direction, double scale) {
  Body body;
  body.radius = node_radius(s.influence, scale);
  body.name_scale = scale * std::clamp((scale - no_names_scale) / (all_names_scale - no_names_scale), 0.0, 1.0);
  body.half_name = std::max(body.radius, body.name_scale * letter_width / 2 * std::min(letters_of(s.name), longest_name));
  body.band = band_of(s.ring, scale);
  body.fixed = s.placed;
  body.home = s.placed ? map_from_board(s.at)
                       : at_radius({direction.x * map_width, direction.y * map_height}, body.band.middle);
  body.at = body.home;
  return body;
}

// The names of the rings stand at 6 o'clock on their lines; people keep clear of them.
void add_ring_names(std::vector<Body>& bodies, double scale) {
  for (const std::int32_t edge : ring_edge_thousandths) {
    Body name;
    name.at = name.home = {0, -map_height / 2 * edge / 1000.0};
    name.radius = ring_name_radius;
    name.half_name = ring_name_half_width;
    name.name_scale = scale;
    name.fixed = true;
    name.person = false;
    bodies.push_back(name);
  }
}

}  // namespace

std::vector<MapPoint> laid_out(const Workshop& workshop) {
  const std::size_t people = workshop.stakeholders.size();
  const std::vector<BodyPair> pairs = tied_pairs(workshop);
  const std::vector<MapPoint> directions = directions_of(workshop, neighbours_of(people, pairs));
  const double scale = node_scale(workshop);
  std::vector<Body> bodies;
  bodies.reserve(people + ring_count);
  for (std::size_t i = 0; i < people; ++i) bodies.push_back(body_of(workshop.stakeholders[i], directions[i], scale));
  add_ring_names(bodies, scale);
  spread_out(bodies, pairs, scale);
  remove_overlaps(bodies, scale);
  std::vector<MapPoint> places;
  places.reserve(people);
  for (std::size_t i = 0; i < people; ++i) places.push_back(bodies[i].at);
  return places;
}

}  // namespace standpoint
