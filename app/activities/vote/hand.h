// A vote in the hand: the ballot (09), what was sent of it (09c), and the result. Called through screens_of; the order of choices by tests.
#pragma once

#include "app/activities/hand/parts.h"
#include "app/activities/pass_page.h"

namespace standpoint {

// The order in which this seat sees the items of a vote: by chance, but always the same for the seat and the activity.
std::vector<std::size_t> ballot_order(const Activity& activity, SeatId seat);
// Somebody's own dots side by side, from 13 on a pill with the number. `last`: how far the last one has come down, 0..1.
float hand_dots_width(const hand_type::Look& look, int count);
void draw_hand_dots(const Frame& frame, const hand_type::Look& look, Vec left, int count, float last = 1);

void draw_ballot_hand(const Frame&, const Workshop&, const Activity&, const ParticipantState&, Making&, ParticipantUi&, Commands&);
// Somebody's own dots, on the page that says that they were sent.
void draw_own_dots(const Frame&, const Workshop&, const Activity&, const PassDraft& sent, HandPage&);
void draw_vote_result_hand(const Frame&, const Workshop&, const Activity&, const ParticipantState&, ParticipantUi&, Commands&);
PassStep draw_ballot_page(const Frame&, const Workshop&, const Activity&, PassUi&, Commands&);

}  // namespace standpoint
