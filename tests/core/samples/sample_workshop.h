// A small workshop for tests, made the way a real one is: every step through check and apply. Any test may use it; it
// knows nothing of files, rooms or screens. Everybody in it is made up.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"

namespace standpoint {

inline constexpr std::int64_t sample_start_ms = 1'795'093'200'000;  // Thu 19 Nov 2026, 13:00 UTC

// The workshop without what counts events rather than tells of them: two of these are equal when their content is.
inline Workshop without_bookkeeping(Workshop w) {
  w.sequence = 0;
  w.changed_ms = 0;
  for (Seat& seat : w.seats) seat.last_counter = seat.minted = 0;
  return w;
}

inline Stakeholder stakeholder_named(StakeholderId id, std::string name, Ring ring = Ring::internal) {
  Stakeholder s;
  s.id = id;
  s.name = std::move(name);
  s.ring = ring;
  return s;
}

// The change that makes of a thing of the workshop what it is here, of an unknown one of that id whatever it says: as screens make it.
inline Action changed_to(const Workshop& w, const Activity& to) {
  Activity none;
  none.id = to.id;
  none.kind = to.kind;
  const Activity* const there = find(w, to.id);
  std::vector<Action> changes = changes_of(there ? *there : none, to);
  REQUIRE(changes.size() <= 1);
  return changes.empty() ? ChangeActivity{to.id} : std::move(changes.front());
}
template <class Thing>
Action changed_to(const Workshop& w, const Thing& to) {
  Thing none;
  none.id = to.id;
  const Thing* const there = find(w, to.id);
  if (std::optional<Action> change = change_of(there ? *there : none, to)) return std::move(*change);
  if constexpr (std::is_same_v<Thing, Stakeholder>) return ChangeStakeholder{to.id};
  else if constexpr (std::is_same_v<Thing, Tie>) return ChangeTie{to.id};
  else if constexpr (std::is_same_v<Thing, Board>) return ChangeBoard{to.id};
  else if constexpr (std::is_same_v<Thing, Card>) return ChangeCard{to.id};
  else return ChangeSeat{to.id};
}

inline std::vector<Item> sorted_items(std::vector<Item> items) {
  std::sort(items.begin(), items.end());
  return items;
}

// A workshop in which everything happens through check and apply, a second apart unless `now_ms` is moved on.
struct ActingRoom {
  Workshop workshop;
  std::vector<Event> events;  // all that happened, in order
  std::int64_t now_ms = sample_start_ms;

  // Does it when the rules allow it; answers with the refusal when not.
  std::optional<Refusal> attempt(SeatId by, Action action) {
    if (std::optional<Refusal> no = check(workshop, by, action)) return no;
    const Seat* const seat = find(workshop, by);
    events.push_back({workshop.sequence + 1, now_ms += 1000, by, seat ? seat->last_counter + 1 : 0, std::move(action)});
    apply(workshop, events.back());
    return {};
  }

  // Does it; a refusal fails the test.
  void act(SeatId by, Action action) {
    const std::optional<Refusal> no = attempt(by, std::move(action));
    REQUIRE_MESSAGE(!no, (no ? no->text : std::string()));
  }

  template <class AnyId>
  AnyId next(SeatId by) const { return mint<AnyId>(by, next_nth(workshop, by)); }

  SeatId join(std::string name, Role role, SeatId carried_by = {}) {
    const SeatId seat = next_seat(workshop);
    act(carried_by, JoinSeat{seat, std::move(name), role, carried_by});
    return seat;
  }
};

// Started, with Nadia facilitating, Tomás and Priya taking part on their devices, Olga watching, and the stage.
struct SampleRoom : ActingRoom {
  SeatId nadia{1}, tomas{2}, priya{3}, olga{4}, stage{5};

  SampleRoom() {
    act({}, StartSession{"Checkout relaunch", "stakeholder alignment"});
    join("Nadia Okafor", Role::facilitator);
    join("Tomás Herrera", Role::participant);
    join("Priya Raman", Role::participant);
    join("Olga Lind", Role::observer);
    join("Stage", Role::stage);
  }

  StakeholderId add_stakeholder(SeatId by, std::string name, Ring ring = Ring::internal) {
    const auto id = next<StakeholderId>(by);
    act(by, AddStakeholder{stakeholder_named(id, std::move(name), ring)});
    return id;
  }

  TieId add_tie(SeatId by, StakeholderId from, StakeholderId to, TieKind kind = TieKind::influences) {
    const auto id = next<TieId>(by);
    act(by, AddTie{{id, from, to, kind, 1, ""}});
    return id;
  }

  BoardId add_board(BoardKind kind, std::string title) {
    Board board;
    board.id = next<BoardId>(nadia);
    board.kind = kind;
    board.title = std::move(title);
    if (kind == BoardKind::cards) board.zones = {{"Hopes", {{0, 0}, {5000, 10000}}}, {"Fears", {{5000, 0}, {10000, 10000}}}};
    act(nadia, AddBoard{board});
    return board.id;
  }

  CardId add_card(SeatId by, BoardId board, std::string text) {
    const auto id = next<CardId>(by);
    act(by, AddCard{{id, board, 0, {2500, 5000}, CardColour::lemon, std::move(text)}});
    return id;
  }

  Activity new_activity(ActivityKind kind, std::string title) const {
    Activity activity;
    activity.id = next<ActivityId>(nadia);
    set_kind(activity, kind);
    activity.title = std::move(title);
    return activity;
  }

  ActivityId add_vote(std::vector<Item> items, std::uint16_t dots = 3, std::uint16_t dots_per_item = 2,
                      Secrecy secrecy = Secrecy::anonymous) {
    Activity vote = new_activity(ActivityKind::vote, "Where must we act first?");
    *items_in(vote) = sorted_items(std::move(items));
    vote_in(vote)->dots_per_person = dots;
    vote_in(vote)->dots_per_item = dots_per_item;
    vote.secrecy = secrecy;
    act(nadia, AddActivity{vote});
    return vote.id;
  }

  ActivityId add_placing(BoardId canvas, std::vector<Item> items) {
    Activity placing = new_activity(ActivityKind::place, "Power and interest");
    placing.board = canvas;
    *items_in(placing) = sorted_items(std::move(items));
    act(nadia, AddActivity{placing});
    return placing.id;
  }

  void open(ActivityId id) { act(nadia, OpenActivity{id}); }
  void close(ActivityId id) { act(nadia, CloseActivity{id}); }
  void reveal(ActivityId id, std::vector<RevealedInput> inputs) { act(nadia, RevealActivity{id, std::move(inputs)}); }
};

// The same room some time later: three boards, five people with ties between them, cards, agreed places, a revealed
// vote, an open placing, something planned, a decision and a bookmark.
struct SampleWorkshop : SampleRoom {
  BoardId map, canvas, cards;
  StakeholderId maya, ruth, helena, lars, mei;
  TieId ruth_helena, maya_helena, lars_ruth;
  CardId till, data, plan;
  // The welcome on the stage, with every layer of the map open to the room.
  void show_all_layers() {
    Activity activity = *find(workshop, welcome);
    activity.show_stance = activity.show_conflicts = true;
    act(nadia, changed_to(workshop, activity));
    act(nadia, ShowOnStage{{map, welcome}});
  }

  ActivityId welcome, vote, placing, alignment;

  SampleWorkshop() {
    map = add_board(BoardKind::map, "Map");
    canvas = add_board(BoardKind::canvas, "Power and interest");
    cards = add_board(BoardKind::cards, "Hopes and fears");
    maya = add_stakeholder(nadia, "Maya Lindqvist", Ring::team);
    ruth = add_stakeholder(nadia, "Ruth Kaplan", Ring::external);
    helena = add_stakeholder(nadia, "Helena Brandt");
    lars = add_stakeholder(priya, "Lars Eriksen", Ring::external);
    mei = add_stakeholder(priya, "Mei Chen");
    ruth_helena = add_tie(tomas, ruth, helena);
    maya_helena = add_tie(nadia, maya, helena, TieKind::reports_to);
    lars_ruth = add_tie(priya, lars, ruth, TieKind::trusts);
    till = add_card(tomas, cards, "Who answers when the till stops?");
    data = add_card(priya, cards, "Agree the data-sharing terms");
    plan = add_card(nadia, cards, "One plan for the first week");
    act(nadia, PlaceOnCanvas{canvas, {{Item(ruth), {3000, 8000}}, {Item(helena), {6000, 9000}}}});
    plan_activities();
    act(nadia, RecordDecision{{next<DecisionId>(nadia), "Ruth joins the weekly call", "Helena Brandt"}});
    act(nadia, SetBookmark{next<BookmarkId>(nadia), "Four people name Ruth"});
  }

 private:
  void plan_activities() {
    const Activity welcoming = new_activity(ActivityKind::discuss, "Welcome");
    welcome = welcoming.id;
    act(nadia, AddActivity{welcoming});
    vote = add_vote({Item(till), Item(data), Item(ruth)});
    open(vote);
    close(vote);
    reveal(vote, {{{}, Ballot{{{Item(ruth), 2}, {Item(till), 1}}}}, {{}, Ballot{{{Item(ruth), 1}, {Item(data), 2}}}}});
    act(nadia, GiveStar{vote, Item(ruth)});
    placing = add_placing(canvas, {Item(ruth), Item(helena), Item(lars)});
    open(placing);
    const Activity last = new_activity(ActivityKind::rate, "Alignment");
    alignment = last.id;
    act(nadia, AddActivity{last});
  }
};

// What check says: allowed(), or == the reason.
struct Answer {
  std::optional<Refusal> refusal;
  bool allowed() const { return !refusal; }
  bool operator==(Refusal::Why why) const { return refusal && refusal->why == why; }
  friend std::ostream& operator<<(std::ostream& out, const Answer& answer) {
    return out << (answer.refusal ? answer.refusal->text : std::string("allowed"));
  }
};
inline Answer asked(const SampleRoom& room, SeatId by, const Action& action) { return {check(room.workshop, by, action)}; }

}  // namespace standpoint
