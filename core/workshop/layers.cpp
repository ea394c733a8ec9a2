// What is in a layer that the facilitator has not opened. See layers.h.
#include "core/workshop/layers.h"

namespace standpoint {

Layers open_layers(const Workshop& w) {
  const Activity* const staged = find(w, w.stage.activity);
  return staged ? Layers{staged->show_stance, staged->show_conflicts} : Layers{};
}

Layers layers_for_facilitators(const Workshop& w) { return w.stage.activity ? open_layers(w) : Layers{true, true}; }

bool hidden(const Layers& open, const Tie& tie) { return tie.kind == TieKind::conflicts_with && !open.conflicts; }

void hide_stances(Stakeholder& stakeholder) { stakeholder.stance = stakeholder.desired_stance = Stakeholder{}.stance; }

void hide_closed_layers(Workshop& w, const Layers& open) {
  if (!open.stance)
    for (Stakeholder& stakeholder : w.stakeholders) hide_stances(stakeholder);
  if (!open.conflicts) std::erase_if(w.ties, [&](const Tie& tie) { return hidden(open, tie); });
}

}  // namespace standpoint
