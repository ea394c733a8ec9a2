// Greedy placement by weight, then three rounds in which every name may move once it knows all others. Called through
// labels.h. Costs are shares of the name's own area: names x4, nodes x3, fixed words x2, crossing lines x1.
#include "app/paint/labels.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace standpoint {
namespace {

constexpr float name_cost = 4.0F, node_cost = 3.0F, word_cost = 2.0F, line_cost = 1.0F;
constexpr float side_preference = 0.03F;     // per step in the order below, right, left, above: decides among equals
constexpr float worth_moving = 0.75F;        // a new side must cost less than this share of the old one
constexpr float bearable_overlap = 0.10F;
constexpr float clear_of_node = 10.0F;       // a name this near to another's node seems to be that one's
constexpr float clear_of_name = 10.0F;
constexpr float clear_of_word = 6.0F;
constexpr int rounds = 3;
constexpr std::array<LabelSide, label_side_count> sides{LabelSide::below, LabelSide::right, LabelSide::left, LabelSide::above};

float area(Box box) { return std::max(0.0F, box.width()) * std::max(0.0F, box.height()); }

float shared_area(Box one, Box other) {
  const float wide = std::min(one.max.x, other.max.x) - std::max(one.min.x, other.min.x);
  const float high = std::min(one.max.y, other.max.y) - std::max(one.min.y, other.min.y);
  return wide > 0 && high > 0 ? wide * high : 0.0F;
}

// Share of `box` that `other` covers.
float covered(Box box, Box other) { return shared_area(box, other) / std::max(1.0F, area(box)); }

Box widened(Box box, float x, float y) { return {box.min - Vec{x, y}, box.max + Vec{x, y}}; }

// How much of a straight piece runs inside a box (Liang and Barsky 1984), in pixels.
float length_inside(Vec from, Vec to, Box box) {
  if (std::max(from.x, to.x) < box.min.x || std::min(from.x, to.x) > box.max.x) return 0.0F;
  if (std::max(from.y, to.y) < box.min.y || std::min(from.y, to.y) > box.max.y) return 0.0F;
  float enter = 0.0F;
  float leave = 1.0F;
  const Vec d = to - from;
  const std::array<std::array<float, 2>, 4> edges{{{-d.x, from.x - box.min.x}, {d.x, box.max.x - from.x},
                                                   {-d.y, from.y - box.min.y}, {d.y, box.max.y - from.y}}};
  for (const auto& [slope, room] : edges) {
    if (slope == 0.0F) {
      if (room < 0.0F) return 0.0F;
      continue;
    }
    const float t = room / slope;
    if (slope < 0.0F) enter = std::max(enter, t);
    else leave = std::min(leave, t);
  }
  return leave > enter ? (leave - enter) * length(d) : 0.0F;
}

bool touch_each_other(Box one, Box other) {
  return one.min.x < other.max.x && other.min.x < one.max.x && one.min.y < other.max.y && other.min.y < one.max.y;
}

Box joined(Box one, Box other) {
  return {{std::min(one.min.x, other.min.x), std::min(one.min.y, other.min.y)}, {std::max(one.max.x, other.max.x), std::max(one.max.y, other.max.y)}};
}

struct Piece {
  Vec from, to;
};

class Placement {
 public:
  Placement(std::span<const LabelNode> nodes, const LabelGround& ground, float gap)
      : nodes_(nodes), ground_(ground), gap_(gap), places_(nodes.size()) {
    for (const std::vector<Vec>& points : ground.lines)
      for (std::size_t p = 0; p + 1 < points.size(); ++p) pieces_.push_back({points[p], points[p + 1]});
  }

  std::vector<LabelPlace> run() {
    find_neighbours();
    std::vector<std::size_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(nodes_[a].keep, nodes_[a].weight) > std::pair(nodes_[b].keep, nodes_[b].weight);
    });
    for (int round = 0; round <= rounds; ++round)
      for (const std::size_t i : order)
        if (nodes_[i].name.x > 0) settle(i, round == 0);
    std::reverse(order.begin(), order.end());
    for (const std::size_t i : order) hide_if_unreadable(i);
    return places_;
  }

  // What lies under a box that is nobody's name.
  float cost(Box box) const {
    float sum = cost_of_ground(box);
    for (const LabelNode& node : nodes_) sum += node_cost * covered(box, kept_clear(node));
    for (const Piece& piece : pieces_) sum += cost_of_piece(box, piece);
    return sum;
  }

 private:
  // Only what any of a name's four places can reach is in its way; with many people that is little.
  void find_neighbours() {
    std::vector<Box> reach;
    for (const LabelNode& node : nodes_) {
      Box box = kept_clear(node);
      if (node.name.x > 0)
        for (const LabelSide side : sides) box = joined(box, label_box(node.center, node.half, node.name, side, gap_));
      reach.push_back(box.grown(clear_of_name));
    }
    near_nodes_.resize(nodes_.size());
    near_pieces_.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].name.x <= 0) continue;
      for (std::size_t k = 0; k < nodes_.size(); ++k)
        if (k != i && touch_each_other(reach[i], reach[k])) near_nodes_[i].push_back(k);
      for (const Piece& piece : pieces_)
        if (length_inside(piece.from, piece.to, reach[i]) > 0) near_pieces_[i].push_back(piece);
    }
  }

  static Box kept_clear(const LabelNode& node) { return widened(box_around(node.center, node.half.x, node.half.y), clear_of_node, clear_of_node / 2); }

  static float cost_of_piece(Box box, const Piece& piece) {
    return line_cost * length_inside(piece.from, piece.to, box) / std::max(1.0F, box.width());
  }

  float cost_of_ground(Box box) const {
    float sum = name_cost * (1.0F - covered(box, ground_.bounds));
    for (const Box& word : ground_.words) sum += word_cost * covered(box, word.grown(clear_of_word));
    return sum;
  }

  float cost_of_name(std::size_t i, Box box) const {
    float sum = cost_of_ground(box);
    for (const std::size_t k : near_nodes_[i]) {
      if (places_[k].shown) sum += name_cost * covered(box, widened(places_[k].box, clear_of_name, clear_of_name / 2));
      sum += node_cost * covered(box, kept_clear(nodes_[k]));
    }
    for (const Piece& piece : near_pieces_[i]) sum += cost_of_piece(box, piece);
    return sum;
  }

  void settle(std::size_t i, bool first) {
    const LabelNode& node = nodes_[i];
    const std::optional<LabelSide> held = first ? node.previous : std::optional(places_[i].side);
    const auto cost_on = [&](LabelSide side) {
      return cost_of_name(i, label_box(node.center, node.half, node.name, side, gap_)) +
             side_preference * static_cast<float>(side);
    };
    LabelSide best = held.value_or(LabelSide::below);
    float least = cost_on(best);
    if (node.previous == best) least *= worth_moving;
    for (const LabelSide side : sides) {
      const float here = cost_on(side);
      if (here < least) {
        least = here;
        best = side;
      }
    }
    places_[i] = {best, label_box(node.center, node.half, node.name, best, gap_), true};
  }

  // The lighter of two that cover each other goes; `order` runs from the lightest, so the heavier still stands.
  void hide_if_unreadable(std::size_t i) {
    if (!places_[i].shown || nodes_[i].keep) return;
    const Box box = places_[i].box;
    for (const std::size_t k : near_nodes_[i]) {
      // Outlines are round: their boxes' corners are empty.
      const Box node = box_around(nodes_[k].center, nodes_[k].half.x * 0.86F, nodes_[k].half.y * 0.86F);
      const bool on_name = places_[k].shown && std::max(covered(box, places_[k].box), covered(places_[k].box, box)) > bearable_overlap;
      if (on_name || covered(box, node) > 2 * bearable_overlap) {
        places_[i].shown = false;
        return;
      }
    }
  }

  std::span<const LabelNode> nodes_;
  const LabelGround& ground_;
  float gap_;
  std::vector<LabelPlace> places_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<std::size_t>> near_nodes_;
  std::vector<std::vector<Piece>> near_pieces_;
};

}  // namespace

Box label_box(Vec center, Vec half, Vec name, LabelSide side, float gap) {
  switch (side) {
    case LabelSide::below: return box_at(center.x - name.x / 2, center.y + half.y + gap, name.x, name.y);
    case LabelSide::right: return box_at(center.x + half.x + gap, center.y - name.y / 2, name.x, name.y);
    case LabelSide::left: return box_at(center.x - half.x - gap - name.x, center.y - name.y / 2, name.x, name.y);
    case LabelSide::above: return box_at(center.x - name.x / 2, center.y - half.y - gap - name.y, name.x, name.y);
  }
  return {};
}

std::size_t least_cluttered(std::span<const Box> candidates, std::span<const LabelNode> nodes, const LabelGround& ground) {
  const Placement placement(nodes, ground, 0);
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i)
    if (placement.cost(candidates[i]) < placement.cost(candidates[best]) - side_preference) best = i;
  return best;
}

std::vector<LabelPlace> place_labels(std::span<const LabelNode> nodes, const LabelGround& ground, float gap) {
  return Placement(nodes, ground, gap).run();
}

}  // namespace standpoint
