// Runs once over nodes, words and lines and adds each to the places it reaches, which a coarse grid finds. Called by paint_labels.cpp.
#include "app/boards/map/paint_label_costs.h"

#include <algorithm>
#include <cmath>

namespace standpoint {
namespace {

constexpr Vec clear_of_node{10, 5};  // a name this near to another's node seems to be that one's
constexpr float clear_of_word = 10.0F;
constexpr Vec beside_word{12, 0};      // a name beside the name of a ring reads as one with it
constexpr float into_gap = 3.0F;      // a name may reach into the gap that is drawn round a node,
constexpr Vec beside_ink{1.5F, 0.5F};  // and the edge of its box is not ink yet
constexpr float beyond_bounds = 40.0F; // further out a name would be cut off or stand on something else
constexpr float blocked_cost = 1.0F;  // on top of the overlap: a name on a node is worse than one across a tie
constexpr float cell_width = 128.0F, cell_height = 64.0F;

float area(Box box) { return std::max(0.0F, box.width()) * std::max(0.0F, box.height()); }

float shared_area(Box one, Box other) {
  const float wide = std::min(one.max.x, other.max.x) - std::max(one.min.x, other.min.x);
  const float high = std::min(one.max.y, other.max.y) - std::max(one.min.y, other.min.y);
  return wide > 0 && high > 0 ? wide * high : 0.0F;
}

Box joined(Box one, Box other) {
  return {{std::min(one.min.x, other.min.x), std::min(one.min.y, other.min.y)}, {std::max(one.max.x, other.max.x), std::max(one.max.y, other.max.y)}};
}

Box node_box(const LabelNode& node) { return box_around(node.center, node.half.x, node.half.y); }

// Whether a box comes nearer to a node's outline than `room`. What is not round is inside |x|^4 + |y|^4 = 1 all the same.
bool on_node(Box box, const LabelNode& node, float room) {
  const Box ink = widened(box, beside_ink * -1.0F);
  const float x = std::fabs(std::clamp(node.center.x, ink.min.x, ink.max.x) - node.center.x) / (node.half.x - into_gap + room);
  const float y = std::fabs(std::clamp(node.center.y, ink.min.y, ink.max.y) - node.center.y) / (node.half.y - into_gap + room);
  return (node.round ? x * x + y * y : x * x * x * x + y * y * y * y) < 1.0F;
}

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

float cost_of_line(Box box, const LabelLine& line) {
  return line.cost * length_inside(line.from, line.to, box.grown(line.clear)) / std::max(1.0F, box.width());
}
float cost_of_node(Box box, const LabelNode& node) { return node_cost * covered(box, widened(node_box(node), clear_of_node)); }
float cost_of_word(Box box, Box word) { return word_cost * covered(box, word.grown(clear_of_word)); }
float cost_of_mark(Box box, Box mark) { return word_cost * covered(box, mark); }
float cost_of_bounds(Box box, Box bounds) { return name_cost * (1.0F - covered(box, bounds)); }

// Finds the choices that a box may touch.
class Field {
 public:
  Field(std::vector<LabelChoice>& choices, Box bounds) : choices_(choices), bounds_(bounds) {
    columns_ = std::max(1, static_cast<int>(bounds.width() / cell_width) + 1);
    rows_ = std::max(1, static_cast<int>(bounds.height() / cell_height) + 1);
    cells_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    for (std::size_t i = 0; i < choices.size(); ++i) {
      Box reach = choices[i].options[0].box;
      for (const LabelOption& option : choices[i].options) reach = joined(reach, option.box);
      reach_.push_back(widened(reach, clear_of_name));
      visit_cells(reach_.back(), [&](std::vector<std::size_t>& cell) { cell.push_back(i); });
    }
    seen_.assign(choices.size(), 0);
  }

  // Calls `visit` with the index of every choice of which a place, with the room round it, may touch the box.
  template <class Visit>
  void each_near(Box box, const Visit& visit) {
    ++round_;
    visit_cells(box, [&](const std::vector<std::size_t>& cell) {
      for (const std::size_t i : cell) {
        if (seen_[i] == round_ || !share_pixels(reach_[i], box)) continue;
        seen_[i] = round_;
        visit(i);
      }
    });
  }

  // Calls `visit` with every option of those choices but those of node `but`.
  template <class Visit>
  void each_option_near(Box box, std::size_t but, const Visit& visit) {
    each_near(box, [&](std::size_t i) {
      if (choices_[i].node == but) return;
      for (LabelOption& option : choices_[i].options) visit(option);
    });
  }

  Box reach(std::size_t i) const { return reach_[i]; }

 private:
  template <class Visit>
  void visit_cells(Box box, const Visit& visit) {
    const auto cell = [](float at, float size, int count) { return std::clamp(static_cast<int>(at / size), 0, count - 1); };
    const int left = cell(box.min.x - bounds_.min.x, cell_width, columns_), right = cell(box.max.x - bounds_.min.x, cell_width, columns_);
    const int top = cell(box.min.y - bounds_.min.y, cell_height, rows_), bottom = cell(box.max.y - bounds_.min.y, cell_height, rows_);
    for (int y = top; y <= bottom; ++y)
      for (int x = left; x <= right; ++x) visit(cells_[static_cast<std::size_t>(y * columns_ + x)]);
  }

  std::vector<LabelChoice>& choices_;
  Box bounds_;
  int columns_ = 1, rows_ = 1;
  std::vector<std::vector<std::size_t>> cells_;
  std::vector<Box> reach_;
  std::vector<unsigned> seen_;
  unsigned round_ = 0;
};

void block(LabelOption& option, bool on, bool near) {
  if (on && !option.blocked) option.cost += blocked_cost;
  option.blocked = option.blocked || on;
  option.cramped = option.cramped || near;
}

std::vector<LabelChoice> bare_choices(std::span<const LabelNode> nodes, Box bounds, float gap) {
  std::vector<LabelChoice> choices;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const LabelNode& node = nodes[i];
    if (node.name.x <= 0) continue;
    LabelChoice choice;
    choice.node = i;
    for (std::size_t s = 0; s < label_sides.size(); ++s) {
      const Box box = label_box(node.center, node.half, node.name, label_sides[s], gap);
      choice.options[s] = {box, side_costs[s] + cost_of_bounds(box, bounds)};
      const bool out = covered(box, bounds.grown(beyond_bounds)) < 0.999F;
      block(choice.options[s], out, out);
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

// The sides of each node to which ties leave.
void add_exits(std::vector<LabelChoice>& choices, std::span<const LabelNode> nodes, const std::vector<LabelExit>& exits) {
  constexpr std::array<Vec, label_side_count> toward{Vec{0, 1}, Vec{1, 0}, Vec{-1, 0}, Vec{0, -1}};
  std::vector<std::array<float, label_side_count>> most(nodes.size());
  for (const LabelExit& exit : exits)
    for (std::size_t s = 0; s < toward.size(); ++s) most[exit.node][s] = std::max(most[exit.node][s], dot(exit.toward, toward[s]));
  for (LabelChoice& choice : choices)
    for (std::size_t s = 0; s < toward.size(); ++s) choice.options[s].cost += exit_cost * most[choice.node][s];
}

}  // namespace

bool share_pixels(Box one, Box other) {
  return one.min.x < other.max.x && other.min.x < one.max.x && one.min.y < other.max.y && other.min.y < one.max.y;
}
float covered(Box box, Box other) { return shared_area(box, other) / std::max(1.0F, area(box)); }
Box widened(Box box, Vec by) { return {box.min - by, box.max + by}; }

std::vector<LabelChoice> label_choices(std::span<const LabelNode> nodes, const LabelGround& ground, float gap) {
  std::vector<LabelChoice> choices = bare_choices(nodes, ground.bounds, gap);
  if (choices.empty()) return choices;
  add_exits(choices, nodes, ground.exits);
  Field field(choices, ground.bounds);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    field.each_option_near(node_box(nodes[i]), i, [&node = nodes[i]](LabelOption& option) {
      option.cost += cost_of_node(option.box, node);
      if (on_node(option.box, node, entering_room)) block(option, on_node(option.box, node, 0), true);
    });
  for (const Box& word : ground.words)
    field.each_option_near(word, nodes.size(), [&word](LabelOption& option) {
      option.cost += cost_of_word(option.box, word);
      const Box taken = widened(word, beside_word);
      block(option, share_pixels(option.box, taken), share_pixels(option.box, taken.grown(entering_room)));
    });
  for (const Box& mark : ground.marks)
    field.each_option_near(mark, nodes.size(), [&mark](LabelOption& option) { option.cost += cost_of_mark(option.box, mark); });
  for (const LabelLine& line : ground.lines)
    field.each_option_near(joined({line.from, line.from}, {line.to, line.to}).grown(1), nodes.size(),
                           [&line](LabelOption& option) { option.cost += cost_of_line(option.box, line); });
  for (std::size_t i = 0; i < choices.size(); ++i)
    field.each_near(field.reach(i), [&](std::size_t k) {
      if (k != i) choices[i].near.push_back(k);
    });
  return choices;
}

float cost_of_ground(Box box, std::span<const LabelNode> nodes, const LabelGround& ground) {
  float sum = cost_of_bounds(box, ground.bounds);
  for (const LabelNode& node : nodes) sum += cost_of_node(box, node);
  for (const Box& word : ground.words) sum += cost_of_word(box, word);
  for (const Box& mark : ground.marks) sum += cost_of_mark(box, mark);
  for (const LabelLine& line : ground.lines) sum += cost_of_line(box, line);
  return sum;
}

}  // namespace standpoint
