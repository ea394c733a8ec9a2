// Rows find whom they are about first, and only then it is decided who comes in: two rows of one person are one addition.
#include <algorithm>

#include "core/exchange/propose_steps.h"
#include "core/workshop/apply.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

void refuse(Proposing& p, PreviewPerson& row, std::string general, std::string sentence) {
  row.happens = Happens::refused;
  row.why = sentence;
  p.refused_people[row.sheet].add(row.line, std::move(general), std::move(sentence));
}

// The row is about somebody who is in the file, or here, already.
void meet(Proposing& p, Known& known, const PersonRow& row, PreviewPerson& shown, Lines& joined) {
  if (known.row < 0) {  // somebody here whom no row was about yet
    known.row = static_cast<int>(p.out.preview.people.size());
    known.said = row.person;
    known.given = row.given;
    shown.happens = Happens::same;
    return;
  }
  join_row(known, row);
  shown.happens = Happens::joined;
  const PreviewPerson& first = p.out.preview.people[static_cast<std::size_t>(known.row)];
  shown.why = "The same as line " + std::to_string(first.line) + ": what it says differently is added to the note.";
  joined.add(row.line);
}

// `apart`: rows of one name are not one person, for the file tells them apart by numbers.
void take_one(Proposing& p, const PersonRow& row, bool apart, Lines& joined) {
  PreviewPerson shown{Happens::added, row.sheet, row.line, row.person, "", {}};
  const Match match = p.everybody.same_as(row.person, apart);
  std::size_t who = match.known;
  if (match.called == Called::several) {
    refuse(p, shown, "several people of that name; say the organisation", "several people are called " + quoted(row.person.name) + "; say which by the organisation.");
  } else if (match.called == Called::one) {
    meet(p, p.everybody.all()[who], row, shown, joined);
  } else {
    Known known;
    known.person = row.person;
    known.given = row.given;
    known.row = static_cast<int>(p.out.preview.people.size());
    who = p.everybody.add(std::move(known));
  }
  if (shown.happens != Happens::refused) {
    if (!row.id.empty()) p.by_id.emplace(row.id, who);
    if (!row.reports_to.empty()) p.reports.push_back({row.sheet, row.line, row.person.name, row.reports_to, TieKind::reports_to, Direction::one_way, 1, false, ""});
  }
  p.out.preview.people.push_back(std::move(shown));
}

// The room has not touched it since: it is as it was when they were added.
bool untouched(const Proposing& p, const Stakeholder& here, Field field) {
  const auto added = std::lower_bound(p.as_added.begin(), p.as_added.end(), here.id, [](const Stakeholder& s, StakeholderId id) { return s.id < id; });
  if (added == p.as_added.end() || added->id != here.id) return false;
  Stakeholder with_old = here;
  take_value(with_old, *added, field);
  return with_old == here;
}

void settle_one_here(Proposing& p, Known& known, PreviewPerson& shown) {
  shown.differences = differences_of(known);
  Stakeholder after = known.person;
  for (Difference& d : shown.differences) {
    d.take = d.take || untouched(p, known.person, d.field);
    for (const ValueChoice& choice : p.choices.values)
      if (choice.person == static_cast<std::uint32_t>(known.row) && choice.field == d.field) d.take = choice.take;
    if (d.take) take_value(after, known.said, d.field);
  }
  shown.happens = shown.differences.empty() ? Happens::same : Happens::changed;
  shown.person = known.person;
  if (auto change = change_of(known.person, after)) {
    if (auto* const fields = std::get_if<ChangeStakeholder>(&*change)) fields->over = seen_in(known.person, *fields);
    p.out.actions.push_back(std::move(*change));
  }
}

// What check would say, without folding two thousand people: a new id, sound values, room for them.
std::optional<std::string> refusal_of(const Proposing& p, const Stakeholder& s, std::size_t there) {
  if (there >= max_items) return "this session holds at most " + std::to_string(max_items) + " stakeholders.";
  if (const auto refusal = check_one(p.now, p.by, AddStakeholder{s})) return refusal->text;
  return std::nullopt;
}

void refuse_nameless(Proposing& p, int line, const Stakeholder& person, std::uint32_t sheet) {
  PreviewPerson shown{Happens::refused, sheet, line, person, "", {}};
  refuse(p, shown, "no name", "it has no name.");
  p.out.preview.people.push_back(std::move(shown));
}

void tell_here(Proposing& p, const std::vector<Table>& tables) {
  std::vector<Reasons> same(tables.size());
  std::vector<Lines> ours(tables.size());
  for (const PreviewPerson& row : p.out.preview.people) {
    if (row.happens == Happens::same) same[row.sheet].add(row.line, "they are there already", quoted(row.person.name) + " is there already.");
    if (std::any_of(row.differences.begin(), row.differences.end(), [](const Difference& d) { return !d.take; })) ours[row.sheet].add(row.line);
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (std::string& told : same[i].told(tables[i].file)) p.out.preview.told.push_back(std::move(told));
    if (!ours[i].empty())
      p.out.preview.told.push_back(ours[i].words(tables[i].file) + ": something is otherwise here, and stays as it is here.");
  }
}

}  // namespace

void propose_people(Proposing& p, PeopleRows rows, const Table& table) {
  Lines joined;
  for (const PersonRow& row : rows.nameless) refuse_nameless(p, row.line, row.person, row.sheet);
  for (const PersonRow& row : rows.rows) take_one(p, row, table.by_id, joined);
  for (std::string& told : rows.told) p.out.preview.told.push_back(std::move(told));
  if (!joined.empty())
    p.out.preview.told.push_back(joined.words(table.file) + (joined.count() == 1 ? " is about somebody who stands above; what it says differently is added to the note."
                                                                                : " are about people who stand above; what they say differently is added to the notes."));
}

void propose_ends(Proposing& p, const std::vector<TieRow>& ties) {
  std::size_t made = 0;
  for (const TieRow& tie : ties)
    for (const std::string* const end : {&tie.from, &tie.to}) {
      if (end->empty() || p.everybody.called(*end).called != Called::nobody) continue;
      PersonRow row;
      row.sheet = tie.sheet;
      row.line = tie.line;
      row.person.name = *end;
      Lines cut;
      fit_person(row, cut);
      Lines joined;
      take_one(p, row, false, joined);
      ++made;
    }
  if (made > 0) p.out.preview.told.push_back("There is no table of people: " + std::to_string(made) + (made == 1 ? " person is" : " people are") + " taken from the ends of the ties.");
}

void settle_people(Proposing& p, const std::vector<Table>& tables) {
  std::size_t there = p.now.stakeholders.size();
  std::uint32_t nth = next_nth(p.now, p.by);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.everybody.all().size(); ++i)
    if (p.everybody.all()[i].row >= 0) order.push_back(i);
  std::vector<Action> additions;
  for (const std::size_t i : order) {
    Known& known = p.everybody.all()[i];
    PreviewPerson& shown = p.out.preview.people[static_cast<std::size_t>(known.row)];
    if (known.here) {
      settle_one_here(p, known, shown);
      continue;
    }
    known.person.id = mint<StakeholderId>(p.by, nth);
    if (const auto wrong = refusal_of(p, known.person, there)) {
      refuse(p, shown, *wrong, *wrong);
      known.out = true;
      continue;
    }
    ++nth;
    ++there;
    shown.person = known.person;
    additions.push_back(AddStakeholder{known.person});
  }
  p.out.actions.insert(p.out.actions.begin(), std::make_move_iterator(additions.begin()), std::make_move_iterator(additions.end()));
  tell_here(p, tables);
}

}  // namespace standpoint
