// Two stakeholders of the map who are one person, added twice: the offer while both are selected, and the question who of them stays (R343).
// In the host's own window only: whoever leads merges. Called by the map's screen.
#pragma once

#include "app/boards/map/screen.h"

namespace standpoint {

struct MapFrame;

// Two are selected, and whoever leads looks at them.
bool offers_same_person(const Frame& frame, const MapFrame& map, const MapUi& ui);
// Where that is, in design pixels: left of the tools, or below the field that searches there.
Box same_person_box(const Frame& frame, const MapFrame& map, const MapUi& ui);
// Where a tie is drawn between two, the same can be said of them: so by touch too, which selects one at a time. How much room the row takes
// below the kinds; 0: it is not offered.
float one_person_row_height(const Frame& frame, const MapFrame& map);
void draw_one_person_row(const Frame& frame, const Workshop& workshop, Box row, MapUi& ui);
// Of two: who stays until somebody chooses otherwise. The one with more ties, else who is placed, else the first.
void ask_same_person(const Workshop& workshop, StakeholderId one, StakeholderId other, MapUi& ui);
void draw_same_person(const Frame& frame, const Workshop& workshop, const MapFrame& map, MapUi& ui, Commands& commands);

}  // namespace standpoint
