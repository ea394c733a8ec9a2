// What each of the four places of a name costs, before other names are looked at. Called by paint_labels.cpp only.
// Costs are shares of the name's own area (design guide, section 5): nodes x3, words x2, ties x1.
#pragma once

#include <array>

#include "app/boards/map/paint_labels.h"

namespace standpoint {

inline constexpr float name_cost = 4.0F, node_cost = 3.0F, word_cost = 2.0F;
inline constexpr std::array<LabelSide, label_side_count> label_sides{LabelSide::below, LabelSide::right, LabelSide::left,
                                                                     LabelSide::above};
// What the sides cost in an empty place: as much as a tie across a part of the name, so that most names stand where people look first.
inline constexpr std::array<float, label_side_count> side_costs{0.0F, 0.10F, 0.15F, 0.40F};
inline constexpr float exit_cost = 0.30F;        // of a side to which a tie leaves: the name hides where it starts
// Room that a hidden name needs to come back; one that stays needs none. Between the two nothing flickers.
inline constexpr float entering_room = 2.0F;
inline constexpr Vec clear_of_name{10, 17};  // two names nearer than this seem to be one

struct LabelOption {
  Box box;
  float cost = 0;
  bool blocked = false;   // on a node or a word
  bool cramped = false;   // nearer to one than `entering_room`
};
// A name and its places, in the order of the sides.
struct LabelChoice {
  std::size_t node = 0;
  std::array<LabelOption, label_side_count> options{};
  std::vector<std::size_t> near;  // other choices whose names may touch this one, by index
};

// One choice per node that wants a name.
std::vector<LabelChoice> label_choices(std::span<const LabelNode> nodes, const LabelGround& ground, float gap);

bool share_pixels(Box one, Box other);
float covered(Box box, Box other);  // share of `box`
Box widened(Box box, Vec by);
// What lies under a box that is nobody's name.
float cost_of_ground(Box box, std::span<const LabelNode> nodes, const LabelGround& ground);

}  // namespace standpoint
