// Lines that the platform's text engine draws, as pictures in the atlas of the letters: each is drawn once for a size and kept while it is
// seen. One of an ImGui context, held by its Fonts. Called by text_line.cpp and screen_text.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/paint/text/text_engine.h"

struct ImFontAtlas;

namespace standpoint {

class ShapedLines {
 public:
  explicit ShapedLines(ImFontAtlas& atlas) : atlas_(atlas) {}

  float width(Face face, std::string_view utf8) const;  // ems

  struct Part {
    Box ink;       // ems, from the start of the baseline
    Box texture;
    bool colored;  // drawn in its own colours; else in the text's
  };
  // Of a line with an em of that many physical pixels. The atlas may move what is in it with the next line, so each line is drawn before
  // the next is asked for.
  std::vector<Part> parts(Face face, std::string_view utf8, float em);
  // Pixels of the atlas that pictures take.
  std::size_t area() const { return area_; }

 private:
  struct Picture {
    struct Piece {
      int rect = -1;  // the atlas's
      Box ink;        // ems
      bool colored = false;
      std::size_t area = 0;
    };
    std::vector<Piece> pieces;
    int seen = 0;  // ImGui's count of frames
  };
  Picture drawn(Face face, std::string_view utf8, float em);
  void put(const LineRaster& raster, const std::vector<std::uint32_t>& pixels, float em, bool colored, Picture& picture);
  void give_back_unseen(int since);

  ImFontAtlas& atlas_;
  TextEngine engine_;
  std::unordered_map<std::uint64_t, Picture> pictures_;
  std::size_t area_ = 0;
};

}  // namespace standpoint
