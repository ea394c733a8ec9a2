// What is made in secret and not sent yet, as a line of text that a page may keep while it is closed, and take up again. Called by the
// tablet and the participant's pages. It must not know where the text is kept; what is sent or too late is not in it.
#pragma once

#include <string>
#include <string_view>

#include "app/screens/hand/participant.h"

namespace standpoint {

// Empty: nothing is to be kept.
std::string text_of_drafts(const Workshop& workshop, const ParticipantUi& ui);
// Each waits in ParticipantUi::kept until its activity's page is drawn. Text that nobody here wrote is left alone.
void keep_drafts(std::string_view text, ParticipantUi& ui);
// Takes up what waits for the activity, as far as its rules allow it; true: the page is where it was left.
bool take_up_draft(const Workshop& workshop, const Activity& activity, bool mine_sealed, ParticipantUi& ui, Making& making);

}  // namespace standpoint
