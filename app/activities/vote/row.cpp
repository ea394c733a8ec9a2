// The row of a vote.
#include <algorithm>

#include "app/activities/rows.h"
#include "app/activities/vote/hand.h"

namespace standpoint {
namespace {

void draw_vote_stage(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, ActivityUis& uis, PassUi& pass,
                     Commands& commands) {
  draw_vote(frame, workshop, activity.id, sealed, uis.vote, pass, commands);
}

void turn_vote(const Activity& activity, const StageTurn& turn, ActivityUis& uis) {
  uis.vote.names = turn.side == StageTurn::Side::names;
  if (activity.phase != Phase::planned) uis.vote.page = turn.page;
}

void tell_vote(const Activity& activity, const ActivityUis& uis, const StageTurn& before, StageTurn& turn) {
  // While it is planned, who leads turns the pages of what can be chosen, and not those of what is.
  turn.page = activity.phase == Phase::planned ? before.page : static_cast<std::uint16_t>(std::min<std::size_t>(uis.vote.page, 0xFFFF));
  if (uis.vote.names) turn.side = StageTurn::Side::names;
}

constexpr ActivityStage vote_stage{.draw = draw_vote_stage,
                                   .pages = [](const ActivityUis& uis) { return uis.vote.pages; },
                                   .show_page = [](ActivityUis& uis, std::size_t page) { uis.vote.page = page; },
                                   .page_of = [](const StageTurn& turn, std::size_t) { return std::size_t{turn.page}; },
                                   .told = [](std::size_t page, std::size_t) { return page; },
                                   .turn_to = turn_vote,
                                   .tell = tell_vote};

}  // namespace

const ActivityScreens vote_screens{.icon = Icon::hand_tap,
                                   .added_by_hand = true,
                                   .stage = &vote_stage,
                                   .draw_hand = draw_ballot_hand,
                                   .draw_pass = draw_ballot_page,
                                   .draw_own = draw_own_dots,
                                   .draw_hand_result = draw_vote_result_hand};

}  // namespace standpoint
