// What leaves the host for a role. Facilitators get events as they are; for everybody else private fields are emptied,
// and the stage, which a whole room reads, is not told whose a named input is.
#include "core/audience.h"

namespace standpoint {
namespace {

void forget_seats(std::vector<RevealedInput>& inputs) {
  for (RevealedInput& revealed : inputs) revealed.seat = {};
}

template <class A>
void hide_notes(A&) {}
void hide_notes(AddStakeholder& a) { a.stakeholder.note.clear(); }
void hide_notes(DescribeStakeholder& a) { a.stakeholder.note.clear(); }
void hide_notes(RestoreItems& a) {
  for (Stakeholder& stakeholder : a.stakeholders) stakeholder.note.clear();
}

template <class A>
void hide_seats(A&) {}
void hide_seats(RevealActivity& a) { forget_seats(a.inputs); }
void hide_seats(RestoreItems& a) {
  for (RestoredActivity& restored : a.activities) forget_seats(restored.inputs);
}

}  // namespace

Workshop as_seen_by(Role role, const Workshop& workshop) {
  Workshop seen = workshop;
  if (role == Role::facilitator) return seen;
  seen.notes.clear();
  for (Stakeholder& stakeholder : seen.stakeholders) stakeholder.note.clear();
  if (role == Role::stage)
    for (Activity& activity : seen.activities) forget_seats(activity.inputs);
  return seen;
}

std::optional<Event> as_seen_by(Role role, const Event& event) {
  if (std::holds_alternative<SealInput>(event.action)) return {};  // never an event; were it one, nobody may see it
  if (role != Role::facilitator && std::holds_alternative<WriteNotes>(event.action)) return {};
  Event seen = event;
  if (role != Role::facilitator) std::visit([](auto& a) { hide_notes(a); }, seen.action);
  if (role == Role::stage) std::visit([](auto& a) { hide_seats(a); }, seen.action);
  return seen;
}

}  // namespace standpoint
