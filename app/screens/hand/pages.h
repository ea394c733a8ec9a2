// The pages of a participant's tablet. Called by participant.cpp only.
#pragma once

#include "app/screens/hand/page.h"
#include "app/screens/hand/participant.h"

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

// Somebody's own dots side by side, from 13 on a pill with the number. `last`: how far the last one has come down, 0..1.
float hand_dots_width(const hand_type::Look& look, int count);
void draw_hand_dots(const Frame& frame, const hand_type::Look& look, Vec left, int count, float last = 1);

void draw_ballot_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                      ParticipantUi& ui, Commands& commands);
void draw_placing_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                       ParticipantUi& ui, Commands& commands);
// Sent or on its way; after the close, that it is over.
void draw_sent_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                    ParticipantUi& ui, Commands& commands);
void draw_waiting_hand(const Frame& frame, const Workshop& workshop, const Activity* activity, const ParticipantState& state, ParticipantUi& ui,
                       Commands& commands);
void draw_vote_result_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state,
                           ParticipantUi& ui, Commands& commands);
// The board on the stage may be looked at while this is answered: not the canvas of a blind placing.
bool may_look_at_board(const Workshop& workshop, const Activity& activity);
// A button at the pen, where that is so.
void draw_way_to_board(const Frame& frame, const Workshop& workshop, const Activity& activity, HandPage& page, ParticipantUi& ui);
// The same left of a button in the page's foot; returns how much room it takes there.
float draw_way_in_foot(const Frame& frame, const Workshop& workshop, const Activity& activity, Box beside, ParticipantUi& ui);
// What was removed under the hand, in a sentence; nothing when nothing was.
void draw_removal_notice(const Frame& frame, const Activity& activity, const Making& making, HandPage& page);
// What was opened is done on the board: it comes to the hand, a brainstorm with a card to write.
void lead_to_board(const Frame& frame, const Workshop& workshop, const Activity& activity, ParticipantUi& ui);
// The Map and the cards as lists, on phones; a participant writes there what the rules let them.
void draw_card_list(const Frame& frame, const Workshop& workshop, const Board& board, HandPage& page, ParticipantUi& ui);
void draw_people(const Frame& frame, const Workshop& workshop, HandPage& page, ParticipantUi& ui, Commands& commands);
// Everybody but one, ring by ring; whom was tapped, or nobody.
StakeholderId draw_rings(const Frame& frame, const Workshop& workshop, HandPage& page, StakeholderId but);
std::string_view ring_name(Ring ring);
bool writes(const Frame& frame);
// What was begun for this board comes to the hand; what is written for another one waits. False: nothing is written here.
bool takes_up_form(const Board& board, ParticipantUi& ui);
// Somebody new, a card or a tie is written for this board from now on.
void begin_form(ParticipantUi& ui, const Board& board, HandForm form);
// What is being written, as a page of its own; false: nothing is.
bool draw_form_hand(const Frame& frame, const Workshop& workshop, const Board& board, const ParticipantState& state, ParticipantUi& ui, Commands& commands);
// Two buttons as the page's foot, the second one what goes on; on narrow glass one over the other.
enum class FootChoice : std::uint8_t { none, first, second };
float two_buttons_height(const Frame& frame);
FootChoice draw_two_buttons(const Frame& frame, HandPage& page, const char* first, const char* second, bool enabled);
// The board or the revealed placing on the stage.
void draw_board_hand(const Frame& frame, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands);

}  // namespace standpoint
