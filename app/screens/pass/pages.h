// The pages of Pass the screen. Called by screen.cpp only.
#pragma once

#include <string_view>

#include "app/screens/pass/screen.h"

namespace standpoint {

// What a person did on the page this frame.
enum class PassStep : std::uint8_t { stays, sealed, left };

// Where things lie on a page, in whatever glass: the bar at its foot has the page's words and its buttons, in two rows where there is
// no room for `beside`: then the words have a row so high above the buttons.
struct PassPage {
  static constexpr float button = 80, gap = 16;
  explicit PassPage(const Frame& frame, float beside = 0, float words_high = 56);
  float left, right, bottom, middle, bar;  // bar: its top
  float words, buttons;                    // in the bar: the middle of its words, the top of its buttons
  bool narrow;
};
// How wide a button of the bar is: as designed, or as its label needs.
float pass_button_width(const Frame& frame, std::string_view label, float designed);
void draw_pass_bar(const Frame& frame, const PassPage& page);

bool is_sealed(const SealedState& sealed, SeatId seat);

// The private inputs.
PassStep draw_ballot_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands& commands);
PassStep draw_placing_page(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui);

// Between two people.
void draw_hand_over_page(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed, PassUi& ui);
void draw_sent_page(const Frame& frame, const Activity& activity, const SealedState& sealed, PassUi& ui, Commands& commands);
void draw_too_late_page(const Frame& frame, const Activity& activity, PassUi& ui);

}  // namespace standpoint
