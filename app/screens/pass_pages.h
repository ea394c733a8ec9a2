// The pages of Pass the screen. Called by pass_screen.cpp only.
#pragma once

#include "app/screens/pass_screen.h"

namespace standpoint {

// What a person did on the page this frame.
enum class PassStep : std::uint8_t { stays, sealed, left };

// The bar at the bottom of the private pages.
inline constexpr float pass_bar_top = 952;
void draw_pass_bar(const Frame& frame);

bool is_sealed(const SealedState& sealed, SeatId seat);

// The private inputs.
PassStep draw_ballot_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands& commands);
PassStep draw_placing_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui);

// Between two people.
void draw_hand_over_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui);
void draw_sent_page(const Frame& frame, const Activity& activity, const SealedState& sealed, PassUi& ui, Commands& commands);
void draw_too_late_page(const Frame& frame, const Activity& activity, PassUi& ui);

}  // namespace standpoint
