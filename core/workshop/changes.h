// What each change changes: for every field the member of the thing that it is about, listed once, here. check, apply, undo, audience,
// story and the files for other programs walk these lists; screens make changes with change_of. No field is named anywhere else unless
// a rule of its own is about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/workshop/action.h"
#include "core/workshop/seen.h"
#include "core/workshop/sorted.h"

namespace standpoint {

template <class A, class... These>
inline constexpr bool is_one_of = (std::is_same_v<A, These> || ...);
template <class A>
inline constexpr bool is_change =
    is_one_of<A, ChangeStakeholder, ChangeTie, ChangeBoard, ChangeCard, ChangeSeat, ChangeActivity, ChangeSetup, ChangeDecision, ChangeNotes>;
template <class A>
concept Change = is_change<A>;
// Whole things, as they stand in old files: nobody sends them any more.
template <class A>
inline constexpr bool is_whole_description =
    is_one_of<A, DescribeStakeholder, DescribeTie, DescribeBoard, DescribeActivity, DescribeSeat, EditCard, WriteNotes>;

// f(FieldName, field of the change, pointer to the member of the thing); the pointer is null where this thing has no such part.
template <class C, class Thing, class F>
void each_field(C& c, Thing& thing, F f) {
  using Of = std::remove_const_t<C>;
  if constexpr (is_one_of<Of, ChangeStakeholder>) {
    f(FieldName{"name"}, c.name, &thing.name);
    f(FieldName{"role"}, c.role, &thing.role);
    f(FieldName{"organisation"}, c.organisation, &thing.organisation);
    f(FieldName{"kind"}, c.kind, &thing.kind);
    f(FieldName{"influence"}, c.influence, &thing.influence);
    f(FieldName{"formal power"}, c.formal_power, &thing.formal_power);
    f(FieldName{"stance"}, c.stance, &thing.stance);
    f(FieldName{"desired stance"}, c.desired_stance, &thing.desired_stance);
    f(FieldName{"needs", true}, c.needs, &thing.needs);
    f(FieldName{"expectations", true}, c.expectations, &thing.expectations);
    f(FieldName{"private note", true}, c.note, &thing.note);
  } else if constexpr (is_one_of<Of, ChangeTie>) {
    f(FieldName{"beginning"}, c.from, &thing.from);
    f(FieldName{"end"}, c.to, &thing.to);
    f(FieldName{"kind"}, c.kind, &thing.kind);
    f(FieldName{"strength"}, c.strength, &thing.strength);
    f(FieldName{"note", true}, c.note, &thing.note);
  } else if constexpr (is_one_of<Of, ChangeBoard>) {
    f(FieldName{"title"}, c.title, &thing.title);
    f(FieldName{"axis across"}, c.x_name, &thing.x.name);
    f(FieldName{"left end"}, c.x_low, &thing.x.low);
    f(FieldName{"right end"}, c.x_high, &thing.x.high);
    f(FieldName{"axis upwards"}, c.y_name, &thing.y.name);
    f(FieldName{"lower end"}, c.y_low, &thing.y.low);
    f(FieldName{"upper end"}, c.y_high, &thing.y.high);
    for (std::size_t n = 0; n < c.regions.size(); ++n) f(FieldName{"name of a region"}, c.regions[n], n < thing.regions.size() ? &thing.regions[n] : nullptr);
    for (std::size_t n = 0; n < c.zones.size(); ++n) f(FieldName{"name of a zone"}, c.zones[n], n < thing.zones.size() ? &thing.zones[n].name : nullptr);
  } else if constexpr (is_one_of<Of, ChangeCard>) {
    f(FieldName{"words", true}, c.text, &thing.text);
    f(FieldName{"colour"}, c.colour, &thing.colour);
  } else if constexpr (is_one_of<Of, ChangeDecision>) {
    f(FieldName{"words", true}, c.text, &thing.text);
    f(FieldName{"owner"}, c.owner, &thing.owner);
  } else if constexpr (is_one_of<Of, ChangeNotes>) {
    f(FieldName{"notes", true}, c.notes, &thing.notes);
  } else if constexpr (is_one_of<Of, ChangeSeat>) {
    f(FieldName{"name"}, c.name, &thing.name);
    f(FieldName{"role"}, c.role, &thing.role);
  } else if constexpr (is_one_of<Of, ChangeActivity>) {
    f(FieldName{"title"}, c.title, &thing.title);
    f(FieldName{"minutes"}, c.minutes, &thing.minutes);
    f(FieldName{"board"}, c.board, &thing.board);
    f(FieldName{"secrecy"}, c.secrecy, &thing.secrecy);
    f(FieldName{"round before"}, c.follows, &thing.follows);
    f(FieldName{"layer of stances"}, c.show_stance, &thing.show_stance);
    f(FieldName{"layer of conflicts"}, c.show_conflicts, &thing.show_conflicts);
  } else {
    std::visit([&](auto& change) {
      if (auto* const setup = std::get_if<typename std::remove_cvref_t<decltype(change)>::Of>(&thing.setup)) each_setup_field(change, *setup, f);
    }, c.setup);
  }
}

// What a change is about; nullptr when it is gone. Const in, const out.
template <class W> auto* thing_of(W& w, const ChangeStakeholder& c) { return find_in(w.stakeholders, c.stakeholder); }
template <class W> auto* thing_of(W& w, const ChangeTie& c) { return find_in(w.ties, c.tie); }
template <class W> auto* thing_of(W& w, const ChangeBoard& c) { return find_in(w.boards, c.board); }
template <class W> auto* thing_of(W& w, const ChangeCard& c) { return find_in(w.cards, c.card); }
template <class W> auto* thing_of(W& w, const ChangeSeat& c) { return find_in(w.seats, c.seat); }
template <class W> auto* thing_of(W& w, const ChangeDecision& c) { return find_in(w.decisions, c.decision); }
template <class W> auto* thing_of(W& w, const ChangeNotes&) { return &w; }
template <class W> auto* thing_of(W& w, const ChangeActivity& c) { return find_in(w.activities, c.activity); }
// An activity of another kind has no such setup.
template <class W> auto* thing_of(W& w, const ChangeSetup& c) {
  auto* const activity = find_in(w.activities, c.activity);
  const bool fits = activity && std::visit([&](const auto& change) { return std::holds_alternative<typename std::decay_t<decltype(change)>::Of>(activity->setup); }, c.setup);
  return fits ? activity : nullptr;
}
template <class C>
using ThingOf = std::remove_pointer_t<decltype(thing_of(std::declval<Workshop&>(), std::declval<const C&>()))>;

// What such a change can be about, with nothing in it: for who asks which fields a change has, or touches.
template <class C>
ThingOf<C> blank_thing_of(const C& change) {
  ThingOf<C> thing{};
  if constexpr (is_one_of<C, ChangeSetup>) std::visit([&](const auto& of) { thing.setup = typename std::decay_t<decltype(of)>::Of{}; }, change.setup);
  return thing;
}

// A field beside the member it is about, whatever their type: what is done alike to all of them is written once, and not for each type of
// change (a tablet loads it all).
struct FieldType {
  bool (*there)(const void* field);
  void (*forget)(void* field);
  void (*put)(const void* field, void* member);
  void (*take)(void* field, const void* member);
  bool (*differs)(const void* field, const void* member);
  void (*note)(Seen& seen, const void* member);
};
struct ChangedField {
  FieldName name;
  const FieldType* type;
  void* field;   // std::optional<T>
  void* member;  // T; null where this thing has no such part
};
using ChangedFields = std::vector<ChangedField>;
template <Change C>
ChangedFields fields_of(C&, ThingOf<C>&);
// To be read only.
template <Change C>
ChangedFields fields_of(const C& change, const ThingOf<C>& thing) {
  return fields_of(const_cast<C&>(change), const_cast<ThingOf<C>&>(thing));
}

void put_all(const ChangedFields&);
// How the touched fields stand in this thing, as one number, never 0: for `over`.
std::uint64_t seen_of(const ChangedFields&);

template <Change C>
void put_into(ThingOf<C>& thing, const C& change) { put_all(fields_of(const_cast<C&>(change), thing)); }
template <Change C>
std::uint64_t seen_in(const ThingOf<C>& thing, const C& change) { return seen_of(fields_of(change, thing)); }

// The change that makes `after` of `before`: only what differs; nullopt: nothing does. Long texts and lists are changed over what they were.
std::optional<Action> change_of(const Stakeholder& before, const Stakeholder& after);
std::optional<Action> change_of(const Tie& before, const Tie& after);
std::optional<Action> change_of(const Board& before, const Board& after);
std::optional<Action> change_of(const Card& before, const Card& after);
std::optional<Action> change_of(const Seat& before, const Seat& after);
std::optional<Action> change_of(const Decision& before, const Decision& after);
// The notes, `now` in place of those that somebody began with.
std::optional<Action> change_of_notes(const std::string& began, const std::string& now);
// A card's words, `now` in place of those that somebody began with.
std::optional<Action> rewritten(Card card, const std::string& began, const std::string& now);
// What belongs to every activity, and what to its kind: up to two.
std::vector<Action> changes_of(const Activity& before, const Activity& after);

// The other way round: the old values of just the fields it changes, over those it sets (R349).
template <Change C>
std::optional<Action> taken_back(const Workshop& before, const C&);
template <>
std::optional<Action> taken_back(const Workshop& before, const ChangeNotes&);  // without a workshop of its own for one text

// It is a change over what is no longer there.
bool overtaken(const Workshop&, const Action&);
// Said of such a change: what is there stays. Empty while the change would change nothing, so that nothing of it is lost.
std::string said_of_overtaken(const Workshop&, const Action&);
inline constexpr const char* overtaken_words = "Somebody changed this since, so it stays as it is.";
// Both change one field of one thing that is there.
bool share_a_field(const Workshop&, const Action&, const Action&);

// A long text that was written while somebody else wrote it anew.
struct TwoTexts {
  std::string mine, theirs;
};
// nullopt: it is no such change, or both wrote the same, or the thing is gone.
std::optional<TwoTexts> two_texts(const Workshop&, const Action&);
// The same change with this text, over what is there now.
Action over_what_is_there(const Workshop&, Action, std::string mine);

}  // namespace standpoint
