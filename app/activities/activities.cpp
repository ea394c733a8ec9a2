// What every kind is asked, and the rows of those that happen on their board, with nothing else to draw. The table itself is in table.cpp.
#include "app/activities/activities.h"

#include "app/activities/rows.h"

namespace standpoint {

const ActivityScreens& screens_of(ActivityKind kind) { return *all_screens()[static_cast<std::size_t>(kind)]; }

const ActivityScreens brainstorm_screens{.icon = Icon::lightbulb, .added_by_hand = true};
const ActivityScreens nominate_screens{.icon = Icon::user_plus};
const ActivityScreens rate_screens{.icon = Icon::gauge};
const ActivityScreens discuss_screens{.icon = Icon::chats_circle, .added_by_hand = true};

}  // namespace standpoint
