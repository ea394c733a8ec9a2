// Called by the screens of votes and by files. See board.h.
#include "core/activities/vote/board.h"

#include <algorithm>

#include "core/activities/activities.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/first_words.h"
#include "core/workshop/names.h"
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

// At most so many bytes, never cutting a letter in two.
std::string cut_to(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace

Activity run_off_of(const Workshop& workshop, const Activity& activity, const VoteBoard& board, const TieGroup& tie, SeatId by) {
  constexpr std::uint16_t run_off_minutes = 2;
  Activity next;
  next.id = mint<ActivityId>(by, next_nth(workshop, by));
  set_kind(next, activity.kind);
  next.title = cut_to("Run-off: " + activity.title, max_name_bytes);
  next.minutes = run_off_minutes;
  next.board = activity.board;
  next.secrecy = activity.secrecy;
  VoteSetup& vote = *vote_in(next);
  for (std::size_t row = tie.first; row <= tie.last && row < board.result.rows.size(); ++row) vote.items.push_back(board.result.rows[row].item);
  std::sort(vote.items.begin(), vote.items.end());
  vote.dots_per_person = vote.dots_per_item = 1;
  vote.decider = vote_of(activity).decider;
  next.follows = activity.id;
  return next;
}

VoteBoard build_vote(const Workshop& workshop, ActivityId id) {
  VoteBoard board;
  const Activity* vote = find(workshop, id);
  if (!vote || !std::holds_alternative<VoteSetup>(vote->setup)) return board;
  const std::vector<Item>& items = items_of(*vote);
  for (std::size_t i = 0; i < items.size(); ++i)
    board.options.push_back({items[i], letter_of(i), words_in(workshop, id, items[i]), later_changed(workshop, id, items[i])});
  if (const Seat* decider = find(workshop, vote_of(*vote).decider)) board.decider = decider->name;
  board.revealed = vote->phase == Phase::revealed;
  if (!board.revealed) return board;
  board.result = result_of(*vote);
  if (const LostInputs* lost = find_in(workshop.lost, id)) board.lost = words_of_lost(workshop, *lost, vote->kind);
  board.tie_groups = tie_groups_of(board.result.rows);
  board.near_ties = near_ties_of(board.result.rows);
  board.no_order = no_order_of(board.result);
  if (vote->secrecy == Secrecy::named)
    for (const VoteRow& row : board.result.rows) board.givers.push_back(givers_of(workshop, *vote, row.item));
  return board;
}

}  // namespace standpoint
