// The rows of the table of screens: one a kind. Included by what makes a table of them only.
#pragma once

#include "app/activities/activities.h"

namespace standpoint {

extern const ActivityScreens brainstorm_screens;
extern const ActivityScreens nominate_screens;
extern const ActivityScreens place_screens;
extern const ActivityScreens vote_screens;
extern const ActivityScreens rate_screens;
extern const ActivityScreens discuss_screens;
extern const ActivityScreens decide_screens;

}  // namespace standpoint
