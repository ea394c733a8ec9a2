// A placing in the hand (10), what was sent of it (09c), and on the passed screen. Called through screens_of.
#pragma once

#include "app/activities/hand/parts.h"
#include "app/activities/pass_page.h"

namespace standpoint {

void draw_placing_hand(const Frame&, const Workshop&, const Activity&, const ParticipantState&, Making&, ParticipantUi&, Commands&);
// How many places somebody sent, on the page that says that they were.
void draw_own_places(const Frame&, const Workshop&, const Activity&, const PassDraft& sent, HandPage&);
PassStep draw_placing_page(const Frame&, const Workshop&, const Activity&, PassUi&, Commands&);

}  // namespace standpoint
