// Where the placements of a revealed Canvas lie thick: one density over all of them, or over those of one item. A pure
// value for the canvas screen and app/paint. It knows only the points that the board already shows, so it can tell no more.
#pragma once

#include <vector>

#include "core/boards/canvas.h"

namespace standpoint {

// Density at regular points of the board, the thickest 1; row by row from the top left (low x, high y).
struct Heat {
  int columns = 0, rows = 0;  // both 0 when there is nothing to show
  std::vector<float> values;
  std::int32_t radius = 0;  // how far one placement reaches, board units
};

// Kernel: Silverman, Density Estimation (1986), eq. 4.5: (1 - d²)² within the radius, the one of most heat maps. Radius: his
// rule for it (table 4.1), 2.78 sigma n^(-1/6), sigma being how far placements of one item lie from their mean, on average
// over the items: the rule over everybody at once would blur the groups together. Never under 0.6 nor over 1.6 of 10.
// `only` with id 0: every item.
Heat heat_of(const CanvasBoard&, Item only = {});

}  // namespace standpoint
