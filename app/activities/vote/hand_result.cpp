// The ranked result of a vote on a tablet or phone: the rows stand in the order of the cards, then travel to their rank, as
// one moment with the stage. See hand.h.
#include <algorithm>

#include <imgui.h>

#include "app/activities/vote/hand.h"
#include "app/activities/vote/paint_vote.h"
#include "app/boards/spoken.h"
#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/motion.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

constexpr float rank_beside = 40, narrow_row = 260, head_room = 34, result_least = 76, bar_height = 8, hand_padding = 16, count_least = 44, hand_star_room = 40;

struct ResultRow {
  const VoteRow* row = nullptr;
  const VoteOption* option = nullptr;
  std::size_t before = 0;  // its place among the cards
  bool tied = false;
  float height = 0, from = 0, to = 0;  // tops, from the first row
};

bool in_tie(const VoteBoard& board, std::size_t index) {
  return std::any_of(board.tie_groups.begin(), board.tie_groups.end(), [&](const TieGroup& g) { return index >= g.first && index <= g.last; });
}

// Large letters on narrow glass: rank and count stand above the words, which get the whole row.
bool stacked(const HandPage& page) { return page.width() < narrow_row; }
float hand_rank_room(const HandPage& page) { return stacked(page) ? 0 : rank_beside; }

int dots_of_first(const VoteBoard& board) {
  int most = 1;
  for (const VoteRow& row : board.result.rows) most = std::max(most, row.dots);
  return most;
}

// As wide as the highest count, which has the most digits: three where many vote.
float hand_count_room(const Frame& frame, const VoteBoard& board, const HandPage& page) {
  return std::max(count_least, frame.painter.text_width(std::to_string(dots_of_first(board)), page.look.title, true) + 4);
}

float hand_words_room(const Frame& frame, const VoteBoard& board, const HandPage& page) {
  const float row_width = page.width() - hand_rank_room(page);
  if (stacked(page)) return row_width - 2 * hand_padding;
  return row_width - 2 * hand_padding - hand_count_room(frame, board, page) - (board.decider.empty() ? 0.0F : hand_star_room);
}

// In rank order, with where each stands before and after the sort.
std::vector<ResultRow> result_rows_of(const Frame& frame, const VoteBoard& board, const HandPage& page) {
  std::vector<ResultRow> rows;
  float y = 0;
  for (std::size_t i = 0; i < board.result.rows.size(); ++i) {
    const VoteRow& row = board.result.rows[i];
    const auto option = std::find_if(board.options.begin(), board.options.end(), [&](const VoteOption& o) { return o.item == row.item; });
    if (option == board.options.end()) continue;
    ResultRow r{&row, &*option, static_cast<std::size_t>(option - board.options.begin()), in_tie(board, i)};
    const float room = hand_words_room(frame, board, page);
    const auto lines = static_cast<float>(wrap_label(frame.painter, option->text, page.look.card.with_face(Face::semibold), room).size());
    r.height = std::max(result_least, lines * page.look.card.line + 44 + (stacked(page) ? head_room : 0.0F));
    r.to = y;
    y += r.height + page.look.gap;
    rows.push_back(r);
  }
  std::vector<ResultRow*> cards;
  for (ResultRow& row : rows) cards.push_back(&row);
  std::sort(cards.begin(), cards.end(), [](const ResultRow* a, const ResultRow* b) { return a->before < b->before; });
  y = 0;
  for (ResultRow* row : cards) {
    row->from = y;
    y += row->height + page.look.gap;
  }
  return rows;
}

// How far the moment has come for the n-th row: fading in, its bar, its way, ranks and counts.
struct Parts {
  float fade = 1, bar = 1, travel = 1, marks = 1;
};
Parts row_parts_of(const Frame& frame, std::optional<float> ms, std::size_t n) {
  if (!ms) return {};
  if (frame.reduced_motion) return {std::clamp(*ms / motion::reduced, 0.0F, 1.0F), 1, 1, 1};
  const float delay = stagger_of(n) / 2;
  return {step_at(*ms, delay, motion::enter), step_at(*ms, delay + 100, motion::reveal - 400), step_at(*ms, motion::reveal, motion::layout),
          step_at(*ms, motion::reveal + motion::layout, motion::enter)};
}

// Where rank and count stand, and the star before the count.
float counts_at(const HandPage& page, Box card) { return stacked(page) ? card.min.y + 28 : card.center().y - 8; }
Vec hand_star_place(const HandPage& page, Box card, float counts) { return {card.max.x - hand_padding - counts - hand_star_room / 2 + 8, counts_at(page, card)}; }

void draw_result_row(const Frame& frame, const HandPage& page, const VoteBoard& board, const ResultRow& r, float top, const Parts& parts) {
  const Theme& theme = frame.theme;
  const float y = top + r.from + (r.to - r.from) * parts.travel;
  const Box card{{page.left() + hand_rank_room(page), y}, {page.right(), y + r.height}};
  describe(frame, "rank of " + r.option->letter, {{page.left(), y}, card.max}, {.role = ItemRole::text, .name = words_of_rank(*r.row, r.option->text)});
  draw_elevation(frame.painter, theme, card, radius::card, theme.shadow_rest);
  frame.painter.fill_box(card, radius::card, mix(theme.bg.paper, theme.bg.surface, parts.fade));
  if (r.tied && parts.marks > 0) frame.painter.stroke_box(card, radius::card, {theme.spotlight.line.with_alpha(parts.marks), line_width::strong});
  const bool leads = r.row->rank <= 2 && !r.row->tied && r.row->dots > 0;
  const Vec rank_at = stacked(page) ? Vec{card.min.x + hand_padding + 8, counts_at(page, card)} : Vec{page.left() + rank_beside / 2 - 6, card.center().y};
  if (r.row->rank > 0)
    page.write(rank_at, std::to_string(r.row->rank),
               {page.look.heading, (leads ? theme.ink.primary : theme.ink.tertiary).with_alpha(parts.marks), Align::center, Anchor::middle, {}, true}, rank_beside);
  const TextStyle words = leads ? page.look.card.with_face(Face::semibold) : page.look.card;
  const float room = hand_words_room(frame, board, page);
  if (r.row->stars > 0 && parts.marks > 0) paint_star(frame.painter, theme, hand_star_place(page, card, hand_count_room(frame, board, page)), 0.5F * parts.marks);
  page.write({card.min.x + hand_padding, card.min.y + 14 + (stacked(page) ? head_room : 0.0F)}, r.option->text, {words, theme.ink.primary.with_alpha(parts.fade)}, room);
  page.write({card.max.x - hand_padding, counts_at(page, card)}, std::to_string(r.row->dots),
             {page.look.title, (leads ? theme.ink.primary : theme.ink.secondary).with_alpha(parts.marks), Align::right, Anchor::middle, {}, true}, hand_count_room(frame, board, page));
  const Box bar = box_at(card.min.x + hand_padding, card.max.y - 20, card.width() - 2 * hand_padding, bar_height);
  const float full = bar.width() * static_cast<float>(r.row->dots) / static_cast<float>(dots_of_first(board)) * parts.bar;
  frame.painter.fill_box(bar, bar_height / 2, theme.bg.sunken.with_alpha(parts.fade));
  if (full >= bar_height) frame.painter.fill_box(box_at(bar.min.x, bar.min.y, full, bar_height), bar_height / 2, leads ? theme.dot.mine : theme.dot.others);
}

// The decider taps the row that gets their star; who is no decider taps nothing.
void draw_star_target(const Frame& frame, const Workshop& workshop, const Activity& activity, const VoteBoard& board, HandPage& page, const ResultRow& r,
                      float top, Commands& commands) {
  const SeatId by = frame.read_only ? SeatId{} : star_giver(workshop, frame.me, activity, r.row->item);
  if (!by) return;
  const Box card{{page.left() + hand_rank_room(page), top + r.to}, {page.right(), top + r.to + r.height}};
  ImGui::PushID(static_cast<int>(r.before));
  const bool given = r.row->stars > 0;
  if (tap_area(frame, ((given ? "Take the star from " : "Star ") + r.option->text + "##star").c_str(), card)) tap_star(activity, r.row->item, by, commands);
  page.scroll().follow_focus(card);
  if (!given) frame.painter.icon(hand_star_place(page, card, hand_count_room(frame, board, page)), Icon::star, Face::icon_bold, 24, frame.theme.spotlight.line);
  draw_focus_ring(frame, card, radius::card);
  ImGui::PopID();
}

void draw_facts(const Frame& frame, const Workshop& workshop, const Activity& activity, const VoteBoard& board, HandPage& page) {
  const int dots = board.result.dots, voters = board.result.people;
  page.say(std::to_string(voters) + (voters == 1 ? " person voted, " : " people voted, ") + std::to_string(dots) + (dots == 1 ? " dot" : " dots"),
           page.look.label, frame.theme.ink.secondary);
  if (!board.lost.empty()) page.say(board.lost + ".", page.look.label, frame.theme.ink.secondary);
  if (board.no_order) page.say(board.no_order->title + ". " + board.no_order->more + ".", page.look.label_strong, frame.theme.ink.primary);
  for (const TieGroup& tie : board.tie_groups)
    page.say("A tie on rank " + std::to_string(tie.rank) + ": a run-off can decide it.", page.look.label, frame.theme.spotlight.ink);
  for (const std::string& near : board.near_ties) page.say(near, page.look.label, frame.theme.ink.secondary);
  const bool decides = !frame.read_only && !items_of(activity).empty() && star_giver(workshop, frame.me, activity, items_of(activity).front());
  if (decides) page.say("You decide: tap the one that gets your star.", page.look.label_strong, frame.theme.ink.primary);
  else if (!board.decider.empty()) page.say("The star is " + board.decider + "’s.", page.look.label, frame.theme.ink.secondary);
}

}  // namespace

void draw_vote_result_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state,
                           ParticipantUi& ui, Commands& commands) {
  const VoteBoard board = build_vote(workshop, activity.id);
  const bool has_board = find(workshop, workshop.stage.board) != nullptr;
  HandPage page(frame, ui.scroll, has_board ? 60 + 24.0F : 0.0F);
  draw_hand_head(frame, workshop, state, "", page, HandClock::by_title, commands);
  draw_hand_title(frame, workshop, activity, page, commands);
  page.y += 6;
  draw_facts(frame, workshop, activity, board, page);
  page.y += 10;
  page.head_ends();
  page.y += 6;
  const auto motion = reveal_in_motion(frame, ui.reveal, activity.id, result_motion_ms(frame.reduced_motion), commands);
  const std::vector<ResultRow> rows = result_rows_of(frame, board, page);
  const float top = page.y;
  {
    const ReadTogether list(frame, "Results");
    for (const ResultRow& row : rows) {
      draw_result_row(frame, page, board, row, top, row_parts_of(frame, motion, row.before));
      if (!motion) draw_star_target(frame, workshop, activity, board, page, row, top, commands);  // nothing to tap under moving rows
    }
  }
  for (const ResultRow& row : rows) page.y = std::max(page.y, top + row.to + row.height + page.look.gap);
  if (!has_board) return;
  const Box foot = page.foot(true);
  if (hand_button(frame, "See the board", box_at(foot.min.x, foot.min.y + 8, foot.width(), 60), {ButtonKind::secondary})) ui.exploring = true;
}

}  // namespace standpoint
