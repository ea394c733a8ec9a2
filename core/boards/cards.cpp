// The Cards board and the options of a vote, read off the Workshop. Called by the cards and vote screens through
// core/boards/cards.h; shows nothing of a vote before its reveal. Cards are kept apart in cards_apart.cpp.
#include "core/boards/cards.h"

#include <algorithm>

#include "core/insights/story_lines.h"
#include "core/workshop/first_words.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// Ties further down the list decide nothing.
constexpr int last_rank_that_matters = 3;

// 0 is "A", 25 "Z", 26 "AA", as the columns of a spreadsheet.
std::string letter_of(std::size_t index) {
  std::string letters;
  for (std::size_t left = index + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::vector<TieGroup> tie_groups_of(const std::vector<VoteRow>& rows) {
  std::vector<TieGroup> groups;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    while (last + 1 < rows.size() && rows[last + 1].rank == rows[first].rank) ++last;
    const bool all = last - first + 1 == rows.size();  // a run-off among all of them would be the same vote
    if (last > first && !all && rows[first].dots > 0 && rows[first].rank <= last_rank_that_matters)
      groups.push_back({first, last, rows[first].rank});
    first = last + 1;
  }
  return groups;
}

std::vector<std::string> near_ties_of(const std::vector<VoteRow>& rows) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i + 1 < rows.size() && rows[i].rank <= last_rank_that_matters; ++i)
    if (is_near_tie(rows[i].dots, rows[i + 1].dots))
      sentences.push_back(std::to_string(rows[i].dots) + " and " + std::to_string(rows[i + 1].dots) + " are as good as equal");
  return sentences;
}

std::string counted(int number, const char* one, const char* many) { return std::to_string(number) + (number == 1 ? one : many); }

std::optional<NoOrder> no_order_of(const VoteResult& result) {
  if (result.rows.empty()) return std::nullopt;
  if (result.dots == 0)
    return NoOrder{"Nobody gave a dot", result.people == 0 ? "No ballot was sent" : counted(result.people, " ballot, empty", " ballots, all empty")};
  const int dots = result.rows.front().dots;
  if (result.rows.size() < 2 || result.rows.back().dots != dots) return std::nullopt;
  return NoOrder{"All are equal", counted(dots, " dot each: talk first, then vote again", " dots each: talk first, then vote again")};
}

std::vector<Giver> givers_of(const Workshop& workshop, const Activity& vote, Item item) {
  std::vector<Giver> givers;
  for (const RevealedInput& revealed : vote.inputs) {
    const Ballot* ballot = std::get_if<Ballot>(&revealed.input);
    if (!revealed.seat || ballot == nullptr) continue;
    for (const Dots& dots : ballot->dots)
      if (dots.item == item && dots.count > 0) givers.push_back({who(workshop, revealed.seat), dots.count});
  }
  std::stable_sort(givers.begin(), givers.end(), [](const Giver& a, const Giver& b) { return a.dots > b.dots; });
  return givers;
}

}  // namespace

std::uint16_t zone_asked(const Workshop& workshop, const Board& board) {
  const Activity* const staged = find(workshop, workshop.stage.activity);
  if (staged == nullptr || staged->kind != ActivityKind::brainstorm || !(staged->board == board.id)) return 0;
  const auto zone = std::find_if(board.zones.begin(), board.zones.end(), [&](const Zone& z) { return z.name == staged->title; });
  return zone == board.zones.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(zone - board.zones.begin());
}

CardsBoard build_cards(const Workshop& workshop, BoardId id) {
  CardsBoard board;
  if (const Board* found = find(workshop, id)) board.zones = found->zones;
  for (const Card& card : workshop.cards)
    if (card.board == id) board.cards.push_back({card.id, card.text, card.colour, card.zone, card.at});
  return board;
}

VoteBoard build_vote(const Workshop& workshop, ActivityId id) {
  VoteBoard board;
  const Activity* vote = find(workshop, id);
  if (!vote || vote->kind != ActivityKind::vote) return board;
  for (std::size_t i = 0; i < vote->items.size(); ++i)
    board.options.push_back({vote->items[i], letter_of(i), words_in(workshop, id, vote->items[i]), later_changed(workshop, id, vote->items[i])});
  if (const Seat* decider = find(workshop, vote->decider)) board.decider = decider->name;
  board.revealed = vote->phase == Phase::revealed;
  if (!board.revealed) return board;
  board.result = result_of(*vote);
  if (const LostInputs* lost = find_in(workshop.lost, id)) board.lost = words_of_lost(*lost, vote->kind);
  board.tie_groups = tie_groups_of(board.result.rows);
  board.near_ties = near_ties_of(board.result.rows);
  board.no_order = no_order_of(board.result);
  if (vote->secrecy == Secrecy::named)
    for (const VoteRow& row : board.result.rows) board.givers.push_back(givers_of(workshop, *vote, row.item));
  return board;
}

}  // namespace standpoint
