// The inverse of a merge: what the merge changes, as it was before it, and how that stands afterwards. See merging.h.
#include <algorithm>
#include <utility>

#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "core/workshop/merging.h"
#include "core/workshop/seen.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

bool stand_alike(const Stakeholder& a, const Stakeholder& b) { return a.placed == b.placed && a.at == b.at && a.ring == b.ring; }

void note(Seen& seen, BoardPoint at) {
  seen.number(static_cast<std::uint64_t>(at.x));
  seen.number(static_cast<std::uint64_t>(at.y));
}

void note(Seen& seen, const Tie* tie) {
  seen.number(tie ? 1 : 0);
  if (!tie) return;
  seen.number(tie->from.value);
  seen.number(tie->to.value);
  seen.number(static_cast<std::uint64_t>(tie->kind));
  seen.number(tie->strength);
  seen.text(tie->note);
}

void note(Seen& seen, const Dots& dots) { seen.number(dots.count); }
void note(Seen& seen, const CanvasPlace& place) { note(seen, place.at); }

template <class Entries>
void note_entry(Seen& seen, const Entries& entries, Item item) {
  const auto* const entry = find_in(entries, item);
  seen.number(entry ? 1 : 0);
  if (entry) note(seen, *entry);
}

void note(Seen& seen, const Activity* activity, Item item) {
  seen.number(activity ? 1 : 0);
  if (!activity) return;
  seen.number(find_in(items_of(*activity), item) ? 1 : 0);
  seen.number(find_in(stars_of(*activity), item) ? 1 : 0);
  seen.number(activity->inputs.size());
  for (const RevealedInput& revealed : activity->inputs)
    std::visit([&](const auto& input) { note_entry(seen, entries_of(input), item); }, revealed.input);
}

}  // namespace

SeparateStakeholders separation(const Workshop& before, const MergeStakeholders& merge_of) {
  const Stakeholder &kept = *find(before, merge_of.kept), &gone = *find(before, merge_of.gone);
  Workshop after = before;
  merge(after, merge_of);
  SeparateStakeholders back;
  back.gone = gone;
  back.kept.stakeholder = kept.id;
  const Stakeholder& one = *find(after, kept.id);
  if (const std::optional<Action> fields = change_of(one, kept)) back.kept = std::get<ChangeStakeholder>(*fields);
  back.kept.over = 0;  // the whole is over what the merge made
  if (!stand_alike(one, kept)) back.stood = {{kept.id, kept.placed, kept.at, kept.ring}};
  for (const Tie& tie : before.ties)
    if (const Tie* const now = find(after, tie.id); !now || *now != tie) back.ties.push_back(tie);
  for (const Board& board : before.boards) {
    if (!find_in(board.places, Item(gone.id))) continue;
    for (const Item item : {Item(kept.id), Item(gone.id)})
      if (const CanvasPlace* const there = find_in(board.places, item)) back.places.push_back({board.id, *there});
  }
  for (const Activity& activity : before.activities)
    if (holds(activity, Item(gone.id))) back.activities.push_back({activity.id, items_of(activity), activity.inputs, stars_of(activity)});
  for (const FirstWords& first : before.first_words)
    if (first.item == Item(gone.id) && !find_in(after.first_words, key_of(first))) back.first_words.push_back(first);
  back.over = seen_in(after, back);
  return back;
}

std::uint64_t seen_in(const Workshop& w, const SeparateStakeholders& a) {
  Seen seen;
  const Stakeholder* const one = thing_of(w, a.kept);
  if (!one) return seen.whole();
  seen.number(seen_in(*one, a.kept));
  if (!a.stood.empty()) {
    seen.number(one->placed ? 1 : 0);
    seen.number(static_cast<std::uint64_t>(one->ring));
    note(seen, one->at);
  }
  for (const Tie& tie : a.ties) note(seen, find(w, tie.id));
  for (const RestoredPlace& restored : a.places) {
    const bool own = std::any_of(a.places.begin(), a.places.end(), [&](const RestoredPlace& other) {
      return other.board == restored.board && other.place.item == Item(one->id);
    });
    const Board* const board = find(w, restored.board);
    seen.number(board ? 1 : 0);
    if (board && !own) note_entry(seen, board->places, Item(one->id));
  }
  for (const RestoredActivity& restored : a.activities) note(seen, find(w, restored.activity), Item(one->id));
  return seen.whole();
}

}  // namespace standpoint
