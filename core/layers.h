// The layers of the map that the facilitator opens and closes, with the activity on the stage: stances and conflicts. What
// lies in a closed layer is the facilitators' (R89, R126). Used by apply, check, audience and the map's screen; knows the model only.
#pragma once

#include "core/model.h"

namespace standpoint {

struct Layers {
  bool stance = true;
  bool conflicts = true;
  bool operator==(const Layers&) const = default;
};

// Those of the activity on the stage; with none there, all are open.
Layers open_layers(const Workshop&);
// The tie lies in a layer that is closed.
bool hidden(const Layers&, const Tie&);
// Stances are as nobody had set them, and there is no hidden tie.
void hide_closed_layers(Workshop&);
void hide_stances(Stakeholder&);

}  // namespace standpoint
