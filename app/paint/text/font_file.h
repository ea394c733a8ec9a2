// A font file as the parts of it that are read: mapped into memory, so that a file of 19 MB costs only the pages that are
// touched, and nothing at all until its first letter is asked for. Used by Fonts; it must not know ImGui.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "app/paint/path.h"

namespace standpoint {

// One glyph in ems: how far to the next, and the box of its ink from the start of its baseline, y down.
struct GlyphShape {
  float advance = 0.0F;
  Box ink;
};

// The same glyph's outline in ems; contours may lie inside each other (non-zero rule).
struct GlyphOutline {
  Path path;
  float advance = 0.0F;
};

class FontFile {
 public:
  // The face at `index` of a font or a collection of fonts; nothing when the file is missing or broken.
  static std::unique_ptr<FontFile> open(const std::filesystem::path& path, int index = 0);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  std::span<const unsigned char> bytes() const { return bytes_; }
  int index() const { return index_; }
  const std::filesystem::path& path() const { return path_; }
  bool has(std::uint32_t code) const;
  GlyphShape shape(std::uint32_t code) const;
  GlyphOutline outline(std::uint32_t code) const;
  float kerning(std::uint32_t left, std::uint32_t right) const;  // ems

 private:
  struct Outlines;
  FontFile();
  std::span<const unsigned char> bytes_;
  int index_ = 0;
  std::filesystem::path path_;
  std::unique_ptr<Outlines> outlines_;
};

}  // namespace standpoint
