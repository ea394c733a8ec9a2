// Places names by weight, each where it costs least, in rounds until nobody moves; then hides who still stands on another.
// Called through paint_labels.h; what the ground costs is in paint_label_costs.cpp.
#include "app/boards/map/paint_labels.h"

#include <algorithm>
#include <numeric>

#include "app/boards/map/paint_label_costs.h"

namespace standpoint {
namespace {

constexpr float worth_moving = 0.75F;   // a new side must cost less than this share of the old one,
constexpr float least_gain = 0.1F;      // and so much of the name's area less: of next to nothing, a quarter is no reason
constexpr float first_choice = 0.03F;   // a caption stands at the first of its places unless another is better by this
constexpr float worth_both = 0.4F;      // what two must gain together for one to make way for the other
constexpr float content = 0.4F;         // who stands at no more cost asks nobody to move
constexpr float unseen = 5.0F;          // the cost of a name that finds no place
constexpr int rounds = 5;
constexpr std::size_t few = 80;         // names up to which nobody is left out before the others have made room
constexpr Vec between_names{4, 1};      // letters of two names never come nearer

bool better(float cost, float held) { return cost < held * worth_moving && held - cost > least_gain; }

class NamePlacing {
 public:
  NamePlacing(std::span<const LabelNode> nodes, const LabelGround& ground, float gap)
      : nodes_(nodes), choices_(label_choices(nodes, ground, gap)), states_(choices_.size()), rank_(choices_.size()) {
    order_.resize(choices_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) { return importance(a) > importance(b); });
    for (std::size_t r = 0; r < order_.size(); ++r) rank_[order_[r]] = r;
    for (std::size_t i = 0; i < choices_.size(); ++i)
      if (const LabelNode& node = node_of(i); node.previous)
        states_[i] = {static_cast<std::size_t>(*node.previous), !node.hidden, !node.hidden, false};
  }

  std::vector<LabelPlace> run() {
    bool moved = true;
    for (int round = 0; moved && round < rounds; ++round) {
      moved = false;
      for (const std::size_t i : order_) moved |= settle(i);
      if (choices_.size() > few) continue;
      for (const std::size_t i : order_) moved |= get_way(i);
    }
    for (const std::size_t i : order_) hide_if_covered(i);
    std::vector<LabelPlace> places(nodes_.size());
    for (std::size_t i = 0; i < choices_.size(); ++i)
      places[choices_[i].node] = {label_sides[states_[i].side], box_of(i), states_[i].shown};
    return places;
  }

 private:
  struct State {
    std::size_t side = 0;
    bool held = false;    // it has that side, and keeps it unless another is better
    bool shown = false;
    bool wishes = false;  // it found no place: others may make room
  };
  struct Offer {
    float cost = 0;
    bool free = true;
  };

  const LabelNode& node_of(std::size_t i) const { return nodes_[choices_[i].node]; }
  std::pair<bool, int> importance(std::size_t i) const { return {node_of(i).keep, node_of(i).weight}; }
  Box box_of(std::size_t i) const { return choices_[i].options[states_[i].side].box; }

  // Whether `other`, which is shown, is not to be pushed aside: of equals, who stands already.
  bool stands_before(std::size_t other, std::size_t i) const {
    if (importance(other) != importance(i) || states_[i].shown) return rank_[other] < rank_[i];
    return true;
  }

  // `alone`: free only where nobody at all would have to go.
  Offer offer(std::size_t i, std::size_t side, bool alone = false) const {
    const LabelOption& option = choices_[i].options[side];
    const bool entering = node_of(i).hidden && !states_[i].shown;
    Offer result{option.cost, node_of(i).keep || !(entering ? option.cramped : option.blocked)};
    const Vec room = entering ? between_names + Vec{entering_room, entering_room} : between_names;
    for (const std::size_t k : choices_[i].near) {
      if (!states_[k].shown && !(states_[k].wishes && choices_.size() <= few)) continue;
      const Box other = box_of(k);
      result.cost += name_cost * covered(option.box, widened(other, clear_of_name));
      if (states_[k].shown && share_pixels(option.box, widened(other, room)) && (alone || stands_before(k, i))) result.free = false;
    }
    return result;
  }

  // Returns whether it moved, came or went.
  bool settle(std::size_t i) {
    State next = states_[i];
    const Offer held = offer(i, next.side);
    std::size_t best = next.side;
    Offer least = held;
    for (std::size_t side = 0; side < label_sides.size(); ++side) {
      const Offer here = offer(i, side);
      if (std::pair(!here.free, here.cost) < std::pair(!least.free, least.cost)) {
        least = here;
        best = side;
      }
    }
    const bool stays = next.held && held.free && !better(least.cost, held.cost);
    next.side = stays ? next.side : best;
    next.shown = next.held = least.free || node_of(i).keep;
    next.wishes = !next.shown;
    const bool moved = next.side != states_[i].side || next.shown != states_[i].shown;
    states_[i] = next;
    return moved;
  }

  float total(std::size_t i, std::size_t k) const {
    const auto cost = [this](std::size_t of) { return states_[of].shown ? offer(of, states_[of].side).cost : unseen; };
    return cost(i) + cost(k);
  }

  // Somebody in the way moves aside when both together stand better then.
  bool get_way(std::size_t i) {
    if (states_[i].shown && offer(i, states_[i].side).cost <= content) return false;
    for (const std::size_t k : choices_[i].near) {
      if (!states_[k].shown) continue;
      const State mine = states_[i], its = states_[k];
      State my_best = mine, its_best = its;
      float least = total(i, k) - worth_both;
      for (std::size_t side = 0; side < label_sides.size(); ++side) {
        if (!share_pixels(choices_[i].options[side].box, widened(choices_[k].options[its.side].box, between_names))) continue;
        for (std::size_t aside = 0; aside < label_sides.size(); ++aside) {
          states_[i] = {side, true, true, false};
          states_[k] = {aside, true, true, false};
          if (!offer(i, side, true).free || !offer(k, aside, true).free || total(i, k) >= least) continue;
          least = total(i, k);
          my_best = states_[i];
          its_best = states_[k];
        }
      }
      states_[i] = my_best;
      states_[k] = its_best;
      if (my_best.side != mine.side || its_best.side != its.side) return true;
    }
    return false;
  }

  void hide_if_covered(std::size_t i) {
    for (const std::size_t k : choices_[i].near)
      if (states_[i].shown && states_[k].shown && rank_[k] < rank_[i] && share_pixels(box_of(i), box_of(k))) states_[i].shown = false;
  }

  std::span<const LabelNode> nodes_;
  std::vector<LabelChoice> choices_;
  std::vector<State> states_;
  std::vector<std::size_t> order_, rank_;  // by importance
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

std::size_t least_cluttered(std::span<const Box> candidates, std::span<const LabelNode> nodes, const LabelGround& ground,
                            std::optional<std::size_t> held) {
  std::vector<float> costs;
  for (const Box& box : candidates) costs.push_back(cost_of_ground(box, nodes, ground));
  std::size_t best = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i)
    if (costs[i] < costs[best] - first_choice) best = i;
  return held && !better(costs[best], costs[*held]) ? *held : best;
}

std::vector<LabelPlace> place_labels(std::span<const LabelNode> nodes, const LabelGround& ground, float gap) {
  return NamePlacing(nodes, ground, gap).run();
}

}  // namespace standpoint
