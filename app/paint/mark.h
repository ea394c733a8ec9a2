// The program's mark. Called by screens that bear it: home, the lobby, the console.
#pragma once

#include "app/design/theme.h"
#include "app/paint/painter.h"

namespace standpoint {

// A ring open towards the top right, an indigo heart, a small ink satellite in the opening. `radius`: to the outer edge.
void paint_mark(Painter& painter, const Theme& theme, Vec centre, float radius);

}  // namespace standpoint
