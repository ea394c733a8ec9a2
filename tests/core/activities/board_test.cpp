// A vote as a value: letters, ties that matter, and secrecy before the reveal.
#include "core/activities/vote/board.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/model.h"

namespace standpoint::board_test {

namespace {

const BoardId cards_id = mint<BoardId>(SeatId{1}, 1);
const ActivityId vote_id = mint<ActivityId>(SeatId{1}, 3);

CardId card(std::uint32_t n) { return mint<CardId>(SeatId{1}, 100 + n); }

// A vote on as many cards as there are numbers, revealed with these dots.
Workshop voted(const std::vector<int>& dots) {
  Workshop workshop;
  Seat helena;
  helena.id = SeatId{1};
  helena.name = "Helena Brandt";
  workshop.seats.push_back(helena);
  Activity vote;
  vote.id = vote_id;
  set_kind(vote, ActivityKind::vote);
  vote.phase = Phase::revealed;
  vote_in(vote)->decider = helena.id;
  for (std::uint32_t i = 0; i < dots.size(); ++i) {
    workshop.cards.push_back({card(i), cards_id, 0, {}, CardColour::paper, "Option " + std::to_string(i)});
    items_in(vote)->push_back(Item(card(i)));
    if (dots[i] > 0)
      vote.inputs.push_back({{}, Ballot{{{Item(card(i)), static_cast<std::uint16_t>(dots[i])}}}});
  }
  workshop.activities.push_back(vote);
  return workshop;
}

}  // namespace

TEST_CASE("options have letters, beyond Z two of them") {
  const VoteBoard board = build_vote(voted(std::vector<int>(28, 1)), vote_id);
  REQUIRE(board.options.size() == 28);
  CHECK(board.options[0].letter == "A");
  CHECK(board.options[25].letter == "Z");
  CHECK(board.options[26].letter == "AA");
  CHECK(board.options[27].letter == "AB");
  CHECK(board.options[1].text == "Option 1");
  CHECK(board.decider == "Helena Brandt");
}

TEST_CASE("R84 a vote shows its options and no dot before the reveal") {
  for (const Phase phase : {Phase::planned, Phase::open, Phase::closed}) {
    Workshop workshop = voted({11, 9});
    workshop.activities[0].phase = phase;
    const VoteBoard board = build_vote(workshop, vote_id);
    CHECK(board.options.size() == 2);
    CHECK(!board.revealed);
    CHECK(board.result.rows.empty());
    CHECK(board.result.people == 0);
    CHECK(board.tie_groups.empty());
    CHECK(board.near_ties.empty());
  }
}

TEST_CASE("R85 ties for the first three ranks ask for a run-off, later ones and empty ones do not") {
  // The relaunch: 9 11 6 6 4 3 2 1, with 6 and 6 sharing the third rank.
  const VoteBoard relaunch = build_vote(voted({9, 11, 6, 6, 4, 3, 2, 1}), vote_id);
  CHECK(relaunch.result.dots == 42);
  REQUIRE(relaunch.tie_groups.size() == 1);
  CHECK(relaunch.tie_groups[0].first == 2);
  CHECK(relaunch.tie_groups[0].last == 3);
  CHECK(relaunch.tie_groups[0].rank == 3);
  CHECK(relaunch.near_ties.empty());

  const VoteBoard two = build_vote(voted({5, 5, 3, 3, 3, 1, 1}), vote_id);
  REQUIRE(two.tie_groups.size() == 2);
  CHECK(two.tie_groups[1].first == 2);
  CHECK(two.tie_groups[1].last == 4);
  CHECK(build_vote(voted({9, 7, 6, 1, 1}), vote_id).tie_groups.empty());
  CHECK(build_vote(voted({2, 0, 0}), vote_id).tie_groups.empty());
}

TEST_CASE("R174 where nobody gave a dot, or everything has the same, words say so: no ranks, and no run-off of all") {
  const VoteBoard none = build_vote(voted({0, 0, 0}), vote_id);
  REQUIRE(none.no_order);
  CHECK(none.no_order->title == "Nobody gave a dot");
  for (const VoteRow& row : none.result.rows) {
    CHECK(row.rank == 0);
    CHECK_FALSE(row.tied);
  }
  CHECK(none.tie_groups.empty());
  const VoteBoard same = build_vote(voted({4, 4, 4}), vote_id);
  REQUIRE(same.no_order);
  CHECK(same.no_order->title == "All are equal");
  CHECK(same.tie_groups.empty());
  CHECK(same.result.rows[2].rank == 1);
  CHECK_FALSE(build_vote(voted({4, 4, 3}), vote_id).no_order);
  CHECK_FALSE(build_vote(voted({4}), vote_id).no_order);
  CHECK_FALSE(build_vote(voted({}), vote_id).no_order);
}

TEST_CASE("R85 near ties are said in words where they matter") {
  CHECK(build_vote(voted({39, 37, 20}), vote_id).near_ties == std::vector<std::string>{"39 and 37 are as good as equal"});
  CHECK(build_vote(voted({20, 11, 10, 8, 7}), vote_id).near_ties ==
        std::vector<std::string>{"11 and 10 are as good as equal"});
}

TEST_CASE("what is not a vote has no options") {
  Workshop workshop = voted({1});
  set_kind(workshop.activities[0], ActivityKind::discuss);
  CHECK(build_vote(workshop, vote_id).options.empty());
  CHECK(build_vote(workshop, ActivityId{}).options.empty());
}

TEST_CASE("R99 a named vote tells who gave what after its reveal, an anonymous one never") {
  Workshop workshop;
  for (const auto& [id, name] : {std::pair{1U, "Helena Brandt"}, std::pair{2U, "Ben Okoro"}, std::pair{3U, "Ben Carter"}}) {
    Seat seat;
    seat.id = SeatId{id};
    seat.name = name;
    workshop.seats.push_back(seat);
  }
  Activity vote;
  vote.id = vote_id;
  set_kind(vote, ActivityKind::vote);
  vote.secrecy = Secrecy::named;
  vote.phase = Phase::revealed;
  for (std::uint32_t i = 0; i < 3; ++i) {
    workshop.cards.push_back({card(i), cards_id, 0, {}, CardColour::paper, "Option " + std::to_string(i)});
    items_in(vote)->push_back(Item(card(i)));
  }
  vote.inputs = {{SeatId{1}, Ballot{{{Item(card(0)), 1}, {Item(card(1)), 2}}}},
                 {SeatId{2}, Ballot{{{Item(card(0)), 2}, {Item(card(1)), 0}}}},
                 {SeatId{3}, Ballot{{{Item(card(0)), 3}}}}};
  workshop.activities.push_back(vote);
  const VoteBoard board = build_vote(workshop, vote_id);
  REQUIRE(board.givers.size() == 3);
  REQUIRE(board.givers[0].size() == 3);
  CHECK(board.givers[0][0].name == "Ben Carter");  // two are called Ben
  CHECK(board.givers[0][0].dots == 3);
  CHECK(board.givers[0][2].name == "Helena");
  REQUIRE(board.givers[1].size() == 1);  // no dot, no name
  CHECK(board.givers[2].empty());
  workshop.activities[0].phase = Phase::closed;
  CHECK(build_vote(workshop, vote_id).givers.empty());
  workshop.activities[0].phase = Phase::revealed;
  workshop.activities[0].secrecy = Secrecy::anonymous;
  CHECK(build_vote(workshop, vote_id).givers.empty());
}

}  // namespace standpoint::board_test
