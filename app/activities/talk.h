// Talking and deciding: a discussion without a board shows what it is about, deciding collects the decisions wherever it
// happens; there each can be read whole, changed and taken back. Called by screens/stage/stage.cpp and screens/console/decisions.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "app/design/frame.h"

namespace standpoint {

struct TalkUi {
  std::string text_draft;   // of the next decision, or of the one that is changed
  std::string owner_draft;
  DecisionId changing;      // none: the next one is written
  Decision began;           // the one that is changed, as it was when somebody began: what they did not touch stays as others make it
  bool focus_field = false;
  std::optional<std::size_t> page;  // of the decisions; none: the newest stay in sight
  std::size_t pages = 1;            // how many there were in the last frame
};

void draw_talk(const Frame&, const Workshop&, const Activity&, TalkUi&, Commands&);
// The decisions in the hand of whoever leads from a tablet: the form first, where a keyboard leaves it in sight, and the list below.
// True: Esc was meant for the form.
bool draw_decisions_on_sheet(const Frame&, const Workshop&, const Activity&, Box, TalkUi&, Commands&);

}  // namespace standpoint
