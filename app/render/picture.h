// A finished picture and its PNG file. Used by off-screen drawing, the `picture` command and tests. It draws nothing itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/result.h"

namespace standpoint {

// Rows from the top, 4 bytes a pixel (red, green, blue, alpha), opaque.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

// Writes the whole file or leaves what was there before: the picture goes to a temporary file first.
Result<void> write_png(const std::filesystem::path& path, const Picture& picture);

// Reads any PNG file; one that is missing or broken is one sentence.
Result<Picture> read_png(const std::filesystem::path& path);

}  // namespace standpoint
