// Talking and deciding: a discussion without a board shows what it is about, deciding collects the decisions wherever it
// happens. Called by stage.cpp.
#pragma once

#include <string>

#include "app/frame.h"

namespace standpoint {

struct TalkUi {
  std::string text_draft;   // of the next decision
  std::string owner_draft;
  bool focus_field = false;
};

void draw_talk(const Frame&, const Workshop&, const Activity&, TalkUi&, Commands&);

}  // namespace standpoint
