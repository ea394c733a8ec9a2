// A finished picture in memory, and its PNG. Used by off-screen drawing and the commands that write pictures. It draws nothing
// itself and writes no file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/workshop/result.h"

namespace standpoint {

// Rows from the top, 4 bytes a pixel (red, green, blue, alpha), opaque.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

// The bytes of a PNG file.
Result<std::string> png_of(const Picture& picture);

// Reads any PNG file; one that is missing or broken is one sentence.
Result<Picture> read_png(const std::filesystem::path& path);

}  // namespace standpoint
