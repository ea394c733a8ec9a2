// Where the names of a map stand so that they can be read: beside their node, off other names, nodes and words, and off ties
// where they can (design guide, section 5). Called by paint and by the map's screen, which keeps the answer so that names do
// not hop. Plain geometry in design pixels; it must not draw and must not know what a node is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/paint/path.h"

namespace standpoint {

enum class LabelSide : std::uint8_t { below, right, left, above };
inline constexpr int label_side_count = 4;

// A node and the name it wants.
struct LabelNode {
  Vec center;
  Vec half;                // half width and height of all that is drawn of the node
  Vec name;                // size of the name; {0, 0}: it wants none, but is in the way of others
  int weight = 0;          // of two names that cannot both stand, the lighter gives way
  bool keep = false;       // stands although it covers nodes and words (focused, selected); other names give way to it
  std::optional<LabelSide> previous;  // left only for a gain of more than a quarter
  bool hidden = false;     // was not shown there: it needs a little more room than one that stays
  bool round = true;       // a disc or a diamond: the corners of that box are empty
};

// A straight piece of a tie or of a ring; what is nearer to it than `clear` is on it.
struct LabelLine {
  Vec from, to;
  float clear = 0;
  float cost = 1;  // of a name as long as it
};

// A tie leaves a node in this direction (of length 1).
struct LabelExit {
  std::size_t node = 0;
  Vec toward;
};

// What else is in the way.
struct LabelGround {
  std::vector<Box> words;        // names of rings, captions: no name stands on them
  std::vector<Box> marks;        // ends of ties: a name there hides which way a tie runs
  std::vector<LabelLine> lines;
  std::vector<LabelExit> exits;
  Box bounds;                    // names stay inside where they can
};

struct LabelPlace {
  LabelSide side = LabelSide::below;
  Box box;
  bool shown = false;
};

// The name's box on one side of its node, `gap` away from it.
Box label_box(Vec center, Vec half, Vec name, LabelSide side, float gap);

// The first of the boxes that covers the least of all that is in the way; for captions, which are placed before names.
// `held` is the one it had, left only for a gain of more than a quarter.
std::size_t least_cluttered(std::span<const Box> candidates, std::span<const LabelNode> nodes, const LabelGround& ground,
                            std::optional<std::size_t> held = {});

// One place per node, in the same order. The same input gives the same places, and no two names that are shown share a pixel.
// Takes time in proportion to nodes and lines, plus a little for each name.
std::vector<LabelPlace> place_labels(std::span<const LabelNode> nodes, const LabelGround& ground, float gap);

}  // namespace standpoint
