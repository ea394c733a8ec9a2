// The row of a vote, and its rules: R25, R27, R29 to R31.
#include <algorithm>

#include "core/activities/rows.h"
#include "core/activities/vote/board.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/check_rules.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::uint16_t max_dots = 1000;

Verdict check_vote_setup(const Workshop& w, const Activity& a) {
  const VoteSetup& vote = vote_of(a);
  if (vote.dots_per_person > max_dots) return refused(Why::malformed, "A person can have at most " + std::to_string(max_dots) + " dots.");
  if (vote.dots_per_item > vote.dots_per_person)
    return refused(Why::malformed, "The limit on one choice cannot be above the dots a person has.");
  const Seat* const decider = find(w, vote.decider);
  if (vote.decider && !decider) return gone("decider");
  if (decider && decider->role != Role::participant && decider->role != Role::facilitator)
    return refused(Why::not_allowed, "The decider has to be a participant or a facilitator.");
  return {};
}

Verdict check_run_off(const Activity& earlier, const Activity& a) {
  const auto was_there = [&](const Item& item) { return find_in(items_of(earlier), item) != nullptr; };
  if (std::all_of(items_of(a).begin(), items_of(a).end(), was_there)) return {};
  return refused(Why::malformed, "A run-off is among the choices of the vote before; choose from those.");
}

Verdict check_dots(const Activity& a) {
  if (vote_of(a).dots_per_person > 0) return {};
  return refused(Why::wrong_phase, quoted(a.title) + " has no dots; set the dots per person first.");
}

Verdict check_ballot(const Workshop& w, const Activity& activity, const Input& input) {
  const VoteSetup& vote = vote_of(activity);
  const Ballot& ballot = *std::get_if<Ballot>(&input);
  if (!strictly_sorted(ballot.dots)) return refused(Why::malformed, "This ballot names a choice twice; vote again.");
  std::uint64_t used = 0;
  for (const Dots& dots : ballot.dots) {
    if (!find_in(vote.items, dots.item))
      return refused(Why::not_found, "One of your choices is no longer part of this vote; take its dots back and send again.");
    if (dots.count == 0) return refused(Why::malformed, "This ballot has a choice without dots; vote again.");
    if (vote.dots_per_item != 0 && dots.count > vote.dots_per_item)
      return refused(Why::over_budget, "One choice takes at most " + std::to_string(vote.dots_per_item) + " of your dots and " +
                                           quoted(words_in(w, activity.id, dots.item)) + " has " + std::to_string(dots.count) +
                                           "; take some back and send again.");
    used += dots.count;
  }
  if (used <= vote.dots_per_person) return {};
  const std::uint64_t over = used - vote.dots_per_person;
  return refused(Why::over_budget, "You have " + std::to_string(vote.dots_per_person) + (vote.dots_per_person == 1 ? " dot" : " dots") + " and used " +
                                       std::to_string(used) + "; take " + (over == 1 ? "one" : std::to_string(over)) + " back and send again.");
}

const Board* cards_of_vote(const Workshop& workshop, const Activity& activity) {
  const Board* const board = find(workshop, activity.board);
  return board != nullptr && board->kind == BoardKind::cards ? board : nullptr;
}

// The cards of its board, or people.
std::vector<Item> choices_by_default(const Workshop& workshop, const Activity& activity) {
  std::vector<Item> items;
  if (const Board* const board = cards_of_vote(workshop, activity)) {
    for (const Card& card : workshop.cards)
      if (card.board == board->id) items.emplace_back(card.id);
  } else {
    for (const Stakeholder& person : workshop.stakeholders) items.emplace_back(person.id);
  }
  return items;
}

std::uint16_t suggested_dots(const VoteSetup& vote, std::ptrdiff_t people) {
  return static_cast<std::uint16_t>(dots_advice(static_cast<int>(vote.items.size()), static_cast<int>(people)).suggested);
}

void make_vote_ready(const Workshop& workshop, Activity& activity) {
  VoteSetup* const vote = vote_in(activity);
  if (vote == nullptr || vote->dots_per_person > 0) return;
  const auto people = std::count_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& s) { return s.present && s.role == Role::participant; });
  vote->dots_per_person = suggested_dots(*vote, people);
}

// All cards there are, else all people; as many dots on one choice as somebody likes.
void plan_vote(const Workshop& workshop, Activity& activity) {
  VoteSetup& vote = *vote_in(activity);
  const Board* const map = first_board(workshop, BoardKind::map);
  const Board* const cards = first_board(workshop, BoardKind::cards);
  activity.board = cards != nullptr && !workshop.cards.empty() ? cards->id : map != nullptr ? map->id : BoardId{};
  for (const Card& card : workshop.cards) vote.items.emplace_back(card.id);
  if (vote.items.empty())
    for (const Stakeholder& person : workshop.stakeholders) vote.items.emplace_back(person.id);
  const auto people = std::count_if(workshop.seats.begin(), workshop.seats.end(), [](const Seat& seat) { return seat.role == Role::participant; });
  vote.dots_per_person = vote.dots_per_item = suggested_dots(vote, people);
}

// Among the first that share a rank.
std::optional<Activity> first_run_off(const Workshop& workshop, const Activity& activity, SeatId by) {
  const VoteBoard board = build_vote(workshop, activity.id);
  if (board.tie_groups.empty()) return std::nullopt;
  return run_off_of(workshop, activity, board, board.tie_groups.front(), by);
}

std::string_view missing_to_vote(const Workshop& workshop, const Activity& activity) {
  return cards_of_vote(workshop, activity) ? "Nothing to vote on yet: write cards first." : "Nothing to vote on yet: add people first.";
}

}  // namespace

const ActivityRules vote_rules{
    .words = {.name = "Vote", .key = "vote", .noun = "a vote", .round = "a run-off", .again = "Run-off", .doing = "voting"},
    .input = {.done = "voted", .input = "ballot", .mark = "dot", .in_secret = "votes in secret",
              .secret = "Secret ballot. Dots appear when we reveal.", .named = "Named ballot. The session keeps who gave which dots.",
              .promise = "Secret.", .veil = "Secret", .from_you = "Ballots stay secret from you too", .removed = "Something you gave dots to was removed."},
    .in_secret = [](const Workshop&, const Activity&) { return true; },
    .setup = []() -> Setup { return VoteSetup{}; },
    .first_input = []() -> Input { return Ballot{}; },
    .check_setup = check_vote_setup,
    .check_round = check_run_off,
    .check_ready = check_dots,
    .check_input = check_ballot,
    .plan = plan_vote,
    .items = choices_by_default,
    .make_ready = make_vote_ready,
    .next_round = first_run_off,
    .missing = missing_to_vote};

}  // namespace standpoint
