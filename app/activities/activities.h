// How each kind of activity is drawn, and the table with one row a kind. The shells (stage, hand, pass, console, replay) ask it and know no kind.
// What a kind is: core/activities/activities.h.
#pragma once

#include <cstddef>
#include <span>

#include "app/activities/hand/parts.h"
#include "app/activities/pass_page.h"
#include "app/activities/talk.h"
#include "app/activities/vote/stage.h"
#include "app/design/icons.h"

namespace standpoint {

// What the kinds keep of what is shown of them on one screen.
struct ActivityUis {
  VoteUi vote;
  TalkUi talk;
};

// An activity that has a stage of its own instead of its board: its pages, and how they follow the stage's turn (screens/stage/turn.h).
struct ActivityStage {
  void (*draw)(const Frame&, const Workshop&, const Activity&, const SealedState&, ActivityUis&, PassUi&, Commands&) = nullptr;
  std::size_t (*pages)(const ActivityUis&) = nullptr;                     // in the last frame
  void (*show_page)(ActivityUis&, std::size_t page) = nullptr;
  std::size_t (*page_of)(const StageTurn&, std::size_t pages) = nullptr;  // which page a turn means,
  std::size_t (*told)(std::size_t page, std::size_t pages) = nullptr;     // and the other way round: StageTurn::page
  void (*turn_to)(const Activity&, const StageTurn&, ActivityUis&) = nullptr;
  // `before`: as the stage was turned so far.
  void (*tell)(const Activity&, const ActivityUis&, const StageTurn& before, StageTurn&) = nullptr;
};

struct ActivityScreens {
  Icon icon = Icon::circle;
  bool added_by_hand = false;              // offered where somebody adds an activity to the agenda
  const ActivityStage* stage = nullptr;    // nullptr: its board is shown; without one, that it is talked about
  // Of kinds with secret inputs: while somebody answers, on a tablet and on a passed screen; and what they sent.
  void (*draw_hand)(const Frame&, const Workshop&, const Activity&, const ParticipantState&, Making&, ParticipantUi&, Commands&) = nullptr;
  PassStep (*draw_pass)(const Frame&, const Workshop&, const Activity&, PassUi&, Commands&) = nullptr;
  void (*draw_own)(const Frame&, const Workshop&, const Activity&, const PassDraft& sent, HandPage&) = nullptr;
  // Once it is revealed, in the hand; nullptr: it lies on its board.
  void (*draw_hand_result)(const Frame&, const Workshop&, const Activity&, const ParticipantState&, ParticipantUi&, Commands&) = nullptr;
};

// One row a kind, in the order of ActivityKind.
std::span<const ActivityScreens* const> all_screens();
const ActivityScreens& screens_of(ActivityKind kind);
inline const ActivityScreens& screens_of(const Activity& activity) { return screens_of(activity.kind); }

}  // namespace standpoint
