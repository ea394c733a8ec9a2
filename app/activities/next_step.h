// The way through an agenda: the one next step of a workshop, the same on the stage's bar and on every console, and what is
// still under way while the stage shows something else. Called by screens that lead. It must not draw, nor know any input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/activities/sealed_state.h"
#include "app/design/frame.h"
#include "app/design/icons.h"

namespace standpoint {

struct NextStep {
  enum class Kind : std::uint8_t { none, open, close, reveal, next, back } kind = Kind::none;
  ActivityId activity;   // that is opened, closed, revealed or gone to
  std::string verb;      // "Open voting", "Next": never shortened
  std::string title;     // what it leads to, where the verb does not say it; may be shortened
  Icon icon = Icon::play;
  std::string after;     // one line for below: what comes of it, or what is missing
  bool possible = true;  // false: nothing can be taken yet, and `after` says what is missing

  // "Next: Who first?", as it is said.
  std::string label() const { return title.empty() ? verb : verb + ": " + title; }
};

// The activity the stage shows, or nullptr.
const Activity* staged_activity(const Workshop&);
// The next one of the agenda that can be gone to: the first planned one behind the stage's (behind the last one that was
// opened, when the stage shows none), else an earlier one that was left out and can be opened; nullptr when nothing is left.
const Activity* next_activity(const Workshop&);
// What is open, or closed and not revealed, while the stage shows something else: the first of the agenda; or nullptr.
const Activity* left_open(const Workshop&);
struct LeftOpenWords {
  std::string whole;  // "Voting is open: 9 of 14", "Discussion is open"
  std::string brief;  // "Voting: 9 of 14", "Discussion is open"
  std::string least;  // "9 of 14", "Open"
  std::string beside_title;  // "Open: 9 of 14", "Open"
};
LeftOpenWords left_open_words(const Workshop&, const Activity&, const SealedState&);
// Nothing is left to do with it.
bool is_over(const Workshop&, const Activity&);

NextStep next_step(const Workshop&);
// What is said where the button would be when nothing comes next: that it was the last one only when it is true.
std::string end_words(const Workshop&);
// Does it, with the timer: opening starts the activity's, closing and revealing stop it. Who goes on from a talk closes it, and a
// talk is open as soon as it is on the stage.
void take_next_step(const Workshop&, const NextStep&, Commands&);
// Puts it on the stage as it is.
void show_activity(const Activity&, Commands&);

}  // namespace standpoint
