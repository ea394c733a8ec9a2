// A page of Pass the screen: where things lie on it, and what a person did there. Called by the passed pages of each kind and by screens/pass.
#pragma once

#include <string_view>

#include "app/activities/passing.h"
#include "app/activities/sealed_state.h"
#include "app/design/frame.h"

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

}  // namespace standpoint
