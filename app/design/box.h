// Points, lengths and boxes in logical pixels, as values. Everybody who lays out or draws uses them; they know nothing that is drawn.
#pragma once

namespace standpoint {

// A point or a length in logical pixels; y runs down.
struct Vec {
  float x = 0.0F;
  float y = 0.0F;
  constexpr bool operator==(const Vec&) const = default;
};
constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec operator*(Vec a, float k) { return {a.x * k, a.y * k}; }
constexpr float dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
float length(Vec v);
Vec unit(Vec v);                                               // length 1; (1, 0) for a zero vector
constexpr Vec normal(Vec v) { return {-v.y, v.x}; }            // turned a quarter
constexpr Vec lerp(Vec a, Vec b, float t) { return a + (b - a) * t; }

struct Box {
  Vec min;
  Vec max;
  constexpr bool operator==(const Box&) const = default;
  constexpr float width() const { return max.x - min.x; }
  constexpr float height() const { return max.y - min.y; }
  constexpr Vec center() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
  constexpr Box grown(float by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
  constexpr bool overlaps(const Box& o) const { return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y; }
  constexpr bool contains(Vec p) const { return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y; }
};
constexpr Box box_at(float x, float y, float width, float height) { return {{x, y}, {x + width, y + height}}; }
constexpr Box box_around(Vec center, float half_width, float half_height) {
  return {{center.x - half_width, center.y - half_height}, {center.x + half_width, center.y + half_height}};
}

}  // namespace standpoint
