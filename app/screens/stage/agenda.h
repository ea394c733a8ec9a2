// The agenda: a panel at the left that lists the activities, shows one on the stage, adds more, and holds what belongs to
// the whole session (title, people, bookmarks). Opened by the facilitator; never on the bare stage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/activities/next_step.h"
#include "app/design/frame.h"

namespace standpoint {

struct AgendaUi {
  bool open = false;
  bool adding = false;                     // the form of a new activity is open
  ActivityKind kind = ActivityKind::vote;  // of the new activity
  std::string title_draft;
  std::string bookmark_draft;
  bool bookmarking = false;
  bool focus_field = false;
  float scroll = 0;
};

// The form of a new activity (its kind, its title), from the top of the box down. Returns the activity to be added; that,
// Cancel and Esc end `adding`.
std::optional<Activity> draw_activity_form(const Frame&, const Workshop&, AgendaUi&, Box);

// Where the panel lies on the desk: above the facilitator's bar, as high as the window lets it. A board steps aside for it
// (Frame::beside).
Box agenda_panel(const Frame& desk);
// `staged`, `elsewhere`: how many have answered what the stage shows and what is left open. A choice and Esc close it.
void draw_agenda(const Frame&, const Workshop&, const SealedState& staged, const SealedState& elsewhere, AgendaUi&, Commands&);

}  // namespace standpoint
