// Two become one and two again. See merging.h; the inverse is made in separation.cpp.
#include "core/workshop/merging.h"

#include <algorithm>
#include <utility>

#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// Both texts, the one's own first.
void join(std::string& kept, const std::string& gone) {
  if (!gone.empty() && kept != gone) kept.append(kept.empty() ? "" : "\n").append(gone);
}

template <class Value>
void fill(Value& kept, const Value& gone, const Value& unset) {
  if (kept == unset) kept = gone;
}

void merge_ties(Workshop& w, const MergeStakeholders& a) {
  const auto hangs_on = [&](const Tie& tie) { return tie.from == a.gone || tie.to == a.gone; };
  for (auto at = w.ties.begin(); (at = std::find_if(w.ties.begin(), w.ties.end(), hangs_on)) != w.ties.end();) {
    Tie tie = *at;
    take_out(w.ties, tie.id);
    (tie.from == a.gone ? tie.from : tie.to) = a.kept;
    const auto same = std::find_if(w.ties.begin(), w.ties.end(), [&](const Tie& other) { return says_the_same(tie, other); });
    if (same != w.ties.end()) {
      same->strength = std::max(same->strength, tie.strength);
      join(same->note, tie.note);
    } else if (tie.from != tie.to) {
      put_in(w.ties, std::move(tie));
    }
  }
}

// What an activity was opened with keeps its words (R200), whoever stands for it now.
void merge_words(Workshop& w, const Activity& activity, const MergeStakeholders& a, const std::string& name) {
  if (activity.phase == Phase::planned || !find_in(items_of(activity), Item(a.gone))) return;
  const std::string words = words_in(w, activity.id, Item(a.gone));
  take_out(w.first_words, std::pair(activity.id, Item(a.gone)));
  if (!find_in(items_of(activity), Item(a.kept)) && words != name) put_in(w.first_words, FirstWords{activity.id, Item(a.kept), words});
}

}  // namespace

Item standing_for(const Workshop& w, Item item) {
  for (std::size_t n = 0; n < w.merged.size() && item.kind == Item::Kind::stakeholder; ++n) {  // never in a circle
    const MergedStakeholder* const merged = find_in(w.merged, StakeholderId{item.id});
    if (!merged) break;
    item = Item(merged->kept);
  }
  return item;
}

void read_as_merged(const Workshop& w, const Activity& activity, Input& input) {
  for (const MergedStakeholder& merged : w.merged) move_over(input, Item(merged.gone), standing_for(w, Item(merged.gone)), vote_of(activity).dots_per_item);
}

bool has_merged(const Workshop& w, const Activity& activity) {
  return std::any_of(w.merged.begin(), w.merged.end(), [&](const MergedStakeholder& merged) { return find_in(items_of(activity), standing_for(w, Item(merged.gone))); });
}

Stakeholder joined(Stakeholder kept, const Stakeholder& gone) {
  const Stakeholder unset;
  fill(kept.role, gone.role, unset.role);
  fill(kept.organisation, gone.organisation, unset.organisation);
  fill(kept.formal_power, gone.formal_power, unset.formal_power);
  fill(kept.stance, gone.stance, unset.stance);
  fill(kept.desired_stance, gone.desired_stance, unset.desired_stance);
  join(kept.needs, gone.needs);
  join(kept.expectations, gone.expectations);
  join(kept.note, gone.note);
  if (!kept.placed && gone.placed) {
    kept.placed = true;
    kept.at = gone.at;
    kept.ring = gone.ring;
  }
  return kept;
}

void merge(Workshop& w, const MergeStakeholders& a) {
  Stakeholder* const kept = find_in(w.stakeholders, a.kept);
  const Stakeholder* const gone = find(w, a.gone);
  if (!kept || !gone || kept == gone) return;
  *kept = joined(*kept, *gone);
  merge_ties(w, a);
  for (Board& board : w.boards)
    if (const CanvasPlace* const there = find_in(board.places, Item(a.gone))) {
      const CanvasPlace place{Item(a.kept), there->at};
      take_out(board.places, Item(a.gone));
      put_in(board.places, place);
    }
  for (Activity& activity : w.activities) {
    merge_words(w, activity, a, kept->name);
    move_over(activity, Item(a.gone), Item(a.kept));
  }
  take_out(w.stakeholders, a.gone);
  take_out(w.merged, a.kept);  // who is there stands for themselves
  put_in(w.merged, MergedStakeholder{a.gone, a.kept});
}

void separate(Workshop& w, const SeparateStakeholders& a) {
  Stakeholder* const one = thing_of(w, a.kept);
  if (!one || find(w, a.gone.id)) return;
  put_into(*one, a.kept);
  for (const StakeholderMove& stood : a.stood) {
    one->placed = stood.placed;
    one->at = stood.at;
    one->ring = stood.ring;
  }
  const Item kept(one->id), gone(a.gone.id);
  put_in(w.stakeholders, a.gone);
  take_out(w.merged, a.gone.id);
  for (const Tie& tie : a.ties) {
    take_out(w.ties, tie.id);
    if (find(w, tie.from) && find(w, tie.to)) put_in(w.ties, tie);
  }
  for (const RestoredPlace& restored : a.places) {
    Board* const board = find_in(w.boards, restored.board);
    if (!board || restored.place.item != gone) continue;
    const auto own = [&](const RestoredPlace& other) { return other.board == board->id && other.place.item == kept; };
    if (std::none_of(a.places.begin(), a.places.end(), own)) take_out(board->places, kept);
    put_in(board->places, restored.place);
  }
  for (const RestoredActivity& restored : a.activities) {
    Activity* const activity = find_in(w.activities, restored.activity);
    if (!activity || activity->inputs.size() != restored.inputs.size()) continue;
    if (!find_in(restored.items, kept)) take_out(w.first_words, std::pair(activity->id, kept));
    for (const Item item : {kept, gone}) {
      take_out_of(*activity, item);
      put_back_into(*activity, item, restored);
    }
  }
  for (const FirstWords& first : a.first_words)
    if (find(w, first.activity)) put_in(w.first_words, first);
}

}  // namespace standpoint
