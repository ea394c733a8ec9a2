// Every state of every widget on one sheet, as the design shows them (screen 17). Called by every_screen.cpp.
#pragma once

#include "app/design/frame.h"

namespace standpoint::testing {

// Nothing on it can be meant by a tap, but what looks like a button is one.
void draw_component_states(const Frame&);

}  // namespace standpoint::testing
