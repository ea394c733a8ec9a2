// Places the names of the Canvas beside their discs. Pure geometry over measured widths.
#include <algorithm>

#include "app/paint/canvas.h"
#include "app/paint/label.h"

namespace standpoint {
namespace {

constexpr float name_gap = 7, widest_name = 320;

float overlap(Box a, Box b) {
  const float w = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
  const float h = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
  return w > 0 && h > 0 ? w * h : 0;
}

// Right, left, below, above: the order people look for a name in.
std::array<Box, 4> places_beside(const CanvasName& name) {
  const float half = 15, out = name.disc_radius + name_gap;
  const Vec d = name.disc;
  return {box_at(d.x + out, d.y - half, name.width, 2 * half), box_at(d.x - out - name.width, d.y - half, name.width, 2 * half),
          box_around({d.x, d.y + out + half}, name.width / 2, half), box_around({d.x, d.y - out - half}, name.width / 2, half)};
}

float cost_of(Box place, std::size_t own, Box plane, const std::array<Box, 4>& words, const std::vector<CanvasName>& names) {
  const float area = place.width() * place.height();
  float cost = (area - overlap(place, plane.grown(-4))) * 8;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == own) continue;
    cost += overlap(place, box_around(names[i].disc, names[i].disc_radius + 3, names[i].disc_radius + 3)) * 3;
    if (i < own) cost += overlap(place, names[i].box) * 4;
    else if (names[i].width > 0) cost += overlap(place, places_beside(names[i])[0]) * 0.5F;
  }
  for (const Box& word : words) cost += overlap(place, word.grown(-10)) * 2;
  const Vec c = plane.center();
  cost += overlap(place, {{c.x - 1, plane.min.y}, {c.x + 1, plane.max.y}}) * 0.5F +
          overlap(place, {{plane.min.x, c.y - 1}, {plane.max.x, c.y + 1}}) * 2;
  return cost;
}

}  // namespace

void place_names(const Painter& painter, Box plane, const std::array<Box, 4>& words, std::vector<CanvasName>& names) {
  for (CanvasName& name : names) name.width = std::min(label_width(painter, name.text, name.style), widest_name);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::array<Box, 4> places = places_beside(names[i]);
    const float area = names[i].width * 30;
    float best = 0;
    for (std::size_t side = 0; side < places.size(); ++side) {
      const float cost = cost_of(places[side], i, plane, words, names) + area * 0.06F * static_cast<float>(side);
      if (side == 0 || cost < best) {
        best = cost;
        names[i].box = places[side];
      }
    }
  }
}

}  // namespace standpoint
