// The shapes that are made of a Painter's few basic ones. Called by boards and screens.
#include "app/paint/painter.h"

#include <algorithm>
#include <cmath>

namespace standpoint {

void Painter::begin_group(std::string_view) {}
void Painter::end_group() {}
void Painter::begin_words(std::string_view) {}
void Painter::end_words() {}

void Painter::fill_circle(Vec center, float radius, Color color) { fill(circle_path(center, radius), color); }

void Painter::stroke_circle(Vec center, float radius, const Stroke& line) { stroke(circle_path(center, radius), line); }

void Painter::fill_box(Box box, float corner, Color color) { fill(box_path(box, corner), color); }

void Painter::stroke_box(Box box, float corner, const Stroke& line) {
  const float half = line.width / 2.0F;
  stroke(box_path(box.grown(-half), std::max(0.0F, corner - half)), line);
}

void Painter::fill_ellipse(Vec center, Vec semi_axes, float radians, Color color) {
  fill(ellipse_path(center, semi_axes, radians), color);
}

void Painter::stroke_ellipse(Vec center, Vec semi_axes, float radians, const Stroke& line) {
  stroke(ellipse_path(center, semi_axes, radians), line);
}

void Painter::line(Vec from, Vec to, const Stroke& stroke_of_line) { stroke(line_path(from, to), stroke_of_line); }

void Painter::arc(Vec center, float radius, float from_radians, float to_radians, const Stroke& line) {
  stroke(arc_path(center, radius, from_radians, to_radians), line);
}

namespace {

// Distance of `p` to the outline of a rounded box; negative inside.
float outside(Box box, float corner, Vec p) {
  const Vec from_center = p - box.center();
  const float dx = std::fabs(from_center.x) - (box.width() / 2.0F - corner);
  const float dy = std::fabs(from_center.y) - (box.height() / 2.0F - corner);
  return length(Vec{std::max(dx, 0.0F), std::max(dy, 0.0F)}) + std::min(std::max(dx, dy), 0.0F) - corner;
}

// The end of the line inside the rounded box, found by halving between a point inside and one outside.
Vec edge_between(Box box, float corner, Vec inside, Vec outer) {
  for (int i = 0; i < 12; ++i) {
    const Vec middle = lerp(inside, outer, 0.5F);
    (outside(box, corner, middle) <= 0.0F ? inside : outer) = middle;
  }
  return inside;
}

}  // namespace

void Painter::hatch(Box box, float corner, float pitch, const Stroke& line) {
  const float gap = std::max(1.0F, pitch) * std::sqrt(2.0F);
  for (float start = box.min.x - box.height() + gap / 2.0F; start < box.max.x; start += gap) {
    const float left = std::max(start, box.min.x);
    const float right = std::min(start + box.height(), box.max.x);
    const Vec from{left, box.max.y - (left - start)};
    const Vec to{right, box.max.y - (right - start)};
    const Vec middle = lerp(from, to, 0.5F);
    if (outside(box, corner, middle) > 0.0F) continue;
    stroke(line_path(edge_between(box, corner, middle, from), edge_between(box, corner, middle, to)), line);
  }
}

}  // namespace standpoint
