// Draws the Canvas: the plane with its axes and regions, agreed places, the spread of a revealed placing, what moved, and
// "Where we disagree most". Called by app/screens/canvas and pass_screen. It must not know ImGui or ids of seats.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/paint/painter.h"
#include "app/theme.h"
#include "core/boards/canvas.h"

namespace standpoint {

inline constexpr float settled = 1e9F;  // so long ago that nothing moves any more

struct CanvasLook {
  Box plane;
  float since_reveal_ms = settled;
  bool reduced_motion = false;
  Item hidden = {};  // left out, because a hand holds it (id 0: none)
};
// Plane and rail in the area a screen may fill; a narrow area has no rail.
struct CanvasLayout {
  Box plane, rail;
  bool has_rail = true;
};
CanvasLayout canvas_layout(Box area);

Vec canvas_to_design(Box plane, BoardPoint at);
BoardPoint canvas_from_design(Box plane, Vec at);  // clamped to the board

// Where the words of the plane stand, for whoever lets people change them.
struct CanvasWords {
  Box x_name, y_name;
  std::array<Box, 4> regions;  // low-low, high-low, low-high, high-high, as in Board::regions
};
CanvasWords words_of(const Painter& painter, const CanvasBoard& board, Box plane);

// The white plane, axes, midlines, region and axis names. `compact`: the smaller type of the private input page.
void paint_plane(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, bool compact = false);

// Agreed places: a disc and a short name each.
void paint_places(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);

// A revealed placing: every point, the 50 % ellipse, the median; the widest spreads in indigo with their number.
void paint_spread(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);

// What moved since the round before: hollow disc then, filled disc now, a tapering arrow between.
void paint_moves(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);

// The right rail beside a spread, and beside the moves.
void paint_disagreement(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail, const CanvasLook& look);
void paint_move_list(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail);

// What a hand holds while placing: crosshair through the whole plane, soft aura, disc with initials, the name above it
// (below near the top edge).
void paint_handle(Painter& painter, const Theme& theme, Box plane, Vec at, std::string_view name, std::string_view initials);

// A name beside a disc, placed where it covers least. Without text: only in the way of others.
struct CanvasName {
  Vec disc;
  float disc_radius = 0;
  std::string text;
  TextStyle style;
  float width = 0;  // filled by place_names
  Box box = {};  // filled by place_names
};
// `words`: the boxes of the region names, which names keep off.
void place_names(const Painter& painter, Box plane, const std::array<Box, 4>& words, std::vector<CanvasName>& names);

}  // namespace standpoint
