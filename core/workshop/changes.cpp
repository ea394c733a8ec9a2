// Making changes, taking them back, and knowing whether somebody else was there first. See changes.h.
#include "core/workshop/changes.h"

#include <algorithm>
#include <utility>

namespace standpoint {
namespace {

template <class T>
void note_value(Seen& seen, const T& value) {
  if constexpr (requires { value.value; }) seen.number(value.value);
  else seen.number(static_cast<std::uint64_t>(value));
}
void note_value(Seen& seen, const std::string& text) { seen.text(text); }
void note_value(Seen& seen, const std::vector<Item>& items) {
  seen.number(items.size());
  for (const Item& item : items) {
    note_value(seen, item.kind);
    seen.number(item.id);
  }
}

template <class T>
std::optional<T>& field(void* p) { return *static_cast<std::optional<T>*>(p); }
template <class T>
const std::optional<T>& field(const void* p) { return *static_cast<const std::optional<T>*>(p); }
template <class T>
const T& member(const void* p) { return *static_cast<const T*>(p); }

template <class T>
constexpr FieldType type_of{
    [](const void* f) { return field<T>(f).has_value(); },
    [](void* f) { field<T>(f).reset(); },
    [](const void* f, void* m) { *static_cast<T*>(m) = *field<T>(f); },
    [](void* f, const void* m) { field<T>(f) = member<T>(m); },
    [](const void* f, const void* m) { return *field<T>(f) != member<T>(m); },
    [](Seen& seen, const void* m) { note_value(seen, member<T>(m)); }};

bool is_touched(const ChangedField& f) { return f.member && f.type->there(f.field); }

void add(ChangedFields& fields, FieldName name, const FieldType& type, void* f, void* m) { fields.push_back({name, &type, f, m}); }

void take(const ChangedFields& fields) {
  for (const ChangedField& f : fields)
    if (f.member) f.type->take(f.field, f.member);
}

struct Kept {
  bool any = false, over_what_was = false;
};
// Forgets what is as it is.
Kept keep_what_differs(const ChangedFields& fields) {
  Kept kept;
  for (const ChangedField& f : fields) {
    if (is_touched(f) && f.type->differs(f.field, f.member)) {
      kept.any = true;
      kept.over_what_was |= f.name.long_text || f.name.list;
    } else {
      f.type->forget(f.field);
    }
  }
  return kept;
}

// `change` with the fields in which the two differ, as they are in `after`.
template <Change C>
std::optional<Action> differing(C change, const ThingOf<C>& before, const ThingOf<C>& after, bool always_over) {
  take(fields_of(std::as_const(change), after));
  const ChangedFields over = fields_of(std::as_const(change), before);
  const Kept kept = keep_what_differs(over);
  if (!kept.any) return {};
  change.over = always_over || kept.over_what_was ? seen_of(over) : 0;
  if constexpr (is_one_of<C, ChangeBoard>)
    for (auto* const names : {&change.regions, &change.zones})
      while (!names->empty() && !names->back()) names->pop_back();
  return Action(std::move(change));
}

}  // namespace

template <Change C>
ChangedFields fields_of(C& change, ThingOf<C>& thing) {
  ChangedFields fields;
  each_field(change, thing, [&]<class T>(FieldName name, std::optional<T>& f, T* m) { add(fields, name, type_of<T>, &f, m); });
  return fields;
}

void put_all(const ChangedFields& fields) {
  for (const ChangedField& f : fields)
    if (is_touched(f)) f.type->put(f.field, f.member);
}

std::uint64_t seen_of(const ChangedFields& fields) {
  Seen seen;
  for (const ChangedField& f : fields)
    if (is_touched(f)) f.type->note(seen, f.member);
  return seen.whole();
}

template <Change C>
std::optional<Action> taken_back(const Workshop& before, const C& change) {
  const auto* const thing = thing_of(before, change);
  if (!thing) return {};
  ThingOf<C> after = *thing;
  put_into(after, change);
  return differing(change, after, *thing, true);
}

template ChangedFields fields_of(ChangeStakeholder&, Stakeholder&);
template ChangedFields fields_of(ChangeTie&, Tie&);
template ChangedFields fields_of(ChangeBoard&, Board&);
template ChangedFields fields_of(ChangeCard&, Card&);
template ChangedFields fields_of(ChangeSeat&, Seat&);
template ChangedFields fields_of(ChangeActivity&, Activity&);
template ChangedFields fields_of(ChangeSetup&, Activity&);
template ChangedFields fields_of(ChangeDecision&, Decision&);
template ChangedFields fields_of(ChangeNotes&, Workshop&);
template std::optional<Action> taken_back(const Workshop&, const ChangeStakeholder&);
template std::optional<Action> taken_back(const Workshop&, const ChangeTie&);
template std::optional<Action> taken_back(const Workshop&, const ChangeBoard&);
template std::optional<Action> taken_back(const Workshop&, const ChangeCard&);
template std::optional<Action> taken_back(const Workshop&, const ChangeSeat&);
template std::optional<Action> taken_back(const Workshop&, const ChangeActivity&);
template std::optional<Action> taken_back(const Workshop&, const ChangeSetup&);
template std::optional<Action> taken_back(const Workshop&, const ChangeDecision&);

std::optional<Action> change_of(const Stakeholder& before, const Stakeholder& after) { return differing(ChangeStakeholder{before.id}, before, after, false); }
std::optional<Action> change_of(const Tie& before, const Tie& after) { return differing(ChangeTie{before.id}, before, after, false); }
std::optional<Action> change_of(const Card& before, const Card& after) { return differing(ChangeCard{before.id}, before, after, false); }
std::optional<Action> change_of(const Seat& before, const Seat& after) { return differing(ChangeSeat{before.id}, before, after, false); }
std::optional<Action> change_of(const Decision& before, const Decision& after) { return differing(ChangeDecision{before.id}, before, after, false); }

std::optional<Action> change_of_notes(const std::string& began, const std::string& now) {
  if (began == now) return {};
  ChangeNotes change{now};
  ChangedFields over;
  add(over, FieldName{"notes", true}, type_of<std::string>, &change.notes, const_cast<std::string*>(&began));  // to be read only
  change.over = seen_of(over);
  return Action(std::move(change));
}

template <>
std::optional<Action> taken_back(const Workshop& before, const ChangeNotes& change) {
  return change.notes ? change_of_notes(*change.notes, before.notes) : std::nullopt;
}

std::optional<Action> rewritten(Card card, const std::string& began, const std::string& now) {
  card.text = began;
  Card after = card;
  after.text = now;
  return change_of(card, after);
}

std::optional<Action> change_of(const Board& before, const Board& after) {
  ChangeBoard change{before.id};
  change.regions.resize(after.regions.size());
  change.zones.resize(after.zones.size());
  return differing(std::move(change), before, after, false);
}

std::vector<Action> changes_of(const Activity& before, const Activity& after) {
  std::vector<Action> changes;
  const auto add = [&](std::optional<Action> change) {
    if (change) changes.push_back(std::move(*change));
  };
  add(differing(ChangeActivity{before.id}, before, after, false));
  std::visit([&](const auto& setup) {
    if constexpr (requires { typename std::decay_t<decltype(setup)>::Change; })
      add(differing(ChangeSetup{before.id, typename std::decay_t<decltype(setup)>::Change{}}, before, after, false));
  }, before.setup);
  return changes;
}

namespace {

// Of a change of something that is there; else nothing.
struct Touched {
  ChangedFields fields;
  std::uint64_t* over = nullptr;
};

Touched touched_by(const Workshop& w, Action& action) {
  Touched touched;
  std::visit(
      [&](auto& change) {
        if constexpr (is_change<std::decay_t<decltype(change)>>)
          if (const auto* const thing = thing_of(w, change)) touched = {fields_of(std::as_const(change), *thing), &change.over};
      },
      action);
  std::erase_if(touched.fields, [](const ChangedField& f) { return !is_touched(f); });
  return touched;
}
// To be read only.
Touched touched_by(const Workshop& w, const Action& action) { return touched_by(w, const_cast<Action&>(action)); }

const ChangedField* long_text_of(const Touched& touched) {
  const auto text = std::find_if(touched.fields.begin(), touched.fields.end(), [](const ChangedField& f) { return f.name.long_text; });
  return text == touched.fields.end() ? nullptr : &*text;
}

}  // namespace

bool overtaken(const Workshop& w, const Action& action) {
  const Touched touched = touched_by(w, action);
  return touched.over && *touched.over != 0 && *touched.over != seen_of(touched.fields);
}

std::string said_of_overtaken(const Workshop& w, const Action& action) {
  const Touched touched = touched_by(w, action);
  const bool differs = std::any_of(touched.fields.begin(), touched.fields.end(), [](const ChangedField& f) { return f.type->differs(f.field, f.member); });
  return differs ? overtaken_words : "";
}

bool share_a_field(const Workshop& w, const Action& one, const Action& other) {
  const Touched touched = touched_by(w, one), others = touched_by(w, other);
  return std::any_of(touched.fields.begin(), touched.fields.end(), [&](const ChangedField& f) {
    return std::any_of(others.fields.begin(), others.fields.end(), [&](const ChangedField& g) { return f.member == g.member; });
  });
}

std::optional<TwoTexts> two_texts(const Workshop& w, const Action& action) {
  const Touched touched = touched_by(w, action);
  const ChangedField* const text = long_text_of(touched);
  if (!text || !text->type->differs(text->field, text->member)) return {};
  return TwoTexts{*field<std::string>(text->field), member<std::string>(text->member)};
}

Action over_what_is_there(const Workshop& w, Action action, std::string mine) {
  const Touched touched = touched_by(w, action);
  if (const ChangedField* const text = long_text_of(touched)) {
    field<std::string>(text->field) = std::move(mine);
    *touched.over = seen_of(touched.fields);
  }
  return action;
}

}  // namespace standpoint
