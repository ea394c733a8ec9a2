// How far the stage is turned: its pages, what lies on it, from where the Map is looked at. Who leads turns it on their own screen
// for the whole room; every other screen of the stage follows. Called by stage.cpp and the console. It must not draw.
#pragma once

#include "app/design/frame.h"
#include "app/screens/stage/stage.h"

namespace standpoint {

// What the screen is turned to, or on its way to.
StageTurn turn_of(const Workshop&, const StageUi&);
// Turns it to what was told, if that is about what the stage shows; what is shown newly begins at its beginning.
void follow_turn(const Frame&, const Workshop&, const StageTurn& told, StageUi&);
// Tells the room what was turned here since; a moving camera a few times a second.
void tell_turn(const Frame&, const Workshop&, StageUi&, Commands&);

}  // namespace standpoint
