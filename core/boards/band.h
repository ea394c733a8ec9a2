// The map's rings as bands in map units: where in its ring somebody may stand. Called by the layout and by painters of
// the rings. Only + - * / and square roots, so that a tablet and the stage compute the same picture; the ring that the
// fold records is ring_at in core/workshop/geometry.h.
#pragma once

#include "core/boards/map.h"

namespace standpoint {

// Radii on the superellipse scale, 0 the middle of the map and 1 its edge: where the layout puts people of a ring.
// Narrower than the ring itself, so that nodes keep clear of its lines.
struct Band { double inner = 0, middle = 0, outer = 1; };
// `scale` is node_scale: smaller nodes come closer to the lines, so that more of them fit.
Band band_of(Ring, double scale);

// |x / 740|^2.5 + |y / 440|^2.5: 1 on the outermost edge, and r^2.5 on the ring line of radius r.
double level_of(MapPoint);
// The point in the same direction from the middle on the ring line of that radius.
MapPoint at_radius(MapPoint direction, double radius);
// The point itself when it lies in the band, else the band's nearest one in the same direction.
MapPoint kept_in(MapPoint, const Band&);

}  // namespace standpoint
