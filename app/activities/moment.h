// The button of the next step, the question before an early reveal, the line that says how secret a vote or a placing is, and the
// reveal as one moment. Called by the stage, its boards and the console. It must not know what is in any input.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/activities/next_step.h"
#include "app/activities/passing.h"
#include "app/activities/sealed_state.h"
#include "app/design/frame.h"
#include "app/design/measures.h"

namespace standpoint {

struct MomentUi {
  ActivityId asking_early;  // "Reveal before everyone has voted?" is open about this one; none: it is not
  double inert_until = 0;   // after a tap, so that a double tap cannot reveal
};

// A reveal is one moment: it plays on a screen that showed the activity before it, live or in replay, and only once.
struct RevealUi {
  ActivityId waiting;  // was on this screen before its reveal
  ActivityId playing;
  double since = 0;  // Frame::seconds
  std::vector<ActivityId> played;
};
// The activity is on this screen and not revealed yet.
void await_reveal(RevealUi& ui, ActivityId activity);
// How long ago the reveal of what is revealed here began, in ms, or nothing when it does not move (any more). Keeps frames
// coming until `lasts_ms` are over.
std::optional<float> reveal_in_motion(const Frame& frame, RevealUi& ui, ActivityId activity, float lasts_ms, Commands& commands);

// "Reveal before everyone has voted? 5 people lose their ballot."
struct EarlyQuestion {
  std::string title, body;
  std::string keep;  // "Keep voting"
};
EarlyQuestion early_question(const Activity& activity, const SealedState& sealed);
// "9 of 14 have voted", and what else the phase says: "Not open yet", "Voting is closed, 9 of 14".
std::string progress_words(const Activity& activity, const SealedState& sealed);
// Lock (anonymous) or person (named) and its sentence, `at` being the left middle of its first line. Shown before the first input.
struct SecrecyLook {
  TextStyle style = stage_type::label;
  float room = 1200;  // lines are no wider
};
void draw_secrecy(const Frame& frame, const Activity& activity, Vec at, const SecrecyLook& look = {});
float secrecy_width(const Frame& frame, const Activity& activity, const TextStyle& style = stage_type::label);

// The button of the next step, as wide as its box whatever it says: a title is shortened, what it does is not. A tap takes the step,
// or opens the question before an early reveal.
void draw_next_step(const Frame& frame, const Workshop& workshop, const NextStep& step, const SealedState& sealed, Box box, MomentUi& ui,
                    Commands& commands);
// The pill of what is open, or closed and not revealed, while the stage shows something else: how far it is, in as many words as
// there is room for, and the way back to it in one tap.
void draw_left_open(const Frame& frame, const Workshop& workshop, const Activity& open, const SealedState& sealed, Box pill, Commands& commands);
// What else a phase offers, right-aligned in `row`: passing the screen, opening again; nothing for who may not press them.
void draw_beside_step(const Frame& frame, const Activity& activity, Box row, PassUi& pass, Commands& commands);
// The early-reveal question, over everything; call it last.
void draw_early_reveal(const Frame& frame, const Workshop& workshop, const SealedState& sealed, MomentUi& ui, Commands& commands);
// What its answer does; the question closes by itself when there is nothing to reveal any more.
const Activity* asked_early(const Workshop& workshop, MomentUi& ui);
void answer_early(const Workshop& workshop, const Activity& activity, bool reveal, MomentUi& ui, Commands& commands);

}  // namespace standpoint
