// Draws a dot vote: option cards while it runs, progress, and the ranked rows of a revealed one. Called by app/activities/vote/stage
// and screens/pass. It must not know ImGui, nor any single ballot but the one handed to it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "core/activities/vote/board.h"

namespace standpoint {

// How a number of option cards lies in an area: at least one page, cards row by row.
struct CardGrid {
  Box area;
  int columns = 4, rows = 2;
  float width = card_look::stage_width, height = card_look::stage_height, gap_x = card_look::stage_gap_x, gap_y = card_look::stage_gap_y;
  std::size_t per_page() const { return static_cast<std::size_t>(columns * rows); }
  Box card(std::size_t on_page) const;
};
// Up to 8 cards of the stage's size; up to 24 smaller ones; then pages of 24.
CardGrid grid_for(std::size_t count, Box area);
// A page of the option cards of a vote, `count` of them from `first` on.
struct OptionPage {
  std::size_t first = 0, count = 0;
  CardGrid grid;
  TextStyle text = stage_type::card_text;
};
// At least one page, so that every text is whole: the grid for their number with the largest type that fits; where even the smallest
// does not, pages with as many as fit one, those with long texts in larger cells. `reserved_below`: room at the foot of a card, for dots.
std::vector<OptionPage> option_pages(const Painter& painter, std::span<const VoteOption> options, Box area, float reserved_below,
                                     float smallest = stage_type::smallest);
// Where the cards of a running vote and its foot lie in the area a screen may fill.
Box vote_cards_area(Box area);
inline constexpr float vote_foot_height = 204;

struct OptionLook {
  TextStyle text = stage_type::card_text;
  bool hovered = false;
  bool pressed = false;
  bool chosen = false;  // accent edge and soft ground
  float reserved_below = 0;  // room kept for dots
};
// One option card: letter above, words below. Returns where its dots go (the middle of the first).
Vec paint_option(Painter& painter, const Theme& theme, Box card, const VoteOption& option, const OptionLook& look);

enum class DotState : std::uint8_t { empty, mine, pending, others };
// `turned`: of a pending dot, how far its arc has come round, radians.
void paint_dot(Painter& painter, const Theme& theme, Vec center, float diameter, DotState state, float turned = 0);
// The decider's star, 52 across.
void paint_star(Painter& painter, const Theme& theme, Vec center, float grown = 1);

// One pip per participant, filled from the left in count order, `per_row` in a row; above 24 people a bar of `bar_width`.
// Returns its height.
float paint_progress(Painter& painter, const Theme& theme, Vec left_middle, std::uint32_t done, std::uint32_t of,
                     std::uint32_t per_row = 24, float bar_width = 700);

// How the rows of a revealed vote lie, and how far the reveal has come.
struct RowsLook {
  float since_reveal_ms = 1e9F;
  bool reduced_motion = false;
  bool names = false;  // of a named vote: who gave the dots instead of the dots
  bool suggests_run_off = true;  // false: the screen draws the button itself, or there is nobody to press it
};
// What of a row stands in one box: all of it, or so many of its lines where it is higher than a page.
struct RowPart {
  std::size_t index = 0;        // into VoteResult::rows
  std::size_t part = 0, of = 1;
  Box box;
};
struct RowsLayout {
  float left = 120, width = card_look::row_width;
  float bottom = 1032;
  float dots = 0;  // the middle of a row's first dot
  bool below = false;  // dots stand below their row's words, which have its whole width
  TextStyle text = stage_type::row_text;
  std::size_t lines = 1, givers = 1;  // of words, and of who gave the dots, in one part
  bool has_rail = true;
  std::size_t pages = 1;
  std::vector<RowPart> parts;  // on this page
  std::size_t first() const { return parts.empty() ? 0 : parts.front().index; }  // rows of which something is on this page,
  std::size_t end() const { return parts.empty() ? 0 : parts.back().index + 1; }  // index into VoteResult::rows
  bool shows(std::size_t index) const { return index >= first() && index < end(); }
  const Box& row(std::size_t index) const;  // the first box of a row that is shown
};
// Rows are as high as their words need, which use the free half of their row, or all of it above their dots where half is too little; ten on
// a page, fewer where they are high. A row that is higher than a page goes on on the next.
// `names`: who gave the dots stands in the rows instead of the dots.
RowsLayout rows_for(const Painter& painter, const VoteBoard& board, Box area, std::size_t page, bool names = false);
// Where the star of a row stands; with its first part.
Vec star_place(const RowsLayout& layout, const RowPart& part);
// The rail's blocks, top to bottom, none over another: that nothing is first, star, ties with their Run-off, near ties.
struct RailBlock {
  enum class Kind : std::uint8_t { no_order, star, tie, near } kind = Kind::star;
  std::size_t index = 0;  // into tie_groups or near_ties
  Vec at;  // the middle of the first line
  float height = 0;
};
std::vector<RailBlock> rail_of(const Painter& painter, const VoteBoard& board, const RowsLayout& layout);
Box run_off_button_box(const RailBlock& tie);
// The marigold suggestion below a tie; on the facilitator's screen it can be pressed. `darker` 0..1: under a pointer.
void paint_run_off(Painter& painter, const Theme& theme, Box box, std::string_view words, float darker = 0, float alpha = 1);

// Everything of the revealed vote but its buttons: rows with rank, words, dots and count; ties outlined and bracketed; the rail.
// `layout`: rows_for of the same board and look.
void paint_result(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout);
// "14 people voted", "42 dots" in two lines whose right end is at `right`, the first line's middle at right.y.
void paint_turnout(Painter& painter, const Theme& theme, const VoteBoard& board, Vec right);
// How long the whole reveal lasts, for whoever keeps frames coming.
float result_motion_ms(bool reduced_motion);

}  // namespace standpoint
