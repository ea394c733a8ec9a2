// What leaves the host for a role. Facilitators get events as they are; for everybody else private fields are emptied and
// closed layers left out, and the stage, which a whole room reads, is not told whose a named input is.
#include "core/workshop/audience.h"

#include <algorithm>
#include <utility>

#include "core/workshop/changes.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

void forget_seats(std::vector<RevealedInput>& inputs) {
  for (RevealedInput& revealed : inputs) revealed.seat = {};
}

template <class A>
void hide_seats(A&) {}
void hide_seats(RevealActivity& a) { forget_seats(a.inputs); }
void hide_seats(RestoreItems& a) {
  for (RestoredActivity& restored : a.activities) forget_seats(restored.inputs);
}

void hide_seats(SeparateStakeholders& a) {
  for (RestoredActivity& restored : a.activities) forget_seats(restored.inputs);
}

void hide_private(const Layers& open, Stakeholder& stakeholder) {
  stakeholder.note.clear();
  if (!open.stance) hide_stances(stakeholder);
}

bool is_hidden(const Workshop& w, const Layers& open, TieId id) {
  const Tie* const tie = find(w, id);
  return tie && hidden(open, *tie);
}

template <class A>
bool about_nothing(const A& a) { return a.stakeholders.empty() && a.ties.empty() && a.cards.empty(); }

// ---- one overload per action that tells something private: nullopt when nothing else is left of it ----

using Public = std::optional<Action>;

template <class A>
Public open_part(const Workshop&, const Layers&, A&& a) { return std::forward<A>(a); }
Public open_part(const Workshop&, const Layers&, SealInput&&) { return {}; }
Public open_part(const Workshop&, const Layers&, WriteNotes&&) { return {}; }
Public open_part(const Workshop&, const Layers&, ChangeNotes&&) { return {}; }
Public open_part(const Workshop&, const Layers&, TellReceipts&&) { return {}; }

Public open_part(const Workshop&, const Layers& open, AddStakeholder&& a) {
  hide_private(open, a.stakeholder);
  return std::move(a);
}

Public open_part(const Workshop&, const Layers& open, DescribeStakeholder&& a) {
  hide_private(open, a.stakeholder);
  return std::move(a);
}

// Not a word about the fields that are not for them; `over` tells of these, too.
void hide_private(const Layers& open, ChangeStakeholder& a) {
  a.over = 0;
  a.note.reset();
  if (!open.stance) {
    a.stance.reset();
    a.desired_stance.reset();
  }
}

// What is left of it.
Public open_part(const Workshop&, const Layers& open, ChangeStakeholder&& a) {
  hide_private(open, a);
  if (a == ChangeStakeholder{a.stakeholder}) return {};
  return std::move(a);
}

Public open_part(const Workshop&, const Layers& open, AddTie&& a) {
  if (hidden(open, a.tie)) return {};
  return std::move(a);
}

// A tie that becomes a conflict goes, one that was a conflict comes.
Public open_tie(const Workshop& w, const Layers& open, const Tie& after, Action&& a) {
  const bool was_hidden = is_hidden(w, open, after.id);
  if (hidden(open, after)) return was_hidden ? Public() : Public(RemoveItems{{}, {after.id}, {}});
  return was_hidden ? Public(AddTie{after}) : Public(std::move(a));
}

Public open_part(const Workshop& w, const Layers& open, DescribeTie&& a) {
  const Tie after = a.tie;
  return open_tie(w, open, after, std::move(a));
}

Public open_part(const Workshop& w, const Layers& open, ChangeTie&& a) {
  const Tie* const tie = thing_of(w, a);
  if (!tie) return {};
  Tie after = *tie;
  put_into(after, a);
  a.over = 0;
  return open_tie(w, open, after, std::move(a));
}

Public open_part(const Workshop& w, const Layers& open, RemoveItems&& a) {
  const bool some = std::erase_if(a.ties, [&](TieId id) { return is_hidden(w, open, id); }) > 0;
  if (some && about_nothing(a)) return {};
  return std::move(a);
}

Public open_part(const Workshop&, const Layers& open, RestoreItems&& a) {
  for (Stakeholder& stakeholder : a.stakeholders) hide_private(open, stakeholder);
  const bool some = std::erase_if(a.ties, [&](const Tie& tie) { return hidden(open, tie); }) > 0;
  if (some && about_nothing(a)) return {};
  return std::move(a);
}

Public open_part(const Workshop&, const Layers& open, SeparateStakeholders&& a) {
  a.over = 0;
  hide_private(open, a.kept);
  hide_private(open, a.gone);
  std::erase_if(a.ties, [&](const Tie& tie) { return hidden(open, tie); });
  return std::move(a);
}

// ---- numbers that tell who did what is told as a blank ----

// Only those who lead do what others do not see. A gap in the numbers of their commands would tell of it, so nobody else learns these.
bool leads(const Workshop& w, SeatId seat) {
  const Seat* const sits = find(w, seat);
  return sits && sits->role == Role::facilitator;
}

void forget_numbers(Workshop& w) {
  for (Seat& seat : w.seats) seat.last_counter = seat.minted = 0;
}

// ---- events whose effect on what is hidden cannot be read off them afterwards ----

template <class A>
bool any(std::span<const Event> events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) { return std::holds_alternative<A>(event.action); });
}

// Rather once too often than once too seldom.
bool may_change_layers(const Workshop& now, std::span<const Event> events) {
  if (any<RemoveActivity>(events) || any<ShowOnStage>(events)) return true;
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    const auto* const described = std::get_if<DescribeActivity>(&event.action);
    const auto* const changed = std::get_if<ChangeActivity>(&event.action);
    return (described && described->activity.id == now.stage.activity) || (changed && (changed->show_stance || changed->show_conflicts));
  });
}

bool may_change_who_leads(std::span<const Event> events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    const auto* const changed = std::get_if<ChangeSeat>(&event.action);
    return std::holds_alternative<DescribeSeat>(event.action) || (changed && changed->role);
  });
}

bool may_concern_hidden_ties(std::span<const Event> events) {
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    const auto* const removal = std::get_if<RemoveItems>(&event.action);
    return std::holds_alternative<DescribeTie>(event.action) || std::holds_alternative<ChangeTie>(event.action) || (removal && !removal->ties.empty());
  });
}

}  // namespace

Workshop as_seen_by(Role role, const Workshop& workshop) { return as_seen_by(role, workshop, open_layers(workshop)); }

Workshop as_seen_by(Role role, const Workshop& workshop, const Layers& open) {
  Workshop seen = workshop;
  if (role == Role::facilitator) return seen;
  seen.notes.clear();
  forget_numbers(seen);
  for (Stakeholder& stakeholder : seen.stakeholders) stakeholder.note.clear();
  hide_closed_layers(seen, open);
  if (role == Role::stage)
    for (Activity& activity : seen.activities) forget_seats(activity.inputs);
  return seen;
}

std::optional<Event> as_seen_by(Role role, const Workshop& before, const Event& event) {
  if (std::holds_alternative<SealInput>(event.action)) return {};  // never an event; were it one, nobody may see it
  Event seen = event;
  if (role == Role::facilitator) return seen;
  const Layers open = open_layers(before);
  Public action = std::visit([&](auto& a) { return open_part(before, open, std::move(a)); }, seen.action);
  if (!action) return {};
  seen.action = std::move(*action);
  if (leads(before, event.by)) seen.counter = 0;
  if (role == Role::stage) std::visit([](auto& a) { hide_seats(a); }, seen.action);
  return seen;
}

bool seen_alike_from(Role role, const Workshop& now, std::span<const Event> latest) {
  if (role == Role::facilitator) return true;
  if (may_change_layers(now, latest) || may_change_who_leads(latest)) return false;
  return open_layers(now).conflicts || !may_concern_hidden_ties(latest);
}

}  // namespace standpoint
