// The fields of everything that is stored, in the order of their bytes: what cereal writes and GuardedReader reads.
// Used by codec.cpp and room/wire.cpp only. Changing a list changes the format: raise event_schema and add an upcaster.
// The caps here only keep memory in bounds; they are never tighter than what check allows.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/activities/activities.h"
#include "core/file/guarded_reader.h"
#include "core/workshop/event.h"

namespace standpoint {

inline constexpr std::size_t most_line_bytes = max_text_bytes;  // names and titles
inline constexpr std::size_t most_text_bytes = max_note_bytes;  // everything longer
inline constexpr std::size_t most_listed = 2 * max_items;       // stakeholders and cards together
// Revealed inputs and places of all canvases: bounded by the largest event, whose shortest element takes 16 bytes.
inline constexpr std::size_t most_gathered = 65536;

template <> inline constexpr std::size_t enumerator_count<Role> = 4;
template <> inline constexpr std::size_t enumerator_count<StakeholderKind> = stakeholder_kind_count;
template <> inline constexpr std::size_t enumerator_count<Stance> = stance_count;
template <> inline constexpr std::size_t enumerator_count<Ring> = ring_count;
template <> inline constexpr std::size_t enumerator_count<TieKind> = tie_kind_count;
template <> inline constexpr std::size_t enumerator_count<Item::Kind> = 2;
template <> inline constexpr std::size_t enumerator_count<BoardKind> = 3;
template <> inline constexpr std::size_t enumerator_count<CardColour> = card_colour_count;
template <> inline std::size_t how_many_enumerators<ActivityKind>() { return all_rules().size(); }
template <> inline constexpr std::size_t enumerator_count<Phase> = 4;
template <> inline constexpr std::size_t enumerator_count<Secrecy> = 2;
template <> inline constexpr std::size_t enumerator_count<StageCover> = 3;

template <class Tag> inline constexpr std::size_t least_bytes<Id<Tag>> = 8;
template <> inline constexpr std::size_t least_bytes<Item> = 9;
template <> inline constexpr std::size_t least_bytes<CanvasPlace> = 17;
template <> inline constexpr std::size_t least_bytes<Dots> = 11;
template <> inline constexpr std::size_t least_bytes<Zone> = 24;
template <> inline constexpr std::size_t least_bytes<RevealedInput> = 16;
template <> inline constexpr std::size_t least_bytes<Stakeholder> = 74;
template <> inline constexpr std::size_t least_bytes<Tie> = 34;
template <> inline constexpr std::size_t least_bytes<Card> = 35;
template <> inline constexpr std::size_t least_bytes<StakeholderMove> = 18;
template <> inline constexpr std::size_t least_bytes<CardMove> = 18;
template <> inline constexpr std::size_t least_bytes<RestoredPlace> = 25;
template <> inline constexpr std::size_t least_bytes<RestoredActivity> = 32;
template <> inline constexpr std::size_t least_bytes<SeatId> = 4;
template <> inline constexpr std::size_t least_bytes<std::uint64_t> = 8;
template <> inline constexpr std::size_t least_bytes<Seat> = 34;
template <> inline constexpr std::size_t least_bytes<Board> = 89;
template <> inline constexpr std::size_t least_bytes<Activity> = 87;
template <> inline constexpr std::size_t least_bytes<Decision> = 24;
template <> inline constexpr std::size_t least_bytes<Bookmark> = 32;
template <> inline constexpr std::size_t least_bytes<FirstWords> = 25;
template <> inline constexpr std::size_t least_bytes<LostInputs> = 16;
template <> inline constexpr std::size_t least_bytes<CountedInputs> = 12;
template <> inline constexpr std::size_t least_bytes<MergedStakeholder> = 16;

// What may be there or not: whether it is, then what it is. Texts and lists are held against their cap.
template <class Value>
struct Maybe {
  std::optional<Value>& value;
  std::size_t most;
};
template <class Value>
Maybe<Value> maybe(std::optional<Value>& value, std::size_t most = 0) {
  return {value, most};
}
template <class A, class Value>
void serialize(A& a, Maybe<Value>& v) {
  bool there = v.value.has_value();
  a(there);
  if (!there) return v.value.reset();
  if (!v.value) v.value.emplace();
  if constexpr (requires { v.value->size(); }) a(capped(*v.value, v.most));
  else a(*v.value);
}
// A text that stands in a list.
template <> inline constexpr std::size_t least_bytes<std::optional<std::string>> = 1;
template <class A> void serialize(A& a, std::optional<std::string>& v) { a(maybe(v, most_line_bytes)); }

// ---- the model ----

template <class A, class Tag> void serialize(A& a, Id<Tag>& v) { a(v.value); }
template <class A> void serialize(A& a, SeatId& v) { a(v.value); }
template <class A> void serialize(A& a, BoardPoint& v) { a(v.x, v.y); }
template <class A> void serialize(A& a, BoardRect& v) { a(v.min, v.max); }

template <class A> void serialize(A& a, Seat& v) {
  a(v.id, capped(v.name, most_line_bytes), v.role, v.carried_by, v.present, v.last_counter, v.minted, v.merged_into, v.appointed_by);
}
template <class A> void serialize(A& a, Stakeholder& v) {
  a(v.id, capped(v.name, most_line_bytes), capped(v.role, most_line_bytes), capped(v.organisation, most_line_bytes));
  a(v.kind, v.ring, v.influence, v.formal_power, v.stance, v.desired_stance);
  a(capped(v.needs, most_text_bytes), capped(v.expectations, most_text_bytes), capped(v.note, most_text_bytes));
  a(v.placed, v.at);
}
template <class A> void serialize(A& a, Tie& v) {
  a(v.id, v.from, v.to, v.kind, v.strength, capped(v.note, most_text_bytes));
}
template <class A> void serialize(A& a, Item& v) { a(v.kind, v.id); }
template <class A> void serialize(A& a, Axis& v) {
  a(capped(v.name, most_line_bytes), capped(v.low, most_line_bytes), capped(v.high, most_line_bytes));
}
template <class A> void serialize(A& a, Zone& v) { a(capped(v.name, most_line_bytes), v.area); }
template <class A> void serialize(A& a, CanvasPlace& v) { a(v.item, v.at); }
template <class A> void serialize(A& a, Board& v) {
  a(v.id, v.kind, capped(v.title, most_line_bytes), v.x, v.y, capped(v.regions, most_line_bytes));
  a(capped(v.zones, max_items), capped(v.places, most_listed));
}
template <class A> void serialize(A& a, Card& v) {
  a(v.id, v.board, v.zone, v.at, v.colour, capped(v.text, most_text_bytes));
}
template <class A> void serialize(A& a, Dots& v) { a(v.item, v.count); }
template <class A> void serialize(A& a, Ballot& v) { a(capped(v.dots, most_listed)); }
template <class A> void serialize(A& a, PlacementSheet& v) { a(capped(v.placements, most_listed)); }
template <class A> void serialize(A& a, RevealedInput& v) { a(v.seat, v.input); }
// Files have what the first kinds are set up with one after the other, whatever the kind: what its setup lacks is stored as nothing, and read as
// nothing only. What a later kind has of its own is stored behind all that.
struct StoredSetup {
  std::vector<Item> items;
  std::uint16_t dots_per_person = 0, dots_per_item = 0;
  SeatId decider;
  std::vector<Item> stars;
  bool operator==(const StoredSetup&) const = default;
};
StoredSetup stored_setup(const Activity&);
// False: there is something that its kind has no part for.
bool take_setup(Activity&, StoredSetup&&);
template <class A> void serialize(A& a, Activity& v) {
  constexpr bool reads = requires { a.refuse_unless(true); };
  StoredSetup setup = reads ? StoredSetup{} : stored_setup(v);
  a(v.id, v.kind, capped(v.title, most_line_bytes), v.minutes, v.board, v.secrecy, capped(setup.items, most_listed));
  a(setup.dots_per_person, setup.dots_per_item, setup.decider, v.follows, v.show_stance, v.show_conflicts);
  a(v.phase, v.opened_ms, v.closed_ms, capped(v.inputs, most_gathered), capped(setup.stars, most_listed));
  if constexpr (reads) a.refuse_unless(take_setup(v, std::move(setup)));
}
template <class A> void serialize(A& a, Timer& v) { a(v.running, v.started_ms, v.duration_ms); }
template <class A> void serialize(A& a, Decision& v) {
  a(v.id, capped(v.text, most_text_bytes), capped(v.owner, most_line_bytes));
}
template <class A> void serialize(A& a, Bookmark& v) {
  a(v.id, capped(v.title, most_line_bytes), v.sequence, v.time_ms);
}
template <class A> void serialize(A& a, StageView& v) { a(v.board, v.activity); }
template <class A> void serialize(A& a, FirstWords& v) { a(v.activity, v.item, capped(v.words, most_text_bytes)); }
template <class A> void serialize(A& a, LostInputs& v) { a(v.activity, v.inputs, v.marks); }
template <class A> void serialize(A& a, CountedInputs& v) { a(v.activity, v.inputs); }
template <class A> void serialize(A& a, MergedStakeholder& v) { a(v.gone, v.kept); }

// ---- actions, in the order of the variant ----

template <class A> void serialize(A& a, StartSession& v) {
  a(capped(v.title, most_line_bytes), capped(v.subtitle, most_text_bytes));
}
template <class A> void serialize(A& a, RenameSession& v) {
  a(capped(v.title, most_line_bytes), capped(v.subtitle, most_text_bytes));
}
template <class A> void serialize(A& a, JoinSeat& v) {
  a(v.seat, capped(v.name, most_line_bytes), v.role, v.carried_by);
}
template <class A> void serialize(A& a, LeaveSeat& v) { a(v.seat); }
template <class A> void serialize(A& a, AddStakeholder& v) { a(v.stakeholder); }
template <class A> void serialize(A& a, DescribeStakeholder& v) { a(v.stakeholder); }
template <class A> void serialize(A& a, StakeholderMove& v) { a(v.stakeholder, v.placed, v.at, v.ring); }
template <class A> void serialize(A& a, MoveStakeholders& v) { a(capped(v.moves, most_listed)); }
template <class A> void serialize(A& a, AddTie& v) { a(v.tie); }
template <class A> void serialize(A& a, DescribeTie& v) { a(v.tie); }
template <class A> void serialize(A& a, AddBoard& v) { a(v.board); }
template <class A> void serialize(A& a, DescribeBoard& v) { a(v.board); }
template <class A> void serialize(A& a, AddCard& v) { a(v.card); }
template <class A> void serialize(A& a, EditCard& v) { a(v.card, capped(v.text, most_text_bytes), v.colour); }
template <class A> void serialize(A& a, CardMove& v) { a(v.card, v.zone, v.at); }
template <class A> void serialize(A& a, MoveCards& v) { a(capped(v.moves, most_listed)); }
template <class A> void serialize(A& a, PlaceOnCanvas& v) { a(v.board, capped(v.places, most_listed)); }
template <class A> void serialize(A& a, TakeOffCanvas& v) { a(v.board, capped(v.items, most_listed)); }
template <class A> void serialize(A& a, RemoveItems& v) {
  a(capped(v.stakeholders, most_listed), capped(v.ties, most_gathered), capped(v.cards, most_listed));
}
template <class A> void serialize(A& a, RestoredPlace& v) { a(v.board, v.place); }
template <class A> void serialize(A& a, RestoredActivity& v) {
  a(v.activity, capped(v.items, most_listed), capped(v.inputs, most_gathered), capped(v.stars, most_listed));
}
template <class A> void serialize(A& a, RestoreItems& v) {
  a(capped(v.stakeholders, most_listed), capped(v.ties, most_gathered), capped(v.cards, most_listed));
  a(capped(v.places, most_gathered), capped(v.activities, most_listed));
}
template <class A> void serialize(A& a, AddActivity& v) { a(v.activity, v.agenda_at); }
template <class A> void serialize(A& a, DescribeActivity& v) { a(v.activity); }
template <class A> void serialize(A& a, RemoveActivity& v) { a(v.activity); }
template <class A> void serialize(A& a, OpenActivity& v) { a(v.activity); }
template <class A> void serialize(A& a, CloseActivity& v) { a(v.activity); }
template <class A> void serialize(A& a, RevealActivity& v) { a(v.activity, capped(v.inputs, most_gathered)); }
template <class A> void serialize(A& a, SealInput& v) { a(v.activity, v.input); }
template <class A> void serialize(A& a, GiveStar& v) { a(v.activity, v.item); }
template <class A> void serialize(A& a, TakeStar& v) { a(v.activity, v.item); }
template <class A> void serialize(A& a, StartTimer& v) { a(v.duration_ms); }
template <class A> void serialize(A&, StopTimer&) {}
template <class A> void serialize(A& a, RecordDecision& v) { a(v.decision); }
template <class A> void serialize(A& a, SetBookmark& v) { a(v.bookmark, capped(v.title, most_line_bytes)); }
template <class A> void serialize(A& a, ShowOnStage& v) { a(v.view); }
template <class A> void serialize(A& a, RemoveBoard& v) { a(v.board); }
template <class A> void serialize(A& a, RemoveDecision& v) { a(v.decision); }
template <class A> void serialize(A& a, RemoveBookmark& v) { a(v.bookmark); }
template <class A> void serialize(A& a, DescribeSeat& v) { a(v.seat, capped(v.name, most_line_bytes), v.role); }
template <class A> void serialize(A& a, LockLobby& v) { a(v.locked); }
template <class A> void serialize(A& a, CoverStage& v) { a(v.cover); }
template <class A> void serialize(A& a, WriteNotes& v) { a(capped(v.text, most_text_bytes)); }
template <class A> void serialize(A& a, TellLost& v) { a(v.lost); }
template <class A> void serialize(A& a, MergeSeats& v) { a(v.from, v.into); }
template <class A> void serialize(A& a, ClearSeats& v) { a(capped(v.seats, max_seats)); }
template <class A> void serialize(A& a, TellCount& v) { a(v.counted); }

template <class A> void serialize(A& a, ChangeStakeholder& v) {
  a(v.stakeholder, maybe(v.name, most_line_bytes), maybe(v.role, most_line_bytes), maybe(v.organisation, most_line_bytes));
  a(maybe(v.kind), maybe(v.influence), maybe(v.formal_power), maybe(v.stance), maybe(v.desired_stance));
  a(maybe(v.needs, most_text_bytes), maybe(v.expectations, most_text_bytes), maybe(v.note, most_text_bytes), v.over);
}
template <class A> void serialize(A& a, ChangeTie& v) {
  a(v.tie, maybe(v.from), maybe(v.to), maybe(v.kind), maybe(v.strength), maybe(v.note, most_text_bytes), v.over);
}
template <class A> void serialize(A& a, ChangeBoard& v) {
  a(v.board, maybe(v.title, most_line_bytes), maybe(v.x_name, most_line_bytes), maybe(v.x_low, most_line_bytes), maybe(v.x_high, most_line_bytes));
  a(maybe(v.y_name, most_line_bytes), maybe(v.y_low, most_line_bytes), maybe(v.y_high, most_line_bytes));
  a(capped(v.regions, max_items), capped(v.zones, max_items), v.over);
}
template <class A> void serialize(A& a, ChangeCard& v) { a(v.card, maybe(v.text, most_text_bytes), maybe(v.colour), v.over); }
template <class A> void serialize(A& a, ChangeSeat& v) { a(v.seat, maybe(v.name, most_line_bytes), maybe(v.role), v.over); }
template <class A> void serialize(A& a, ChangeActivity& v) {
  a(v.activity, maybe(v.title, most_line_bytes), maybe(v.minutes), maybe(v.board), maybe(v.secrecy), maybe(v.follows));
  a(maybe(v.show_stance), maybe(v.show_conflicts), v.over);
}
template <class A> void serialize(A& a, PlaceSetupChange& v) { a(maybe(v.items, most_listed)); }
template <class A> void serialize(A& a, VoteSetupChange& v) {
  a(maybe(v.items, most_listed), maybe(v.dots_per_person), maybe(v.dots_per_item), maybe(v.decider));
}
template <class A> void serialize(A& a, ChangeSetup& v) { a(v.activity, v.setup, v.over); }
template <class A> void serialize(A& a, ChangeDecision& v) { a(v.decision, maybe(v.text, most_text_bytes), maybe(v.owner, most_line_bytes), v.over); }
template <class A> void serialize(A& a, ChangeNotes& v) { a(maybe(v.notes, most_text_bytes), v.over); }
template <class A> void serialize(A& a, AdjustTimer& v) { a(v.left_ms); }
template <class A> void serialize(A& a, TellReceipts& v) { a(v.activity, capped(v.receipts, max_seats)); }

template <class A> void serialize(A& a, MergeStakeholders& v) { a(v.kept, v.gone); }
template <class A> void serialize(A& a, SeparateStakeholders& v) {
  a(v.kept, capped(v.stood, 1), v.gone, capped(v.ties, most_gathered), capped(v.places, most_gathered));
  a(capped(v.activities, most_listed), capped(v.first_words, most_gathered), v.over);
}

// ---- what wraps them ----

template <class A> void serialize(A& a, Command& v) { a(v.by, v.counter, v.action, v.receipt); }
template <class A> void serialize(A& a, Event& v) { a(v.sequence, v.time_ms, v.by, v.counter, v.action); }

// Not in files: for hash_of, for comparing, and for a screen that missed many events.
template <class A> void serialize(A& a, Workshop& v) {
  a(capped(v.title, most_line_bytes), capped(v.subtitle, most_text_bytes), v.started_ms, v.changed_ms, v.sequence);
  a(capped(v.seats, max_seats), capped(v.stakeholders, most_listed), capped(v.ties, most_gathered));
  a(capped(v.boards, most_listed), capped(v.cards, most_listed), capped(v.activities, most_listed));
  a(capped(v.agenda, most_listed), capped(v.decisions, most_listed), capped(v.bookmarks, most_listed));
  a(v.timer, v.stage, v.cover, v.covered_ms, v.lobby_locked, capped(v.notes, most_text_bytes));
  a(capped(v.first_words, most_gathered), capped(v.lost, most_listed), capped(v.counted, most_listed), capped(v.merged, most_gathered));
}

}  // namespace standpoint
