// The platform's own text engine, for lines that letters set one by one would spell wrong: writing that joins, stacks or runs from right
// to left, emoji, and whatever the own fonts lack. It measures and draws a line whole, in the fonts of the device: Pango on the host's
// machine, the browser on tablets (app/web/text.js). Called by
// shaped_lines.cpp and line_break.cpp; it must not know an atlas. UAX 9 (both directions) and
// what a font has of ligatures and marks are the engine's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/design/text_style.h"
#include "app/paint/path.h"

namespace standpoint {

// A line as pixels: RGBA, not premultiplied, row by row from the top.
struct LineRaster {
  int width = 0, height = 0;
  Vec from;  // of the top left corner, from the start of the baseline, in the same pixels, y down
  std::vector<std::uint32_t> pixels;
};

class TextEngine {
 public:
  TextEngine();
  ~TextEngine();
  TextEngine(const TextEngine&) = delete;
  TextEngine& operator=(const TextEngine&) = delete;

  // In ems. `utf8`: one line without controls.
  float width(Face face, const std::string& utf8) const;
  // With an em of that many pixels; letters white or black, emoji as they are. Nothing to see: no pixels.
  LineRaster raster(Face face, const std::string& utf8, float em, bool black) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// Where words end in writing that puts no spaces between them (Thai, Lao, Khmer, Burmese), in bytes; empty: it is not known.
std::vector<std::size_t> word_ends(const std::string& utf8);

}  // namespace standpoint
