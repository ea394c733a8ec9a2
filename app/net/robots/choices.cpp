#include "app/net/robots/choices.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

constexpr std::size_t enough_people = 60;  // more would only cover the map
constexpr std::size_t items_at_most = 8;   // of an activity
constexpr std::uint16_t dots_each = 5;

constexpr std::array first_names{"Ada", "Bela", "Caro", "Dimo", "Enno", "Fenja", "Gero", "Hila", "Ivo", "Juna", "Kimo", "Lene",
                                 "Milo", "Nela", "Oda", "Pelle", "Runa", "Sivan", "Taro", "Ulla", "Vero", "Wim", "Yara", "Zeno"};
constexpr std::array last_names{"Amsel", "Birk", "Corvin", "Dorn", "Esche", "Falk", "Ginster", "Hasel",
                                "Iltis", "Jaspis", "Kiefer", "Linde", "Marder", "Nordin", "Otter", "Pappel"};

Stakeholder somebody(StakeholderId id, std::string name) {
  Stakeholder added;
  added.id = id;
  added.name = std::move(name);
  return added;
}

}  // namespace

Key RobotChoices::key() {
  Key key{};
  for (std::uint8_t& byte : key) byte = static_cast<std::uint8_t>(random_());
  return key;
}

std::string RobotChoices::name() {
  const char* const first = first_names[below(first_names.size())];
  return fmt::format("{} {}", first, last_names[below(last_names.size())]);
}

BoardPoint RobotChoices::point() {
  const auto x = static_cast<std::int32_t>(below(board_max + 1));
  return {x, static_cast<std::int32_t>(below(board_max + 1))};
}

Input RobotChoices::input_for(const Activity& activity) {
  Input input = rules_of(activity).first_input();
  std::visit([&](auto& i) { fill(i, activity); }, input);
  return input;
}

void RobotChoices::fill(PlacementSheet& sheet, const Activity& activity) {
  for (const Item& item : items_of(activity))
    if (below(5) != 0) sheet.placements.push_back({item, point()});
}

void RobotChoices::fill(Ballot& ballot, const Activity& activity) {
  const VoteSetup& vote = vote_of(activity);
  std::uint32_t left = vote.dots_per_person;
  for (const Item& item : items_of(activity)) {
    const std::uint32_t most = vote.dots_per_item == 0 ? left : std::min<std::uint32_t>(left, vote.dots_per_item);
    const std::uint32_t given = below(most + 1);
    if (given == 0) continue;
    ballot.dots.push_back({item, static_cast<std::uint16_t>(given)});
    left -= given;
  }
}

Action RobotChoices::edit(const Workshop& shown, SeatId by) {
  const auto& people = shown.stakeholders;
  const std::uint32_t nth = next_nth(shown, by);
  if (people.size() < 2 || (people.size() < enough_people && below(4) == 0)) return AddStakeholder{somebody(mint<StakeholderId>(by, nth), name())};
  const std::uint32_t one = below(people.size());
  if (below(4) != 0) {
    const BoardPoint at = point();
    return MoveStakeholders{{{people[one].id, true, at, ring_at(at)}}};
  }
  const std::size_t other = (one + 1 + below(people.size() - 1)) % people.size();
  return AddTie{{mint<TieId>(by, nth), people[one].id, people[other].id, static_cast<TieKind>(below(tie_kind_count)), 1, ""}};
}

Action plan_step(const Workshop& workshop, SeatId facilitator, ActivityKind kind) {
  const auto& people = workshop.stakeholders;
  const std::uint32_t nth = next_nth(workshop, facilitator);
  if (people.size() < 3) return AddStakeholder{somebody(mint<StakeholderId>(facilitator, nth), fmt::format("{} {}", first_names[people.size()], last_names[people.size()]))};
  const auto canvas = std::find_if(workshop.boards.begin(), workshop.boards.end(), [](const Board& board) { return board.kind == BoardKind::canvas; });
  const ActivityRules& rules = rules_of(kind);
  if (rules.needs_plane && canvas == workshop.boards.end()) {
    Board board;
    board.id = mint<BoardId>(facilitator, nth);
    board.kind = BoardKind::canvas;
    board.title = "Power and interest";
    return AddBoard{board};
  }
  Activity activity;
  activity.id = mint<ActivityId>(facilitator, nth);
  set_kind(activity, kind);
  activity.title = rules.needs_plane ? "Power and interest" : "Where must we act first?";
  if (rules.needs_plane) activity.board = canvas->id;
  if (VoteSetup* const vote = vote_in(activity)) vote->dots_per_person = dots_each;
  if (std::vector<Item>* const items = items_in(activity))
    for (std::size_t i = 0; i < std::min(items_at_most, people.size()); ++i) items->emplace_back(people[i].id);
  return AddActivity{activity, agenda_end};
}

}  // namespace standpoint
