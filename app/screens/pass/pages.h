// The pages of Pass the screen between two people. Called by screen.cpp only.
#pragma once

#include "app/activities/pass_page.h"
#include "app/screens/pass/screen.h"

namespace standpoint {

void draw_hand_over_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui);
void draw_sent_page(const Frame& frame, const Activity& activity, const SealedState& sealed, PassUi& ui, Commands& commands);
void draw_too_late_page(const Frame& frame, const Activity& activity, PassUi& ui);

}  // namespace standpoint
