// One overload per action: an event as two short lines, told from the workshop right before it.
#include "core/insights/story.h"

#include <algorithm>
#include <vector>

#include "core/insights/story_lines.h"
#include "core/workshop/first_words.h"
#include "core/workshop/names.h"
#include "core/workshop/sorted.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t names_in_a_list = 3;

}  // namespace

std::string said(std::string_view text) { return "“" + shortened(text, 80) + "”"; }

std::string name_in_story(const Workshop& w, Item item) { return name_in_story(w, {}, item); }

std::string name_in_story(const Workshop& w, ActivityId activity, Item item) {
  const std::string name = words_in(w, activity, item);
  return item.kind == Item::Kind::card ? said(name) : name;
}

std::string title_of(const Workshop& w, BoardId id) {
  const Board* const board = find(w, id);
  return board ? board->title : std::string();
}

StoryLine line(const Workshop& w, const Event& e, std::string_view what, std::string detail) {
  return {who(w, e.by) + " " + std::string(what), std::move(detail)};
}

std::string from_to(std::string_view from, std::string_view to) { return std::string(from) + " to " + std::string(to); }

std::string tie_sentence(const Workshop& w, const Tie& tie) {
  return name_of(w, Item(tie.from)) + " " + std::string(words(tie.kind)) + " " + name_of(w, Item(tie.to));
}

namespace {

std::string possessive(const std::string& name) { return name + "’s"; }

// "Ruth Kaplan, Mei Chen, Lars Eriksen and 2 more"
std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < names_in_a_list; ++i) out += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > names_in_a_list) out += " and " + std::to_string(names.size() - names_in_a_list) + " more";
  return out;
}

// "a card", "3 cards"
std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return n == 1 ? "a " + std::string(one) : std::to_string(n) + " " + std::string(many);
}

// ---- the session and its seats ----

StoryLine tell(const Workshop&, const Event&, const StartSession& a) { return {"The session started", a.title}; }

StoryLine tell(const Workshop& w, const Event& e, const RenameSession& a) {
  return line(w, e, "renamed the session", w.title == a.title ? a.subtitle : from_to(w.title, a.title));
}

StoryLine tell(const Workshop& w, const Event&, const JoinSeat& a) {
  const std::string name = called(w, a.name, a.seat);
  const std::string detail = a.carried_by ? "On " + possessive(who(w, a.carried_by)) + " screen" : "As " + std::string(words(a.role));
  return {name + (find(w, a.seat) ? " came back" : " joined"), detail};
}

StoryLine tell(const Workshop& w, const Event& e, const DescribeSeat& a) {
  const Seat* const seat = find(w, a.seat);
  if (seat && seat->role != a.role) return line(w, e, "gave " + who(w, a.seat) + " another role", "Now " + std::string(words(a.role)));
  if (e.by == a.seat) return line(w, e, "took another name", a.name);
  return line(w, e, "renamed " + who(w, a.seat), a.name);
}

StoryLine tell(const Workshop& w, const Event& e, const MergeSeats& a) { return line(w, e, "made two seats of " + who(w, a.from) + " one", ""); }

StoryLine tell(const Workshop& w, const Event& e, const ClearSeats& a) { return line(w, e, "cleared " + counted(a.seats.size(), "seat", "seats"), "Nobody used them"); }

StoryLine tell(const Workshop& w, const Event&, const LeaveSeat& a) { return {who(w, a.seat) + " left", ""}; }

// ---- stakeholders and ties ----

StoryLine tell(const Workshop& w, const Event& e, const AddStakeholder& a) {
  return line(w, e, "added a stakeholder", a.stakeholder.name + ", " + std::string(words(a.stakeholder.ring)));
}

struct Described {
  bool happened;
  std::string_view what;
  std::string detail;  // after the name
};

// The one thing that changed, or all of them as one.
StoryLine tell_changes(const Workshop& w, const Event& e, const std::string& name, const std::vector<Described>& changes) {
  const Described* only = nullptr;
  for (const Described& change : changes) {
    if (!change.happened) continue;
    if (only) return line(w, e, "described a stakeholder", name);
    only = &change;
  }
  if (!only) return line(w, e, "described a stakeholder", name);
  return line(w, e, only->what, only->detail.empty() ? name : name + ", " + only->detail);
}

StoryLine tell(const Workshop& w, const Event& e, const DescribeStakeholder& a) {
  const Stakeholder* const found = find(w, a.stakeholder.id);
  if (!found) return line(w, e, "described a stakeholder", a.stakeholder.name);
  const Stakeholder &was = *found, &is = a.stakeholder;
  const bool moved = was.ring != is.ring || was.placed != is.placed || was.at != is.at;
  // Others do not know the note and send it empty; it stays as it is (R22).
  const Seat* const by = find(w, e.by);
  const bool facilitates = by && by->role == Role::facilitator;
  const std::string rings = was.ring == is.ring ? std::string() : from_to(words(was.ring), words(is.ring));
  return tell_changes(w, e, was.name, {
      {was.name != is.name, "renamed a stakeholder", "now " + is.name},
      {was.role != is.role, "set a role", is.role},
      {was.organisation != is.organisation, "set an organisation", is.organisation},
      {was.kind != is.kind, "changed a kind", from_to(words(was.kind), words(is.kind))},
      {moved, "moved a stakeholder", rings},
      {was.influence < is.influence, "raised influence", from_to(std::to_string(was.influence), std::to_string(is.influence))},
      {was.influence > is.influence, "lowered influence", from_to(std::to_string(was.influence), std::to_string(is.influence))},
      {was.formal_power != is.formal_power, "set formal power", std::to_string(is.formal_power)},
      {was.stance != is.stance, "set a stance", std::string(words(is.stance))},
      {was.desired_stance != is.desired_stance, "set a desired stance", std::string(words(is.desired_stance))},
      {was.needs != is.needs, "wrote down needs", ""},
      {was.expectations != is.expectations, "wrote down expectations", ""},
      {was.note != is.note && facilitates, "wrote a private note", ""},
  });
}

StoryLine tell(const Workshop& w, const Event& e, const MergeStakeholders& a) {
  return line(w, e, "said that two are the same person", name_of(w, Item(a.gone)) + " and " + name_of(w, Item(a.kept)));
}

StoryLine tell(const Workshop& w, const Event& e, const SeparateStakeholders& a) {
  return line(w, e, "said that one person is two", a.gone.name + " and " + name_of(w, Item(a.kept.stakeholder)));
}

StoryLine tell(const Workshop& w, const Event& e, const MoveStakeholders& a) {
  std::vector<std::string> names;
  for (const StakeholderMove& move : a.moves) names.push_back(name_of(w, Item(move.stakeholder)));
  const std::string what = "moved " + counted(names.size(), "stakeholder", "stakeholders");
  const Stakeholder* const one = a.moves.size() == 1 ? find(w, a.moves.front().stakeholder) : nullptr;
  if (!one) return line(w, e, what, listed(names));
  const StakeholderMove& move = a.moves.front();
  const Ring ring = move.placed ? ring_at(move.at) : move.ring;
  return line(w, e, what, one->ring == ring ? one->name : one->name + ", " + from_to(words(one->ring), words(ring)));
}

StoryLine tell(const Workshop& w, const Event& e, const AddTie& a) { return line(w, e, "drew a tie", tie_sentence(w, a.tie)); }

StoryLine tell(const Workshop& w, const Event& e, const DescribeTie& a) {
  const Tie* const was = find(w, a.tie.id);
  const std::string sentence = tie_sentence(w, a.tie);
  if (!was || was->strength == a.tie.strength || was->kind != a.tie.kind) return line(w, e, "changed a tie", sentence);
  return line(w, e, was->strength < a.tie.strength ? "strengthened a tie" : "weakened a tie",
              sentence + ", " + from_to(std::to_string(was->strength), std::to_string(a.tie.strength)));
}

// ---- boards, cards, canvas places ----

StoryLine tell(const Workshop& w, const Event& e, const AddBoard& a) { return line(w, e, "added a board", a.board.title); }
StoryLine tell(const Workshop& w, const Event& e, const RemoveBoard& a) { return line(w, e, "removed a board", title_of(w, a.board)); }

StoryLine tell(const Workshop& w, const Event& e, const DescribeBoard& a) {
  const std::string was = title_of(w, a.board.id);
  if (was == a.board.title) return line(w, e, "changed a board", was);
  return line(w, e, "renamed a board", from_to(was, a.board.title));
}

StoryLine tell(const Workshop& w, const Event& e, const AddCard& a) { return line(w, e, "added a card", said(a.card.text)); }

StoryLine tell(const Workshop& w, const Event& e, const EditCard& a) {
  const Card* const was = find(w, a.card);
  return line(w, e, was && was->text == a.text ? "coloured a card" : "rewrote a card", said(a.text));
}

StoryLine tell(const Workshop& w, const Event& e, const MoveCards& a) {
  std::vector<std::string> names;
  for (const CardMove& move : a.moves) names.push_back(name_in_story(w, Item(move.card)));
  const std::string what = "moved " + counted(names.size(), "card", "cards");
  const Card* const one = a.moves.size() == 1 ? find(w, a.moves.front().card) : nullptr;
  const Board* const board = one ? find(w, one->board) : nullptr;
  const std::size_t zone = a.moves.empty() ? 0 : a.moves.front().zone;
  if (!board || zone == one->zone || zone >= board->zones.size() || one->zone >= board->zones.size())
    return line(w, e, what, listed(names));
  return line(w, e, what, names.front() + ", " + from_to(board->zones[one->zone].name, board->zones[zone].name));
}

std::string counted_items(const std::vector<Item>& items) {
  if (items.size() != 1) return std::to_string(items.size()) + " things";
  return items.front().kind == Item::Kind::card ? "a card" : "a stakeholder";
}

std::string listed_items(const Workshop& w, const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const Item& item : items) names.push_back(name_in_story(w, item));
  return listed(names);
}

StoryLine tell(const Workshop& w, const Event& e, const PlaceOnCanvas& a) {
  std::vector<Item> items;
  for (const CanvasPlace& place : a.places) items.push_back(place.item);
  const Board* const board = find(w, a.board);
  const bool moved = board && std::all_of(items.begin(), items.end(), [&](const Item& i) { return find_in(board->places, i); });
  return line(w, e, (moved ? "moved " : "placed ") + counted_items(items),
              listed_items(w, items) + (board ? " on " + board->title : std::string()));
}

StoryLine tell(const Workshop& w, const Event& e, const TakeOffCanvas& a) {
  return line(w, e, "took " + counted_items(a.items) + " off a canvas", listed_items(w, a.items));
}

// ---- removing and restoring ----

struct Things {
  std::vector<std::string> stakeholders, ties, cards;
};

// "removed a tie", "removed 2 stakeholders and 1 other": what was meant, without what went along.
StoryLine tell_things(const Workshop& w, const Event& e, std::string_view before, std::string_view after, const Things& things) {
  const std::size_t kinds = (things.stakeholders.empty() ? 0u : 1u) + (things.ties.empty() ? 0u : 1u) + (things.cards.empty() ? 0u : 1u);
  std::vector<std::string> all = things.stakeholders;
  all.insert(all.end(), things.cards.begin(), things.cards.end());
  all.insert(all.end(), things.ties.begin(), things.ties.end());
  std::string what = std::to_string(all.size()) + " things";
  if (kinds == 1 && !things.stakeholders.empty()) what = counted(all.size(), "stakeholder", "stakeholders");
  if (kinds == 1 && !things.ties.empty()) what = counted(all.size(), "tie", "ties");
  if (kinds == 1 && !things.cards.empty()) what = counted(all.size(), "card", "cards");
  return line(w, e, std::string(before) + what + std::string(after), listed(all));
}

StoryLine tell(const Workshop& w, const Event& e, const RemoveItems& a) {
  Things things;
  for (const StakeholderId id : a.stakeholders) things.stakeholders.push_back(name_of(w, Item(id)));
  for (const CardId id : a.cards) things.cards.push_back(name_in_story(w, Item(id)));
  for (const TieId id : a.ties)
    if (const Tie* const tie = find(w, id)) things.ties.push_back(tie_sentence(w, *tie));
  return tell_things(w, e, "removed ", "", things);
}

StoryLine tell(const Workshop& w, const Event& e, const RestoreItems& a) {
  Things things;
  for (const Stakeholder& s : a.stakeholders) things.stakeholders.push_back(s.name);
  for (const Card& card : a.cards) things.cards.push_back(said(card.text));
  if (a.stakeholders.empty())  // else the ties came along
    for (const Tie& tie : a.ties) things.ties.push_back(tie_sentence(w, tie));
  return tell_things(w, e, "put ", " back", things);
}

}  // namespace

StoryLine story_of(const Workshop& before, const Event& event) {
  return std::visit([&](const auto& action) { return tell(before, event, action); }, event.action);
}

}  // namespace standpoint
