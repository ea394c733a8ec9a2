// Draws option cards, dots and progress of a vote. The ranked result is in paint_result.cpp.
#include "app/activities/vote/paint_vote.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <span>

#include "app/paint/elevation.h"
#include "app/paint/text/label.h"
#include "core/activities/vote/board.h"

namespace standpoint {
namespace {

// The cards of the design keep the text cut at every size.
constexpr std::array<TextStyle, 6> text_sizes{stage_type::card_text.with_face(Face::medium),
                                              TextStyle{Face::medium, 32, 42},
                                              TextStyle{Face::medium, 28, 36},
                                              TextStyle{Face::medium, 26, 33},
                                              TextStyle{Face::medium, 24, 30},
                                              TextStyle{Face::medium, 20, 25}};

// Small cards put the letter beside the words, so that the words keep the height.
bool letter_beside(Box card) { return card.height() < 220; }
float padding_of(Box card) {
  return card.height() < 150 ? 16.0F : card.height() < 180 ? 18.0F : card.height() < 250 ? 24.0F : card_look::stage_padding;
}

Box words_box(Box card, float reserved_below) {
  const float pad = padding_of(card);
  if (letter_beside(card))
    return {{card.min.x + pad + 40, card.min.y + pad - 4}, {card.max.x - pad, card.max.y - pad + 6 - reserved_below}};
  return {{card.min.x + pad, card.min.y + pad + 46}, {card.max.x - pad, card.max.y - pad + 12 - reserved_below}};
}

// Cells by what they hold, the largest first; the first three only where texts are long.
struct Shape {
  std::size_t up_to;
  int columns, rows;
};
constexpr std::array<Shape, 8> shapes{{{0, 1, 1}, {0, 2, 1}, {0, 2, 2}, {8, 4, 2}, {12, 4, 3}, {15, 5, 3}, {20, 5, 4}, {24, 6, 4}}};

int lines_in(Box words, const TextStyle& style) { return std::max(1, static_cast<int>((words.height() + 6) / style.line)); }

}  // namespace

Box CardGrid::card(std::size_t on_page) const {
  const auto column = static_cast<float>(on_page % static_cast<std::size_t>(columns));
  const auto row = static_cast<float>(on_page / static_cast<std::size_t>(columns));
  return box_at(area.min.x + column * (width + gap_x), area.min.y + row * (height + gap_y), width, height);
}

Box vote_cards_area(Box area) { return {{area.min.x, area.min.y + 28}, {area.max.x, area.max.y - vote_foot_height}}; }

namespace {

CardGrid shaped(Box area, int columns, int rows) {
  CardGrid grid{area, columns, rows};
  grid.gap_y = rows > 2 ? 16 : card_look::stage_gap_y;
  grid.width = (area.width() - grid.gap_x * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  grid.height = (area.height() - grid.gap_y * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  return grid;
}

// Every text fits its card of the grid at this size.
bool texts_fit(const Painter& painter, std::span<const VoteOption> options, const CardGrid& grid, float reserved_below, const TextStyle& style) {
  const Box words = words_box(grid.card(0), reserved_below);
  const int room = lines_in(words, style);  // one line more tells that it is too long
  return std::all_of(options.begin(), options.end(), [&](const VoteOption& option) {
    return static_cast<int>(wrap_label(painter, option.text, style, words.width(), room + 1).size()) <= room;
  });
}

// The largest of the design's sizes at which every text fits its card; none: some text does not.
std::optional<TextStyle> text_for(const Painter& painter, std::span<const VoteOption> options, const CardGrid& grid, float reserved_below,
                                  float smallest) {
  for (const TextStyle& style : text_sizes) {
    if (style.size < smallest) break;
    if (texts_fit(painter, options, grid, reserved_below, style)) return style;
  }
  return std::nullopt;
}

TextStyle least_text(float smallest) {
  return *std::find_if(text_sizes.rbegin(), text_sizes.rend(), [&](const TextStyle& style) { return style.size >= smallest; });
}

}  // namespace

CardGrid grid_for(std::size_t count, Box area) {
  const auto fits = std::find_if(shapes.begin(), shapes.end(), [&](const Shape& s) { return s.up_to > 0 && count <= s.up_to; });
  const Shape& shape = fits == shapes.end() ? shapes.back() : *fits;
  return shaped(area, shape.columns, shape.rows);
}

namespace {

// All of them on one page: the grid for their number, or larger cells as long as there are enough.
OptionPage one_page(const Painter& painter, std::span<const VoteOption> options, Box area, float reserved_below, float smallest) {
  OptionPage page{0, options.size(), grid_for(options.size(), area), least_text(smallest)};
  const std::size_t cells = page.grid.per_page();
  if (const auto text = text_for(painter, options, page.grid, reserved_below, smallest)) page.text = *text;
  else
    for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
      const CardGrid grid = shaped(area, shape->columns, shape->rows);
      if (grid.per_page() >= cells || grid.per_page() < options.size()) continue;
      const auto larger = text_for(painter, options, grid, reserved_below, smallest);
      page.grid = grid;
      if (larger) page.text = *larger;
      if (larger) break;
    }
  return page;
}

// How many of them, from the first on, some grid has whole texts for: one at least, in cells that are not larger than needed.
std::size_t fitting(const std::vector<std::size_t>& most_cells) {
  std::size_t best = 1;
  for (const Shape& shape : shapes) {
    const auto cells = static_cast<std::size_t>(shape.columns * shape.rows);
    std::size_t count = 0;
    while (count < std::min(cells, most_cells.size()) && most_cells[count] >= cells) ++count;
    best = std::max(best, count);
  }
  return best;
}

}  // namespace

std::vector<OptionPage> option_pages(const Painter& painter, std::span<const VoteOption> options, Box area, float reserved_below, float smallest) {
  std::vector<OptionPage> pages;
  const CardGrid usual = grid_for(options.size(), area);
  if (const auto text = text_for(painter, options, usual, reserved_below, smallest)) {  // every page is alike
    for (std::size_t first = 0; first == 0 || first < options.size(); first += usual.per_page())
      pages.push_back({first, std::min(usual.per_page(), options.size() - first), usual, *text});
    return pages;
  }
  std::vector<std::size_t> most_cells;  // of a grid that still has room for the whole text
  for (const VoteOption& option : options) {
    const auto roomy = std::find_if(shapes.rbegin(), shapes.rend(), [&](const Shape& shape) {
      return texts_fit(painter, {&option, 1}, shaped(area, shape.columns, shape.rows), reserved_below, least_text(smallest));
    });
    most_cells.push_back(roomy == shapes.rend() ? 1 : static_cast<std::size_t>(roomy->columns * roomy->rows));
  }
  for (std::size_t first = 0; first < options.size(); first += pages.back().count) {
    const std::size_t count = fitting({most_cells.begin() + static_cast<std::ptrdiff_t>(first), most_cells.end()});
    pages.push_back(one_page(painter, options.subspan(first, count), area, reserved_below, smallest));
    pages.back().first = first;
  }
  return pages;
}

Vec paint_option(Painter& painter, const Theme& theme, Box card, const VoteOption& option, const OptionLook& look) {
  const Box box = look.pressed
                      ? box_around(card.center(), card.width() * card_look::pressed_scale / 2, card.height() * card_look::pressed_scale / 2)
                      : card;
  const float corner = box.height() < 180 ? radius::card : radius::card_stage;
  draw_elevation(painter, theme, box, corner, look.hovered && !look.pressed ? theme.shadow_raised : theme.shadow_rest);
  const Color ground = look.chosen ? theme.accent.soft : look.pressed ? theme.bg.sunken : theme.bg.surface;
  painter.fill_box(box, corner, ground);
  if (look.chosen) painter.stroke_box(box, corner, {theme.accent.base, line_width::selected});
  const float pad = padding_of(box);
  const bool beside = letter_beside(box);
  const TextStyle letter = beside ? stage_type::label_strong : TextStyle{Face::semibold, 28, 36};
  const Color letter_ink = look.chosen ? theme.accent.ink : theme.ink.tertiary;
  const Box words = words_box(box, look.reserved_below);
  painter.text({box.min.x + pad, beside ? words.min.y + look.text.line / 2 : box.min.y + pad + 18}, option.letter,
               {letter, letter_ink, Align::left, Anchor::middle});
  draw_wrapped_label(painter, words.min, option.text, {look.text, theme.ink.primary}, words.width(), lines_in(words, look.text));
  return {words.min.x + vote_look::dot / 2, box.max.y - pad - vote_look::dot / 2 + (beside ? 6.0F : 4.0F)};
}

void paint_dot(Painter& painter, const Theme& theme, Vec center, float diameter, DotState state, float turned) {
  const float size = diameter / 2;
  if (state == DotState::pending) {
    const float ring = diameter * vote_look::pending_ring, up = -std::numbers::pi_v<float> / 2 + turned;
    painter.fill_circle(center, size - ring / 2, theme.accent.soft);
    painter.stroke_circle(center, size - ring / 2, {theme.dot.pending_line, ring});
    painter.arc(center, size + ring * 1.6F, up, up + std::numbers::pi_v<float> / 2, {theme.dot.pending_line, ring, {}, Cap::round});
    return;
  }
  if (state == DotState::empty) {
    painter.fill_circle(center, size - 1, theme.dot.empty);
    painter.stroke_circle(center, size - 1,
                          {theme.dot.empty_line, vote_look::empty_stroke, {vote_look::empty_dash_on, vote_look::empty_dash_off}});
    return;
  }
  painter.fill_circle(center, size, state == DotState::mine ? theme.dot.mine : theme.dot.others);
}

void paint_star(Painter& painter, const Theme& theme, Vec center, float grown) {
  const float size = vote_look::decider_star / 2 * grown;
  std::array<Vec, 10> corners{};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const float reach = i % 2 == 0 ? size * 1.12F : size * 0.58F;
    const float angle = static_cast<float>(i) * std::numbers::pi_v<float> / 5 - std::numbers::pi_v<float> / 2;
    corners[i] = center + Vec{std::cos(angle) * reach, std::sin(angle) * reach + size * 0.06F};
  }
  const Path star = rounded_polygon_path(corners, 4 * grown);
  painter.fill(star, theme.dot.decider);
  painter.stroke(star, {theme.spotlight.line, 2});
}

float paint_progress(Painter& painter, const Theme& theme, Vec left, std::uint32_t done, std::uint32_t of, std::uint32_t per_row,
                     float bar_width) {
  const std::uint32_t filled = std::min(done, of);
  if (of > static_cast<std::uint32_t>(vote_look::pips_up_to)) {
    const Box bar = box_at(left.x, left.y - 9, bar_width, 18);
    painter.fill_box(bar, 9, theme.bg.sunken);
    if (filled > 0)
      painter.fill_box(box_at(bar.min.x, bar.min.y, std::max(18.0F, bar.width() * static_cast<float>(filled) / static_cast<float>(of)), 18),
                       9, theme.accent.base);
    return vote_look::progress;
  }
  const float size = vote_look::progress / 2;
  for (std::uint32_t n = 0; n < of; ++n) {
    const Vec center{left.x + size + static_cast<float>(n % per_row) * vote_look::progress_pitch,
                     left.y + static_cast<float>(n / per_row) * vote_look::progress_pitch};
    if (n < filled) {
      painter.fill_circle(center, size, theme.accent.base);
      painter.stroke(polyline_path(std::array<Vec, 3>{center + Vec{-7, 0.5F}, center + Vec{-2, 5.5F}, center + Vec{7, -4.5F}}),
                     {theme.accent.on, 3.2F, {}, Cap::round});
    } else {
      painter.fill_circle(center, size, theme.bg.surface);
      painter.stroke_circle(center, size - 1.25F, {theme.line.strong, 2.5F});
    }
  }
  return static_cast<float>(of == 0 ? 1 : (of + per_row - 1) / per_row) * vote_look::progress_pitch -
         (vote_look::progress_pitch - vote_look::progress);
}

}  // namespace standpoint
