// The Map: Workshop -> placed people, ties and rings in map units, with hit test. Pure values; app/paint draws them.
// Map units are the stage's pixels at 1480 x 880 (rings' outer radii 740 x 440), origin in the middle, y up, so that
// node sizes and distances mean the same at every zoom; board units convert with map_from_board / board_from_map.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/insights/insights.h"

namespace standpoint {

inline constexpr double map_width = 1480, map_height = 880;
struct MapPoint { double x = 0, y = 0; bool operator==(const MapPoint&) const = default; };
MapPoint map_from_board(BoardPoint);
BoardPoint board_from_map(MapPoint);  // clamped to the board

struct MapFilter {
  std::uint8_t kinds = 0x3F;    // bit per StakeholderKind
  std::uint8_t stances = 0x1F;  // bit per Stance
  TieKinds ties = all_tie_kinds;
  std::string search;           // found nodes are marked, others dimmed; matches name, role, organisation; case and accents folded
  bool show_stance = true;
  bool show_conflicts = true;
  bool operator==(const MapFilter&) const = default;
};

struct MapNode {
  StakeholderId id;
  std::string name;
  MapPoint at;
  double radius = 0;  // (16 + 5 x influence) x node_scale, at least 12
  StakeholderKind kind{};
  Stance stance{};
  Ring ring{};
  int influence = 0;
  bool placed = false;
  bool hidden_influencer = false;
  bool matches = true;  // false: filtered out or not found, drawn dimmed
};
struct MapTie {
  TieId id;
  std::size_t from = 0, to = 0;  // indexes into nodes
  TieKind kind{};
  int strength = 1;
  double bow = 0.1;     // of the control point; signed, fraction of the length; two ties between the same pair bow to opposite sides
  bool matches = true;
};
struct MapBoard {
  std::vector<MapNode> nodes;  // in the workshop's order
  std::vector<MapTie> ties;    // in the workshop's order; without conflicts when the filter does not show them
  bool show_stance = true;     // false: paint no stance, the facilitator has not opened that layer
};

// 1 until the discs of all people cover a third of the map; then what keeps them there, so that many people still fit.
double node_scale(const Workshop&);
double node_radius(int influence, double scale);

// `influence` marks the hidden influencer; empty marks nobody. Lays out whom nobody has placed, so callers keep the
// board while Workshop::sequence and the filter stay the same.
MapBoard build_map(const Workshop&, const MapFilter& = {}, const std::vector<Influence>& influence = {});

// Control point of a tie's quadratic curve.
MapPoint tie_control(const MapBoard&, const MapTie&);

}  // namespace standpoint
