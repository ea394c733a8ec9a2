// Inverses, one overload per action that can be taken back. A removal's inverse carries all that goes with it, because
// the workshop it is computed from is the last to know.
#include "core/workshop/undo.h"

#include <algorithm>

#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "core/workshop/merging.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

using Inverse = std::optional<Action>;
using Inverses = std::vector<Action>;

// What nothing takes back: joining and leaving, opening to reveal, the timer, what the stage shows; a bookmark that was
// removed, because a new one would stand at another moment. The same goes for a cover taken off the stage.
template <class A>
Inverse inverse_of(const Workshop&, const A&) { return {}; }

Inverse inverse_of(const Workshop& w, const RenameSession& a) {
  if (w.title == a.title && w.subtitle == a.subtitle) return {};
  return RenameSession{w.title, w.subtitle};
}

// ---- additions ----

Inverse inverse_of(const Workshop&, const AddStakeholder& a) { return RemoveItems{{a.stakeholder.id}, {}, {}}; }
Inverse inverse_of(const Workshop&, const AddTie& a) { return RemoveItems{{}, {a.tie.id}, {}}; }
Inverse inverse_of(const Workshop&, const AddCard& a) { return RemoveItems{{}, {}, {a.card.id}}; }
Inverse inverse_of(const Workshop&, const AddBoard& a) { return RemoveBoard{a.board.id}; }
Inverse inverse_of(const Workshop&, const AddActivity& a) { return RemoveActivity{a.activity.id}; }
Inverse inverse_of(const Workshop&, const SetBookmark& a) { return RemoveBookmark{a.bookmark}; }

Inverse inverse_of(const Workshop& w, const RecordDecision& a) {
  if (find_in(w.decisions, a.decision.id)) return {};
  return RemoveDecision{a.decision.id};
}

// ---- changes ----

// The old values of just these fields, and only while they are what was set (R349).
template <Change C>
Inverse inverse_of(const Workshop& w, const C& a) { return taken_back(w, a); }

Inverse inverse_of(const Workshop& w, const MoveStakeholders& a) {
  MoveStakeholders back;
  for (const StakeholderMove& move : a.moves)
    if (const Stakeholder* const s = find(w, move.stakeholder)) back.moves.push_back({s->id, s->placed, s->at, s->ring});
  if (back == a || back.moves.empty()) return {};
  return back;
}

Inverse inverse_of(const Workshop& w, const MoveCards& a) {
  MoveCards back;
  for (const CardMove& move : a.moves)
    if (const Card* const card = find(w, move.card)) back.moves.push_back({card->id, card->zone, card->at});
  if (back == a || back.moves.empty()) return {};
  return back;
}

Inverse inverse_of(const Workshop& w, const TakeOffCanvas& a) {
  const Board* const board = find(w, a.board);
  if (!board) return {};
  PlaceOnCanvas back{a.board, {}};
  for (const Item& item : a.items)
    if (const CanvasPlace* const there = find_in(board->places, item)) back.places.push_back(*there);
  if (back.places.empty()) return {};
  return back;
}

Inverse inverse_of(const Workshop& w, const ShowOnStage& a) {
  if (w.stage == a.view) return {};
  return ShowOnStage{w.stage};
}

Inverse inverse_of(const Workshop& w, const LockLobby& a) {
  if (w.lobby_locked == a.locked) return {};
  return LockLobby{w.lobby_locked};
}

Inverse inverse_of(const Workshop& w, const CoverStage& a) {
  if (w.cover != StageCover::none || a.cover == StageCover::none) return {};
  return CoverStage{StageCover::none};
}

// Whoever gave their own leading away could not take it back.
Inverse inverse_of(const Workshop& w, const ChangeSeat& a) {
  const Seat* const seat = find(w, a.seat);
  if (seat && seat->role == Role::facilitator && a.role && *a.role != Role::facilitator) return {};
  return taken_back(w, a);
}

Inverse inverse_of(const Workshop&, const GiveStar& a) { return TakeStar{a.activity, a.item}; }
Inverse inverse_of(const Workshop&, const TakeStar& a) { return GiveStar{a.activity, a.item}; }

// ---- removals ----

Inverse inverse_of(const Workshop& w, const RemoveBoard& a) {
  const Board* const board = find(w, a.board);
  if (!board) return {};
  return AddBoard{*board};
}

Inverse inverse_of(const Workshop& w, const RemoveActivity& a) {
  const Activity* const activity = find(w, a.activity);
  if (!activity || activity->phase != Phase::planned) return {};
  const auto at = std::find(w.agenda.begin(), w.agenda.end(), a.activity);
  return AddActivity{*activity, static_cast<std::uint16_t>(at - w.agenda.begin())};
}

Inverse inverse_of(const Workshop& w, const RemoveDecision& a) {
  const Decision* const decision = find_in(w.decisions, a.decision);
  if (!decision) return {};
  return RecordDecision{*decision};
}

template <class Ids, class AnyId>
bool lists(const Ids& ids, AnyId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Inverse inverse_of(const Workshop& w, const RemoveItems& a) {
  RestoreItems back;
  std::vector<Item> items;
  for (const Stakeholder& s : w.stakeholders)
    if (lists(a.stakeholders, s.id)) {
      back.stakeholders.push_back(s);
      items.emplace_back(s.id);
    }
  for (const Card& card : w.cards)
    if (lists(a.cards, card.id)) {
      back.cards.push_back(card);
      items.emplace_back(card.id);
    }
  for (const Tie& tie : w.ties)
    if (lists(a.ties, tie.id) || lists(a.stakeholders, tie.from) || lists(a.stakeholders, tie.to)) back.ties.push_back(tie);
  for (const Board& board : w.boards)
    for (const Item& item : items)
      if (const CanvasPlace* const there = find_in(board.places, item)) back.places.push_back({board.id, *there});
  for (const Activity& activity : w.activities)
    if (std::any_of(items.begin(), items.end(), [&](const Item& item) { return holds(activity, item); }))
      back.activities.push_back({activity.id, items_of(activity), activity.inputs, stars_of(activity)});
  if (items.empty() && back.ties.empty()) return {};
  return back;
}

Inverse inverse_of(const Workshop&, const RestoreItems& a) {
  RemoveItems back;
  for (const Stakeholder& s : a.stakeholders) back.stakeholders.push_back(s.id);
  for (const Tie& tie : a.ties)
    if (!lists(back.stakeholders, tie.from) && !lists(back.stakeholders, tie.to)) back.ties.push_back(tie.id);
  for (const Card& card : a.cards) back.cards.push_back(card.id);
  return back;
}

Inverse inverse_of(const Workshop& w, const MergeStakeholders& a) {
  if (a.kept == a.gone || !find(w, a.kept) || !find(w, a.gone)) return {};
  return separation(w, a);
}
Inverse inverse_of(const Workshop&, const SeparateStakeholders& a) { return MergeStakeholders{a.kept.stakeholder, a.gone.id}; }

// What it moved goes back, what it added comes off.
Inverses inverses_of(const Workshop& w, const PlaceOnCanvas& a) {
  const Board* const board = find(w, a.board);
  if (!board) return {};
  PlaceOnCanvas moved_back{a.board, {}};
  TakeOffCanvas taken_off{a.board, {}};
  for (const CanvasPlace& place : a.places)
    if (const CanvasPlace* const there = find_in(board->places, place.item); !there) taken_off.items.push_back(place.item);
    else if (*there != place) moved_back.places.push_back(*there);
  Inverses back;
  if (!moved_back.places.empty()) back.emplace_back(std::move(moved_back));
  if (!taken_off.items.empty()) back.emplace_back(std::move(taken_off));
  return back;
}

template <class A>
Inverses inverses_of(const Workshop& w, const A& a) {
  Inverses back;
  if (Inverse one = inverse_of(w, a)) back.push_back(std::move(*one));
  return back;
}

}  // namespace

// ---- moves that somebody else made since ----

namespace {

// What is moved, and, on a canvas, where: there a thing has a place of its own.
using Moved = std::vector<std::pair<BoardId, Item>>;

template <class A>
void note_moved(Moved&, const A&) {}
void note_moved(Moved& moved, const MoveStakeholders& a) {
  for (const StakeholderMove& move : a.moves) moved.emplace_back(BoardId{}, Item(move.stakeholder));
}
void note_moved(Moved& moved, const MoveCards& a) {
  for (const CardMove& move : a.moves) moved.emplace_back(BoardId{}, Item(move.card));
}
void note_moved(Moved& moved, const PlaceOnCanvas& a) {
  for (const CanvasPlace& place : a.places) moved.emplace_back(a.board, place.item);
}
void note_moved(Moved& moved, const TakeOffCanvas& a) {
  for (const Item& item : a.items) moved.emplace_back(a.board, item);
}

Moved moved_by(const Action& action) {
  Moved moved;
  std::visit([&](const auto& a) { note_moved(moved, a); }, action);
  return moved;
}

// It is there, and not where the move put it.
bool lies_elsewhere(const Workshop& w, const StakeholderMove& move) {
  const Stakeholder* const s = find(w, move.stakeholder);
  return s && (s->placed != move.placed || (move.placed ? s->at != move.at : s->ring != move.ring));
}
bool lies_elsewhere(const Workshop& w, const CardMove& move) {
  const Card* const card = find(w, move.card);
  return card && (card->zone != move.zone || card->at != move.at);
}

template <class A>
bool elsewhere(const Workshop&, const A&, const Moved&) { return false; }

template <class Moves, class ItemOf>
bool any_elsewhere(const Workshop& w, const Moves& moves, const Moved& asked, ItemOf item_of) {
  return std::any_of(moves.begin(), moves.end(), [&](const auto& move) {
    return lists(asked, std::pair(BoardId{}, item_of(move))) && lies_elsewhere(w, move);
  });
}
bool elsewhere(const Workshop& w, const MoveStakeholders& done, const Moved& asked) {
  return any_elsewhere(w, done.moves, asked, [](const StakeholderMove& move) { return Item(move.stakeholder); });
}
bool elsewhere(const Workshop& w, const MoveCards& done, const Moved& asked) {
  return any_elsewhere(w, done.moves, asked, [](const CardMove& move) { return Item(move.card); });
}
bool elsewhere(const Workshop& w, const PlaceOnCanvas& done, const Moved& asked) {
  const Board* const board = find(w, done.board);
  return board && std::any_of(done.places.begin(), done.places.end(), [&](const CanvasPlace& place) {
           if (!lists(asked, std::pair(done.board, place.item)) || !exists(w, place.item)) return false;
           const CanvasPlace* const there = find_in(board->places, place.item);
           return !there || *there != place;
         });
}
bool elsewhere(const Workshop& w, const TakeOffCanvas& done, const Moved& asked) {
  const Board* const board = find(w, done.board);
  return board && std::any_of(done.items.begin(), done.items.end(), [&](const Item& item) {
           return lists(asked, std::pair(done.board, item)) && find_in(board->places, item);
         });
}

}  // namespace

bool moved_since(const Workshop& w, const Action& done, const Action& back) {
  const Moved asked = moved_by(back);
  return std::visit([&](const auto& a) { return elsewhere(w, a, asked); }, done);
}

bool move_the_same(const Action& one, const Action& other) {
  const Moved moved = moved_by(one), others = moved_by(other);
  return std::any_of(moved.begin(), moved.end(), [&](const auto& each) { return lists(others, each); });
}

std::vector<Action> inverses(const Workshop& before, const Action& action) {
  return std::visit([&](const auto& a) { return inverses_of(before, a); }, action);
}

}  // namespace standpoint
