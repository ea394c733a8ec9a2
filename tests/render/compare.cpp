#include "tests/render/compare.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "app/files/whole_file.h"

namespace standpoint::testing {
namespace {

std::size_t index_of(const Picture& picture, int x, int y) {
  return (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 4;
}

bool differs(const Picture& a, const Picture& b, int x, int y) {
  const std::size_t at = index_of(a, x, y);
  for (std::size_t channel = 0; channel < 3; ++channel)
    if (std::abs(a.rgba[at + channel] - b.rgba[at + channel]) > pixel_tolerance) return true;
  return false;
}

void put(Picture& into, int left, const Picture& from) {
  for (int y = 0; y < from.height; ++y)
    std::copy_n(from.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(from, 0, y)), static_cast<std::ptrdiff_t>(from.width) * 4,
                into.rgba.begin() + static_cast<std::ptrdiff_t>(index_of(into, left, y)));
}

Picture marked(const Picture& kept, const Picture& drawn) {
  Picture picture = drawn;
  for (int y = 0; y < drawn.height; ++y)
    for (int x = 0; x < drawn.width; ++x) {
      const std::size_t at = index_of(drawn, x, y);
      const bool wrong = x >= kept.width || y >= kept.height || kept.width != drawn.width || differs(kept, drawn, x, y);
      for (std::size_t channel = 0; channel < 3; ++channel)
        picture.rgba[at + channel] = wrong ? static_cast<std::uint8_t>(channel == 0 ? 220 : 0)
                                           : static_cast<std::uint8_t>(200 + drawn.rgba[at + channel] / 5);
    }
  return picture;
}

}  // namespace

std::string Difference::text() const {
  if (!same_size) return "the sizes differ";
  return fmt::format("{:.3f} % of the pixels differ (limit {:.3f} %), {} in the tile at {},{} (limit {})", share * 100, share_tolerance * 100,
                     worst_tile, worst_x, worst_y, tile_tolerance);
}

Difference compare(const Picture& kept, const Picture& drawn) {
  Difference found;
  if (kept.width != drawn.width || kept.height != drawn.height) return {false};
  long wrong = 0;
  // Tiles overlap by half, so that nothing hides on a border.
  for (int top = 0; top < drawn.height; top += tile_size / 2)
    for (int left = 0; left < drawn.width; left += tile_size / 2) {
      int here = 0;
      for (int y = top; y < std::min(top + tile_size, drawn.height); ++y)
        for (int x = left; x < std::min(left + tile_size, drawn.width); ++x)
          if (differs(kept, drawn, x, y)) {
            ++here;
            if (y < top + tile_size / 2 && x < left + tile_size / 2) ++wrong;
          }
      if (here > found.worst_tile) found = {true, 0, here, left, top};
    }
  found.share = static_cast<double>(wrong) / (static_cast<double>(drawn.width) * drawn.height);
  return found;
}

Picture side_by_side(const Picture& kept, const Picture& drawn) {
  constexpr int gap = 8;
  Picture all{kept.width + drawn.width * 2 + gap * 2, std::max(kept.height, drawn.height), {}};
  all.rgba.assign(static_cast<std::size_t>(all.width) * static_cast<std::size_t>(all.height) * 4, 255);
  put(all, 0, kept);
  put(all, kept.width + gap, drawn);
  put(all, kept.width + gap + drawn.width + gap, marked(kept, drawn));
  return all;
}

void check_against_kept(const Picture& now, const std::string& name) {
  const std::filesystem::path kept_file = std::filesystem::path(STANDPOINT_SOURCE_DIR "/tests/golden/pictures") / (name + ".png");
  if (std::getenv("STANDPOINT_RENEW_PICTURES") != nullptr) REQUIRE(write_whole_file(kept_file.string(), expected(png_of(now))).has_value());
  const Picture kept = expected(read_png(kept_file));
  const Difference difference = compare(kept, now);
  if (difference.fine()) return;
  const std::filesystem::path shown = std::filesystem::path(STANDPOINT_BUILD_DIR) / "differing-pictures" / (name + ".png");
  std::filesystem::create_directories(shown.parent_path());
  REQUIRE(write_whole_file(shown.string(), expected(png_of(side_by_side(kept, now)))).has_value());
  FAIL_CHECK(name << ": " << difference.text() << "; kept, drawn and difference: " << shown.string());
}

}  // namespace standpoint::testing
