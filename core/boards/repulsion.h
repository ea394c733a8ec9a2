// How a crowd of bodies push each other apart: Barnes and Hut's tree ("A hierarchical O(N log N) force-calculation
// algorithm", Nature 324, 1986) above a few hundred bodies, every pair below. Called by layout_forces.cpp and by the
// benchmark. Only + - * / on floats in one fixed order, so that a tablet and the stage compute the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace standpoint {

// A column each, so that several bodies are computed at once. Places, forces: one entry per body.
struct Columns {
  std::vector<float> x, y;
  void resize(std::size_t bodies) { x.resize(bodies); y.resize(bodies); }
  std::size_t size() const { return x.size(); }
};

// A body of weight w pushes another at distance d by strength x w x (1 / max(d, near) - d / reach^2), and not at all
// from `reach` on, so that nothing jumps when a body comes into reach.
struct Push {
  float strength = 1;
  float near = 1;    // > 0, map units
  float reach = 0;   // map units; 0: as far as there are bodies
  float opening = 0.9F;  // theta of Barnes and Hut: a group as wide as this share of its distance counts as one body
};

// Keeps its scratch space between calls, never results: one push of the same places is the same every time, whatever
// was pushed before.
class Repulsion {
 public:
  static constexpr std::size_t exact_up_to = 300;  // below, the tree costs more than it saves

  // `weights` of all bodies, none negative; a body of weight 0 is pushed and does not push.
  explicit Repulsion(std::vector<float> weights) : weights_(std::move(weights)) {}

  // Adds to `forces` what everybody feels. Bodies on one spot do not push each other: callers part them first.
  // `places` are finite and as many as there are weights.
  void add(const Columns& places, const Push&, Columns& forces);
  // The same by all pairs; for small crowds, and to measure the other against.
  void add_exactly(const Columns& places, const Push&, Columns& forces);

 private:
  struct Node {
    float x = 0, y = 0, weight = 0;                         // centre of weight
    float min_x = 0, min_y = 0, max_x = 0, max_y = 0;
    float wide = 0;                                         // the longer side of that box
    std::uint32_t first = 0, count = 0;                     // children in nodes_, or a bucket's bodies
    bool bucket = false;
  };
  void sort_along_curve(const Columns& places);
  void take_in(const Columns& places);
  static Node empty_group(std::size_t first, std::size_t count, bool bucket);
  static void take(Node& group, const Node& member);
  void close(Node& group);
  void build();
  std::size_t list_sources(const Node& sinks, const Push&);

  std::vector<float> weights_;
  std::vector<std::uint64_t> keys_, other_keys_;            // place on Hilbert's curve, and the body
  std::vector<float> sorted_x_, sorted_y_, sorted_weight_;  // along the curve, filled up to whole buckets
  std::vector<Node> nodes_;                                 // level by level, buckets first, the root last
  std::vector<float> source_x_, source_y_, source_weight_;
};

}  // namespace standpoint
