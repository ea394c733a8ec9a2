// Outlines and lines as values: points with straight, quadratic and cubic pieces, and the shapes that boards are made of.
// Used by every caller of the Painter. It must not draw and must not know a drawing library.
#pragma once

#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

#include "app/design/box.h"

namespace standpoint {

inline constexpr float pi = std::numbers::pi_v<float>;  // half a turn, in radians

enum class Verb : std::uint8_t { move, line, quad, cubic, close };

// Verbs with their points, as in SVG: move and line take 1 point, quad 2, cubic 3, close none.
class Path {
 public:
  Path& move_to(Vec to);
  Path& line_to(Vec to);
  Path& quad_to(Vec control, Vec to);
  Path& cubic_to(Vec control1, Vec control2, Vec to);
  // On from the path's end, which must be where the arc begins.
  Path& arc_to(Vec center, float radius, float from_radians, float to_radians);
  Path& close();

  std::span<const Verb> verbs() const { return verbs_; }
  std::span<const Vec> points() const { return points_; }
  // Every point times `scale`, then moved by `by`.
  Path moved(Vec by, float scale = 1.0F) const;
  bool closed() const { return !verbs_.empty() && verbs_.back() == Verb::close; }

 private:
  std::vector<Verb> verbs_;
  std::vector<Vec> points_;
};

// --- closed shapes -------------------------------------------------------------------------------------------------
Path circle_path(Vec center, float radius);
Path ellipse_path(Vec center, Vec semi_axes, float radians);
Path box_path(Box box, float corner);
// |x/a|^exponent + |y/b|^exponent = 1, as `segments` straight pieces (the rings of the map: 2.5, 128).
Path superellipse_path(Vec center, Vec semi_axes, float exponent, int segments);
// A polygon whose corners are arcs of radius `corner`, or less where an edge is too short for it.
Path rounded_polygon_path(std::span<const Vec> corners, float corner);
Path diamond_path(Vec center, float half_diagonal, float corner);
Path hexagon_path(Vec center, float circumradius, float corner);  // flat at top and bottom
Path capsule_path(Vec center, float half_width, float half_height);
// A line of `width` with a bend in the middle, round at its ends and outside the bend.
Path elbow_path(Vec from, Vec bend, Vec to, float width);
// An arrow head whose tip is `tip`, pointing along `direction`; `notch` 0..1 of the length is cut from its back.
Path arrow_path(Vec tip, Vec direction, float head_length, float width, float notch);

// --- lines ---------------------------------------------------------------------------------------------------------
Path line_path(Vec from, Vec to);
Path polyline_path(std::span<const Vec> points, bool closed = false);
Path arc_path(Vec center, float radius, float from_radians, float to_radians);

// A quadratic curve and its measures: ties are made of it.
struct Quad {
  Vec from;
  Vec control;
  Vec to;
};
Vec point_at(const Quad& curve, float t);
Vec tangent_at(const Quad& curve, float t);  // of length 1, along growing t
float length(const Quad& curve);
float distance_to(const Quad& curve, Vec point);  // of the nearest point of the curve, ends included
// The curve without its first `start` and last `end` pixels along its length; nothing is left when they meet (from == to).
Quad trimmed(const Quad& curve, float start, float end);
// The curve between two of its parameters.
Quad piece_of(const Quad& curve, float t0, float t1);
Path quad_path(const Quad& curve);
// A zigzag round the curve: `amplitude` to each side, a turn every `half_pitch`, straight at both ends.
Path zigzag_path(const Quad& curve, float amplitude, float half_pitch);

// The path as straight pieces no further than `tolerance` from it; one list per `move`. A closed list does not repeat its first point.
struct Polyline {
  std::vector<Vec> points;
  bool closed = false;
};
std::vector<Polyline> flatten(const Path& path, float tolerance = 0.1F);

// A solid line cut into dashes of `on` and gaps of `off`, starting `shift` into the pattern.
std::vector<Polyline> dashed(const Polyline& line, float on, float off, float shift);

}  // namespace standpoint
