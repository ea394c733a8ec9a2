// The layers of the map that the facilitator opens and closes, with the activity on the stage: stances and conflicts. What
// lies in a closed layer is the facilitators' (R89, R126). Used by apply, check, audience and the map's screen; knows the model only.
#pragma once

#include "core/workshop/model.h"

namespace standpoint {

struct Layers {
  bool stance = false;
  bool conflicts = false;
  bool operator==(const Layers&) const = default;
};

// What the room may see: what the activity on the stage opens, and with none there nothing.
Layers open_layers(const Workshop&);
// What a facilitator's own window and the files drawn for them show: what the room may see while an activity is on the stage, for
// it is often the room's screen too; with none there they look at their own file, and all is open.
Layers layers_for_facilitators(const Workshop&);
// The tie lies in a layer that is closed.
bool hidden(const Layers&, const Tie&);
// Stances are as nobody had set them, and there is no hidden tie.
void hide_closed_layers(Workshop&, const Layers& open);
void hide_stances(Stakeholder&);

}  // namespace standpoint
