// A kind that the house does not know: everybody claps for one of the choices, and the loudest wins. It is here to see that two rows are all
// a method needs; its tables stand in the place of the program's own.
#pragma once

#include "app/activities/activities.h"
#include "core/activities/activities.h"

namespace standpoint::testing {

extern const ActivityRules applause_rules;
extern const ActivityScreens applause_screens;
// Behind the last kind that there is.
ActivityKind applause();

}  // namespace standpoint::testing
