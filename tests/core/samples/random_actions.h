// Random things people might do in a workshop, most of them allowed by the rules. Seeded and the same on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint {

// Numerical Recipes' 64-bit congruential generator; the upper bits are the random ones.
struct Random {
  std::uint64_t state = 1;
  std::uint32_t below(std::size_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return n == 0 ? 0 : static_cast<std::uint32_t>((state >> 33) % n);
  }
  bool chance(std::uint32_t in) { return below(in) == 0; }
  BoardPoint point() {
    const auto x = static_cast<std::int32_t>(below(board_max + 1));
    return {x, static_cast<std::int32_t>(below(board_max + 1))};
  }
  // An id of what is in the list, or none when it is empty.
  template <class Things>
  auto id_in(const Things& things) {
    return things.empty() ? decltype(things.front().id){} : things[below(things.size())].id;
  }
};

class RandomActions {
 public:
  explicit RandomActions(std::uint64_t seed) { random_.state = seed * 2654435761u + 1; }

  Random& random() { return random_; }
  // Something `by` might do now.
  Action next(const Workshop& w, SeatId by) {
    const std::uint32_t nth = next_nth(w, by);
    switch (random_.below(29)) {
      case 0: case 1: return AddStakeholder{stakeholder_named(mint<StakeholderId>(by, nth), "Stakeholder " + std::to_string(nth))};
      case 2: case 3: return AddTie{tie(w, mint<TieId>(by, nth))};
      case 4: return AddCard{card(w, mint<CardId>(by, nth))};
      case 5: case 6: return described(w);
      case 7: return described_tie(w);
      case 8: return described_card(w);
      case 9: return moved_stakeholders(w);
      case 10: return moved_cards(w);
      case 11: return placed(w);
      case 12: return taken_off(w);
      case 13: case 14: return removed(w);
      case 15: return planned(w, mint<ActivityId>(by, nth));
      case 16: return changed_activity(w);
      case 17: return step_of_an_activity(w);
      case 18: return star(w);
      case 19: return board_action(w, by, nth);
      case 20: return decision(w, mint<DecisionId>(by, nth));
      case 21: return bookmark(w, mint<BookmarkId>(by, nth));
      case 22: return RenameSession{text(), text()};
      case 23: return seat_described(w);
      case 24: return random_.chance(2) ? Action{LockLobby{random_.chance(2)}} : over_something(w, ChangeNotes{text()});
      case 25: return CoverStage{static_cast<StageCover>(random_.below(3))};
      case 26: return ShowOnStage{{random_.id_in(w.boards), random_.id_in(w.activities)}};
      case 27: return MergeStakeholders{random_.id_in(w.stakeholders), random_.id_in(w.stakeholders)};
      default: return RemoveActivity{random_.id_in(w.activities)};
    }
  }

 private:
  std::string text() { return "Words " + std::to_string(random_.below(50)); }
  Item item(const Workshop& w) {
    return random_.chance(2) ? Item(random_.id_in(w.stakeholders)) : Item(random_.id_in(w.cards));
  }
  std::vector<Item> items(const Workshop& w, std::size_t n) {
    std::vector<Item> all;
    for (std::size_t i = 0; i < n; ++i) all.push_back(item(w));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }
  Tie tie(const Workshop& w, TieId id) {
    return {id, random_.id_in(w.stakeholders), random_.id_in(w.stakeholders), static_cast<TieKind>(random_.below(tie_kind_count)),
            static_cast<std::uint8_t>(1 + random_.below(3)), ""};
  }
  Card card(const Workshop& w, CardId id) {
    const Board* const board = first_board(w, BoardKind::cards);
    return {id, board ? board->id : BoardId{}, static_cast<std::uint16_t>(random_.below(2)), random_.point(), CardColour::sky, text()};
  }
  // Over what is there, over something else, or whatever is there.
  template <class C>
  Action over_something(const Workshop& w, C change) {
    const auto* const thing = thing_of(w, change);
    if (thing && random_.chance(3)) change.over = random_.chance(3) ? 4711 : seen_in(*thing, change);
    return change;
  }
  Action described(const Workshop& w) {
    ChangeStakeholder s{random_.id_in(w.stakeholders)};
    for (std::uint32_t fields = 1 + random_.below(2); fields > 0; --fields) switch (random_.below(7)) {
        case 0: s.name = text(); break;
        case 1: s.influence = static_cast<std::uint8_t>(1 + random_.below(5)); break;
        case 2:
          s.stance = static_cast<Stance>(random_.below(stance_count));
          s.desired_stance = static_cast<Stance>(random_.below(stance_count));
          break;
        case 3: s.note = text(); break;
        case 4: s.role = text(); break;
        case 5: s.needs = text(); break;
        default: s.kind = static_cast<StakeholderKind>(random_.below(stakeholder_kind_count)); break;
      }
    return over_something(w, s);
  }
  Action described_tie(const Workshop& w) {
    ChangeTie t{random_.id_in(w.ties)};
    if (random_.chance(2)) t.kind = static_cast<TieKind>(random_.below(tie_kind_count));
    if (random_.chance(2)) t.strength = static_cast<std::uint8_t>(1 + random_.below(3));
    if (random_.chance(4)) t.from = random_.id_in(w.stakeholders);
    return over_something(w, t);
  }
  Action described_card(const Workshop& w) {
    ChangeCard c{random_.id_in(w.cards)};
    if (random_.chance(2)) c.text = text();
    if (!c.text || random_.chance(2)) c.colour = static_cast<CardColour>(random_.below(card_colour_count));
    return over_something(w, c);
  }
  Action moved_stakeholders(const Workshop& w) {
    MoveStakeholders a;
    for (std::uint32_t n = 1 + random_.below(2); n > 0; --n)
      a.moves.push_back({random_.id_in(w.stakeholders), !random_.chance(4), random_.point(), static_cast<Ring>(random_.below(ring_count))});
    return a;
  }
  Action moved_cards(const Workshop& w) {
    MoveCards a;
    for (std::uint32_t n = 1 + random_.below(2); n > 0; --n)
      a.moves.push_back({random_.id_in(w.cards), static_cast<std::uint16_t>(random_.below(2)), random_.point()});
    return a;
  }
  Action placed(const Workshop& w) {
    const Board* const canvas = first_board(w, BoardKind::canvas);
    PlaceOnCanvas a{canvas ? canvas->id : BoardId{}, {}};
    for (const Item& i : items(w, 1 + random_.below(2))) a.places.push_back({i, random_.point()});
    return a;
  }
  Action taken_off(const Workshop& w) {
    const Board* const canvas = first_board(w, BoardKind::canvas);
    if (!canvas || canvas->places.empty()) return TakeOffCanvas{};
    return TakeOffCanvas{canvas->id, {canvas->places[random_.below(canvas->places.size())].item}};
  }
  Action removed(const Workshop& w) {
    RemoveItems a;
    if (random_.chance(2)) a.stakeholders = {random_.id_in(w.stakeholders)};
    if (random_.chance(3)) a.ties = {random_.id_in(w.ties)};
    if (random_.chance(2)) a.cards = {random_.id_in(w.cards)};
    return a;
  }
  Action planned(const Workshop& w, ActivityId id) {
    Activity a;
    a.id = id;
    a.title = text();
    set_kind(a, random_.chance(2) ? ActivityKind::vote : random_.chance(2) ? ActivityKind::place : ActivityKind::discuss);
    if (const Board* const canvas = first_board(w, BoardKind::canvas); canvas && a.kind == ActivityKind::place) a.board = canvas->id;
    if (rules_of(a).takes_inputs()) *items_in(a) = items(w, 4);
    if (a.kind == ActivityKind::vote) vote_in(a)->dots_per_person = 3;
    a.secrecy = random_.chance(3) ? Secrecy::named : Secrecy::anonymous;
    return AddActivity{a, static_cast<std::uint16_t>(random_.below(6))};
  }
  Action changed_activity(const Workshop& w) {
    if (w.activities.empty()) return ChangeActivity{};
    const Activity& a = w.activities[random_.below(w.activities.size())];
    if (a.phase == Phase::planned && rules_of(a).takes_inputs() && random_.chance(2)) {
      if (a.kind == ActivityKind::place) return ChangeSetup{a.id, PlaceSetupChange{items(w, 3)}};
      return ChangeSetup{a.id, VoteSetupChange{items(w, 3), {}, {}, {}}};
    }
    ChangeActivity change{a.id};
    change.title = text();
    change.show_stance = random_.chance(2);
    change.show_conflicts = random_.chance(2);
    return over_something(w, change);
  }
  // Opens, closes or reveals, whatever comes next; a reveal brings an input of every participant.
  Action step_of_an_activity(const Workshop& w) {
    if (w.activities.empty()) return OpenActivity{};
    const Activity& a = w.activities[random_.below(w.activities.size())];
    if (a.phase == Phase::planned) return OpenActivity{a.id};
    if (a.phase == Phase::open) return CloseActivity{a.id};
    RevealActivity reveal{a.id, {}};
    for (const Seat& seat : w.seats)
      if (seat.role == Role::participant && !items_of(a).empty())
        reveal.inputs.push_back({a.secrecy == Secrecy::named ? seat.id : SeatId{}, input(a)});
    return reveal;
  }
  Input input(const Activity& a) {
    const Item& one = items_of(a)[random_.below(items_of(a).size())];
    if (a.kind == ActivityKind::place) return PlacementSheet{{{one, random_.point()}}};
    const std::uint32_t most = vote_of(a).dots_per_item == 0 ? vote_of(a).dots_per_person : vote_of(a).dots_per_item;
    return Ballot{{{one, static_cast<std::uint16_t>(1 + random_.below(most))}}};
  }
  Action star(const Workshop& w) {
    if (w.activities.empty()) return GiveStar{};
    const Activity& a = w.activities[random_.below(w.activities.size())];
    if (!stars_of(a).empty()) return TakeStar{a.id, stars_of(a)[0]};
    return GiveStar{a.id, items_of(a).empty() ? Item() : items_of(a)[random_.below(items_of(a).size())]};
  }
  Action board_action(const Workshop& w, SeatId by, std::uint32_t nth) {
    if (random_.chance(2)) return RemoveBoard{random_.id_in(w.boards)};
    if (random_.chance(2) && !w.boards.empty()) {
      ChangeBoard change{random_.id_in(w.boards)};
      (random_.chance(2) ? change.title : change.x_name) = text();
      if (random_.chance(3)) change.zones = {{}, text()};
      return over_something(w, change);
    }
    Board board;
    board.id = mint<BoardId>(by, nth);
    board.kind = BoardKind::canvas;
    board.title = text();
    return AddBoard{board};
  }
  Action seat_described(const Workshop& w) {
    const Seat& seat = w.seats[random_.below(w.seats.size())];
    if (seat.role == Role::observer) return MergeSeats{seat.id, w.seats[random_.below(w.seats.size())].id};
    return ChangeSeat{seat.id, text()};
  }
  Action decision(const Workshop& w, DecisionId fresh) {
    if (random_.chance(3)) return RemoveDecision{random_.id_in(w.decisions)};
    if (!random_.chance(2)) return RecordDecision{{fresh, text(), text()}};
    ChangeDecision change{random_.id_in(w.decisions)};
    (random_.chance(2) ? change.text : change.owner) = text();
    return over_something(w, change);
  }
  Action bookmark(const Workshop& w, BookmarkId fresh) {
    if (random_.chance(3)) return RemoveBookmark{random_.id_in(w.bookmarks)};
    return SetBookmark{fresh, text()};
  }

  Random random_;
};

}  // namespace standpoint
