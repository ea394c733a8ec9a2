// Curves and lines of ties: bowing, trimming, zigzags, flattening and dashes. Pure geometry; it draws nothing.
#include <algorithm>
#include <array>
#include <cmath>

#include "app/paint/path.h"

namespace standpoint {

namespace {

// Enough for a curve of a tie: the error of its length stays below a tenth of a pixel at stage size.
constexpr int length_steps = 32;

// Lengths along the curve at t = i / length_steps.
std::array<float, length_steps + 1> lengths_along(const Quad& curve) {
  std::array<float, length_steps + 1> sums{};
  Vec before = curve.from;
  for (int i = 1; i <= length_steps; ++i) {
    const Vec here = point_at(curve, static_cast<float>(i) / length_steps);
    sums[static_cast<std::size_t>(i)] = sums[static_cast<std::size_t>(i - 1)] + length(here - before);
    before = here;
  }
  return sums;
}

// The t at which `distance` pixels lie behind.
float t_at_length(const std::array<float, length_steps + 1>& sums, float distance) {
  const auto above = std::upper_bound(sums.begin(), sums.end(), distance);
  if (above == sums.begin()) return 0.0F;
  if (above == sums.end()) return 1.0F;
  const auto index = static_cast<std::size_t>(above - sums.begin());
  const float span = sums[index] - sums[index - 1];
  const float part = span > 0.0F ? (distance - sums[index - 1]) / span : 0.0F;
  return (static_cast<float>(index - 1) + part) / length_steps;
}

int steps_for(float bend, float factor, float tolerance) {
  return std::clamp(static_cast<int>(std::ceil(std::sqrt(factor * bend / tolerance))), 1, 256);
}

// The error of n straight pieces is at most factor * bend / n^2 (second derivative bound).
void flatten_quad(std::vector<Vec>& out, Vec a, Vec b, Vec c, float tolerance) {
  const int steps = steps_for(length(a - b * 2.0F + c), 0.25F, tolerance);
  for (int i = 1; i <= steps; ++i) out.push_back(point_at({a, b, c}, static_cast<float>(i) / static_cast<float>(steps)));
}

void flatten_cubic(std::vector<Vec>& out, Vec a, Vec b, Vec c, Vec d, float tolerance) {
  const float bend = std::max(length(a - b * 2.0F + c), length(b - c * 2.0F + d));
  const int steps = steps_for(bend, 0.75F, tolerance);
  for (int i = 1; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    const Vec ab = lerp(a, b, t);
    const Vec bc = lerp(b, c, t);
    const Vec cd = lerp(c, d, t);
    out.push_back(lerp(lerp(ab, bc, t), lerp(bc, cd, t), t));
  }
}

// Points that lie on each other have no direction, so lines drop them.
void drop_repeats(Polyline& line) {
  const auto same = [](Vec a, Vec b) { return std::fabs(a.x - b.x) < 1e-3F && std::fabs(a.y - b.y) < 1e-3F; };
  line.points.erase(std::unique(line.points.begin(), line.points.end(), same), line.points.end());
  while (line.closed && line.points.size() > 1 && same(line.points.front(), line.points.back())) line.points.pop_back();
}

}  // namespace

Vec point_at(const Quad& curve, float t) {
  return lerp(lerp(curve.from, curve.control, t), lerp(curve.control, curve.to, t), t);
}

Vec tangent_at(const Quad& curve, float t) {
  const Vec along = lerp(curve.control - curve.from, curve.to - curve.control, t);
  return length(along) > 0.0F ? unit(along) : unit(curve.to - curve.from);
}

// From the best of a few points, Newton's steps towards the foot of the perpendicular.
float distance_to(const Quad& curve, Vec point) {
  constexpr int starts = 8;
  float t = 0, least = length(point - curve.from);
  for (int i = 1; i <= starts; ++i) {
    const float at = static_cast<float>(i) / starts;
    const float away = length(point - point_at(curve, at));
    if (away >= least) continue;
    least = away;
    t = at;
  }
  const Vec curl = curve.to - curve.control * 2.0F + curve.from;
  for (int i = 0; i < 3; ++i) {
    const Vec speed = (lerp(curve.control - curve.from, curve.to - curve.control, t)) * 2.0F;
    const Vec away = point_at(curve, t) - point;
    const float steep = dot(speed, speed) + 2.0F * dot(away, curl);
    if (steep <= 0) break;
    t = std::clamp(t - dot(away, speed) / steep, 0.0F, 1.0F);
    least = std::min(least, length(point - point_at(curve, t)));
  }
  return least;
}

float length(const Quad& curve) { return lengths_along(curve).back(); }

Quad piece_of(const Quad& curve, float t0, float t1) {
  const Vec from = point_at(curve, t0);
  const Vec to = point_at(curve, t1);
  // The control point of a piece is where the tangents at its ends meet: de Casteljau at t0 and t1.
  const Vec control = lerp(lerp(curve.from, curve.control, t0), lerp(curve.control, curve.to, t0), t1);
  return {from, control, to};
}

Quad trimmed(const Quad& curve, float start, float end) {
  const auto sums = lengths_along(curve);
  if (start + end >= sums.back()) {
    const Vec meet = point_at(curve, 0.5F);
    return {meet, meet, meet};
  }
  return piece_of(curve, t_at_length(sums, start), t_at_length(sums, sums.back() - end));
}

Path quad_path(const Quad& curve) {
  Path path;
  path.move_to(curve.from).quad_to(curve.control, curve.to);
  return path;
}

Path zigzag_path(const Quad& curve, float amplitude, float half_pitch) {
  const auto sums = lengths_along(curve);
  const int turns = std::max(1, static_cast<int>(sums.back() / half_pitch));
  const float step = sums.back() / static_cast<float>(turns);
  Path path;
  path.move_to(curve.from);
  for (int i = 0; i < turns; ++i) {
    const float t = t_at_length(sums, step * (static_cast<float>(i) + 0.5F));
    const float side = i % 2 == 0 ? amplitude : -amplitude;
    path.line_to(point_at(curve, t) + normal(tangent_at(curve, t)) * side);
  }
  path.line_to(curve.to);
  return path;
}

std::vector<Polyline> flatten(const Path& path, float tolerance) {
  std::vector<Polyline> lines;
  std::size_t next = 0;
  const std::span<const Vec> points = path.points();
  for (const Verb verb : path.verbs()) {
    if (verb == Verb::move || lines.empty()) lines.emplace_back();
    std::vector<Vec>& out = lines.back().points;
    const Vec at = out.empty() ? Vec{} : out.back();
    switch (verb) {
      case Verb::move:
      case Verb::line: out.push_back(points[next]); next += 1; break;
      case Verb::quad: flatten_quad(out, at, points[next], points[next + 1], tolerance); next += 2; break;
      case Verb::cubic:
        flatten_cubic(out, at, points[next], points[next + 1], points[next + 2], tolerance);
        next += 3;
        break;
      case Verb::close: lines.back().closed = true; break;
    }
  }
  for (Polyline& line : lines) drop_repeats(line);
  return lines;
}

std::vector<Polyline> dashed(const Polyline& line, float on, float off, float shift) {
  std::vector<Vec> points = line.points;
  if (points.empty() || on + off <= 0.0F) return {line};
  if (line.closed) points.push_back(points.front());
  std::vector<Polyline> dashes;
  const float pattern = on + off;
  float phase = std::fmod(std::fmod(shift, pattern) + pattern, pattern);
  bool drawing = phase <= on;
  float left = drawing ? on - phase : pattern - phase;  // until the next change
  if (drawing) dashes.push_back({{points.front()}, false});
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Vec step = points[i + 1] - points[i];
    const float size = length(step);
    float done = 0.0F;
    while (size - done >= left) {
      done += left;
      const Vec here = points[i] + step * (size > 0.0F ? done / size : 0.0F);
      if (drawing && on > 0.0F) dashes.back().points.push_back(here);  // a dash of no length stays one point
      if (!drawing) dashes.push_back({{here}, false});
      drawing = !drawing;
      left = drawing ? on : off;
    }
    left -= size - done;
    if (drawing && on > 0.0F) dashes.back().points.push_back(points[i + 1]);
  }
  const auto empty = [](const Polyline& dash) { return length(dash.points.back() - dash.points.front()) < 1e-3F && dash.points.size() < 3; };
  if (on > 0.0F && !dashes.empty() && empty(dashes.back())) dashes.pop_back();  // the line ended where a dash began
  return dashes;
}

}  // namespace standpoint
