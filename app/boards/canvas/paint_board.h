// Draws the Canvas: the plane with its axes and regions, agreed places, the spread of a revealed placing, what moved, and
// "Where we disagree most". Called by the Canvas on the stage and by placings. It must not know ImGui or ids of seats.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "core/boards/heat.h"

namespace standpoint {

inline constexpr float settled = 1e9F;  // so long ago that nothing moves any more

struct CanvasLook {
  Box plane;
  float since_reveal_ms = settled;
  bool reduced_motion = false;
  std::vector<Item> hidden = {};  // left out, because a hand holds them
  std::vector<Item> named = {};   // selected or under the pointer: they keep their name
  Item focused = {};  // looked at: the others step back (id 0: none)
  bool heat = false;  // the density of the placements instead of points and ellipses
};
// Plane and rail in the area a screen may fill; a narrow area has no rail, and where nothing is to stand in one the plane has
// its room.
struct CanvasLayout {
  Box plane, rail;
  bool has_rail = true;
};
CanvasLayout canvas_layout(Box area, bool rail = true);

Vec canvas_to_design(Box plane, BoardPoint at);
BoardPoint canvas_from_design(Box plane, Vec at);  // clamped to the board

// Where the discs of a board are drawn: those at one place fan out round it, so that each is seen and can be taken.
struct Fanned {
  std::vector<Vec> at;
  std::vector<std::size_t> group;  // the first of those it lies with; its own number: it lies alone
};
// `pitch`: from disc to disc; what is nearer than half of it fans out.
Fanned fan_out(std::vector<Vec> places, float pitch, Box plane);
Fanned fanned_discs(const CanvasBoard& board, Box plane);

struct PlaneLook {
  bool compact = false;  // the smaller type of the private input page
  float text = 20;  // its size
  const Heat* heat = nullptr;  // bands under the lines and words
  std::span<const Box> held = {};  // what a hand holds covers this: the name of a region is left out sooner than half read
};
// Where the words of the plane stand, for whoever lets people change them and for names, which keep off them.
struct CanvasWords {
  Box x_name, y_name;
  std::array<Box, 4> regions;  // low-low, high-low, low-high, high-high, as in Board::regions
};
CanvasWords words_of(const Painter& painter, const CanvasBoard& board, Box plane, const PlaneLook& look = {});
// The white plane, axes, midlines, region and axis names.
void paint_plane(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, const PlaneLook& look = {});

// Agreed places: a disc and a short name each.
void paint_places(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);

// A revealed placing: every point, the 50 % ellipse, the median; the widest spreads in indigo with their number.
// With heat: medians and names alone, over the bands of the plane.
void paint_spread(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);
// How long the reveal of so many items lasts: points, medians, ellipses, rail.
float canvas_reveal_ms(std::size_t items, bool reduced_motion);

// What moved since the round before: hollow disc then, filled disc now, a tapering arrow between; who stayed is a disc.
void paint_moves(Painter& painter, const Theme& theme, const CanvasBoard& board, const CanvasLook& look);

// The right rail beside a spread, and beside the moves.
void paint_disagreement(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail, const CanvasLook& look);
// Where its rows lie, for whoever lets people tap them: the items in the order of the rail.
struct RailRow {
  Item item;
  Box box;
};
std::vector<RailRow> disagreement_rows(const CanvasBoard& board, Box rail);
void paint_move_list(Painter& painter, const Theme& theme, const CanvasBoard& board, Box rail);

// What a hand holds while placing: crosshair through the whole plane but for the names it would strike out, soft aura, disc with
// initials, the name above it (below near the top edge), no wider than the plane.
struct HandleLook {
  float radius = canvas_look::handle, aura = canvas_look::aura;
  TextStyle name = stage_type::label_strong;
  std::array<Box, 4> regions{};  // their names
};
void paint_handle(Painter& painter, const Theme& theme, Box plane, Vec at, std::string_view name, std::string_view initials,
                  const HandleLook& look = {});
// Where its name stands.
Box handle_tag(const Painter& painter, Box plane, Vec at, std::string_view name, const HandleLook& look = {});

// The weight of a name that is shown whatever it covers: of who is looked at.
inline constexpr int always_named = 100;
// A name beside a disc, placed where it covers least. Without text: only in the way of others.
struct CanvasName {
  Vec disc;
  float disc_radius = 0;
  std::string text;
  TextStyle style;
  int weight = 0;  // who keeps a name when not all find room: the higher one, then the earlier
  std::size_t group = SIZE_MAX;  // as in Fanned; SIZE_MAX: none
  // Filled by place_names:
  std::vector<std::string> lines = {};
  float width = 0, half_height = 0;
  Box box = {};
  bool shown = true;
};
// Writes one that is shown, its lines turned towards its disc.
void paint_canvas_name(Painter& painter, const CanvasName& name, TextLook look);
// The same names and discs always get the same places. A shown name covers no other shown name and no disc with a text;
// one that finds no such place is not shown. Names too wide for one line wrap. `words`: the boxes of the region names, which
// names keep off. Where names of a group are not shown, a name "+18" is added at the end, with the group's number.
void place_names(const Painter& painter, Box plane, const std::array<Box, 4>& words, std::vector<CanvasName>& names);

}  // namespace standpoint
