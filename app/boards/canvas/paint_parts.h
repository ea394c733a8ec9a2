// What the pictures of the Canvas share: discs, their names, and the head of a rail. Used by paint_*.cpp of this folder only.
#pragma once

#include <string_view>

#include "app/boards/canvas/paint_board.h"

namespace standpoint {

// A disc of the stage; `number` over 0: indigo with it. `grown` 0..1 of its size.
float disc_radius(int number);
void paint_disc(Painter& painter, const Theme& theme, Vec at, int number, float grown = 1, float alpha = 1);

// A name with its ink and how much of it shows.
struct InkedName {
  CanvasName name;
  Color ink;
  float alpha = 1;
};
// Places the names (and what else is in their way) and writes those that have room.
void paint_names(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, std::span<const InkedName> names,
                 std::span<const CanvasName> in_the_way = {});

// How far the n-th of `count` items has come in the reveal, 0..1 each; with reduced motion nothing grows and all of it
// fades in.
struct RevealParts {
  float points = 1, median = 1, ellipse = 1, fade = 1;
};
RevealParts parts_of(const CanvasLook& look, std::size_t n, std::size_t count);
// The same of the n-th row of the rail beside `count` items.
float row_part(const CanvasLook& look, std::size_t n, std::size_t count);

void paint_rail_title(Painter& painter, const Theme& theme, Box rail, std::string_view title, std::string_view under);
// "interest", but "ROI": the name of an axis within a sentence.
std::string in_small_letters(std::string name);

}  // namespace standpoint
