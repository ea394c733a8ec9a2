// Four floats that are computed at once: the language's own vectors of gcc and clang, which become SSE, NEON, or four
// plain floats where there is nothing better (WebAssembly). Each lane rounds as a single float does, so results are the
// same bits everywhere. Called by repulsion.cpp and layout_forces.cpp.
#pragma once

#include <cmath>
#include <cstddef>

namespace standpoint {

inline constexpr std::size_t lane_count = 4;
using Lanes = float __attribute__((vector_size(lane_count * sizeof(float))));

inline Lanes all_lanes(float v) { return Lanes{v, v, v, v}; }
inline Lanes lanes_at(const float* from) { return Lanes{from[0], from[1], from[2], from[3]}; }

// The greater in each lane.
inline Lanes greater(Lanes a, Lanes b) { return a > b ? a : b; }
inline Lanes root_of(Lanes v) { return Lanes{std::sqrt(v[0]), std::sqrt(v[1]), std::sqrt(v[2]), std::sqrt(v[3])}; }
// Always in this order.
inline float sum_of(Lanes v) { return (v[0] + v[1]) + (v[2] + v[3]); }

}  // namespace standpoint
