// Places the names of the Canvas beside their discs and writes them. Pure geometry over measured widths: no state, so the same
// board always gives the same picture.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "app/boards/canvas/paint_parts.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float half_line = 15;  // a name's box: its capitals and tails at 24 px
constexpr float widest_name = 240, widest_share = 0.45F;  // of one line, and of the plane
constexpr int name_lines = 3;
constexpr float line_pitch = 1.1F;  // of the type's size
constexpr float word_margin = 10;  // the box of a region's name is for fingers: its letters are smaller
constexpr int passes = 4;  // after that names would only swap places
constexpr std::size_t places_to_try = 22;
constexpr float furthest_out = 6 * half_line;

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
  const float half = name.half_height, far = out + half_line, slide = w * 0.3F;
  const Vec d = name.disc;
  const auto right = [&](float gap, float down) { return box_at(d.x + gap, d.y - half + down, w, 2 * half); };
  const auto left = [&](float gap, float down) { return box_at(d.x - gap - w, d.y - half + down, w, 2 * half); };
  const auto under = [&](float gap, float aside) { return box_around({d.x + aside, d.y + gap + half - name_rise}, w / 2, half); };
  const auto over = [&](float gap, float aside) { return box_around({d.x + aside, d.y - gap - half + name_rise}, w / 2, half); };
  const auto corner = [&](float x, float y) {
    return box_at(x > 0 ? d.x + near : d.x - near - w, y > 0 ? d.y + near : d.y - near - 2 * half, w, 2 * half);
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

void measure(const Painter& painter, Box plane, CanvasName& name) {
  name.lines.clear();
  name.width = 0;
  if (!name.text.empty()) name.lines = wrap_label(painter, name.text, name.style, std::min(widest_name, plane.width() * widest_share), name_lines);
  for (const std::string& line : name.lines) name.width = std::max(name.width, label_width(painter, line, name.style));
  const float more = name.lines.empty() ? 0 : static_cast<float>(name.lines.size() - 1);
  name.half_height = half_line + more * name.style.size * line_pitch / 2;
}

// "+18" beside each group of discs in which so many names found no place.
std::vector<CanvasName> tags_of(const std::vector<CanvasName>& names) {
  struct Group {
    Box box;
    int discs = 0, hidden = 0;
    TextStyle style;
  };
  std::map<std::size_t, Group> groups;
  for (const CanvasName& name : names) {
    if (name.group == SIZE_MAX || name.text.empty()) continue;
    Group& group = groups[name.group];
    const Box disc = box_around(name.disc, name.disc_radius, name.disc_radius);
    group.box = group.discs == 0 ? disc : Box{{std::min(group.box.min.x, disc.min.x), std::min(group.box.min.y, disc.min.y)},
                                              {std::max(group.box.max.x, disc.max.x), std::max(group.box.max.y, disc.max.y)}};
    group.style = name.style;
    ++group.discs;
    group.hidden += name.shown ? 0 : 1;
  }
  std::vector<CanvasName> tags;
  for (const auto& [number, group] : groups)
    if (group.discs > 1 && group.hidden > 0)
      tags.push_back({group.box.center(), group.box.width() / 2, "+" + std::to_string(group.hidden), group.style.with_face(Face::semibold), 0, number});
  return tags;
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
    for (int round = 0; round < passes; ++round) {
      bool moved = false;
      for (const std::size_t i : order_) moved = take_best(i) || moved;
      if (!moved) break;
    }
  }

  // The last of the names alone, where it costs least; where it would stand on something there, further out.
  void place_last() {
    CanvasName& name = names_.back();
    const std::size_t own = names_.size() - 1;
    take_best(own);
    name.shown = true;
    for (CanvasName further = name; collides(names_, own, name.box, plane_, words_) && further.disc_radius < name.disc_radius + furthest_out;) {
      further.disc_radius += half_line;
      const auto places = places_beside(further);
      const auto free = std::find_if(places.begin(), places.end(), [&](Box place) { return !collides(names_, own, place, plane_, words_); });
      if (free != places.end()) name.box = *free;
    }
  }

  // Those that still stand in the way of more important ones look for a free place, or go.
  void hide_what_does_not_fit() {
    for (const std::size_t i : order_) names_[i].shown = false;
    for (const std::size_t i : order_) {
      CanvasName& name = names_[i];
      name.shown = !collides(names_, i, name.box, plane_, words_);
      if (name.shown) continue;
      name.shown = name.weight >= always_named;  // where it covers least, when no place is free
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
    const float area = name.width * 2 * name.half_height;
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
  for (CanvasName& name : names) measure(painter, plane, name);
  {
    Placing placing(plane, words, names);
    placing.place();
    placing.hide_what_does_not_fit();
  }
  for (CanvasName& tag : tags_of(names)) {
    measure(painter, plane, tag);
    names.push_back(tag);
    Placing(plane, words, names).place_last();
  }
}

void paint_canvas_name(Painter& painter, const CanvasName& name, TextLook look) {
  const float middle = name.box.center().x;
  const bool centred = std::fabs(middle - name.disc.x) < name.width / 4;
  look.align = centred ? Align::center : middle < name.disc.x ? Align::right : Align::left;
  look.anchor = Anchor::middle;
  const float x = centred ? middle : middle < name.disc.x ? name.box.max.x : name.box.min.x;
  const float pitch = name.style.size * line_pitch;
  const float first = name.box.center().y - pitch * static_cast<float>(name.lines.size() - 1) / 2;
  for (std::size_t i = 0; i < name.lines.size(); ++i) draw_label(painter, {x, first + pitch * static_cast<float>(i)}, name.lines[i], look);
}

void paint_names(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, std::span<const InkedName> names,
                 std::span<const CanvasName> in_the_way) {
  std::vector<CanvasName> placed;
  for (const InkedName& name : names) placed.push_back(name.name);
  placed.insert(placed.end(), in_the_way.begin(), in_the_way.end());
  place_names(painter, plane, words_of(painter, board, plane).regions, placed);
  const auto write = [&](const CanvasName& name, Color ink, float alpha) {
    if (!name.shown || name.lines.empty() || alpha <= 0) return;
    paint_canvas_name(painter, name, {name.style, ink.with_alpha(alpha), Align::left, Anchor::middle, Halo{theme.bg.surface.with_alpha(alpha), map_look::label_halo}});
  };
  for (std::size_t i = 0; i < names.size(); ++i) write(placed[i], names[i].ink, names[i].alpha);
  for (std::size_t tag = names.size() + in_the_way.size(); tag < placed.size(); ++tag) {
    const auto one = std::find_if(names.begin(), names.end(), [&](const InkedName& name) { return name.name.group == placed[tag].group; });
    write(placed[tag], theme.ink.secondary, one == names.end() ? 1 : one->alpha);
  }
}

}  // namespace standpoint
