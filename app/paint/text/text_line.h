// Lays a line of text out letter by letter, in ems: kerning, fixed-width digits, marks on their letters. Whatever draws
// or measures text asks here, so a line is as wide on every window, at every size and in every file. It must not draw.
#pragma once

#include <string_view>
#include <vector>

#include "app/paint/painter.h"
#include "app/paint/text/fonts.h"

namespace standpoint {

struct TextLine {
  struct Letter {
    std::uint32_t code = 0;
    Vec at;  // of its baseline's start, from the line's, in ems, y down
    bool on_letter = false;  // a mark on the letter before
  };
  std::vector<Letter> letters;  // from left to right, a mark after its letter; nothing that is not drawn
  float width = 0.0F;           // ems
  Region region = Region::china;
};

// The platform's text engine measures and draws this line as a whole (Fonts::shaped): letters one by one would spell it wrong, or a
// letter of it is in none of the fonts.
bool is_shaped_whole(const Fonts& fonts, Face face, std::string_view utf8);

// One line in one face that is not shaped whole, from left to right; `tabular`: every digit as wide as 0, and no kerning.
TextLine lay_out_line(const Fonts& fonts, Face face, std::string_view utf8, bool tabular = false);

// In logical pixels, in proportion to the size.
float text_width(const Fonts& fonts, std::string_view utf8, const TextStyle& style, bool tabular = false);

// From the point that text is placed at to its baseline, downward; `line` and `size` as the style says, in any one unit.
float down_to_baseline(Anchor anchor, float line, float size);
// From the point that text is placed at back to the start of a line so wide.
float back_to_start(Align align, float width);

}  // namespace standpoint
