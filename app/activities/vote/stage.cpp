// Draws a vote that runs, waits for its reveal, or is revealed. Planning it is in setup.cpp.
#include "app/activities/vote/stage.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/vote/paint_vote.h"
#include "app/boards/spoken.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/pager.h"
#include "app/widgets/semantics.h"
#include "core/activities/vote/board.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check.h"
#include "core/workshop/first_words.h"

namespace standpoint {
namespace {

constexpr float names_choice_width = 200;

void draw_options(const Frame& frame, const VoteBoard& board, VoteUi& ui) {
  const Box area = vote_cards_area(frame.area);
  const std::vector<OptionPage> pages = option_pages(frame.painter, board.options, area, 0);
  ui.pages = pages.size();
  const OptionPage& page = pages[std::min(ui.page, pages.size() - 1)];
  for (std::size_t n = 0; n < page.count; ++n) {
    const ReadTogether list(frame, "Choices");
    const VoteOption& option = board.options[page.first + n];
    describe(frame, "choice " + option.letter, page.grid.card(n), {.role = ItemRole::text, .name = option.letter + ", " + option.text});
    paint_option(frame.painter, frame.theme, page.grid.card(n), option, {page.text});
  }
  if (board.options.empty())
    draw_empty_lines(frame, {area.center().x, area.center().y - 20}, "Nothing to vote on yet",
                     "Choose cards or stakeholders before you open the vote.", area.width());
  draw_pager(frame, {frame.area.center().x, frame.area.max.y - 93}, ui.pages, ui.page);
}

std::string dots_words(const Activity& activity) {
  const VoteSetup& vote = vote_of(activity);
  std::string words = std::to_string(vote.dots_per_person) + (vote.dots_per_person == 1 ? " dot each" : " dots each");
  if (vote.dots_per_item > 0 && vote.dots_per_item < vote.dots_per_person) words += ", at most " + std::to_string(vote.dots_per_item) + " on one";
  return words;
}

void draw_foot(const Frame& frame, const Activity& activity, const SealedState& sealed, PassUi& pass, Commands& commands) {
  const Theme& theme = frame.theme;
  const Box area = frame.area;
  paint_progress(frame.painter, theme, {area.min.x, area.max.y - 93}, sealed.done, sealed.of);
  const std::string words = progress_words(activity, sealed);
  const Vec line{area.min.x, area.max.y - 39};
  frame.painter.text(line, words, {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  draw_secrecy(frame, activity, line + Vec{frame.painter.text_width(words, stage_type::heading) + 30, 1}, {{Face::medium, 26, 34}});
  const bool buttons = frame.chrome && facilitates(frame);
  frame.painter.text({area.max.x, area.max.y - (buttons ? 38.0F : 81.0F)}, dots_words(activity),
                     {stage_type::label, theme.ink.tertiary, Align::right, Anchor::middle});
  if (buttons)
    draw_beside_step(frame, activity, {{area.max.x - 560, area.max.y - 136}, {area.max.x, area.max.y - 72}}, pass, commands);
}

void draw_star_targets(const Frame& frame, const Workshop& workshop, const Activity& activity, const VoteBoard& board,
                       const RowsLayout& layout, Commands& commands) {
  if (board.decider.empty() || frame.read_only || !frame.chrome) return;
  for (const RowPart& part : layout.parts) {
    const VoteRow& row = board.result.rows[part.index];
    const SeatId by = star_giver(workshop, frame.me, activity, row.item);
    if (!by) return;
    if (part.part > 0) continue;
    const Box box = part.box;
    ImGui::PushID(static_cast<int>(part.index));
    const std::string label = "Star " + words_in(workshop, activity.id, row.item) + "##star";
    if (tap_area(frame, label.c_str(), box)) tap_star(activity, row.item, by, commands);
    const bool shows = ImGui::IsItemHovered() || (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible);
    if (shows && row.stars == 0) frame.painter.icon(star_place(layout, part), Icon::star, Face::icon_bold, 40, frame.theme.spotlight.line);
    draw_focus_ring(frame, box, radius::primary);
    ImGui::PopID();
  }
}

// The one button of the stage: marigold, with the stage's own text size.
bool run_off_button(const Frame& frame, const char* words, Box box) {
  const bool tapped = tap_area(frame, (std::string(words) + "##activity").c_str(), box);
  paint_run_off(frame.painter, frame.theme, box, words, ImGui::IsItemActive() ? 0.16F : ImGui::IsItemHovered() ? 0.08F : 0);
  draw_focus_ring(frame, box, radius::control_large);
  return tapped;
}

const Activity* run_off_there_is(const Workshop& workshop, const Activity& next) {
  const auto found = std::find_if(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& a) {
    return a.follows == next.follows && a.kind == next.kind && items_of(a) == items_of(next);
  });
  return found == workshop.activities.end() ? nullptr : &*found;
}

void draw_run_offs(const Frame& frame, const Workshop& workshop, const Activity& activity, const VoteBoard& board, const RowsLayout& layout,
                   Commands& commands) {
  for (const RailBlock& block : rail_of(frame.painter, board, layout)) {
    if (block.kind != RailBlock::Kind::tie) continue;
    const Activity next = run_off_of(workshop, activity, board, board.tie_groups[block.index], frame.me);
    const Activity* there = run_off_there_is(workshop, next);
    ImGui::PushID(static_cast<int>(block.index));
    Box box = run_off_button_box(block);
    if (there != nullptr) box.max.x += 48;  // the longer words
    if (run_off_button(frame, there == nullptr ? "Run-off" : "See run-off", box)) {
      if (there == nullptr) commands.add(AddActivity{next});
      commands.add(ShowOnStage{{activity.board, there == nullptr ? next.id : there->id}});
    }
    ImGui::PopID();
  }
}

void say_ranks(const Frame& frame, const VoteBoard& board, const RowsLayout& layout, bool names) {
  if (frame.semantics == nullptr || layout.parts.empty()) return;
  constexpr float rank_room = 72;  // ranks stand before their rows
  const ReadTogether list(frame, "Results");
  for (const RowPart& part : layout.parts) {
    const std::size_t i = part.index;
    const VoteRow& row = board.result.rows[i];
    const auto option = std::find_if(board.options.begin(), board.options.end(), [&](const VoteOption& o) { return o.item == row.item; });
    if (option == board.options.end()) continue;
    std::string words = words_of_rank(row, option->text);
    if (names && i < board.givers.size())
      for (const Giver& giver : board.givers[i]) words += ", " + giver.name + " " + std::to_string(giver.dots);
    describe(frame, "rank of " + option->letter, {part.box.min - Vec{rank_room, 0}, part.box.max}, {.role = ItemRole::text, .name = words});
  }
}

// What went with what was removed; and, for the facilitator, which choices are called otherwise now.
void draw_result_foot(const Frame& frame, const VoteBoard& board, bool acts, float room) {
  std::string changed;
  for (const VoteOption& option : board.options)
    if (option.later_changed && acts) changed += (changed.empty() ? "Later changed: " : ", ") + option.letter;
  const std::string words = board.lost + (board.lost.empty() || changed.empty() ? "" : ". ") + changed;
  if (words.empty()) return;
  const Vec at{frame.area.min.x, frame.area.max.y - 24};
  describe(frame, "after the vote", {at - Vec{0, stage_type::label.line / 2}, at + Vec{room, stage_type::label.line / 2}}, {.role = ItemRole::text, .name = words});
  draw_label(frame.painter, at, words, {stage_type::label, frame.theme.ink.secondary, Align::left, Anchor::middle}, room);
}

void draw_result(const Frame& frame, const Workshop& workshop, const Activity& activity, const VoteBoard& board, VoteUi& ui,
                 Commands& commands) {
  const bool acts = frame.chrome && facilitates(frame);
  RowsLook look;
  look.reduced_motion = frame.reduced_motion;
  const auto motion = reveal_in_motion(frame, ui.reveal, activity.id, result_motion_ms(frame.reduced_motion), commands);
  if (motion) look.since_reveal_ms = *motion;
  look.names = ui.names && !motion;
  look.suggests_run_off = (!acts || motion) && !ui.in_file;
  const RowsLayout layout = rows_for(frame.painter, board, frame.area, ui.page, look.names);
  paint_result(frame.painter, frame.theme, board, look, layout);
  ui.pages = layout.pages;
  say_ranks(frame, board, layout, look.names);
  const bool header_is_free = frame.area.min.y >= 150 && !workshop.timer.running;
  if (header_is_free) paint_turnout(frame.painter, frame.theme, board, {frame.area.max.x, frame.area.min.y - 108});
  else if (layout.has_rail) paint_turnout(frame.painter, frame.theme, board, {frame.area.max.x, frame.area.max.y - 60});
  if (motion) return;  // nothing to tap under moving rows
  draw_result_foot(frame, board, acts, layout.width / 2 - 140);
  draw_star_targets(frame, workshop, activity, board, layout, commands);
  if (acts && layout.has_rail) draw_run_offs(frame, workshop, activity, board, layout, commands);
  draw_pager(frame, {layout.left + layout.width / 2, frame.area.max.y - 24}, layout.pages, ui.page);
  if (!acts || board.givers.empty() || !layout.has_rail) return;
  const std::array<std::string, 2> labels{"Dots", "Names"};
  const Box choice = box_at(frame.area.max.x - names_choice_width, frame.area.max.y - 140, names_choice_width, control::segment_track);
  if (const auto chosen = segmented(frame, "names", choice, labels, ui.names ? 1 : 0)) ui.names = *chosen == 1;
}

}  // namespace

SeatId star_giver(const Workshop& workshop, SeatId me, const Activity& activity, Item item) {
  for (const SeatId by : {me, vote_of(activity).decider}) {
    const Seat* seat = find(workshop, by);
    const bool ours = seat != nullptr && (by == me || seat->carried_by == me);
    const bool given = std::find(vote_of(activity).stars.begin(), vote_of(activity).stars.end(), item) != vote_of(activity).stars.end();
    if (!ours) continue;
    const bool takes = given || !vote_of(activity).stars.empty();
    const auto refusal = takes ? check_one(workshop, by, TakeStar{activity.id, given ? item : vote_of(activity).stars.front()}) : check_one(workshop, by, GiveStar{activity.id, item});
    if (!refusal) return by;
  }
  return {};
}

void tap_star(const Activity& activity, Item item, SeatId by, Commands& commands) {
  const bool given = std::find(vote_of(activity).stars.begin(), vote_of(activity).stars.end(), item) != vote_of(activity).stars.end();
  for (const Item star : vote_of(activity).stars)
    if (star == item || !given) commands.add(TakeStar{activity.id, star}, by);
  if (!given) commands.add(GiveStar{activity.id, item}, by);
}

void draw_vote(const Frame& frame, const Workshop& workshop, ActivityId vote, const SealedState& sealed, VoteUi& ui, PassUi& pass,
               Commands& commands) {
  const Activity* activity = find(workshop, vote);
  if (activity == nullptr) return;
  const LowerItems below_panels;
  ImGui::PushID("vote");
  const VoteBoard board = build_vote(workshop, activity->id);
  if (activity->phase == Phase::revealed) {
    draw_result(frame, workshop, *activity, board, ui, commands);
  } else {
    await_reveal(ui.reveal, activity->id);
    if (activity->phase == Phase::planned && frame.chrome && facilitates(frame)) {
      draw_vote_setup(frame, workshop, *activity, ui, commands);
    } else {
      draw_options(frame, board, ui);
      draw_foot(frame, *activity, sealed, pass, commands);
    }
  }
  ImGui::PopID();
}

}  // namespace standpoint
