// The dot vote on the shared screen: planned (its rules can be changed), open, closed, revealed. Called by the shell with
// the activity on stage. It must not know a single ballot; those are in hand.h.
#pragma once

#include <string>

#include "app/activities/choices.h"
#include "app/activities/moment.h"
#include "app/activities/passing.h"
#include "app/activities/sealed_state.h"
#include "app/design/frame.h"
#include "app/widgets/scroll.h"

namespace standpoint {

struct VoteUi {
  std::size_t page = 0, pages = 1;  // of cards, rows or choices; how many there were in the last frame
  RevealUi reveal;
  bool names = false;  // of a named vote: who gave the dots instead of the dots
  bool in_file = false;  // on a page of a file, where nothing can be pressed
  // While it is planned:
  ChoicesUi choices;
  bool choosing_decider = false;
  std::size_t decider_page = 0;
  ScrollState rules_scroll;  // of the panel, where the window is lower than it
  std::string title;  // draft of the question
  ActivityId title_of;
};

void draw_vote(const Frame& frame, const Workshop& workshop, ActivityId vote, const SealedState& sealed, VoteUi& ui, PassUi& pass,
               Commands& commands);

// The planned vote's question, items, dots, limit, secrecy and decider. Part of draw_vote.
void draw_vote_setup(const Frame& frame, const Workshop& workshop, const Activity& activity, VoteUi& ui, Commands& commands);

// The seat of this screen that may give the decider's star: its own, or a decider it carries; none: neither may.
SeatId star_giver(const Workshop& workshop, SeatId me, const Activity& activity, Item item);
// Gives the star, moves it there, or takes it back.
void tap_star(const Activity& activity, Item item, SeatId by, Commands& commands);

}  // namespace standpoint
