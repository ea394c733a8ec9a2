// Compares a drawn picture with the one kept for it, the way an eye would: a smooth edge may fall a little differently on
// another machine, but no letter, dot or line may be missing, moved or of another colour. Called by pictures_test.cpp.
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "app/render/picture.h"
#include "core/workshop/result.h"

namespace standpoint::testing {

// A pixel differs when a channel is further away than this, of 255.
inline constexpr int pixel_tolerance = 28;
// Of the whole picture, as many pixels may differ ...
inline constexpr double share_tolerance = 0.002;
// ... and of any one tile of 24 x 24 pixels as many: a single letter of 24 px is more than that.
inline constexpr int tile_size = 24;
inline constexpr int tile_tolerance = 40;

struct Difference {
  bool same_size = true;
  double share = 0;      // of pixels that differ
  int worst_tile = 0;    // differing pixels in the tile with the most of them
  int worst_x = 0, worst_y = 0;  // its top left
  bool fine() const { return same_size && share <= share_tolerance && worst_tile <= tile_tolerance; }
  std::string text() const;
};
Difference compare(const Picture& kept, const Picture& drawn);

// Kept, drawn, and what differs in red on a pale copy, side by side.
Picture side_by_side(const Picture& kept, const Picture& drawn);

// A failure's sentence exists only where there is no value.
template <class Value>
Value expected(Result<Value> result) {
  if (!result) FAIL(result.error().sentence);
  return std::move(*result);
}

// Against tests/golden/pictures/NAME.png, or in its place with STANDPOINT_RENEW_PICTURES; a difference is written beside the build.
void check_against_kept(const Picture& now, const std::string& name);

}  // namespace standpoint::testing
