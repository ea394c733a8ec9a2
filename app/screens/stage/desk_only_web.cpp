// What hangs on the stage in the host's own window only, as tablets have it: nothing. There Frame::chrome is never set on a stage, so
// none of it is reached; only its code would be loaded. Linked instead of screens/pass, bar.cpp, activities/choices.cpp, activities/passing.cpp, pass.cpp
// and setup.cpp of the kinds, and boards/map/same_person.cpp.
#include "app/activities/place/hand.h"
#include "app/activities/vote/hand.h"
#include "app/boards/map/same_person.h"
#include "app/screens/pass/screen.h"
#include "app/screens/stage/bar.h"

namespace standpoint {

void open_pass(PassUi&, ActivityId) {}
void draw_pass_screen(const Frame&, const Workshop&, const SealedState&, PassUi&, Commands&) {}
void draw_stage_bar(const Frame&, const Workshop&, const StageState&, StageUi&, Commands&) {}
void draw_vote_setup(const Frame&, const Workshop&, const Activity&, VoteUi&, Commands&) {}
PassStep draw_ballot_page(const Frame&, const Workshop&, const Activity&, PassUi&, Commands&) { return PassStep::left; }
PassStep draw_placing_page(const Frame&, const Workshop&, const Activity&, PassUi&, Commands&) { return PassStep::left; }
void ask_same_person(const Workshop&, StakeholderId, StakeholderId, MapUi&) {}
float one_person_row_height(const Frame&, const MapFrame&) { return 0; }
void draw_one_person_row(const Frame&, const Workshop&, Box, MapUi&) {}
void draw_same_person(const Frame&, const Workshop&, const MapFrame&, MapUi&, Commands&) {}
void draw_choices(const Frame&, const Workshop&, const Activity&, Box, ChoicesUi&, Commands&) {}

}  // namespace standpoint
