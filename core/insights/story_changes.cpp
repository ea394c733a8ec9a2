// Stories of changes: what was changed of whom, and, where that was one field of few words, what it became.
#include <utility>
#include <vector>

#include "core/insights/story_lines.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

constexpr std::size_t fields_named = 2;  // of a change of more fields; the others are counted

// ---- what a field became, in words; nothing where they would be many, or none that tell more ----

template <class T>
std::string became(const Workshop&, const T& was, const T& is) {
  if constexpr (requires { words(is); }) return from_to(words(was), words(is));
  else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) return from_to(std::to_string(was), std::to_string(is));
  else return {};
}
std::string became(const Workshop&, const std::string&, const std::string& is) { return is; }
std::string became(const Workshop& w, StakeholderId, StakeholderId is) { return name_of(w, Item(is)); }
std::string became(const Workshop& w, BoardId, BoardId is) { return title_of(w, is); }
std::string became(const Workshop& w, SeatId, SeatId is) { return is ? who(w, is) : std::string("Nobody"); }
std::string became(const Workshop&, const std::vector<Item>&, const std::vector<Item>& is) {
  return std::to_string(is.size()) + (is.size() == 1 ? " choice" : " choices");
}
std::string became(const Workshop&, bool, bool is) { return is ? "Open to the room" : "For facilitators only"; }

struct Touched {
  std::string fields;   // "the role", "the role, the needs and 2 more"
  std::string becomes;  // "Head of Stores"
};

template <Change C>
Touched touched_by(const Workshop& w, const C& change, const ThingOf<C>& thing) {
  std::vector<std::string> names;
  std::string becomes;
  each_field(change, thing, [&](FieldName name, const auto& field, const auto* member) {
    if (!field || !member) return;
    if (!name.long_text) becomes = became(w, *member, *field);
    if (std::string words = std::string("the ") + name.words; names.empty() || names.back() != words) names.push_back(std::move(words));
  });
  if (names.size() != 1) becomes.clear();
  Touched touched{"nothing", std::move(becomes)};
  for (std::size_t i = 0; i < names.size() && i < fields_named; ++i) touched.fields = i == 0 ? names[0] : touched.fields + (names.size() == 2 ? " and " : ", ") + names[i];
  if (names.size() > fields_named) touched.fields += " and " + std::to_string(names.size() - fields_named) + " more";
  return touched;
}

// "Priya changed the role of Ruth Kaplan" / "Head of Stores"
template <Change C>
StoryLine tell_change(const Workshop& w, const Event& e, const C& a, const std::string& whose, std::string about = "") {
  const auto* const thing = thing_of(w, a);
  if (!thing) return line(w, e, "changed what is gone", "");
  const Touched touched = touched_by(w, a, *thing);
  if (!about.empty() && !touched.becomes.empty()) about += ", ";
  return line(w, e, "changed " + touched.fields + " of " + whose, about + touched.becomes);
}

std::string title_in_story(const Workshop& w, ActivityId id) {
  const Activity* const activity = find(w, id);
  return activity ? said(activity->title) : std::string();
}

}  // namespace

StoryLine tell(const Workshop& w, const Event& e, const ChangeStakeholder& a) { return tell_change(w, e, a, name_of(w, Item(a.stakeholder))); }

StoryLine tell(const Workshop& w, const Event& e, const ChangeTie& a) {
  const Tie* const tie = thing_of(w, a);
  if (!tie) return tell_change(w, e, a, "a tie");
  Tie after = *tie;
  put_into(after, a);
  if (after.from == tie->to && after.to == tie->from) return line(w, e, "turned a tie round", tie_sentence(w, after));
  return a.kind ? line(w, e, "changed the kind of a tie", tie_sentence(w, after)) : tell_change(w, e, a, "a tie", tie_sentence(w, after));
}

StoryLine tell(const Workshop& w, const Event& e, const ChangeBoard& a) { return tell_change(w, e, a, title_of(w, a.board)); }

StoryLine tell(const Workshop& w, const Event& e, const ChangeCard& a) {
  return tell_change(w, e, a, "a card", a.text ? said(*a.text) : name_in_story(w, Item(a.card)));
}

StoryLine tell(const Workshop& w, const Event& e, const ChangeDecision& a) {
  const Decision* const decision = thing_of(w, a);
  return tell_change(w, e, a, "a decision", a.text ? said(*a.text) : decision ? said(decision->text) : std::string());
}

// What they say stays out of any story.
StoryLine tell(const Workshop& w, const Event& e, const ChangeNotes&) { return line(w, e, "wrote in the notes", ""); }

StoryLine tell(const Workshop& w, const Event& e, const ChangeSeat& a) {
  if (e.by == a.seat && a.name && !a.role) return line(w, e, "took another name", *a.name);
  return tell_change(w, e, a, who(w, a.seat));
}

StoryLine tell(const Workshop& w, const Event& e, const ChangeActivity& a) { return tell_change(w, e, a, title_in_story(w, a.activity)); }
StoryLine tell(const Workshop& w, const Event& e, const ChangeSetup& a) { return tell_change(w, e, a, title_in_story(w, a.activity)); }

}  // namespace standpoint
