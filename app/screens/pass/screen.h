// Pass the screen: people who share this screen vote and place in turn. A full-screen sheet in place of the stage: names,
// hand over, one person's private input, a neutral page. Called by the shell while PassUi::activity is set.
// It must not keep an input after it was sealed, and never shows one again.
#pragma once

#include "app/activities/passing.h"
#include "app/activities/sealed_state.h"
#include "app/design/frame.h"
#include "core/boards/canvas.h"
#include "core/boards/cards.h"

namespace standpoint {

void draw_pass_screen(const Frame& frame, const Workshop& workshop, const SealedState& sealed, PassUi& ui, Commands& commands);

}  // namespace standpoint
