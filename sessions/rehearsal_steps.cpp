// Verbs of the script -> actions of the room, one function each.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/exchange/import_words.h"
#include "core/workshop/activity_parts.h"
#include "core/workshop/changes.h"
#include "sessions/placements.h"
#include "sessions/rehearsal.h"
#include "sessions/script_words.h"

namespace standpoint {
namespace {

// A reader of core/exchange/import_words, its refusal as a sentence.
template <class T>
Result<void> set(T& field, const tl::expected<T, std::string>& read) {
  if (!read) return failed(read.error());
  field = *read;
  return {};
}

Result<Action> the_change(const Activity& before, const Activity& after) {
  std::vector<Action> changes = changes_of(before, after);
  if (changes.size() != 1) return failed(fmt::format("{} is that already.", before.title));
  return std::move(changes.front());
}

constexpr std::array<CardColour, 4> colour_of_zone = {CardColour::lemon, CardColour::sky, CardColour::mint, CardColour::lilac};

}  // namespace

template <class AnyId>
AnyId Rehearsal::next_id(const Step& step) const {
  const SeatId seat = screens_.at(step.who).seat;
  return mint<AnyId>(seat, next_nth(now(), seat));
}

// ---- people and ties ----

Result<Action> Rehearsal::adds(const Step& step) {
  Stakeholder s;
  s.id = next_id<StakeholderId>(step);
  s.name = step.what;
  return AddStakeholder{s};
}

Result<Action> Rehearsal::removes(const Step& step) {
  const auto found = person(step.what);
  if (!found) return failed(found.error());
  return RemoveItems{{(*found)->id}, {}, {}};
}

Result<Action> Rehearsal::describes(const Step& step) {
  const auto found = person(step.what);
  if (!found) return failed(found.error());
  Stakeholder s = **found;
  Result<void> ok;
  const std::string& is = step.detail;
  if (step.does == "renames") s.name = is;
  else if (step.does == "role") s.role = is;
  else if (step.does == "organisation") s.organisation = is;
  else if (step.does == "needs") s.needs = is;
  else if (step.does == "expectations") s.expectations = is;
  else if (step.does == "note") s.note = is;
  else if (step.does == "kind") ok = set(s.kind, kind_of(is));
  else if (step.does == "influence") ok = set(s.influence, influence_called(is));
  else if (step.does == "stance") ok = set(s.stance, stance_of(is));
  else ok = set(s.desired_stance, stance_of(is));
  if (!ok) return failed(ok.error());
  if (auto change = change_of(**found, s)) return std::move(*change);
  return failed(fmt::format("{} of {} is that already.", step.does, step.what));
}

Result<Action> Rehearsal::moves(const Step& step) {
  const auto found = person(step.what);
  const auto at = point_of(step.place);
  if (!found) return failed(found.error());
  if (!at) return failed(at.error());
  return MoveStakeholders{{{(*found)->id, true, *at, ring_at(*at)}}};
}

Result<Action> Rehearsal::ties(const Step& step) {
  const auto words = parts_of(step.detail);
  const auto from = person(step.what), to = person(words.size() == 3 ? words[1] : "");
  if (!from) return failed(from.error());
  if (!to) return failed(to.error());
  Tie t{next_id<TieId>(step), (*from)->id, (*to)->id, TieKind::influences, 1, ""};
  if (auto ok = set(t.kind, tie_kind_of(words[0])); !ok) return failed(ok.error());
  if (auto ok = set(t.strength, strength_of(words[2])); !ok) return failed(ok.error());
  return AddTie{t};
}

Result<Action> Rehearsal::unties(const Step& step) {
  return tie(step).map([](const Tie* t) -> Action { return RemoveItems{{}, {t->id}, {}}; });
}

Result<Action> Rehearsal::describes_tie(const Step& step) {
  const auto found = tie(step);
  if (!found) return failed(found.error());
  Tie t = **found;
  const auto words = parts_of(step.detail);
  if (words.size() != 3) return failed("a tie is described with its kind, its end and the new value.");
  if (step.does == "tie note") t.note = words[2];
  else if (auto ok = set(t.strength, strength_of(words[2])); !ok) return failed(ok.error());
  if (auto change = change_of(**found, t)) return std::move(*change);
  return failed("the tie is that already.");
}

// ---- cards and canvas ----

Result<Action> Rehearsal::writes(const Step& step) {
  const auto at = point_of(step.place);
  if (!at) return failed(at.error());
  const Board* board = first_board(now(), BoardKind::cards);
  if (!board) return failed("there is no board for cards.");
  const std::uint16_t zone = zone_at(*board, *at);
  const CardColour colour = colour_of_zone[std::min<std::size_t>(zone, colour_of_zone.size() - 1)];
  const auto id = next_id<CardId>(step);
  cards_[step.what] = id;
  return AddCard{{id, board->id, zone, *at, colour, step.detail}};
}

Result<Action> Rehearsal::rewrites(const Step& step) {
  const auto id = card(step.what);
  const Card* found = id ? find(now(), *id) : nullptr;
  if (!found) return failed(fmt::format("no card is called {}.", step.what));
  return ChangeCard{*id, step.detail};
}

Result<Action> Rehearsal::shifts(const Step& step) {
  const auto id = card(step.what);
  const auto at = point_of(step.place);
  const Board* board = first_board(now(), BoardKind::cards);
  if (!id) return failed(id.error());
  if (!at || !board) return failed("a card is shifted to a place.");
  return MoveCards{{{*id, zone_at(*board, *at), *at}}};
}

Result<Action> Rehearsal::drops(const Step& step) {
  return card(step.what).map([](CardId id) -> Action { return RemoveItems{{}, {}, {id}}; });
}

Result<Action> Rehearsal::puts(const Step& step) {
  const auto found = person(step.what);
  const auto at = point_of(step.place);
  const Board* canvas = first_board(now(), BoardKind::canvas);
  if (!found) return failed(found.error());
  if (!at || !canvas) return failed("somebody is put on a place of a canvas.");
  return PlaceOnCanvas{canvas->id, {{Item((*found)->id), *at}}};
}

// ---- the agenda ----

Result<Action> Rehearsal::opens(const Step& step) {
  return activity(step.what).map([](const Activity* a) -> Action { return OpenActivity{a->id}; });
}
Result<Action> Rehearsal::closes(const Step& step) {
  return activity(step.what).map([](const Activity* a) -> Action { return CloseActivity{a->id}; });
}
Result<Action> Rehearsal::reveals(const Step& step) {
  return activity(step.what).map([](const Activity* a) -> Action { return RevealActivity{a->id, {}}; });
}
Result<Action> Rehearsal::times(const Step& step) {
  return number_of(step.detail).map([](std::int64_t minutes) -> Action { return StartTimer{minutes * 60'000}; });
}
Result<Action> Rehearsal::stops_the_clock(const Step&) { return StopTimer{}; }

Result<Action> Rehearsal::shows(const Step& step) {
  StageView view;
  for (const Board& b : now().boards)
    if (b.title == step.what) view.board = b.id;
  if (!view.board) return failed(fmt::format("no board is called {}.", step.what));
  if (step.detail.empty()) return ShowOnStage{view};
  const auto shown = activity(step.detail);
  if (!shown) return failed(shown.error());
  view.activity = (*shown)->id;
  return ShowOnStage{view};
}

Result<Action> Rehearsal::marks(const Step& step) { return SetBookmark{next_id<BookmarkId>(step), step.what}; }

Result<Action> Rehearsal::chooses(const Step& step) {
  const auto found = activity(step.what);
  if (!found) return failed(found.error());
  const auto chosen = items(parts_of(step.detail));
  if (!chosen) return failed(chosen.error());
  Activity a = **found;
  if (!items_in(a)) return failed(fmt::format("{} chooses nothing.", step.what));
  *items_in(a) = *chosen;
  return the_change(**found, a);
}

Result<Action> Rehearsal::decider(const Step& step) {
  const auto found = activity(step.what);
  const auto screen = screens_.find(step.detail);
  if (!found) return failed(found.error());
  if (screen == screens_.end()) return failed(fmt::format("nobody is called {}.", step.detail));
  Activity a = **found;
  if (!vote_in(a)) return failed(fmt::format("{} is no vote.", step.what));
  vote_in(a)->decider = screen->second.seat;
  return the_change(**found, a);
}

// detail: the vote before, then the tied cards.
Result<Action> Rehearsal::runs_off(const Step& step) {
  auto words = parts_of(step.detail);
  const auto before = activity(words.empty() ? "" : words[0]);
  if (!before) return failed(before.error());
  words.erase(words.begin());
  const auto tied = items(words);
  if (!tied) return failed(tied.error());
  Activity a;
  a.id = next_id<ActivityId>(step);
  set_kind(a, ActivityKind::vote);
  a.title = step.what;
  a.minutes = 2;
  a.board = (*before)->board;
  *items_in(a) = *tied;
  vote_in(a)->dots_per_person = 1;
  a.follows = (*before)->id;
  a.show_stance = (*before)->show_stance;  // the room goes on seeing what it saw
  a.show_conflicts = (*before)->show_conflicts;
  return AddActivity{a};
}

// ---- secret inputs, the star, decisions ----

Result<Action> Rehearsal::places_blind(const Step& step) {
  const auto found = activity(step.what);
  if (!found) return failed(found.error());
  const auto who = std::find(participants_.begin(), participants_.end(), step.who);
  if (who == participants_.end()) return failed(fmt::format("{} is no participant.", step.who));
  PlacementSheet sheet;
  for (const Opinion& opinion : opinions_) {
    const auto subject = person(opinion.name);
    if (!subject) return failed(subject.error());
    sheet.placements.push_back({Item((*subject)->id), placement(opinion, static_cast<std::size_t>(who - participants_.begin()))});
  }
  std::sort(sheet.placements.begin(), sheet.placements.end(), [](const CanvasPlace& a, const CanvasPlace& b) { return a.item < b.item; });
  return SealInput{(*found)->id, sheet};
}

Result<Action> Rehearsal::votes(const Step& step) {
  const auto found = activity(step.what);
  if (!found) return failed(found.error());
  const auto chosen = items(parts_of(step.detail));
  if (!chosen) return failed(chosen.error());
  Ballot ballot;
  for (const Item& item : *chosen) {
    if (!ballot.dots.empty() && ballot.dots.back().item == item) ++ballot.dots.back().count;
    else ballot.dots.push_back({item, 1});
  }
  return SealInput{(*found)->id, ballot};
}

Result<Action> Rehearsal::stars(const Step& step) {
  const auto found = activity(step.what);
  const auto chosen = card(step.detail);
  if (!found) return failed(found.error());
  if (!chosen) return failed(chosen.error());
  return GiveStar{(*found)->id, Item(*chosen)};
}

Result<Action> Rehearsal::decides(const Step& step) {
  return RecordDecision{{next_id<DecisionId>(step), step.what, step.detail}};
}

}  // namespace standpoint
