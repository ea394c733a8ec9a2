// Places the names of the Canvas beside their discs and writes them. Pure geometry over measured widths: no state, so the same
// board always gives the same picture.
#include <algorithm>
#include <array>
#include <numeric>

#include "app/paint/canvas_parts.h"
#include "app/paint/label.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float half_line = 15;  // a name's box: its capitals and tails at 24 px
constexpr float widest_name = 320;
constexpr float word_margin = 10;  // the box of a region's name is for fingers: its letters are smaller
constexpr int rounds = 4;  // after that names would only swap places
constexpr std::size_t places_to_try = 22;

// What a pixel of cover costs (guide section 5, names ×4, nodes ×3), and what a place further down the list does.
constexpr float on_name = 4, on_disc = 3, on_word = 2, on_midline_x = 2, on_midline_y = 0.5F, off_plane = 8, less_usual = 0.05F;

float overlap(Box a, Box b) {
  const float w = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
  const float h = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
  return w > 0 && h > 0 ? w * h : 0;
}

// Right, left, below, above: the order people look for a name in; then the corners, between those, and a step further away.
std::array<Box, places_to_try> places_beside(const CanvasName& name) {
  const float out = name.disc_radius + name_gap, w = name.width, near = name.disc_radius * 0.7F + name_gap * 0.5F;
  const float far = out + half_line, slide = w * 0.3F;
  const Vec d = name.disc;
  const auto right = [&](float gap, float down) { return box_at(d.x + gap, d.y - half_line + down, w, 2 * half_line); };
  const auto left = [&](float gap, float down) { return box_at(d.x - gap - w, d.y - half_line + down, w, 2 * half_line); };
  const auto under = [&](float gap, float aside) { return box_around({d.x + aside, d.y + gap + half_line - name_rise}, w / 2, half_line); };
  const auto over = [&](float gap, float aside) { return box_around({d.x + aside, d.y - gap - half_line + name_rise}, w / 2, half_line); };
  const auto corner = [&](float x, float y) {
    return box_at(x > 0 ? d.x + near : d.x - near - w, y > 0 ? d.y + near : d.y - near - 2 * half_line, w, 2 * half_line);
  };
  return {right(out, 0), left(out, 0), under(out, 0), over(out, 0),
          corner(1, 1), corner(1, -1), corner(-1, 1), corner(-1, -1),
          right(out, 10), right(out, -10), left(out, 10), left(out, -10),
          under(out, slide), under(out, -slide), over(out, slide), over(out, -slide),
          under(far, 0), over(far, 0), under(far, slide), under(far, -slide), over(far, slide), over(far, -slide)};
}

bool covers_disc(Box place, const CanvasName& other) {
  const Vec nearest{std::clamp(other.disc.x, place.min.x, place.max.x), std::clamp(other.disc.y, place.min.y, place.max.y)};
  return length(other.disc - nearest) < other.disc_radius + median_outline / 2;
}

// Where a name may not stand at all: beyond the plane, on the name of a region, on somebody's disc or on another name.
bool collides(const std::vector<CanvasName>& names, std::size_t own, Box place, Box plane, const std::array<Box, 4>& words) {
  if (place.min.x < plane.min.x || place.max.x > plane.max.x || place.min.y < plane.min.y || place.max.y > plane.max.y) return true;
  for (const Box& word : words)
    if (overlap(place, word.grown(-word_margin)) > 0) return true;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == own) continue;
    if (!names[i].text.empty() && covers_disc(place, names[i])) return true;
    if (names[i].shown && names[i].width > 0 && overlap(place, names[i].box) > 0) return true;
  }
  return false;
}

class Placing {
 public:
  Placing(Box plane, const std::array<Box, 4>& words, std::vector<CanvasName>& names) : plane_(plane), words_(words), names_(names) {
    order_.resize(names.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return names[a].weight > names[b].weight; });
    order_.erase(std::remove_if(order_.begin(), order_.end(), [&](std::size_t i) { return names[i].text.empty(); }), order_.end());
  }

  // One after the other beside those that stand, then again while one finds something better.
  void place() {
    for (CanvasName& name : names_) name.shown = false;
    for (const std::size_t i : order_) {
      take_best(i);
      names_[i].shown = true;
    }
    for (int round = 0; round < rounds; ++round) {
      bool moved = false;
      for (const std::size_t i : order_) moved = take_best(i) || moved;
      if (!moved) break;
    }
  }

  // Those that still stand in the way of more important ones look for a free place, or go.
  void hide_what_does_not_fit() {
    for (const std::size_t i : order_) names_[i].shown = false;
    for (const std::size_t i : order_) {
      CanvasName& name = names_[i];
      name.shown = !collides(names_, i, name.box, plane_, words_);
      if (name.shown) continue;
      for (const Box place : places_beside(name)) {
        if (collides(names_, i, place, plane_, words_)) continue;
        name.box = place;
        name.shown = true;
        break;
      }
    }
  }

 private:
  // True: the place changed.
  bool take_best(std::size_t own) {
    CanvasName& name = names_[own];
    const std::array<Box, places_to_try> places = places_beside(name);
    const float area = name.width * 2 * half_line;
    std::size_t best = 0;
    float least = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const float cost = cost_of(places[i], own) + area * less_usual * static_cast<float>(i);
      if (i > 0 && cost >= least) continue;
      least = cost;
      best = i;
    }
    const bool moved = !(places[best] == name.box);
    name.box = places[best];
    return moved;
  }

  float cost_of(Box place, std::size_t own) const {
    float cost = (place.width() * place.height() - overlap(place, plane_.grown(-4))) * off_plane;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (i == own) continue;
      const float reach = names_[i].disc_radius + median_outline;
      cost += overlap(place, box_around(names_[i].disc, reach, reach)) * on_disc;
      if (names_[i].shown) cost += overlap(place, names_[i].box.grown(2)) * on_name;
    }
    for (const Box& word : words_) cost += overlap(place, word.grown(-word_margin)) * on_word;
    const Vec c = plane_.center();
    return cost + overlap(place, {{c.x - 1, plane_.min.y}, {c.x + 1, plane_.max.y}}) * on_midline_y +
           overlap(place, {{plane_.min.x, c.y - 1}, {plane_.max.x, c.y + 1}}) * on_midline_x;
  }

  Box plane_;
  const std::array<Box, 4>& words_;
  std::vector<CanvasName>& names_;
  std::vector<std::size_t> order_;
};

}  // namespace

void place_names(const Painter& painter, Box plane, const std::array<Box, 4>& words, std::vector<CanvasName>& names) {
  for (CanvasName& name : names) name.width = name.text.empty() ? 0 : std::min(label_width(painter, name.text, name.style), widest_name);
  Placing placing(plane, words, names);
  placing.place();
  placing.hide_what_does_not_fit();
}

void paint_names(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, std::span<const InkedName> names,
                 std::span<const CanvasName> in_the_way) {
  std::vector<CanvasName> placed;
  for (const InkedName& name : names) placed.push_back(name.name);
  placed.insert(placed.end(), in_the_way.begin(), in_the_way.end());
  place_names(painter, plane, words_of(painter, board, plane).regions, placed);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const CanvasName& name = placed[i];
    if (!name.shown || names[i].alpha <= 0) continue;
    draw_label(painter, {name.box.min.x, name.box.center().y}, name.text,
               {name.style, names[i].ink.with_alpha(names[i].alpha), Align::left, Anchor::middle,
                Halo{theme.bg.surface.with_alpha(names[i].alpha), map_look::label_halo}},
               name.width + 1);
  }
}

}  // namespace standpoint
