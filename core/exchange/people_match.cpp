#include "core/exchange/people_match.h"

#include <algorithm>

#include "core/exchange/import_words.h"
#include "core/insights/story.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t names_searched = 4000, shortest_part = 3;

bool given(const std::bitset<field_count>& fields, Field f) { return fields.test(static_cast<std::size_t>(f)); }

bool all_lines_in(const std::string& note, const std::string& lines) {
  for (std::string_view rest = lines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (note.find(rest.substr(0, end)) == std::string::npos) return false;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return true;
}

// Everything a person has that a file can say, as text: to be compared, shown and kept in a note.
std::string value_of(const Stakeholder& s, Field f) {
  switch (f) {
    case Field::role: return s.role;
    case Field::organisation: return s.organisation;
    case Field::kind: return std::string(words(s.kind));
    case Field::influence: return std::to_string(s.influence);
    case Field::power: return std::to_string(s.formal_power);
    case Field::stance: return std::string(words(s.stance));
    case Field::desired_stance: return std::string(words(s.desired_stance));
    case Field::needs: return s.needs;
    case Field::expectations: return s.expectations;
    case Field::note: return s.note;
    default: return {};
  }
}

constexpr Field comparable[] = {Field::role, Field::organisation, Field::kind, Field::influence, Field::power, Field::stance, Field::desired_stance, Field::needs,
                                Field::expectations, Field::note};

bool not_said_here(const Stakeholder& s, Field f) {
  switch (f) {
    case Field::power: return s.formal_power == 0;
    case Field::role: case Field::organisation: case Field::needs: case Field::expectations: case Field::note: return value_of(s, f).empty();
    default: return false;
  }
}

}  // namespace

void take_value(Stakeholder& s, const Stakeholder& said, Field f) {
  switch (f) {
    case Field::role: s.role = said.role; break;
    case Field::organisation: s.organisation = said.organisation; break;
    case Field::kind: s.kind = said.kind; break;
    case Field::influence: s.influence = said.influence; break;
    case Field::power: s.formal_power = said.formal_power; break;
    case Field::stance: s.stance = said.stance; break;
    case Field::desired_stance: s.desired_stance = said.desired_stance; break;
    case Field::needs: s.needs = said.needs; break;
    case Field::expectations: s.expectations = said.expectations; break;
    case Field::note: s.note = said.note; break;
    default: break;
  }
}

Everybody::Everybody(const Workshop& w) {
  for (const Stakeholder& s : w.stakeholders) {
    Known known;
    known.person = known.said = s;
    known.here = true;
    add(std::move(known));
  }
}

std::size_t Everybody::add(Known known) {
  by_key_[name_key(known.person.name)].push_back(all_.size());
  all_.push_back(std::move(known));
  return all_.size() - 1;
}

Match Everybody::same_as(const Stakeholder& s, bool apart) const {
  const auto found = by_key_.find(name_key(s.name));
  if (found == by_key_.end() || found->first.empty()) return {};
  const std::string organisation = name_key(s.organisation);
  std::vector<std::size_t> could, exact;
  for (const std::size_t i : found->second) {
    if (apart && (!all_[i].here || all_[i].row >= 0)) continue;
    const std::string other = name_key(all_[i].person.organisation);
    if (other == organisation) exact.push_back(i);
    if (other.empty() || organisation.empty() || other == organisation) could.push_back(i);
  }
  const std::vector<std::size_t>& these = exact.size() == 1 ? exact : could;
  if (these.empty()) return {};
  return {these.size() == 1 || apart ? Called::one : Called::several, these.front()};
}

Match Everybody::called(const std::string& end) const {
  auto found = by_key_.find(name_key(end));
  std::string organisation;
  const std::size_t bracket = end.rfind('(');
  if (found == by_key_.end() && bracket != std::string::npos && bracket > 0) {
    found = by_key_.find(name_key(end.substr(0, bracket)));
    organisation = name_key(end.substr(bracket + 1, end.find(')', bracket) - bracket - 1));
  }
  if (found == by_key_.end() || found->first.empty()) return {};
  std::vector<std::size_t> these;
  for (const std::size_t i : found->second)
    if (organisation.empty() || name_key(all_[i].person.organisation) == organisation) these.push_back(i);
  if (these.empty()) return {};
  return {these.size() == 1 ? Called::one : Called::several, these.front()};
}

std::string Everybody::perhaps(const std::string& end) const {
  if (const std::size_t comma = end.find(','); comma != std::string::npos) {
    const Match turned = called(trimmed(end.substr(comma + 1)) + " " + trimmed(end.substr(0, comma)));
    if (turned.called == Called::one) return all_[turned.known].person.name;
  }
  const std::string key = name_key(end);
  if (key.size() < shortest_part || all_.size() > names_searched) return {};
  std::string only;
  for (const auto& [other, indexes] : by_key_) {
    if (other.find(key) == std::string::npos && (other.size() < shortest_part || key.find(other) == std::string::npos)) continue;
    if (!only.empty()) return {};
    only = all_[indexes.front()].person.name;
  }
  return only;
}

void join_row(Known& known, const PersonRow& row) {
  Stakeholder& s = known.here ? known.said : known.person;
  for (const Field f : comparable) {
    if (!given(row.given, f) || f == Field::note) continue;
    const std::string theirs = value_of(row.person, f);
    if (!given(known.given, f)) {
      take_value(s, row.person, f);
      if (f == Field::kind && !given(known.given, Field::ring)) s.ring = row.person.ring;
      known.given.set(static_cast<std::size_t>(f));
    } else if (theirs != value_of(s, f)) {
      add_line(s.note, capitalised(words(f)) + ": " + theirs);
      known.given.set(static_cast<std::size_t>(Field::note));
    }
  }
  if (given(row.given, Field::note) && !all_lines_in(s.note, row.person.note)) {
    if (known.here && !given(known.given, Field::note)) s.note.clear();
    add_line(s.note, row.person.note);
    known.given.set(static_cast<std::size_t>(Field::note));
  }
  if (s.note.size() > max_note_bytes) s.note = cut_at_word(s.note, max_note_bytes);
}

std::vector<Difference> differences_of(const Known& known) {
  std::vector<Difference> differences;
  for (const Field f : comparable) {
    if (!given(known.given, f)) continue;
    const std::string ours = value_of(known.person, f), theirs = value_of(known.said, f);
    if (ours == theirs || (f == Field::note && all_lines_in(ours, theirs))) continue;
    differences.push_back({f, ours, theirs, not_said_here(known.person, f)});
  }
  return differences;
}

}  // namespace standpoint
