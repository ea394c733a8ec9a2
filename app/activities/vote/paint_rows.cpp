// Lays out the rows of a revealed vote and the rail beside them. See vote.h.
#include <algorithm>

#include "app/activities/vote/paint_parts.h"
#include "app/paint/text/label.h"
#include "app/paint/text/page_begins.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"

namespace standpoint {
namespace {

bool starred(const VoteBoard& board) {
  return std::any_of(board.result.rows.begin(), board.result.rows.end(), [](const VoteRow& row) { return row.stars > 0; });
}

}  // namespace

namespace rows_look {

std::size_t option_of(const VoteBoard& board, Item item) {
  const auto found = std::find_if(board.options.begin(), board.options.end(), [&](const VoteOption& o) { return o.item == item; });
  return static_cast<std::size_t>(found - board.options.begin());
}

std::string words_of_givers(const std::vector<Giver>& givers) {
  std::string words;
  for (const Giver& giver : givers)
    words += (words.empty() ? "" : ", ") + giver.name + (giver.dots > 1 ? "\u00A0" + std::to_string(giver.dots) : "");
  return words;
}

float words_room(const VoteBoard& board, const RowsLayout& layout) {
  if (layout.below) return layout.width - 2 * words_from;
  return layout.dots - words_to_dots - (starred(board) ? star_room : 0) - layout.left - words_from;
}

float givers_room(const RowsLayout& layout) { return layout.left + layout.width - count_room - layout.dots + vote_look::dot / 2; }

float dots_middle(const RowsLayout& layout, const RowPart& part, Box box) {
  return layout.below && part.part == 0 ? box.max.y - (row_air + below_words) / 2 + 4 : box.center().y;
}

}  // namespace rows_look

namespace {

using namespace rows_look;

constexpr std::size_t rows_on_a_page = 10;
constexpr float foot = 56;

// What stands in the rows, for how high they must be.
struct RowTexts {
  const Painter& painter;
  const VoteBoard& board;
  bool names;

  int most_dots() const {
    int most = 1;
    for (const VoteRow& row : board.result.rows) most = std::max(most, row.dots);
    return most;
  }
  // The room that dots and count really take; as much as the design gives them at most.
  float least_dots_room() const {
    if (names) return dots_room;
    const float dots = most_dots() >= vote_look::number_from ? pill_room : static_cast<float>(most_dots()) * vote_look::dot_pitch;
    return std::min(dots_room, dots + count_width);
  }
  // How many lines a row's words take; counted no further than `most` and one, where that is not 0.
  std::size_t lines(std::size_t index, const TextStyle& style, float room, std::size_t most = 0) const {
    const std::size_t option = option_of(board, board.result.rows[index].item);
    if (option >= board.options.size()) return 1;
    return wrap_label(painter, board.options[option].text, widest_of(style), room, most > 0 ? static_cast<int>(most) + 1 : 0).size();
  }
  std::size_t givers(std::size_t index, float room) const {
    return names && index < board.givers.size() ? wrap_label(painter, words_of_givers(board.givers[index]), names_style, room).size() : 0;
  }
  bool all_in(std::size_t most, const TextStyle& style, float room) const {
    for (std::size_t i = 0; i < board.result.rows.size(); ++i)
      if (lines(i, style, room, most) > most) return false;
    return true;
  }
  // The boxes of all rows, below each other on a page that is `most` high; how many lines one holds, `layout` says.
  std::vector<RowPart> parts(RowsLayout& layout, float least, float most) const {
    const float under = layout.below ? below_words : 0, room = words_room(board, layout);
    const auto fit = [&](const TextStyle& style) { return static_cast<std::size_t>(std::max(1.0F, (most - row_air - under) / style.line)); };
    layout.lines = fit(layout.text);
    layout.givers = fit(names_style);
    std::vector<RowPart> all;
    for (std::size_t i = 0; i < board.result.rows.size(); ++i) {
      const std::size_t words = lines(i, layout.text, room), who = givers(i, givers_room(layout));
      const std::size_t of = std::max((words + layout.lines - 1) / layout.lines, (who + layout.givers - 1) / layout.givers);
      const auto left = [](std::size_t count, std::size_t each, std::size_t part) { return static_cast<float>(std::min(each, count - std::min(count, part * each))); };
      for (std::size_t part = 0; part < of; ++part) {
        const float high = std::max(left(words, layout.lines, part) * layout.text.line, left(who, layout.givers, part) * names_style.line);
        const float height = std::max(least, high + row_air + (part == 0 ? under : 0));
        all.push_back({i, part, of, box_at(layout.left, 0, layout.width, height)});
      }
    }
    return all;
  }
};

// How a page of rows without long words lies: smaller rows where ten of them need it.
struct RowPitch {
  float height = card_look::row_height, gap = card_look::row_pitch - card_look::row_height;
};
RowPitch pitch_of(std::size_t rows, float room) {
  const float each = room / static_cast<float>(std::max<std::size_t>(1, rows));
  if (card_look::row_pitch * static_cast<float>(rows) <= room + 12) return {};
  const float gap = each > 90 ? 12.0F : 8.0F;
  return {each - gap, gap};
}

// Dots and count take no more of a row than they need; where its words would have less than half of it all the same, they stand below them.
void make_room_for_words(const RowTexts& texts, RowsLayout& layout) {
  layout.dots = layout.left + layout.width - texts.least_dots_room();
  layout.below = !texts.names && words_room(texts.board, layout) < layout.width / 2;
  if (layout.below) layout.dots = layout.left + words_from + vote_look::dot / 2 + (starred(texts.board) ? star_out + vote_look::decider_star / 2 - vote_look::dot / 2 : 0);
}

}  // namespace

const Box& RowsLayout::row(std::size_t index) const {
  return std::find_if(parts.begin(), parts.end(), [index](const RowPart& part) { return part.index == index; })->box;
}

Vec star_place(const RowsLayout& layout, const RowPart& part) { return {layout.dots - star_out, dots_middle(layout, part, part.box)}; }

RowsLayout rows_for(const Painter& painter, const VoteBoard& board, Box area, std::size_t page, bool names) {
  const RowTexts texts{painter, board, names && !board.givers.empty()};
  const std::size_t count = board.result.rows.size();
  RowsLayout layout;
  layout.has_rail = area.width() >= 1700;
  layout.left = area.min.x + 56;
  layout.bottom = area.max.y;
  layout.width = layout.has_rail ? area.width() - 492 : area.width() - 56;
  layout.dots = layout.left + layout.width - dots_room;
  std::vector<std::size_t> begins;
  RowPitch pitch;
  std::vector<RowPart> all;
  bool paged = count > rows_on_a_page;
  for (int tries = 0; tries < 2; ++tries) {
    const float room = area.height() - 16 - (paged ? foot : 0.0F);
    pitch = pitch_of(std::min(rows_on_a_page, count), room);
    layout.text = pitch.height < 72 ? TextStyle{stage_type::row_text.face, stage_type::smallest, 30} : stage_type::row_text;
    const auto whole = static_cast<std::size_t>(pitch.height / layout.text.line);
    if (!layout.below && !texts.all_in(whole, layout.text, words_room(board, layout))) make_room_for_words(texts, layout);
    const auto measure = [&] {
      all = texts.parts(layout, pitch.height, room);
      std::vector<float> heights;
      for (const RowPart& part : all) heights.push_back(part.box.height());
      begins = page_begins(heights, pitch.gap, room + row_air, rows_on_a_page);
    };
    measure();
    if (begins.size() > 2 && !paged && layout.text.size > stage_type::smallest) {  // before a second page, smaller words
      layout.text = {stage_type::row_text.face, stage_type::smallest, 30};
      measure();
    }
    if (begins.size() <= 2 || paged) break;
    paged = true;
  }
  layout.pages = std::max<std::size_t>(1, begins.size() - 1);
  const std::size_t shown = std::min(page, layout.pages - 1);
  float y = area.min.y + 12;
  for (std::size_t i = begins[shown]; i < begins[shown + 1]; ++i) {
    RowPart part = all[i];
    part.box = {part.box.min + Vec{0, y}, part.box.max + Vec{0, y}};
    y = part.box.max.y + pitch.gap;
    layout.parts.push_back(part);
  }
  return layout;
}

namespace {

// Each sentence beside the upper of its two rows; it begins with that row's count.
void add_near_ties(const Painter& painter, const VoteBoard& board, const RowsLayout& layout, std::vector<RailBlock>& blocks) {
  if (layout.first() != 0) return;
  std::size_t row = 0;
  for (std::size_t n = 0; n < board.near_ties.size(); ++n) {
    const auto begins_here = [&](const VoteRow& r) { return r.near_tie && board.near_ties[n].starts_with(std::to_string(r.dots) + " "); };
    while (row < layout.end() && !begins_here(board.result.rows[row])) ++row;
    if (row == layout.end()) return;
    const auto lines = static_cast<float>(std::min<std::size_t>(3, wrap_label(painter, board.near_ties[n], stage_type::label, rail_words).size()));
    blocks.push_back({RailBlock::Kind::near, n, {layout.left + layout.width + rail_out, layout.row(row).center().y}, rail_line + lines * 32});
  }
}

}  // namespace

std::vector<RailBlock> rail_of(const Painter& painter, const VoteBoard& board, const RowsLayout& layout) {
  std::vector<RailBlock> blocks;
  const float rail_left = layout.left + layout.width + rail_out;
  if (board.no_order && !layout.parts.empty()) {
    const auto lines = static_cast<float>(wrap_label(painter, board.no_order->more, stage_type::label, rail_words).size());
    blocks.push_back({RailBlock::Kind::no_order, 0, {rail_left, layout.parts.front().box.min.y + 18}, rail_line + lines * stage_type::label.line});
  }
  for (std::size_t i = 0; i < board.result.rows.size(); ++i)
    if (board.result.rows[i].stars > 0 && layout.shows(i))
      blocks.push_back({RailBlock::Kind::star, i, {rail_left, layout.row(i).center().y - 16}, 2 * rail_line});
  for (std::size_t g = 0; g < board.tie_groups.size(); ++g) {
    const std::size_t row = std::max(board.tie_groups[g].first, layout.first());
    if (layout.shows(row) && board.tie_groups[g].last >= layout.first())
      blocks.push_back(
          {RailBlock::Kind::tie, g, {rail_left, layout.row(row).min.y + 18}, 2 * rail_line + 18 + run_off_height});
  }
  add_near_ties(painter, board, layout, blocks);
  std::stable_sort(blocks.begin(), blocks.end(), [](const RailBlock& a, const RailBlock& b) { return a.at.y < b.at.y; });
  float next = 0;
  for (RailBlock& block : blocks) {
    block.at.y = std::max(block.at.y, next);
    next = block.at.y + block.height + 20;
  }
  while (!blocks.empty() && blocks.back().kind == RailBlock::Kind::near && blocks.back().at.y + blocks.back().height > layout.bottom - 16)
    blocks.pop_back();
  return blocks;
}

Box run_off_button_box(const RailBlock& tie) { return box_at(tie.at.x, tie.at.y + rail_line + 34, run_off_width, run_off_height); }

}  // namespace standpoint
