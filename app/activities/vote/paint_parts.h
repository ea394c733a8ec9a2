// What laying out and painting the rows of a result share. Included by paint_rows.cpp and paint_result.cpp only.
#pragma once

#include <algorithm>

#include "app/activities/vote/paint_vote.h"
#include "core/activities/vote/board.h"

namespace standpoint::rows_look {

inline constexpr float words_from = 28, words_to_dots = 73, row_air = 16, star_room = 30, star_out = 54, bracket_out = 12, rail_out = 48;
inline constexpr float dots_room = 520;    // of the dots with their count, as the design has them
inline constexpr float count_width = 110;  // a count with the air round it
inline constexpr float below_words = 46;   // dots with the air above them
inline constexpr float pill_room = 380, count_room = 110;  // count_room: at the right end of a row of names
inline constexpr float rail_line = 34, run_off_width = 192, run_off_height = 64, rail_words = 388;
inline constexpr TextStyle names_style{Face::medium, 24, 30};

// Words of those who lead are bold; what all rows have room for is measured so.
constexpr TextStyle widest_of(const TextStyle& style) { return style.with_face(Face::semibold); }

// The choice of a row, an index into VoteBoard::options; beyond them where it is gone.
std::size_t option_of(const VoteBoard& board, Item item);
// "Helena 2, Priya, Ben"
std::string words_of_givers(const std::vector<Giver>& givers);
// How wide the words of a row are. A star stands between words and dots; rows with one are as wide as the others.
float words_room(const VoteBoard& board, const RowsLayout& layout);
// How wide what stands for the dots with their names is.
float givers_room(const RowsLayout& layout);
// How high the dots of a part stand, wherever its box is.
float dots_middle(const RowsLayout& layout, const RowPart& part, Box box);

}  // namespace standpoint::rows_look
