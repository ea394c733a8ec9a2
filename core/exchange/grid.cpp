#include "core/exchange/grid.h"

#include <algorithm>
#include <set>

#include "core/workshop/names.h"

namespace standpoint {
namespace {

constexpr std::size_t most_rows_on_side = 60, most_grid_cells = 4'000'000, lines_above = 10;

bool has_text(const CsvRecord& r) { return std::any_of(r.fields.begin(), r.fields.end(), [](const std::string& c) { return !c.empty(); }); }

}  // namespace

bool lies_on_its_side(const Vocabulary& v, const std::vector<CsvRecord>& records) {
  if (records.size() > most_rows_on_side) return false;
  std::size_t down = 0, rows = 0, across = 0;
  bool named = false;
  for (const CsvRecord& r : records) {
    if (!has_text(r)) continue;
    std::size_t known = 0;
    for (const std::string& cell : r.fields) known += !cell.empty() && v.person_column(cell).has_value();
    across = std::max(across, known);
    ++rows;
    if (r.fields.size() < 2 || r.fields.front().empty()) continue;
    const auto meaning = v.person_column(r.fields.front());
    down += meaning.has_value();
    named = named || (meaning && (meaning->field == Field::name || meaning->field == Field::last_name));
  }
  return named && down >= 2 && 2 * down >= rows && across < down;
}

std::vector<CsvRecord> on_its_feet(const std::vector<CsvRecord>& records) {
  std::size_t columns = 0;
  for (const CsvRecord& r : records) columns = std::max(columns, r.fields.size());
  std::vector<CsvRecord> turned(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    turned[c].line = static_cast<int>(c) + 1;
    for (const CsvRecord& r : records)
      if (has_text(r)) turned[c].fields.push_back(c < r.fields.size() ? r.fields[c] : std::string());
  }
  return turned;
}

std::optional<GridTies> ties_of_grid(const std::vector<CsvRecord>& records) {
  for (std::size_t h = 0; h < std::min(records.size(), lines_above); ++h) {
    const std::vector<std::string>& head = records[h].fields;
    std::set<std::string> above;
    for (std::size_t c = 1; c < head.size(); ++c)
      if (!head[c].empty()) above.insert(name_key(head[c]));
    if (above.size() < 3 || head.size() * (records.size() - h) > most_grid_cells) continue;
    std::size_t rows = 0, alike = 0;
    for (std::size_t r = h + 1; r < records.size(); ++r) {
      if (records[r].fields.empty() || records[r].fields.front().empty()) continue;
      ++rows;
      alike += above.contains(name_key(records[r].fields.front()));
    }
    if (alike < 3 || 3 * alike < 2 * std::max(rows, above.size())) continue;
    GridTies ties{records[h].line, {}};
    for (std::size_t r = h + 1; r < records.size(); ++r) {
      const std::vector<std::string>& cells = records[r].fields;
      if (cells.empty() || cells.front().empty() || !above.contains(name_key(cells.front()))) continue;
      for (std::size_t c = 1; c < std::min(cells.size(), head.size()); ++c) {
        const bool nothing = cells[c].empty() || cells[c].find_first_not_of("0.,-–— ") == std::string::npos;
        if (!nothing && !head[c].empty() && name_key(head[c]) != name_key(cells.front())) ties.rows.push_back({records[r].line, {cells.front(), head[c], cells[c]}});
      }
    }
    return ties;
  }
  return std::nullopt;
}

}  // namespace standpoint
