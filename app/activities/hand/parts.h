// What the pages of every kind have in common on a participant's tablet: head and title, how secret it is, the way to the board, sending.
// Called by the hand's pages of each kind and by screens/hand.
#pragma once

#include "app/activities/hand/making.h"
#include "app/activities/hand/page.h"

namespace standpoint {

// The first name of whoever leads the session now; "The facilitator" when nobody does, small where it begins no sentence.
std::string leader_of(const Workshop& workshop, bool begins);
// Turns the page; for a moment a second tap does nothing.
void turn_to(const Frame& frame, Making& making, Making::Page page);
// Right after the page was turned.
bool inert(const Frame& frame, const Making& making, Commands& commands);
// Title of the page: on a wide glass with the activity's kind above it and the timer beside it. `taken`: room
// at the right of a phone's title.
void draw_hand_title(const Frame& frame, const Workshop& workshop, const Activity& activity, HandPage& page, Commands& commands,
                     float taken = 0);
// The line on top, with the activity's title in it when one is given, and what has to be said below it.
void draw_hand_head(const Frame& frame, const Workshop& workshop, const ParticipantState& state, std::string_view kept, HandPage& page,
                    HandClock clock, Commands& commands, std::string_view title = {});
// Seals what was made: the page says so at once, the draft stays until the room has it.
void send_input(const Frame& frame, const Activity& activity, Making& making, Commands& commands);
// How secret the input is, in one sentence that is true of this activity and so many people.
std::string secrecy_promise(const Activity& activity, std::uint32_t people);
// The board on the stage may be looked at while this is answered: not the canvas of a blind placing.
bool may_look_at_board(const Workshop& workshop, const Activity& activity);
// A button at the pen, where that is so.
void draw_way_to_board(const Frame& frame, const Workshop& workshop, const Activity& activity, HandPage& page, ParticipantUi& ui);
// The same left of a button in the page's foot; returns how much room it takes there.
float draw_way_in_foot(const Frame& frame, const Workshop& workshop, const Activity& activity, Box beside, ParticipantUi& ui);
// What was removed under the hand, in a sentence; nothing when nothing was.
void draw_removal_notice(const Frame& frame, const Workshop& workshop, const Activity& activity, const Making& making, HandPage& page);

}  // namespace standpoint
