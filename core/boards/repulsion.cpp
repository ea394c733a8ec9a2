// Bodies are sorted along Hilbert's curve and cut into buckets of eight; four neighbours on the curve make a node of the
// next level. Each bucket collects once what pushes it, single bodies and groups alike, in one list; then its eight bodies
// run down that list side by side, each adding in the order of the list.
#include "core/boards/repulsion.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/boards/lanes.h"

namespace standpoint {
namespace {

constexpr std::size_t bucket_size = 8;
constexpr std::size_t children = 4;
constexpr std::size_t sink_buckets = 2;    // that share one list of what pushes them
constexpr std::size_t most_open = 64;      // groups that wait to be looked at: three a level, of 16 levels at most
constexpr int curve_bits = 12;  // per axis: finer than a thousandth of the map

struct Sources {
  const float *x, *y, *weight;
  std::size_t count;
};

// What eight bodies feel from all sources, added to fx and fy. 1 / max(d^2, near^2) less 1 / reach^2, never below 0.
void push_eight(const float* x, const float* y, const Sources& from, const Push& push, float* fx, float* fy) {
  const Lanes xa = lanes_at(x), xb = lanes_at(x + lane_count), ya = lanes_at(y), yb = lanes_at(y + lane_count);
  const Lanes near = all_lanes(push.near * push.near), one = all_lanes(1), none = all_lanes(0);
  const Lanes faded = all_lanes(push.reach > 0 ? 1 / (push.reach * push.reach) : 0);
  Lanes fxa = none, fxb = none, fya = none, fyb = none;
  for (std::size_t i = 0; i < from.count; ++i) {
    const Lanes sx = all_lanes(from.x[i]), sy = all_lanes(from.y[i]), weight = all_lanes(from.weight[i]);
    const Lanes dxa = xa - sx, dya = ya - sy, dxb = xb - sx, dyb = yb - sy;
    const Lanes by_a = weight * greater(one / greater(dxa * dxa + dya * dya, near) - faded, none);
    const Lanes by_b = weight * greater(one / greater(dxb * dxb + dyb * dyb, near) - faded, none);
    fxa += dxa * by_a;
    fya += dya * by_a;
    fxb += dxb * by_b;
    fyb += dyb * by_b;
  }
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    fx[lane] = push.strength * fxa[lane];
    fy[lane] = push.strength * fya[lane];
    fx[lane + lane_count] = push.strength * fxb[lane];
    fy[lane + lane_count] = push.strength * fyb[lane];
  }
}

// Distance along Hilbert's curve through a square of 2^curve_bits cells each way, a quadrant at a time.
std::uint32_t on_curve(std::uint32_t x, std::uint32_t y) {
  std::uint32_t along = 0;
  for (std::uint32_t side = 1U << (curve_bits - 1); side > 0; side /= 2) {
    const std::uint32_t right = (x & side) != 0 ? 1 : 0, up = (y & side) != 0 ? 1 : 0;
    along = along * 4 + ((3 * right) ^ up);
    // A lower quadrant is turned over its diagonal, and mirrored when it lies right. Without a branch: nobody could guess it.
    const std::uint32_t flip = right & ~up ? 0xFFFFFFFFU : 0, turn = (x ^ y) & (up ? 0 : 0xFFFFFFFFU);
    x ^= turn ^ flip;
    y ^= turn ^ flip;
  }
  return along;
}

// Between two spans; 0 when they touch.
float gap(float a_min, float a_max, float b_min, float b_max) { return std::max(0.0F, std::max(a_min - b_max, b_min - a_max)); }

}  // namespace

void Repulsion::sort_along_curve(const Columns& places) {
  const std::size_t bodies = places.size();
  const auto [min_x, max_x] = std::minmax_element(places.x.begin(), places.x.end());
  const auto [min_y, max_y] = std::minmax_element(places.y.begin(), places.y.end());
  const float wide = std::max({*max_x - *min_x, *max_y - *min_y, 1e-6F});
  const float cells = static_cast<float>((1 << curve_bits) - 1) / wide;
  keys_.resize(bodies);
  other_keys_.resize(bodies);
  for (std::size_t i = 0; i < bodies; ++i) {
    const auto x = static_cast<std::uint32_t>((places.x[i] - *min_x) * cells);
    const auto y = static_cast<std::uint32_t>((places.y[i] - *min_y) * cells);
    keys_[i] = std::uint64_t{on_curve(x, y)} << 32 | i;
  }
  // By counting, eight bits at a time: bodies of one cell keep their order.
  for (int shift = 32; shift < 32 + 2 * curve_bits; shift += 8) {
    std::array<std::uint32_t, 257> starts{};
    const auto digit = [&](std::uint64_t key) { return static_cast<std::size_t>(key >> shift & 255); };
    for (const std::uint64_t key : keys_) ++starts[digit(key) + 1];
    for (std::size_t d = 1; d < starts.size(); ++d) starts[d] += starts[d - 1];
    for (const std::uint64_t key : keys_) other_keys_[starts[digit(key)]++] = key;
    keys_.swap(other_keys_);
  }
}

Repulsion::Node Repulsion::empty_group(std::size_t first, std::size_t count, bool bucket) {
  constexpr float far = std::numeric_limits<float>::max();
  return {0, 0, 0, far, far, -far, -far, 0, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count), bucket};
}

// The last bucket is filled up with weightless bodies on the last body's spot.
void Repulsion::take_in(const Columns& places) {
  sorted_x_.resize((places.size() + bucket_size - 1) / bucket_size * bucket_size);
  sorted_y_.resize(sorted_x_.size());
  sorted_weight_.resize(sorted_x_.size());
  for (std::size_t i = 0; i < sorted_x_.size(); ++i) {
    const std::size_t body = static_cast<std::uint32_t>(keys_[std::min(i, places.size() - 1)]);
    sorted_x_[i] = places.x[body];
    sorted_y_[i] = places.y[body];
    sorted_weight_[i] = i < places.size() ? weights_[body] : 0;
  }
}

// A group's centre is summed up weighted, and divided when all are in it.
void Repulsion::take(Node& group, const Node& member) {
  group.x += member.weight * member.x;
  group.y += member.weight * member.y;
  group.weight += member.weight;
  group.min_x = std::min(group.min_x, member.min_x);
  group.max_x = std::max(group.max_x, member.max_x);
  group.min_y = std::min(group.min_y, member.min_y);
  group.max_y = std::max(group.max_y, member.max_y);
}

void Repulsion::close(Node& group) {
  const float weight = group.weight > 0 ? group.weight : 1;
  group.x /= weight;
  group.y /= weight;
  group.wide = std::max(group.max_x - group.min_x, group.max_y - group.min_y);
  nodes_.push_back(group);
}

void Repulsion::build() {
  nodes_.clear();
  for (std::size_t first = 0; first < sorted_x_.size(); first += bucket_size) {
    Node bucket = empty_group(first, bucket_size, true);
    for (std::size_t i = first; i < first + bucket_size; ++i) {
      const float x = sorted_x_[i], y = sorted_y_[i];
      take(bucket, {x, y, sorted_weight_[i], x, y, x, y, 0, 0, 0, true});
    }
    close(bucket);
  }
  for (std::size_t first = 0, last = nodes_.size(); last - first > 1; first = last, last = nodes_.size()) {
    for (std::size_t child = first; child < last; child += children) {
      Node group = empty_group(child, std::min(children, last - child), false);
      for (std::size_t i = child; i < child + group.count; ++i) take(group, nodes_[i]);
      close(group);
    }
  }
}

// Whether a group may stand for its bodies is asked for the nearest point of the sinks' box: then it may for all of them.
std::size_t Repulsion::list_sources(const Node& sinks, const Push& push) {
  const float opening = push.opening * push.opening, reach = push.reach * push.reach;
  std::array<std::uint32_t, most_open> open;
  std::size_t listed = 0, waiting = 0;
  open[waiting++] = static_cast<std::uint32_t>(nodes_.size() - 1);
  while (waiting > 0) {
    const Node& node = nodes_[open[--waiting]];
    if (push.reach > 0) {
      const float x = gap(node.min_x, node.max_x, sinks.min_x, sinks.max_x), y = gap(node.min_y, node.max_y, sinks.min_y, sinks.max_y);
      if (x * x + y * y >= reach) continue;
    }
    const float dx = gap(sinks.min_x, sinks.max_x, node.x, node.x), dy = gap(sinks.min_y, sinks.max_y, node.y, node.y);
    if (node.wide * node.wide < opening * (dx * dx + dy * dy)) {
      source_x_[listed] = node.x;
      source_y_[listed] = node.y;
      source_weight_[listed++] = node.weight;
    } else if (node.bucket) {
      for (std::size_t i = node.first; i < node.first + node.count; ++i, ++listed) {
        source_x_[listed] = sorted_x_[i];
        source_y_[listed] = sorted_y_[i];
        source_weight_[listed] = sorted_weight_[i];
      }
    } else {
      for (std::uint32_t child = node.first + node.count; child-- > node.first;) open[waiting++] = child;
    }
  }
  return listed;
}

void Repulsion::add(const Columns& places, const Push& push, Columns& forces) {
  if (places.size() <= exact_up_to) return add_exactly(places, push, forces);
  sort_along_curve(places);
  take_in(places);
  build();
  for (auto* column : {&source_x_, &source_y_, &source_weight_}) column->resize(sorted_x_.size());
  for (std::size_t first = 0; first < sorted_x_.size(); first += sink_buckets * bucket_size) {
    const std::size_t last = std::min(first + sink_buckets * bucket_size, sorted_x_.size());
    Node sinks = nodes_[first / bucket_size];
    for (std::size_t i = first + bucket_size; i < last; i += bucket_size) take(sinks, nodes_[i / bucket_size]);
    const Sources sources{source_x_.data(), source_y_.data(), source_weight_.data(), list_sources(sinks, push)};
    for (std::size_t eight = first; eight < last; eight += bucket_size) {
      float fx[bucket_size], fy[bucket_size];
      push_eight(&sorted_x_[eight], &sorted_y_[eight], sources, push, fx, fy);
      for (std::size_t i = eight; i < std::min(eight + bucket_size, places.size()); ++i) {
        const std::size_t body = static_cast<std::uint32_t>(keys_[i]);
        forces.x[body] += fx[i - eight];
        forces.y[body] += fy[i - eight];
      }
    }
  }
}

void Repulsion::add_exactly(const Columns& places, const Push& push, Columns& forces) {
  for (std::size_t first = 0; first < places.size(); first += bucket_size) {
    float x[bucket_size], y[bucket_size], fx[bucket_size], fy[bucket_size];
    for (std::size_t i = 0; i < bucket_size; ++i) {
      const std::size_t body = std::min(first + i, places.size() - 1);
      x[i] = places.x[body];
      y[i] = places.y[body];
    }
    push_eight(x, y, {places.x.data(), places.y.data(), weights_.data(), places.size()}, push, fx, fy);
    for (std::size_t i = first; i < std::min(first + bucket_size, places.size()); ++i) {
      forces.x[i] += fx[i - first];
      forces.y[i] += fy[i - first];
    }
  }
}

}  // namespace standpoint
