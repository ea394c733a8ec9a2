// What a planned vote or placing is about, chosen from the cards or the people of the session; each tap is one ChangeSetup.
// Called by the setups of both. It must not know what kind of activity it chooses for.
#pragma once

#include "app/design/frame.h"
#include "core/workshop/changes.h"

namespace standpoint {

struct ChoicesUi {
  ActivityId of;        // seen last: another one begins with the list that its choices are from
  bool people = false;  // listed: stakeholders instead of cards
  std::size_t page = 0;
};

// Everything that can be chosen, in pages; a tap takes a thing in or out.
void draw_choices(const Frame&, const Workshop&, const Activity&, Box, ChoicesUi&, Commands&);

// What `change` makes of an activity, or nothing when nothing changes.
template <class Change>
void describe_activity(Commands& commands, const Activity& shown, Change change) {
  Activity changed = shown;
  change(changed);
  commands.change(changes_of(shown, changed));
}

}  // namespace standpoint
