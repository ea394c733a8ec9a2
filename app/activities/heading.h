// The head of a stage screen: icon, kicker, title, and the timer while one runs. Called by the stage's shell; the boards
// draw below it. It must not know what stands there.
#pragma once

#include <string>
#include <string_view>

#include "app/design/frame.h"
#include "app/design/icons.h"

namespace standpoint {

Icon icon_of(ActivityKind kind);
// "5 of 7, revealed": where the activity stands in the agenda, and its phase when that matters. May be empty.
std::string place_in_agenda(const Workshop& workshop, const Activity& activity);

// `room`: how wide the title may be before it takes a smaller size and two lines.
void draw_heading(const Frame& frame, Icon icon, std::string_view kicker, std::string_view rest, std::string_view title, float room = 1240);
void draw_activity_heading(const Frame& frame, const Workshop& workshop, const Activity& activity, float room = 1240);
// The running timer at the top right; asks for a frame a second, and for none when no timer runs. True: it was drawn.
bool draw_running_timer(const Frame& frame, const Workshop& workshop, Commands& commands);

}  // namespace standpoint
