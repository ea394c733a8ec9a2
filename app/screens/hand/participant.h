// What a participant or an observer sees on a tablet or phone: the open ballot or placing (09, 10), what was sent (09c), the
// wait between activities, results after the reveal, and the boards to look at. Called by the tablet once it has a seat.
// It must not know a line.
#pragma once

#include "app/activities/hand/making.h"

namespace standpoint {

// What a participant is asked for: the open activity on the stage that takes inputs, else any other that is open, else what
// is on the stage; nullptr: nothing is.
const Activity* activity_for(const Workshop& workshop);

void draw_participant(const Frame& frame, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands);

}  // namespace standpoint
