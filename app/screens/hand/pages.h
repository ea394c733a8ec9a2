// The pages of a participant's tablet. Called by participant.cpp only.
#pragma once

#include "app/activities/hand/parts.h"
#include "app/screens/hand/participant.h"

namespace standpoint {

// Sent or on its way; after the close, that it is over.
void draw_sent_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                    ParticipantUi& ui, Commands& commands);
void draw_waiting_hand(const Frame& frame, const Workshop& workshop, const Activity* activity, const ParticipantState& state, ParticipantUi& ui,
                       Commands& commands);
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
