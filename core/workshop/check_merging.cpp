// Rules about two stakeholders who are one person, and about taking that back: R338, R340.
#include <algorithm>

#include "core/workshop/check_rules.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// What is written about both has to fit in one place: nothing of it is cut.
Verdict check_together(const Workshop& w, const MergeStakeholders& a) {
  Workshop after = w;
  merge(after, a);
  const Stakeholder& one = *find(after, a.kept);
  if (Verdict no = check_text(one.needs, "What is written about the needs of both", max_text_bytes)) return no;
  if (Verdict no = check_text(one.expectations, "What is written about the expectations of both", max_text_bytes)) return no;
  if (Verdict no = check_text(one.note, "What is noted about both", max_note_bytes)) return no;
  for (const Tie& tie : after.ties)
    if (tie.from == a.kept || tie.to == a.kept)
      if (Verdict no = check_text(tie.note, "What is noted about a tie of both", max_text_bytes)) return no;
  return {};
}

bool about_both(const SeparateStakeholders& a, Item item) { return item == Item(a.kept.stakeholder) || item == Item(a.gone.id); }

Verdict check_fields_of(const Workshop& after, const SeparateStakeholders& a) {
  Stakeholder sound;
  sound.name = "-";
  if (a.kept.name) return refused(Why::malformed, "Whoever stays keeps their name; nothing was changed.");
  if (Verdict no = check_values(with_change(sound, a.kept))) return no;
  if (!a.stood.empty()) {
    const Stakeholder& one = *find(after, a.kept.stakeholder);
    sound.placed = one.placed;
    sound.at = one.at;
    sound.ring = one.ring;
    if (Verdict no = check_values(sound)) return no;
  }
  return check_values(a.gone);
}

Verdict check_ties_of(const Workshop& w, const Workshop& after, const SeparateStakeholders& a) {
  if (!strictly_sorted(a.ties)) return refused(Why::malformed, "The same tie is named twice in one step; nothing was changed.");
  for (const Tie& tie : a.ties) {
    if (Verdict no = check_returning_id(w, minted_by(tie.id), minted_nth(tie.id), true)) return no;
    if (!about_both(a, Item(tie.from)) && !about_both(a, Item(tie.to)))
      return refused(Why::malformed, "Only ties of these two can come back; nothing was changed.");
    const Tie* const there = find(after, tie.id);
    if (!there) return gone("stakeholder");
    if (Verdict no = check_values(after, *there)) return no;
  }
  return check_room_for(after.ties.size(), 0, max_items, "ties");
}

Verdict check_places_of(const Workshop& after, const SeparateStakeholders& a) {
  for (const RestoredPlace& restored : a.places) {
    const Board* const board = find(after, restored.board);
    if (!board) return gone("board");
    if (board->kind != BoardKind::canvas || !about_both(a, restored.place.item))
      return refused(Why::malformed, "Only places of these two can come back; nothing was changed.");
    if (Verdict no = check_on_board(restored.place.at)) return no;
  }
  return {};
}

Verdict check_parts_of(const Workshop& after, const SeparateStakeholders& a) {
  for (const RestoredActivity& restored : a.activities) {
    const Activity* const activity = find(after, restored.activity);
    if (!activity) return gone("activity");
    if (!strictly_sorted(restored.items) || !strictly_sorted(restored.stars))
      return refused(Why::malformed, "What comes back into an activity is not in order; nothing was changed.");
    if (Verdict no = check_parts(after, *activity)) return no;
  }
  for (const FirstWords& first : a.first_words) {
    if (first.item != Item(a.gone.id) || !find(after, first.activity))
      return refused(Why::malformed, "Only the words of whoever comes back can come back; nothing was changed.");
    if (Verdict no = check_text(first.words, "The name", max_text_bytes)) return no;
  }
  return {};
}

}  // namespace

Verdict check_action(const Workshop& w, SeatId, const MergeStakeholders& a) {
  if (!find(w, a.kept) || !find(w, a.gone)) return gone("stakeholder");
  if (a.kept == a.gone) return refused(Why::malformed, "This is one person already; nothing was changed.");
  return check_together(w, a);
}

// Whatever somebody else changed of it since stays: then they stay one.
Verdict check_action(const Workshop& w, SeatId, const SeparateStakeholders& a) {
  const MergedStakeholder* const merged = find_in(w.merged, a.gone.id);
  if (!thing_of(w, a.kept)) return gone("stakeholder");
  if (!merged || merged->kept != a.kept.stakeholder || find(w, a.gone.id))
    return refused(Why::not_found, "These are two people already; nothing was changed.");
  if (a.over != seen_in(w, a)) return refused(Why::changed_since, overtaken_words);
  if (Verdict no = check_room_for(w.stakeholders.size(), 1, max_items, "stakeholders")) return no;
  Workshop after = w;
  separate(after, a);
  if (Verdict no = check_fields_of(after, a)) return no;
  if (Verdict no = check_ties_of(w, after, a)) return no;
  if (Verdict no = check_places_of(after, a)) return no;
  return check_parts_of(after, a);
}

}  // namespace standpoint
