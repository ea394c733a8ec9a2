// People and ties of a map in large numbers, as values that a graphics card takes as they are: the view is not in them, so
// they stay the same while somebody zooms or pans. Boards make them, Painter::people and Painter::ties draw them: one by one,
// or through a ShapeSink in one go. It must not know a drawing library; ImDrawList stays a name here.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "app/design/color.h"
#include "app/paint/path.h"

struct ImDrawList;

namespace standpoint {

struct Theme;

// One person, in map units with y down.
struct NodeShape {
  float x = 0, y = 0;
  float radius = 0;         // the guide's r
  std::uint8_t kind = 0;    // StakeholderKind
  std::uint8_t stance = 0;  // Stance
  std::uint8_t ground = 0;  // the band it stands on: Ring, or paper_ground beyond the last
  std::uint8_t dimmed = 0;  // 1: stepped back
};
static_assert(sizeof(NodeShape) == 16, "the shader reads it so");
inline constexpr std::uint8_t paper_ground = 4;

// How strongly a tie is drawn; TieShape::look holds one of these.
enum class TieLevel : std::uint8_t { hidden, dim, normal, full };
float alpha_of(TieLevel level);

// One tie, from middle to middle; whoever draws it trims it at both outlines.
struct TieShape {
  float from_x = 0, from_y = 0, to_x = 0, to_y = 0;  // map units with y down
  std::int16_t bow = 0;                              // times bow_unit: fraction of the length, as MapTie::bow
  std::uint16_t from_radius = 0, to_radius = 0;      // times size_unit: the guide's r
  std::uint16_t look = 0;                            // bits: 0-2 TieKind, 3-4 strength, 5-6 TieLevel, 7-9 and 10-12 the kinds of both ends
};
static_assert(sizeof(TieShape) == 24, "the shader reads it so");
inline constexpr float bow_unit = 1.0F / 65536, size_unit = 1.0F / 64;

// All of one board. The versions follow from the content: equal content has equal versions, so whoever keeps a copy knows
// whether it is still good. Call `seal` after the last change.
struct MapShapes {
  std::vector<NodeShape> nodes;
  std::vector<TieShape> ties;
  std::uint64_t nodes_version = 0, ties_version = 0;
  void seal();
};
std::uint64_t version_of(std::span<const std::byte> content);

// Where map units land, in design pixels.
struct ShapeView {
  Vec origin;              // of the map's middle
  float scale = 1;         // of distances
  float node_scale = 1;    // of the guide's r, and of the sponsor's distance to its ring
  float radius_least = 0;  // no r is drawn smaller
  float weight = 1;        // of lines
  bool show_stance = true;

  float radius(float r) const { return std::max(radius_least, r * node_scale); }
};

// What item i is called, for back ends that keep groups.
using ShapeTitle = std::function<std::string(std::size_t)>;

// The colours that people take: by stance in the order of Stance, then these, then the grounds.
namespace node_color {
inline constexpr std::size_t unaware_line = 5, plain = 6, glyph = 7, glyph_unaware = 8, ground = 9, count = 14;
}
std::array<Color, node_color::count> node_colors(const Theme& theme);
std::array<Color, 5> tie_colors(const Theme& theme);  // in the order of TieKind

// Where design pixels land in a draw list, and how many physical pixels one unit of the list has.
struct ShapePlace {
  Vec origin;
  float scale = 1;
  float density = 1;
};

// Draws on the graphics card of one window. Calls belong between ImGui::NewFrame and ImGui::Render with that window's
// contexts current; what is drawn takes its turn among what else is in the list.
class ShapeSink {
 public:
  ShapeSink() = default;
  ShapeSink(const ShapeSink&) = delete;
  ShapeSink& operator=(const ShapeSink&) = delete;
  virtual ~ShapeSink() = default;

  // Sends them to the card unless it has this version already.
  virtual void people(ImDrawList& list, const ShapePlace& place, std::span<const NodeShape> nodes, std::uint64_t version,
                      const ShapeView& view, std::span<const Color> colors) = 0;
  virtual void ties(ImDrawList& list, const ShapePlace& place, std::span<const TieShape> ties, std::uint64_t version,
                    const ShapeView& view, std::span<const Color> colors) = 0;
  // `box` is what casts the shadow, in design pixels like `corner` and `blur`; blur as in CSS.
  virtual void shadow(ImDrawList& list, const ShapePlace& place, Box box, float corner, float blur, Color color) = 0;
  // Values 0..1 row by row from the top left, the outer ones on the edges of the box; of n bands, band i stands where the
  // value is at least i / n.
  virtual void heat(ImDrawList& list, const ShapePlace& place, Box box, int columns, int rows, std::span<const float> values,
                    std::span<const Color> bands) = 0;
};

}  // namespace standpoint
