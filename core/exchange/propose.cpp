// The steps in their order; what they mean is told in propose_people.cpp and propose_ties.cpp.
#include <algorithm>

#include "core/exchange/propose_steps.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t examples_shown = 3, example_letters = 24;

std::string examples_of(const Table& table, std::size_t column) {
  std::vector<std::string> seen;
  std::string examples;
  for (const CsvRecord& row : table.rows) {
    const std::string cell = shortened(row.fields[column], example_letters);
    if (cell.empty() || std::find(seen.begin(), seen.end(), cell) != seen.end()) continue;
    seen.push_back(cell);
    examples += (examples.empty() ? "" : ", ") + cell;
    if (seen.size() == examples_shown) break;
  }
  return examples;
}

PreviewSheet sheet_of(const Table& table, const Mapping& mapping) {
  PreviewSheet sheet{table.file, table.sheet, mapping.holds, table.separator, static_cast<std::uint32_t>(table.rows.size()), {}};
  for (std::size_t c = 0; c < table.header.size(); ++c) sheet.columns.push_back({table.header[c], examples_of(table, c), mapping.fields[c], mapping.told[c]});
  return sheet;
}

void tell_columns(PreviewSheet& sheet, const std::vector<std::string>& told) {
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) sheet.columns[c].told = told[c];
}

void count(ImportCounts& counts, Happens happens) {
  switch (happens) {
    case Happens::added: ++counts.added; break;
    case Happens::same: ++counts.same; break;
    case Happens::changed: ++counts.changed; break;
    case Happens::joined: ++counts.joined; break;
    case Happens::refused: ++counts.refused; break;
  }
}

// A sheet of a workbook that names nobody is left out; a file that does is told of.
struct Sheets {
  std::vector<Mapping> mappings;
  std::string trouble;
  bool any = false;
};
Sheets mapped(const Vocabulary& v, const Source& source, const ImportChoices& choices) {
  Sheets sheets;
  for (std::size_t i = 0; i < source.tables.size(); ++i) {
    sheets.mappings.push_back(chosen_mapping(v, source.tables[i], choices, static_cast<std::uint32_t>(i)));
    Mapping& mapping = sheets.mappings.back();
    const bool asked = mapping.holds != Holds::nothing || source.tables.size() == 1 || source.tables[i].sheet.empty();
    const std::string trouble = mapping_trouble(source.tables[i], mapping);
    if (asked && !trouble.empty()) {
      const std::string& file = source.tables[i].file;
      if (sheets.trouble.empty()) sheets.trouble = (file.empty() ? "" : file + ": ") + trouble;
      if (!source.tables[i].sheet.empty()) mapping.holds = Holds::nothing;
      else mapping.holds = Holds::nothing;
    } else {
      sheets.any = sheets.any || mapping.holds != Holds::nothing;
    }
  }
  return sheets;
}

// Of two files one that cannot be read stops both; of a workbook's sheets one that can be read is enough.
bool stops(const Source& source, const Sheets& sheets) {
  if (!sheets.any) return true;
  for (std::size_t i = 0; i < source.tables.size(); ++i)
    if (source.tables[i].sheet.empty() && sheets.mappings[i].holds == Holds::nothing && !mapping_trouble(source.tables[i], sheets.mappings[i]).empty()) return true;
  return false;
}

void tell_refused(Proposing& p, const std::vector<Table>& tables) {
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (const std::vector<Reasons>* reasons : {&p.refused_people, &p.refused_ties})
      for (std::string& told : (*reasons)[i].told(tables[i].file)) p.out.preview.refused.push_back(std::move(told));
}

}  // namespace

Proposal propose(const Workshop& now, SeatId by, const Source& source, const ImportChoices& choices, std::span<const Stakeholder> as_added) {
  const Vocabulary v;
  Proposing p{now, by, choices, as_added, {}, Everybody(now), {}, {}, std::vector<Reasons>(source.tables.size()), std::vector<Reasons>(source.tables.size())};
  Preview& preview = p.out.preview;
  preview.what = source.what;
  preview.encoding = source.encoding;
  preview.told = source.told;
  const Sheets sheets = mapped(v, source, choices);
  for (std::size_t i = 0; i < source.tables.size(); ++i) preview.sheets.push_back(sheet_of(source.tables[i], sheets.mappings[i]));
  if (stops(source, sheets)) {
    preview.trouble = sheets.trouble.empty() ? "There is nothing in it that could be imported." : sheets.trouble;
    return std::move(p.out);
  }
  std::vector<TieRows> ties(source.tables.size());
  bool people = false;
  for (std::size_t i = 0; i < source.tables.size(); ++i) {
    const Table& table = source.tables[i];
    const auto sheet = static_cast<std::uint32_t>(i);
    if (sheets.mappings[i].holds == Holds::nothing) continue;
    preview.told.insert(preview.told.end(), table.told.begin(), table.told.end());
    Reasons& refused = sheets.mappings[i].holds == Holds::ties ? p.refused_ties[i] : p.refused_people[i];
    for (const RefusedLine& line : table.refused) refused.add(line.line, line.sentence, line.sentence);
    (sheets.mappings[i].holds == Holds::ties ? preview.tie_counts : preview.people_counts).refused += static_cast<std::uint32_t>(table.refused.size());
    if (sheets.mappings[i].holds == Holds::ties) {
      ties[i] = tie_rows(v, table, sheets.mappings[i], sheet);
      tell_columns(preview.sheets[i], ties[i].column_told);
      preview.told.insert(preview.told.end(), ties[i].told.begin(), ties[i].told.end());
    } else {
      people = true;
      PeopleRows rows = people_rows(v, table, sheets.mappings[i], sheet);
      tell_columns(preview.sheets[i], rows.column_told);
      propose_people(p, std::move(rows), table);
    }
  }
  if (!people)
    for (const TieRows& rows : ties) propose_ends(p, rows.rows);
  settle_people(p, source.tables);
  propose_ties(p, std::move(p.reports), source.tables.front(), true);
  for (std::size_t i = 0; i < source.tables.size(); ++i) propose_ties(p, std::move(ties[i].rows), source.tables[i], false);
  for (const PreviewPerson& person : preview.people) count(preview.people_counts, person.happens);
  for (const PreviewTie& tie : preview.ties) count(preview.tie_counts, tie.happens);
  tell_refused(p, source.tables);
  return std::move(p.out);
}

std::vector<std::string> columns_told(const Preview& preview) {
  std::string used, noted;
  bool odd = false;
  for (const PreviewSheet& sheet : preview.sheets) {
    if (sheet.holds == Holds::nothing || !preview.what.empty()) continue;
    for (const PreviewColumn& column : sheet.columns) {
      if (column.field == Field::leave_out || column.header.empty()) continue;
      const bool plain = capitalised(column.header) == capitalised(words(column.field)) || column.header == words(column.field) ||
                         (column.field == Field::tie_kind && capitalised(column.header) == "Kind") || (column.field == Field::id && capitalised(column.header) == "Id");
      const bool note = column.field == Field::note && !plain && column.header != "notes" && column.header != "Notes";
      odd = odd || note || !plain;
      std::string& list = note ? noted : used;
      list += (list.empty() ? "" : ", ") + column.header + (plain || note || column.field == Field::note ? "" : " (" + std::string(words(column.field)) + ")");
    }
  }
  std::vector<std::string> told;
  if (odd && !used.empty()) told.push_back("Columns used: " + used + ".");
  if (!noted.empty()) told.push_back("Kept as notes: " + noted + ".");
  return told;
}

}  // namespace standpoint
