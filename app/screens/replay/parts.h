// The parts of the replay screen that stand in files of their own. Included in this folder only. All are laid out in the desk's pixels.
#pragma once

#include "app/screens/replay/replay.h"

namespace standpoint {

// "24:16", and from an hour on "1:24:16".
std::string clock_words(std::int64_t ms);
// How the moments of a session are told: since its start, in one of more than two days by the clock; and with what the other says.
std::string told_moment(const ReplayTimeline&, std::int64_t ms);
std::string moment_in_full(const ReplayTimeline&, std::int64_t ms);

// Everybody but stages, the room before who leads it.
std::vector<const Seat*> people_of(const Workshop&);
// Whose events are listed: "Everyone", or a name.
std::string whose_words(const Workshop& latest, const ReplayUi&);

// "What happened": the events round the moment, in plain words; a tap jumps there.
void draw_happened(const Frame&, const Replay&, ReplayUi&, Box);
// In its place while somebody or a board is being chosen: all of them, with a search.
void draw_choices(const Frame&, const Replay&, const Workshop& shown, ReplayUi&, Box);
// Opens it, or shuts it when it is open.
void choose(ReplayUi&, ReplayUi::Choosing);
// Bookmarks, density, activity spans and the playhead; a tap or drag anywhere scrubs.
void draw_timeline(const Frame&, const Replay&, ReplayUi&, Box);

}  // namespace standpoint
