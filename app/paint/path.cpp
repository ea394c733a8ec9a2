// Shapes as paths. Pure geometry: called by boards, screens and the Painter; it draws nothing.
#include "app/paint/path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace standpoint {

namespace {

// Length of the handles of a cubic that follows a circular arc of `angle` on radius 1 (error below 0.03 % up to a quarter).
float arc_handle(float angle) { return 4.0F / 3.0F * std::tan(angle / 4.0F); }

Vec on_circle(Vec center, float radius, float radians) {
  return {center.x + radius * std::cos(radians), center.y + radius * std::sin(radians)};
}

}  // namespace

Path& Path::move_to(Vec to) {
  verbs_.push_back(Verb::move);
  points_.push_back(to);
  return *this;
}

Path& Path::line_to(Vec to) {
  verbs_.push_back(Verb::line);
  points_.push_back(to);
  return *this;
}

Path& Path::quad_to(Vec control, Vec to) {
  verbs_.push_back(Verb::quad);
  points_.insert(points_.end(), {control, to});
  return *this;
}

Path& Path::cubic_to(Vec control1, Vec control2, Vec to) {
  verbs_.push_back(Verb::cubic);
  points_.insert(points_.end(), {control1, control2, to});
  return *this;
}

Path& Path::close() {
  verbs_.push_back(Verb::close);
  return *this;
}

Path& Path::arc_to(Vec center, float radius, float from, float to) {
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::fabs(to - from) / (pi / 2.0F) - 1e-4F)));
  const float step = (to - from) / static_cast<float>(pieces);
  const float handle = arc_handle(step) * radius;
  for (int i = 0; i < pieces; ++i) {
    const float a = from + step * static_cast<float>(i);
    const float b = a + step;
    const Vec start = on_circle(center, radius, a);
    const Vec end = on_circle(center, radius, b);
    cubic_to(start + Vec{-std::sin(a), std::cos(a)} * handle, end - Vec{-std::sin(b), std::cos(b)} * handle, end);
  }
  return *this;
}

Path Path::moved(Vec by, float scale) const {
  Path other = *this;
  for (Vec& point : other.points_) point = by + point * scale;
  return other;
}

Path circle_path(Vec center, float radius) { return ellipse_path(center, {radius, radius}, 0.0F); }

Path ellipse_path(Vec center, Vec semi_axes, float radians) {
  const float c = std::cos(radians);
  const float s = std::sin(radians);
  const auto turned = [&](Vec p) {
    const Vec q{p.x * semi_axes.x, p.y * semi_axes.y};
    return Vec{center.x + q.x * c - q.y * s, center.y + q.x * s + q.y * c};
  };
  const float k = arc_handle(pi / 2.0F);
  Path path;
  path.move_to(turned({1, 0}));
  path.cubic_to(turned({1, k}), turned({k, 1}), turned({0, 1}));
  path.cubic_to(turned({-k, 1}), turned({-1, k}), turned({-1, 0}));
  path.cubic_to(turned({-1, -k}), turned({-k, -1}), turned({0, -1}));
  path.cubic_to(turned({k, -1}), turned({1, -k}), turned({1, 0}));
  return path.close();
}

Path box_path(Box box, float corner) {
  const std::array corners{box.min, Vec{box.max.x, box.min.y}, box.max, Vec{box.min.x, box.max.y}};
  return rounded_polygon_path(corners, corner);
}

Path superellipse_path(Vec center, Vec semi_axes, float exponent, int segments) {
  Path path;
  for (int i = 0; i < segments; ++i) {
    const float angle = 2.0F * pi * static_cast<float>(i) / static_cast<float>(segments);
    const float c = std::cos(angle);
    const float s = std::sin(angle);
    const Vec p{center.x + semi_axes.x * std::copysign(std::pow(std::fabs(c), 2.0F / exponent), c),
                center.y + semi_axes.y * std::copysign(std::pow(std::fabs(s), 2.0F / exponent), s)};
    if (i == 0) path.move_to(p);
    else path.line_to(p);
  }
  return path.close();
}

Path rounded_polygon_path(std::span<const Vec> corners, float corner) {
  Path path;
  const std::size_t count = corners.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Vec here = corners[i];
    const Vec back = corners[(i + count - 1) % count] - here;
    const Vec ahead = corners[(i + 1) % count] - here;
    const float cosine = std::clamp(dot(unit(back), unit(ahead)), -1.0F, 1.0F);
    const float turn = pi - std::acos(cosine);  // how far the direction changes at this corner
    const float wanted = std::max(0.0F, corner) * std::tan(turn / 2.0F);
    const float cut = std::min({wanted, length(back) / 2.0F, length(ahead) / 2.0F});
    if (cut <= 0.0F) {
      if (i == 0) path.move_to(here);
      else path.line_to(here);
      continue;
    }
    const float handle = cut / std::tan(turn / 2.0F) * arc_handle(turn);
    const Vec enter = here + unit(back) * cut;
    const Vec leave = here + unit(ahead) * cut;
    if (i == 0) path.move_to(enter);
    else path.line_to(enter);
    path.cubic_to(enter - unit(back) * handle, leave - unit(ahead) * handle, leave);
  }
  return path.close();
}

Path diamond_path(Vec center, float half_diagonal, float corner) {
  const std::array corners{center + Vec{0, -half_diagonal}, center + Vec{half_diagonal, 0}, center + Vec{0, half_diagonal},
                           center + Vec{-half_diagonal, 0}};
  return rounded_polygon_path(corners, corner);
}

Path hexagon_path(Vec center, float circumradius, float corner) {
  std::array<Vec, 6> corners;
  for (std::size_t i = 0; i < corners.size(); ++i) corners[i] = on_circle(center, circumradius, pi / 3.0F * static_cast<float>(i));
  return rounded_polygon_path(corners, corner);
}

Path capsule_path(Vec center, float half_width, float half_height) {
  return box_path(box_around(center, half_width, half_height), std::min(half_width, half_height));
}

Path elbow_path(Vec from, Vec bend, Vec to, float width) {
  const float half = width / 2;
  Vec first = unit(bend - from), second = unit(to - bend);
  // Walked so that the outside of the bend comes first, on the left of the way.
  if (first.x * second.y - first.y * second.x < 0) {
    std::swap(from, to);
    first = unit(bend - from);
    second = unit(to - bend);
  }
  const Vec left_first = normal(first) * -half, left_second = normal(second) * -half;
  const float turn = std::acos(std::clamp(dot(first, second), -1.0F, 1.0F));
  const auto angle_of = [](Vec v) { return std::atan2(v.y, v.x); };
  const Vec inside = bend - unit(left_first + left_second) * (half / std::cos(turn / 2));
  Path path;
  path.move_to(from + left_first).line_to(bend + left_first);
  path.arc_to(bend, half, angle_of(left_first), angle_of(left_first) + turn);
  path.line_to(to + left_second).arc_to(to, half, angle_of(left_second), angle_of(left_second) + pi);
  path.line_to(inside).line_to(from - left_first);
  return path.arc_to(from, half, angle_of(left_first) + pi, angle_of(left_first) + 2 * pi).close();
}

Path arrow_path(Vec tip, Vec direction, float head_length, float width, float notch) {
  const Vec along = unit(direction);
  const Vec across = normal(along) * (width / 2.0F);
  const Vec back = tip - along * head_length;
  Path path;
  path.move_to(tip).line_to(back + across).line_to(back + along * (head_length * notch)).line_to(back - across);
  return path.close();
}

Path line_path(Vec from, Vec to) {
  Path path;
  path.move_to(from).line_to(to);
  return path;
}

Path polyline_path(std::span<const Vec> points, bool closed) {
  Path path;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i == 0) path.move_to(points[i]);
    else path.line_to(points[i]);
  }
  if (closed) path.close();
  return path;
}

Path arc_path(Vec center, float radius, float from_radians, float to_radians) {
  Path path;
  path.move_to(on_circle(center, radius, from_radians));
  return path.arc_to(center, radius, from_radians, to_radians);
}

}  // namespace standpoint
