#include "core/exchange/mapping.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr int sure_name = 5;              // a column called this exactly may hold anything
constexpr std::size_t cells_looked_at = 200;

class ColumnCells {
 public:
  ColumnCells(const Vocabulary& v, const Table& table) : v_(v), table_(table) {}

  template <class Is>
  std::size_t count(std::size_t column, Is is) const {
    std::size_t n = 0;
    for (std::size_t r = 0; r < std::min(table_.rows.size(), cells_looked_at); ++r) {
      const std::string& cell = table_.rows[r].fields[column];
      n += !v_.missing(cell) && is(cell);
    }
    return n;
  }
  std::size_t given(std::size_t column) const { return count(column, [](const std::string&) { return true; }); }
  template <class Is>
  bool mostly(std::size_t column, Is is) const { return given(column) > 0 && 2 * count(column, is) >= given(column); }

 private:
  const Vocabulary& v_;
  const Table& table_;
};

bool is_address_or_number(const std::string& cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  return cell.find('@') != std::string::npos || 2 * static_cast<std::size_t>(digits) > cell.size();
}

struct Candidate {
  int column = -1;
  int rank = std::numeric_limits<int>::max();
};
using Best = std::array<Candidate, field_count>;

std::optional<ColumnMeaning> person_meaning(const Vocabulary& v, const ColumnCells& columns, std::size_t c, const std::string& header) {
  auto meaning = v.person_column(header);
  if (!meaning) {
    meaning = v.likely_person_column(header);
    const auto is_level = [&](const std::string& cell) { return v.level(cell) || is_address_or_number(cell); };
    const auto is_stance = [&](const std::string& cell) { return v.stance(cell).has_value(); };
    if (meaning && (meaning->field == Field::influence || meaning->field == Field::power) && !columns.mostly(c, is_level)) return std::nullopt;
    if (meaning && (meaning->field == Field::stance || meaning->field == Field::desired_stance) && !columns.mostly(c, is_stance)) return std::nullopt;
  }
  if (meaning && meaning->field == Field::name && meaning->rank >= sure_name && columns.mostly(c, is_address_or_number)) return std::nullopt;
  // "Position: against" is where somebody stands, "Position: head of legal" what they are.
  if (meaning && meaning->field == Field::role && columns.mostly(c, [&](const std::string& cell) { return v.stance(cell).has_value(); }))
    return ColumnMeaning{Field::stance, meaning->rank + 50};
  return meaning;
}

void take(Best& best, std::vector<Field>& fields, Field field, Field instead) {
  Candidate& candidate = best[static_cast<std::size_t>(field)];
  if (candidate.column < 0) return;
  fields[static_cast<std::size_t>(candidate.column)] = instead;
  best[static_cast<std::size_t>(instead)] = candidate;
  candidate = {};
}

template <class Meaning>
Best best_columns(const Table& table, Mapping& mapping, Meaning meaning_of) {
  Best best;
  std::vector<std::optional<ColumnMeaning>> meanings;
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    meanings.push_back(meaning_of(c));
    if (!meanings[c]) continue;
    Candidate& candidate = best[static_cast<std::size_t>(meanings[c]->field)];
    if (meanings[c]->rank < candidate.rank) candidate = {static_cast<int>(c), meanings[c]->rank};
  }
  mapping.fields.assign(table.header.size(), Field::note);
  mapping.told.assign(table.header.size(), "");
  for (std::size_t c = 0; c < table.header.size(); ++c) {
    if (!meanings[c] || meanings[c]->field == Field::note) continue;
    const int used = best[static_cast<std::size_t>(meanings[c]->field)].column;
    if (used == static_cast<int>(c)) mapping.fields[c] = meanings[c]->field;
    else mapping.told[c] = "kept as a note, because " + quoted(table.header[static_cast<std::size_t>(used)]) + " is the " + std::string(words(meanings[c]->field));
  }
  return best;
}

void map_people(const Vocabulary& v, const Table& table, Mapping& mapping) {
  const ColumnCells columns(v, table);
  Best best = best_columns(table, mapping, [&](std::size_t c) { return person_meaning(v, columns, c, table.header[c]); });
  const auto has = [&](Field f) { return best[static_cast<std::size_t>(f)].column >= 0; };
  const bool whole_name_is_a_guess = has(Field::name) && best[static_cast<std::size_t>(Field::name)].rank >= sure_name;
  if (has(Field::first_name) && has(Field::last_name) && whole_name_is_a_guess) take(best, mapping.fields, Field::name, Field::note);
  if (!has(Field::name) && !has(Field::last_name)) {
    if (has(Field::first_name)) take(best, mapping.fields, Field::first_name, Field::name);
    else if (has(Field::organisation)) take(best, mapping.fields, Field::organisation, Field::name);
  }
  if (has(Field::name) && mapping.fields[static_cast<std::size_t>(best[static_cast<std::size_t>(Field::name)].column)] == Field::name && !whole_name_is_a_guess)
    for (const Field part : {Field::first_name, Field::last_name})
      if (has(part)) mapping.fields[static_cast<std::size_t>(best[static_cast<std::size_t>(part)].column)] = Field::note;
}

void map_ties(const Vocabulary& v, const Table& table, Mapping& mapping) {
  const ColumnCells columns(v, table);
  best_columns(table, mapping, [&](std::size_t c) -> std::optional<ColumnMeaning> {
    const auto meaning = v.tie_column(table.header[c]);
    if (!meaning || meaning->field != Field::tie_kind) return meaning;
    const bool all_directions = columns.given(c) > 0 && columns.count(c, [&](const std::string& cell) { return v.direction(cell).has_value(); }) == columns.given(c);
    return all_directions ? ColumnMeaning{Field::direction, 0} : meaning;
  });
  if (!table.ties_of_grid) return;
  const auto is_kind = [&](const std::string& cell) { return v.tie_kind(cell).has_value(); };
  mapping.fields[2] = columns.mostly(2, is_kind) ? Field::tie_kind : Field::strength;
  if (columns.mostly(2, [](const std::string& cell) { return cell.size() == 1 && (cell[0] < '0' || cell[0] > '9'); })) mapping.fields[2] = Field::leave_out;  // crosses
}

Holds holds_of(const Vocabulary& v, const Table& table) {
  if (table.holds) return *table.holds;
  if (table.ties_of_grid) return Holds::ties;
  if (table.header.empty()) return Holds::nothing;
  bool from = false, to = false, name = false;
  for (const std::string& header : table.header) {
    const auto tie = v.tie_column(header);
    const auto person = v.person_column(header);
    from = from || (tie && tie->field == Field::from);
    to = to || (tie && tie->field == Field::to);
    name = name || (person && person->field == Field::name && person->rank < sure_name);
  }
  return from && to && !name ? Holds::ties : Holds::people;
}

std::string list_of(const std::vector<std::string>& cells, std::size_t most) {
  std::string list;
  std::size_t n = 0;
  for (const std::string& cell : cells)
    if (!cell.empty() && ++n <= most) list += (list.empty() ? "" : ", ") + shortened(cell, 30);
  return n > most ? list + " …" : list;
}

}  // namespace

int Mapping::column(Field field) const {
  const auto found = std::find(fields.begin(), fields.end(), field);
  return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

Mapping proposed_mapping(const Vocabulary& v, const Table& table) {
  Mapping mapping;
  mapping.holds = holds_of(v, table);
  mapping.fields.assign(table.header.size(), Field::note);
  mapping.told.assign(table.header.size(), "");
  if (mapping.holds == Holds::ties) map_ties(v, table, mapping);
  else if (mapping.holds == Holds::people) map_people(v, table, mapping);
  return mapping;
}

Mapping chosen_mapping(const Vocabulary& v, const Table& table, const ImportChoices& choices, std::uint32_t sheet) {
  Table as_chosen;
  Mapping mapping;
  const auto chosen = std::find_if(choices.sheets.begin(), choices.sheets.end(), [&](const SheetChoice& c) { return c.sheet == sheet; });
  if (chosen != choices.sheets.end()) {
    as_chosen = table;
    as_chosen.holds = chosen->holds;
    mapping = proposed_mapping(v, as_chosen);
  } else {
    mapping = proposed_mapping(v, table);
  }
  for (const ColumnChoice& choice : choices.columns) {
    if (choice.sheet != sheet || choice.column >= mapping.fields.size()) continue;
    if (choice.field != Field::note && choice.field != Field::leave_out)
      std::replace(mapping.fields.begin(), mapping.fields.end(), choice.field, Field::note);
    mapping.fields[choice.column] = choice.field;
    mapping.told[choice.column].clear();
  }
  return mapping;
}

std::string mapping_trouble(const Table& table, const Mapping& mapping) {
  if (table.header.empty() && table.first_cells.empty()) return "There is nothing in it; nothing was imported. Its first line must name the columns, for example name,role,kind.";
  const std::string remedy = " Nothing was imported. Give the columns names, for example ";
  if (table.header.empty())
    return "The first line reads “" + list_of(table.first_cells, 5) + "”, which are no column names." + remedy + "name,role,kind, and import it again.";
  if (mapping.holds == Holds::ties) {
    if (mapping.column(Field::from) >= 0 && mapping.column(Field::to) >= 0) return {};
    return "No column is called " + std::string(mapping.column(Field::from) < 0 ? "from" : "to") + "; the columns found are " + list_of(table.header, 12) + "." + remedy + "from,to,kind, and import it again.";
  }
  if (mapping.column(Field::name) >= 0 || mapping.column(Field::last_name) >= 0) return {};
  return "No column is called name; the columns found are " + list_of(table.header, 12) + "." + remedy + "name,role,kind, and import it again.";
}

}  // namespace standpoint
