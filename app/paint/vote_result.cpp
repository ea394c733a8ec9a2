// Draws a revealed vote: rows that travel from their cards' order to their rank, dots, ties, star and near ties. See vote.h.
#include <algorithm>
#include <cmath>

#include "app/paint/label.h"
#include "app/paint/motion.h"
#include "app/paint/page_begins.h"
#include "app/paint/vote.h"

namespace standpoint {
namespace {

constexpr std::size_t rows_on_a_page = 10;
constexpr float dots_room = 520;       // of the dots with their count, as the design has them
constexpr float count_width = 110;     // a count with the air round it
constexpr float words_in = 28, words_to_dots = 73, row_air = 16, star_room = 30, foot = 56;
constexpr float star_out = 54, pill_room = 380, bracket_out = 12, rail_out = 48;
constexpr TextStyle names_style{Face::medium, 24, 30};
constexpr float count_room = 110;  // at the right end of a row of names
constexpr float line = 34, button_width = 192, button_height = 64;

// The reveal as one moment, then the sort: rows in the activity's order with their dots, then each travels to its rank.
struct Moment {
  float rows = 1;  // row n's fade
  float dots = 1;  // how many of its dots have come
  float travel = 1;
  float marks = 1;  // ranks, ties, star, rail
};
Moment moment_of(const RowsLook& look, std::size_t n) {
  if (look.reduced_motion) {
    const float fade = std::clamp(look.since_reveal_ms / motion::reduced, 0.0F, 1.0F);
    return {fade, 1, 1, fade};
  }
  const float t = look.since_reveal_ms, delay = stagger_of(n) / 2;
  return {step_at(t, delay, motion::enter), std::clamp((t - delay - 100) / (motion::reveal - 400), 0.0F, 1.0F),
          step_at(t, motion::reveal, motion::layout), step_at(t, motion::reveal + motion::layout, motion::enter)};
}

std::size_t option_of(const VoteBoard& board, Item item) {
  const auto found = std::find_if(board.options.begin(), board.options.end(), [&](const VoteOption& o) { return o.item == item; });
  return static_cast<std::size_t>(found - board.options.begin());
}

bool leads(const VoteRow& row) { return row.rank <= 2 && !row.tied && row.dots > 0; }

bool in_tie_group(const VoteBoard& board, std::size_t index) {
  return std::any_of(board.tie_groups.begin(), board.tie_groups.end(),
                     [&](const TieGroup& g) { return index >= g.first && index <= g.last; });
}

// A star stands between words and dots; rows with one are as wide as the others.
float words_room(const VoteBoard& board, const RowsLayout& layout) {
  const bool starred = std::any_of(board.result.rows.begin(), board.result.rows.end(), [](const VoteRow& row) { return row.stars > 0; });
  return layout.dots - words_to_dots - (starred ? star_room : 0) - layout.left - words_in;
}

// Dots, or from 13 on pills whose lengths compare; then the count.
void paint_count(Painter& painter, const Theme& theme, const VoteBoard& board, const VoteRow& row, Box box, float dots_left,
                 const Moment& moment) {
  int most = 1;
  for (const VoteRow& other : board.result.rows) most = std::max(most, other.dots);
  const float middle = box.center().y;
  const float diameter = std::min(vote_look::dot, box.height() - 16);
  const DotState state = leads(row) ? DotState::mine : DotState::others;
  const Color color = state == DotState::mine ? theme.dot.mine : theme.dot.others;
  const bool one_by_one = board.result.dots < vote_look::one_by_one_under;
  float end = dots_left - vote_look::dot / 2;
  if (most >= vote_look::number_from) {
    const float full = pill_room * static_cast<float>(row.dots) / static_cast<float>(most);
    const float width = std::max(row.dots > 0 ? diameter : 0.0F, full) * moment.dots;
    if (width >= diameter)
      painter.fill_box(box_at(end, middle - diameter / 2, width, diameter), diameter / 2, color.with_alpha(moment.rows));
    end += full;
  } else {
    const float come = (one_by_one ? moment.dots : 1) * static_cast<float>(row.dots);
    for (int n = 0; static_cast<float>(n) < come; ++n)
      painter.fill_circle({dots_left + static_cast<float>(n) * vote_look::dot_pitch, middle}, diameter / 2 * std::min(1.0F, come - static_cast<float>(n)),
                          color.with_alpha(moment.rows));
    end += static_cast<float>(row.dots) * vote_look::dot_pitch - (row.dots > 0 ? vote_look::dot_pitch - vote_look::dot : 0);
  }
  const TextStyle style = leads(row) && box.height() > 70 ? TextStyle{Face::display, 44, 52} : stage_type::heading;
  const Color ink = leads(row) ? theme.ink.primary : theme.ink.secondary;
  if (moment.marks <= 0) return;  // the counts come last
  painter.text({end + 25, middle}, std::to_string(row.dots),
               {style, ink.with_alpha(moment.marks), Align::left, Anchor::middle, {}, true});
}

// "Helena 2, Priya, Ben"
std::string words_of_givers(const std::vector<Giver>& givers) {
  std::string words;
  for (const Giver& giver : givers)
    words += (words.empty() ? "" : ", ") + giver.name + (giver.dots > 1 ? "\u00A0" + std::to_string(giver.dots) : "");
  return words;
}

// Who gave the dots, then the count at the right end.
void paint_givers(Painter& painter, const Theme& theme, const VoteRow& row, const std::string& words, Box box, float left, float alpha) {
  draw_wrapped_label(painter, {left, box.center().y}, words, {names_style, theme.ink.secondary.with_alpha(alpha), Align::left, Anchor::middle},
                     box.max.x - count_room - left);
  painter.text({box.max.x - 28, box.center().y}, std::to_string(row.dots),
               {stage_type::heading, theme.ink.primary.with_alpha(alpha), Align::right, Anchor::middle, {}, true});
}

void paint_row(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout, std::size_t index,
               Box box, const Moment& moment) {
  const float dots_left = layout.dots;
  const VoteRow& row = board.result.rows[index];
  const std::size_t option = option_of(board, row.item);
  const bool tie = in_tie_group(board, index);
  draw_elevation(painter, theme, box, radius::primary, theme.shadow_rest);
  painter.fill_box(box, radius::primary, mix(theme.bg.paper, theme.bg.surface, moment.rows));
  if (tie && moment.marks > 0)
    painter.stroke_box(box, radius::primary, {theme.spotlight.line.with_alpha(moment.marks), line_width::strong});
  const TextStyle rank{Face::display, box.height() > 70 ? 36.0F : 30.0F, 44};
  if (moment.marks > 0 && row.rank > 0)
    painter.text(
        {box.min.x - 47, box.center().y}, std::to_string(row.rank),
        {rank, (row.rank <= 2 ? theme.ink.primary : theme.ink.tertiary).with_alpha(moment.marks), Align::center, Anchor::middle, {}, true});
  const TextStyle words = layout.text.with_face(leads(row) ? Face::semibold : layout.text.face);
  draw_wrapped_label(painter, {box.min.x + words_in, box.center().y}, option < board.options.size() ? board.options[option].text : std::string(),
                     {words, theme.ink.primary.with_alpha(moment.rows), Align::left, Anchor::middle}, words_room(board, layout),
                     static_cast<int>(box.height() / words.line));
  if (look.names && index < board.givers.size())
    paint_givers(painter, theme, row, words_of_givers(board.givers[index]), box, dots_left - vote_look::dot / 2, moment.marks);
  else paint_count(painter, theme, board, row, box, dots_left, moment);
  if (row.stars > 0 && moment.marks > 0) paint_star(painter, theme, {dots_left - star_out, box.center().y}, moment.marks);
}

void paint_bracket(Painter& painter, const Theme& theme, Box first, Box last, float fade) {
  const float left = first.max.x + bracket_out, top = first.min.y + 6, bottom = last.max.y - 5, right = left + 20;
  Path path;
  path.move_to({left, top}).line_to({right - 8, top}).quad_to({right, top}, {right, top + 8});
  path.line_to({right, bottom - 8}).quad_to({right, bottom}, {right - 8, bottom}).line_to({left, bottom});
  painter.stroke(path, {theme.spotlight.line.with_alpha(fade), line_width::heavy, {}, Cap::round});
}

std::string tie_words(int rank) {
  constexpr std::array<std::string_view, 3> places{"first", "second", "third"};
  return "Tie for " + (rank >= 1 && rank <= 3 ? std::string(places[static_cast<std::size_t>(rank) - 1]) : "place " + std::to_string(rank));
}

void paint_rail(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout, float fade) {
  const TextLook title{stage_type::rail_title, theme.ink.primary.with_alpha(fade), Align::left, Anchor::middle};
  const TextLook under{stage_type::label, theme.ink.secondary.with_alpha(fade), Align::left, Anchor::middle};
  for (const RailBlock& block : rail_of(painter, board, layout)) {
    if (block.kind == RailBlock::Kind::no_order) {
      draw_label(painter, block.at, board.no_order->title, title, 388);
      draw_wrapped_label(painter, block.at + Vec{0, line - 16}, board.no_order->more, {stage_type::label, under.color}, 388);
    } else if (block.kind == RailBlock::Kind::star) {
      painter.text(block.at, "Decider’s star", title);
      draw_label(painter, block.at + Vec{0, line - 1}, board.decider, under, 388);
    } else if (block.kind == RailBlock::Kind::tie) {
      const TieGroup& group = board.tie_groups[block.index];
      const std::size_t last_shown = layout.first + layout.shown - 1;
      paint_bracket(painter, theme, layout.row(std::max(group.first, layout.first)), layout.row(std::min(group.last, last_shown)), fade);
      painter.text(block.at, tie_words(group.rank), title);
      painter.text(block.at + Vec{0, line - 1}, "One dot each, two minutes", under);
      if (look.suggests_run_off) paint_run_off(painter, theme, run_off_button_box(block), "Run-off", 0, fade);
    } else {
      painter.text(block.at, "Near tie", title);
      draw_wrapped_label(painter, block.at + Vec{0, line - 16}, board.near_ties[block.index], {stage_type::label, under.color}, 388, 3);
    }
  }
}

}  // namespace

namespace {

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
  // How many lines a row's words take, or `most` and one.
  std::size_t lines(std::size_t index, const TextStyle& style, float room, std::size_t most) const {
    const std::size_t option = option_of(board, board.result.rows[index].item);
    const TextStyle widest = style.with_face(Face::semibold);
    return option < board.options.size() ? wrap_label(painter, board.options[option].text, widest, room, static_cast<int>(most) + 1).size() : 1;
  }
  bool all_in(std::size_t most, const TextStyle& style, float room) const {
    for (std::size_t i = 0; i < board.result.rows.size(); ++i)
      if (lines(i, style, room, most) > most) return false;
    return true;
  }
  // At least and at most so high.
  float height(std::size_t index, const RowsLayout& layout, float least, float most) const {
    const auto own = static_cast<float>(lines(index, layout.text, words_room(board, layout), static_cast<std::size_t>(most / layout.text.line))) * layout.text.line;
    float givers = 0;
    if (names && index < board.givers.size())
      givers = names_style.line * static_cast<float>(wrap_label(painter, words_of_givers(board.givers[index]), names_style,
                                                                layout.left + layout.width - count_room - layout.dots + vote_look::dot / 2).size());
    return std::min(most, std::max({least, own + row_air, givers + row_air}));
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

}  // namespace

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
  std::vector<float> heights;
  bool paged = count > rows_on_a_page;
  for (int tries = 0; tries < 2; ++tries) {
    const float room = area.height() - 16 - (paged ? foot : 0.0F);
    pitch = pitch_of(std::min(rows_on_a_page, count), room);
    layout.text = pitch.height < 72 ? TextStyle{stage_type::row_text.face, stage_type::smallest, 30} : stage_type::row_text;
    const auto whole = static_cast<std::size_t>(pitch.height / layout.text.line);
    if (!texts.all_in(whole, layout.text, words_room(board, layout)))
      layout.dots = layout.left + layout.width - texts.least_dots_room();
    const auto measure = [&] {
      heights.clear();
      for (std::size_t i = 0; i < count; ++i) heights.push_back(texts.height(i, layout, pitch.height, room));
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
  layout.first = begins[shown];
  layout.shown = begins[shown + 1] - layout.first;
  float y = area.min.y + 12;
  for (std::size_t i = layout.first; i < layout.first + layout.shown; ++i) {
    layout.rows.push_back(box_at(layout.left, y, layout.width, heights[i]));
    y += heights[i] + pitch.gap;
  }
  return layout;
}

namespace {

// Each sentence beside the upper of its two rows; it begins with that row's count.
void add_near_ties(const Painter& painter, const VoteBoard& board, const RowsLayout& layout, std::vector<RailBlock>& blocks) {
  if (layout.first != 0) return;
  std::size_t row = 0;
  for (std::size_t n = 0; n < board.near_ties.size(); ++n) {
    const auto begins_here = [&](const VoteRow& r) { return r.near_tie && board.near_ties[n].starts_with(std::to_string(r.dots) + " "); };
    while (row < layout.shown && !begins_here(board.result.rows[row])) ++row;
    if (row == layout.shown) return;
    const auto lines = static_cast<float>(std::min<std::size_t>(3, wrap_label(painter, board.near_ties[n], stage_type::label, 388).size()));
    blocks.push_back({RailBlock::Kind::near, n, {layout.left + layout.width + rail_out, layout.row(row).center().y}, line + lines * 32});
  }
}

}  // namespace

std::vector<RailBlock> rail_of(const Painter& painter, const VoteBoard& board, const RowsLayout& layout) {
  std::vector<RailBlock> blocks;
  const float rail_left = layout.left + layout.width + rail_out;
  if (board.no_order && layout.shown > 0) {
    const auto lines = static_cast<float>(wrap_label(painter, board.no_order->more, stage_type::label, 388).size());
    blocks.push_back({RailBlock::Kind::no_order, 0, {rail_left, layout.rows.front().min.y + 18}, line + lines * stage_type::label.line});
  }
  const auto shown = [&](std::size_t row) { return row >= layout.first && row < layout.first + layout.shown; };
  for (std::size_t i = 0; i < board.result.rows.size(); ++i)
    if (board.result.rows[i].stars > 0 && shown(i))
      blocks.push_back({RailBlock::Kind::star, i, {rail_left, layout.row(i).center().y - 16}, 2 * line});
  for (std::size_t g = 0; g < board.tie_groups.size(); ++g) {
    const std::size_t row = std::max(board.tie_groups[g].first, layout.first);
    if (shown(row) && board.tie_groups[g].last >= layout.first)
      blocks.push_back(
          {RailBlock::Kind::tie, g, {rail_left, layout.row(row).min.y + 18}, 2 * line + 18 + button_height});
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

void paint_run_off(Painter& painter, const Theme& theme, Box box, std::string_view words, float darker, float alpha) {
  painter.fill_box(box, radius::control_large, mix(theme.spotlight.base, theme.dot.decider_ink, darker).with_alpha(alpha));
  const TextStyle style = stage_type::strong;
  const Color ink = theme.dot.decider_ink.with_alpha(alpha);
  const float text = painter.text_width(words, style), left = box.center().x - (text + 44) / 2;
  painter.icon({left + 15, box.center().y}, Icon::arrows_split, Face::icon_bold, 30, ink);
  painter.text({left + 44, box.center().y}, words, {style, ink, Align::left, Anchor::middle});
}

Box run_off_button_box(const RailBlock& tie) { return box_at(tie.at.x, tie.at.y + line + 34, button_width, button_height); }

float result_motion_ms(bool reduced_motion) { return reduced_motion ? motion::reduced : motion::reveal + motion::layout + motion::enter; }

void paint_result(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout) {
  for (std::size_t n = layout.shown; n-- > 0;) {  // who rises passes over who sinks
    const std::size_t index = layout.first + n;
    const std::size_t from = option_of(board, board.result.rows[index].item);
    const Moment moment = moment_of(look, from);
    const Box end = layout.row(index);
    // The way starts in the activity's order; with several pages the rows that stay on this page share it out.
    const Vec start = layout.pages == 1 ? layout.row(from).min : end.min;
    const Vec at = lerp(start, end.min, moment.travel);
    paint_row(painter, theme, board, look, layout, index, box_at(at.x, at.y, end.width(), end.height()), moment);
  }
  const float marks = moment_of(look, 0).marks;
  if (marks > 0 && layout.has_rail) paint_rail(painter, theme, board, look, layout, marks);
}

void paint_turnout(Painter& painter, const Theme& theme, const VoteBoard& board, Vec right) {
  const TextLook look{stage_type::label, theme.ink.tertiary, Align::right, Anchor::middle};
  const int people = board.result.people, dots = board.result.dots;
  painter.text(right, std::to_string(people) + (people == 1 ? " person voted" : " people voted"), look);
  painter.text(right + Vec{0, 34}, std::to_string(dots) + (dots == 1 ? " dot" : " dots"), look);
}

}  // namespace standpoint
