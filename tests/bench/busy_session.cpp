// The mix of a room at work: mostly moves, some words, a few things added and taken away. See busy_session.h.
#include "tests/bench/busy_session.h"

#include <array>
#include <stdexcept>

#include "core/workshop/apply.h"
#include "core/workshop/check.h"

namespace standpoint::bench {
namespace {

constexpr SeatId facilitator{1};
constexpr std::array<const char*, 24> vocabulary = {
    "checkout", "legal", "wants", "fewer", "returns", "before", "launch", "support", "pilot", "store", "data", "consent",
    "budget", "supplier", "trust", "delay", "needs", "weekly", "answer", "from", "the", "team", "and", "training"};

constexpr BoardId map_board = mint<BoardId>(facilitator, 1);
constexpr BoardId canvas_board = mint<BoardId>(facilitator, 2);
constexpr BoardId cards_board = mint<BoardId>(facilitator, 3);

Board board_of(BoardId id, BoardKind kind, std::string title) {
  Board board;
  board.id = id;
  board.kind = kind;
  board.title = std::move(title);
  if (kind == BoardKind::canvas) board.regions = {"Monitor", "Keep informed", "Keep satisfied", "Manage closely"};
  return board;
}

}  // namespace

BusySession::BusySession() { plan_start(); }

// Seats and boards as steps written down beforehand; people, ties and cards follow in next(), since each needs an id.
void BusySession::plan_start() {
  start_.push_back({{}, StartSession{"Checkout relaunch", "A busy room"}});
  start_.push_back({{}, JoinSeat{facilitator, "Facilitator", Role::facilitator, {}}});
  for (std::uint32_t n = 2; n <= seats; ++n)
    start_.push_back({{}, JoinSeat{SeatId{n}, "Participant " + std::to_string(n), Role::participant, {}}});
  start_.push_back({facilitator, AddBoard{board_of(map_board, BoardKind::map, "Map")}});
  start_.push_back({facilitator, AddBoard{board_of(canvas_board, BoardKind::canvas, "Power and interest")}});
  start_.push_back({facilitator, AddBoard{board_of(cards_board, BoardKind::cards, "Ideas")}});
}

Event BusySession::next() {
  time_ms_ += static_cast<std::int64_t>(200 + below(2600));
  for (int tries = 0; tries < 100; ++tries) {
    Step step;
    if (started_ < start_.size()) {
      step = start_[started_++];
    } else {
      step.by = SeatId{static_cast<std::uint32_t>(1 + below(seats))};
      step.action = change_of(step.by, below(100));
    }
    if (check(workshop_, step.by, step.action)) continue;  // a second tie of the same kind between the same two, for example
    const Seat* const seat = find(workshop_, step.by);
    Event event{workshop_.sequence + 1, time_ms_, step.by, seat ? seat->last_counter + 1 : 0, std::move(step.action)};
    apply(workshop_, event);
    return event;
  }
  throw std::logic_error("The made-up session has nothing left to do.");
}

Action BusySession::change_of(SeatId by, std::uint64_t chance) {
  if (workshop_.stakeholders.size() < people) return AddStakeholder{new_stakeholder(by)};
  if (workshop_.ties.size() < ties) return AddTie{new_tie(by)};
  if (workshop_.cards.size() < cards) return AddCard{new_card(by)};
  if (chance < 35) return MoveStakeholders{{{any_of(workshop_.stakeholders).id, true, somewhere(), {}}}};
  if (chance < 55) return PlaceOnCanvas{canvas_board, {{Item(any_of(workshop_.stakeholders).id), somewhere()}}};
  if (chance < 72) return MoveCards{{{any_of(workshop_.cards).id, 0, somewhere()}}};
  if (chance < 80) return ChangeCard{any_of(workshop_.cards).id, words(3, 9), static_cast<CardColour>(below(card_colour_count))};
  if (chance < 88) {
    ChangeStakeholder described{any_of(workshop_.stakeholders).id};
    described.needs = words(2, 12);
    described.influence = static_cast<std::uint8_t>(1 + below(5));
    described.stance = static_cast<Stance>(below(stance_count));
    return described;
  }
  if (chance < 94) {
    ChangeTie described{any_of(workshop_.ties).id};
    described.strength = static_cast<std::uint8_t>(1 + below(3));
    return described;
  }
  if (chance < 96) return RemoveItems{{}, {any_of(workshop_.ties).id}, {}};
  if (chance < 98) return RemoveItems{{}, {}, {any_of(workshop_.cards).id}};
  if (chance < 99) return ShowOnStage{{any_of(workshop_.boards).id, {}}};
  return StartTimer{static_cast<std::int64_t>(60'000 * (1 + below(20)))};
}

BoardPoint BusySession::somewhere() {
  return {static_cast<std::int32_t>(below(10'001)), static_cast<std::int32_t>(below(10'001))};
}

std::string BusySession::words(std::uint64_t least, std::uint64_t most) {
  std::string text;
  for (std::uint64_t left = least + below(most - least + 1); left > 0; --left) {
    if (!text.empty()) text += ' ';
    text += any_of(vocabulary);
  }
  return text;
}

Stakeholder BusySession::new_stakeholder(SeatId by) {
  const std::uint32_t nth = next_nth(workshop_, by);
  Stakeholder made;
  made.id = mint<StakeholderId>(by, nth);
  made.name = "Person " + std::to_string(by.value) + "." + std::to_string(nth);
  made.role = words(1, 3);
  made.organisation = words(1, 2);
  made.kind = static_cast<StakeholderKind>(below(stakeholder_kind_count));
  made.influence = static_cast<std::uint8_t>(1 + below(5));
  made.needs = words(3, 12);
  made.expectations = words(3, 12);
  return made;
}

Tie BusySession::new_tie(SeatId by) {
  Tie made;
  made.id = mint<TieId>(by, next_nth(workshop_, by));
  made.from = any_of(workshop_.stakeholders).id;
  made.to = any_of(workshop_.stakeholders).id;
  made.kind = static_cast<TieKind>(below(tie_kind_count));
  made.strength = static_cast<std::uint8_t>(1 + below(3));
  return made;
}

Card BusySession::new_card(SeatId by) {
  Card made;
  made.id = mint<CardId>(by, next_nth(workshop_, by));
  made.board = cards_board;
  made.at = somewhere();
  made.colour = static_cast<CardColour>(below(card_colour_count));
  made.text = words(3, 9);
  return made;
}

}  // namespace standpoint::bench
