// The pages of Pass the screen that hold a private input. Called by pass_screen.cpp only.
#pragma once

#include "app/screens/pass_screen.h"

namespace standpoint {

// What a person did on the page this frame.
enum class PassStep : std::uint8_t { stays, sealed, left };

// The bar at the bottom of the private pages.
inline constexpr float pass_bar_top = 952;
void draw_pass_bar(const Frame& frame);

PassStep draw_ballot_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands& commands);
PassStep draw_placing_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui);

}  // namespace standpoint
