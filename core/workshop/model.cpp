// Look-ups in the Workshop. Nothing here changes it.
#include "core/workshop/model.h"

#include <algorithm>

#include "core/activities/activities.h"
#include "core/workshop/sorted.h"

namespace standpoint {

const Seat* find(const Workshop& w, SeatId id) { return find_in(w.seats, id); }
const Stakeholder* find(const Workshop& w, StakeholderId id) { return find_in(w.stakeholders, id); }
const Tie* find(const Workshop& w, TieId id) { return find_in(w.ties, id); }
const Board* find(const Workshop& w, BoardId id) { return find_in(w.boards, id); }
const Card* find(const Workshop& w, CardId id) { return find_in(w.cards, id); }
const Activity* find(const Workshop& w, ActivityId id) { return find_in(w.activities, id); }

bool exists(const Workshop& w, Item item) {
  return item.kind == Item::Kind::stakeholder ? find(w, StakeholderId{item.id}) != nullptr
                                              : find(w, CardId{item.id}) != nullptr;
}

bool says_the_same(const Tie& a, const Tie& b) {
  if (a.kind != b.kind || a.id == b.id) return false;
  const bool symmetric = a.kind == TieKind::trusts || a.kind == TieKind::conflicts_with;
  return (a.from == b.from && a.to == b.to) || (symmetric && a.from == b.to && a.to == b.from);
}

std::string name_of(const Workshop& w, Item item) {
  if (item.kind == Item::Kind::stakeholder) {
    const Stakeholder* const stakeholder = find(w, StakeholderId{item.id});
    return stakeholder ? stakeholder->name : std::string();
  }
  const Card* const card = find(w, CardId{item.id});
  return card ? card->text : std::string();
}

const Board* first_board(const Workshop& w, BoardKind kind) {
  const auto at = std::find_if(w.boards.begin(), w.boards.end(), [&](const Board& b) { return b.kind == kind; });
  return at == w.boards.end() ? nullptr : &*at;
}

bool collects_inputs(const Workshop& w, const Activity& a) {
  const ActivityRules& rules = rules_of(a);
  return rules.in_secret && rules.in_secret(w, a);
}

bool holds_inputs(const Workshop& w, const Activity& a) {
  return collects_inputs(w, a) && (a.phase == Phase::open || a.phase == Phase::closed);
}

const Activity* answered_on(const Workshop& w, BoardId board) {
  const auto at = std::find_if(w.activities.begin(), w.activities.end(), [&](const Activity& a) {
    return a.board == board && a.phase == Phase::open && collects_inputs(w, a);
  });
  return at == w.activities.end() ? nullptr : &*at;
}

std::uint32_t next_nth(const Workshop& w, SeatId id) {
  const Seat* const seat = find(w, id);
  return seat ? seat->minted + 1 : 0;
}

// Merging goes from seat to seat and never in a circle.
SeatId person_of(const Workshop& w, SeatId id) {
  for (const Seat* seat = find(w, id); seat && seat->merged_into; seat = find(w, seat->merged_into)) id = seat->merged_into;
  return id;
}

bool was_cleared(const Workshop& w, SeatId id) { return id && id < next_seat(w) && find(w, id) == nullptr; }

SeatId next_seat(const Workshop& w) { return SeatId{w.seats.empty() ? 1 : w.seats.back().id.value + 1}; }

}  // namespace standpoint
