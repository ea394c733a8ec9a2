// The row of a decision: its stage is the list of what was decided (talk.h).
#include <algorithm>

#include "app/activities/rows.h"

namespace standpoint {
namespace {

// Decisions show their last page until another is chosen, so that is told as 0 and the others from 1 on.
std::size_t page_of_decisions(const StageTurn& turn, std::size_t pages) {
  pages = std::max<std::size_t>(pages, 1);
  return turn.page == 0 ? pages - 1 : std::min<std::size_t>(turn.page, pages) - 1;
}
std::size_t told_of_decisions(std::size_t page, std::size_t pages) { return page + 1 >= pages ? 0 : page + 1; }

void draw_decide_stage(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState&, ActivityUis& uis, PassUi&,
                       Commands& commands) {
  draw_talk(frame, workshop, activity, uis.talk, commands);
}

void turn_decisions(const Activity&, const StageTurn& turn, ActivityUis& uis) {
  if (turn.page == 0) uis.talk.page.reset();
  else uis.talk.page = turn.page - std::size_t{1};
}

void tell_decisions(const Activity&, const ActivityUis& uis, const StageTurn&, StageTurn& turn) {
  if (uis.talk.page) turn.page = static_cast<std::uint16_t>(std::min<std::size_t>(told_of_decisions(*uis.talk.page, uis.talk.pages), 0xFFFF));
}

constexpr ActivityStage decide_stage{.draw = draw_decide_stage,
                                     .pages = [](const ActivityUis& uis) { return uis.talk.pages; },
                                     .show_page = [](ActivityUis& uis, std::size_t page) { uis.talk.page = page; },
                                     .page_of = page_of_decisions,
                                     .told = told_of_decisions,
                                     .turn_to = turn_decisions,
                                     .tell = tell_decisions};

}  // namespace

const ActivityScreens decide_screens{.icon = Icon::gavel, .added_by_hand = true, .stage = &decide_stage};

}  // namespace standpoint
