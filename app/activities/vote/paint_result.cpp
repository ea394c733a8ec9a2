// Draws a revealed vote: rows that travel from their cards' order to their rank, dots, ties, star and near ties. See paint_vote.h.
#include <algorithm>
#include <cmath>

#include "app/activities/vote/paint_parts.h"
#include "app/activities/vote/paint_vote.h"
#include "app/paint/elevation.h"
#include "app/paint/motion.h"
#include "app/paint/text/label.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"

namespace standpoint {
namespace {

using namespace rows_look;

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

bool leads(const VoteRow& row) { return row.rank <= 2 && !row.tied && row.dots > 0; }

bool in_tie_group(const VoteBoard& board, std::size_t index) {
  return std::any_of(board.tie_groups.begin(), board.tie_groups.end(),
                     [&](const TieGroup& g) { return index >= g.first && index <= g.last; });
}

// The lines of one part. They keep the breaks that the whole has.
std::string lines_in(const std::vector<std::string>& all, std::size_t part, std::size_t each) {
  std::string some;
  for (std::size_t i = part * each; i < std::min(all.size(), (part + 1) * each); ++i) some += (some.empty() ? "" : "\n") + all[i];
  return some;
}

// Dots, or from 13 on pills whose lengths compare; then the count.
void paint_count(Painter& painter, const Theme& theme, const VoteBoard& board, const VoteRow& row, Box box, const RowsLayout& layout,
                 float middle, const Moment& moment) {
  int most = 1;
  for (const VoteRow& other : board.result.rows) most = std::max(most, other.dots);
  const float dots_left = layout.dots, diameter = std::min(vote_look::dot, box.height() - 16);
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
  const TextStyle style = leads(row) && box.height() > 70 && !layout.below ? TextStyle{Face::display, 44, 52} : stage_type::heading;
  const Color ink = leads(row) ? theme.ink.primary : theme.ink.secondary;
  if (moment.marks <= 0) return;  // the counts come last
  const float beside = layout.below && row.dots == 0 ? 0 : 25;  // of nothing, the count begins where the words do
  painter.text({end + beside, middle}, std::to_string(row.dots),
               {style, ink.with_alpha(moment.marks), Align::left, Anchor::middle, {}, true});
}

// Who gave the dots, then the count at the right end.
void paint_givers(Painter& painter, const Theme& theme, const VoteRow& row, const std::string& words, const RowsLayout& layout, std::size_t part,
                  Box box, float alpha) {
  const std::vector<std::string> lines = wrap_label(painter, words, names_style, givers_room(layout));
  draw_wrapped_label(painter, {layout.dots - vote_look::dot / 2, box.center().y}, lines_in(lines, part, layout.givers),
                     {names_style, theme.ink.secondary.with_alpha(alpha), Align::left, Anchor::middle}, givers_room(layout));
  if (part == 0)
    painter.text({box.max.x - 28, box.center().y}, std::to_string(row.dots),
                 {stage_type::heading, theme.ink.primary.with_alpha(alpha), Align::right, Anchor::middle, {}, true});
}

// The first part has the dots; the others say by their paler rank whose they are.
void paint_row(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout, const RowPart& part,
               Box box, const Moment& moment) {
  const VoteRow& row = board.result.rows[part.index];
  const std::size_t option = option_of(board, row.item);
  const bool tie = in_tie_group(board, part.index), begins = part.part == 0, under = layout.below && begins;
  draw_elevation(painter, theme, box, radius::primary, theme.shadow_rest);
  painter.fill_box(box, radius::primary, mix(theme.bg.paper, theme.bg.surface, moment.rows));
  if (tie && moment.marks > 0)
    painter.stroke_box(box, radius::primary, {theme.spotlight.line.with_alpha(moment.marks), line_width::strong});
  const TextStyle rank{Face::display, box.height() > 70 ? 36.0F : 30.0F, 44};
  if (moment.marks > 0 && row.rank > 0)
    painter.text(
        {box.min.x - 47, box.center().y}, std::to_string(row.rank),
        {rank, (begins && row.rank <= 2 ? theme.ink.primary : theme.ink.tertiary).with_alpha(moment.marks), Align::center, Anchor::middle, {}, true});
  const TextStyle words = layout.text.with_face(leads(row) ? Face::semibold : layout.text.face);
  const std::string text = option < board.options.size() ? board.options[option].text : std::string();
  const float room = words_room(board, layout), up = under ? below_words / 2 : 0;
  const std::string here = part.of == 1 ? text : lines_in(wrap_label(painter, text, widest_of(words), room), part.part, layout.lines);
  draw_wrapped_label(painter, {box.min.x + words_from, box.center().y - up}, here,
                     {words, theme.ink.primary.with_alpha(moment.rows), Align::left, Anchor::middle}, room);
  const float middle = dots_middle(layout, part, box);
  if (look.names && part.index < board.givers.size())
    paint_givers(painter, theme, row, words_of_givers(board.givers[part.index]), layout, part.part, box, moment.marks);
  else if (begins) paint_count(painter, theme, board, row, box, layout, middle, moment);
  if (begins && row.stars > 0 && moment.marks > 0) paint_star(painter, theme, {layout.dots - star_out, middle}, moment.marks);
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
      draw_label(painter, block.at, board.no_order->title, title, rail_words);
      draw_wrapped_label(painter, block.at + Vec{0, rail_line - 16}, board.no_order->more, {stage_type::label, under.color}, rail_words);
    } else if (block.kind == RailBlock::Kind::star) {
      painter.text(block.at, "Decider’s star", title);
      draw_label(painter, block.at + Vec{0, rail_line - 1}, board.decider, under, rail_words);
    } else if (block.kind == RailBlock::Kind::tie) {
      const TieGroup& group = board.tie_groups[block.index];
      paint_bracket(painter, theme, layout.row(std::max(group.first, layout.first())), layout.row(std::min(group.last, layout.end() - 1)), fade);
      painter.text(block.at, tie_words(group.rank), title);
      painter.text(block.at + Vec{0, rail_line - 1}, "One dot each, two minutes", under);
      if (look.suggests_run_off) paint_run_off(painter, theme, run_off_button_box(block), "Run-off", 0, fade);
    } else {
      painter.text(block.at, "Near tie", title);
      draw_wrapped_label(painter, block.at + Vec{0, rail_line - 16}, board.near_ties[block.index], {stage_type::label, under.color}, rail_words, 3);
    }
  }
}

}  // namespace

void paint_run_off(Painter& painter, const Theme& theme, Box box, std::string_view words, float darker, float alpha) {
  painter.fill_box(box, radius::control_large, mix(theme.spotlight.base, theme.dot.decider_ink, darker).with_alpha(alpha));
  const TextStyle style = stage_type::strong;
  const Color ink = theme.dot.decider_ink.with_alpha(alpha);
  const float text = painter.text_width(words, style), left = box.center().x - (text + 44) / 2;
  painter.icon({left + 15, box.center().y}, Icon::arrows_split, Face::icon_bold, 30, ink);
  painter.text({left + 44, box.center().y}, words, {style, ink, Align::left, Anchor::middle});
}

float result_motion_ms(bool reduced_motion) { return reduced_motion ? motion::reduced : motion::reveal + motion::layout + motion::enter; }

void paint_result(Painter& painter, const Theme& theme, const VoteBoard& board, const RowsLook& look, const RowsLayout& layout) {
  for (std::size_t n = layout.parts.size(); n-- > 0;) {  // who rises passes over who sinks
    const RowPart& part = layout.parts[n];
    const std::size_t from = option_of(board, board.result.rows[part.index].item);
    const Moment moment = moment_of(look, from);
    const Box end = part.box;
    // The way starts in the activity's order; with several pages the rows that stay on this page share it out.
    const Vec start = layout.pages == 1 ? layout.row(from).min : end.min;
    const Vec at = lerp(start, end.min, moment.travel);
    paint_row(painter, theme, board, look, layout, part, box_at(at.x, at.y, end.width(), end.height()), moment);
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
