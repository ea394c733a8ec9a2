// Draws the Map: rings, ties, the hidden influencer's halo, people and their names (design guide, section 5). Called by
// the map's screen, replay, thumbnails and `standpoint picture`. It must not know ImGui, and it changes no board.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/boards/map/paint_labels.h"
#include "app/boards/map/paint_pick_grid.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/shapes.h"
#include "app/widgets/camera.h"
#include "core/boards/map.h"

namespace standpoint {

// A dark caption on one person, and where they came from: "Moved by Priya" in replay, the open slot while dragging.
struct MapNote {
  StakeholderId stakeholder;
  std::string text;              // empty: no caption
  std::optional<MapPoint> from;  // a dashed slot there, and a dotted line to the person
};

struct MapLook {
  View view;                                // from map_view
  TextStyle name = stage_type::label;       // desk_type::label on small boards
  bool names = true;                        // false: thumbnails
  bool show_stance = true;
  bool show_conflicts = true;
  bool halo = true;
  float breath = 0;                         // -1..1, of the halo
  StakeholderId focused;                    // others step back
  std::vector<StakeholderId> selected;      // each with a ring
  TieId chosen_tie;
  StakeholderId newest;                     // keeps its name when names are thinned out
  bool searching = false;                   // those who match are marked
  std::vector<MapNote> notes;
  std::vector<Box> taken;                   // by controls that lie over the map: no name stands there, design pixels
};

// The view in which the rings fill `box` (design pixels) but for a small margin.
View map_view(Box box, const Camera& camera = {});

// --- what is drawn, in design pixels; hit tests use the same numbers ---------------------------------------------------
struct ShownNode {
  Vec center;
  float radius = 0;
  Vec half;
  bool dimmed = false;
};
struct ShownTie {
  Quad curve;          // from edge to edge
  float alpha = 0;     // 0: not drawn
};
struct MapScene {
  std::vector<ShownNode> nodes;  // as in the board
  float scale = 1;               // of nodes
  float weight = 1;              // of lines
  int plain_strength = 1;        // weaker ties step back, because so many match
  std::size_t spotlit = SIZE_MAX;  // the node with the halo
};
// Where people stand: all that painting and input need of everybody.
MapScene people_of(const MapBoard& board, const MapLook& look);
// Of many ties only the stronger stand out: over 40 those of strength 2 and all conflicts, in a crowd those of strength 3 and
// stronger conflicts.
int plain_strength(std::size_t ties);
bool stands_out(const MapTie& tie, int plain_strength);
// One tie as it is seen.
ShownTie tie_of(const MapBoard& board, const MapLook& look, const MapScene& people, std::size_t tie);
// The same people and ties as the painter takes them: without the view, so they change only with the board and with who is
// looked at.
MapShapes shapes_of(const MapBoard& board, const MapLook& look);
ShapeView shape_view(const MapLook& look);
// Per node: the focused one and all who share a tie with it.
std::vector<bool> near_focus(const MapBoard& board, StakeholderId focused);
// The one under a place, or nearest to it within `slop` px; of ties only those drawn in full. `grid` is of the same board.
std::optional<std::size_t> node_under(const MapScene& people, const MapBoard& board, const MapLook& look, const PickGrid& grid, Vec at, float slop);
std::optional<std::size_t> tie_under(const MapScene& people, const MapBoard& board, const MapLook& look, const PickGrid& grid, Vec at, float slop);
// How much larger than the outline a ring round somebody is, so that it clears a sponsor's own ring.
float ring_growth(const MapNode& node, const ShownNode& shown);
Vec on_screen(const View& view, MapPoint point);
MapPoint on_map(const View& view, Vec at);

// Where the name of each ring stands: the middle of its pill, at 6 o'clock on its line. Where a person's name or a control had to
// stand there it has moved along the line to the nearest free place; none: no place is free, and it gives way.
using RingNames = std::array<std::optional<Vec>, ring_count>;
Box ring_name_box(const Painter& painter, Ring ring, Vec middle, const TextStyle& style);
RingNames ring_names(const Painter& painter, const View& view, const TextStyle& style, const std::vector<Box>& on_top, const std::vector<Box>& discs = {});

// Where the names stand; kept between frames so that they do not hop.
struct MapNames {
  struct Entry {
    StakeholderId stakeholder;
    std::string name;          // what was measured, and in which style; empty: not yet
    TextStyle style;
    LabelSide side = LabelSide::below;
    bool placed = false;       // it has had a side
    Vec size;
    std::vector<std::string> lines;
    bool shown = false;
    Vec shift;                 // from its side of the node, where all sides were taken: then a thin line leads to it
  };
  std::vector<Entry> entries;  // as in the board
  StakeholderId spotlit;       // whom the caption is about
  std::size_t caption_place = 0;
  Vec caption;                 // the caption's middle, from the spotlit node
  RingNames rings;
  std::vector<MapPoint> at;    // where everybody stood when room was measured
  std::vector<float> room;     // as in the board: the least scale of the view at which somebody's name has calm room
};
inline constexpr float name_height = 0.78F;  // of the type's size: of one line
inline constexpr float name_line = 1.15F;    // from line to line
float name_gap(float weight);                // from all that is drawn of a node to its name
// Places the names of those in view. Who is looked at has one, and so have the neighbours of the focused; with few people
// everybody has (R183). `scene` is where everybody is drawn; who is dimmed there makes no difference. Quick enough
// for every frame in which the view moves: what was measured before is kept in `names`.
void place_names(const Painter& painter, const MapBoard& board, const MapScene& scene, const MapLook& look, MapNames& names);
MapNames place_names(const Painter& painter, const MapBoard& board, const MapLook& look);
// Per node, the least scale of the view at which no name of somebody who matters more is too near for calm. Zooming in only
// ever adds names, and panning changes nothing.
std::vector<float> calm_scales(const MapBoard& board);
// Where a name that is shown stands beside its node.
Box name_box(const ShownNode& node, const MapNames::Entry& entry, float weight);
Vec caption_size(const Painter& painter, const TextStyle& name);
inline constexpr std::string_view caption_text = "Hidden influencer";

// --- drawing ---------------------------------------------------------------------------------------------------------
// `people` and `shapes` are of the same board and look.
void paint_map(Painter& painter, const Theme& theme, const MapBoard& board, const MapLook& look, const MapScene& people, const MapShapes& shapes,
               const MapNames& names);
void paint_map(Painter& painter, const Theme& theme, const MapBoard& board, const MapLook& look);
// Bands and lines, and the names that stand somewhere.
void paint_rings(Painter& painter, const Theme& theme, const View& view, const RingNames* names, const TextStyle& style = stage_type::label);

// The colour of the paper or band at a place.
Color ground_at(const Theme& theme, const View& view, Vec at);
// The band at a place of the map: a Ring, or paper_ground beyond them all.
std::uint8_t band_at(MapPoint point);

// Which shapes mean what: Stance, Kind, Tie, in a column `at` its top left.
struct MapKeyLook {
  bool show_stance = true;
  bool show_conflicts = true;
  bool across = false;  // its sections side by side, below a map, instead of one under the other
};
inline constexpr float map_key_height = 793, map_key_across = 3 * stage::key_width, map_key_across_height = 300;
void paint_map_key(Painter& painter, const Theme& theme, Vec at, const MapKeyLook& look = {});

}  // namespace standpoint
