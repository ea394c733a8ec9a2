// The shape of a table is found by what is known of its words: the line that holds most names of columns names the columns.
#include "core/exchange/table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "core/exchange/fields.h"
#include "core/exchange/grid.h"
#include "core/exchange/import_words.h"
#include "core/exchange/lines.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t lines_looked_at = 60;  // for the column names and the separator

using Cells = std::vector<std::string>;

std::size_t filled(const Cells& cells) {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); }));
}

bool knows_column(const Vocabulary& v, std::string_view cell) { return v.person_column(cell) || v.tie_column(cell); }

bool names_people_or_ties(const Vocabulary& v, std::string_view cell) {
  const auto person = v.person_column(cell);
  const auto tie = v.tie_column(cell);
  return (person && (person->field == Field::name || person->field == Field::last_name || person->field == Field::organisation)) ||
         (tie && (tie->field == Field::from || tie->field == Field::to));
}

// How many cells are names of columns; one that names people weighs twice, and a title, which stands alone beside empty cells, hardly.
int header_score(const Vocabulary& v, const Cells& cells) {
  int score = 0;
  std::set<std::string> seen;
  for (const std::string& cell : cells) {
    if (cell.empty() || !seen.insert(name_key(cell)).second) continue;
    if (knows_column(v, cell)) score += names_people_or_ties(v, cell) ? 5 : 4;
    else if (v.likely_person_column(cell) && cell.size() < 60) score += 1;
  }
  if (filled(cells) == 1 && cells.size() > 1 && score > 0) score = 1;
  return score;
}

struct Found {
  std::size_t at = 0;
  int score = 0;
};
Found header_in(const Vocabulary& v, const std::vector<CsvRecord>& records) {
  Found best;
  for (std::size_t i = 0; i < std::min(records.size(), lines_looked_at); ++i)
    if (const int score = header_score(v, records[i].fields); score > best.score) best = {i, score};
  return best;
}

// ---- cells ----

// ="Ada Moss" is how some programs write text; spreadsheets' own marks are nothing.
std::string straight(std::string_view cell) {
  std::string text = trimmed(without_unseen(cell));
  if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) text = text.substr(2, text.size() - 3);
  if (!valid_text(text)) text = mended(text);
  return text.find('\n') == std::string::npos ? clean_name(text) : text;
}

void straighten(std::vector<CsvRecord>& records) {
  for (CsvRecord& record : records)
    for (std::string& cell : record.fields) cell = straight(cell);
}

// "| a | b |": the outer bars hold nothing, and a line of dashes is drawn, not written.
void take_off_bars(std::vector<CsvRecord>& records) {
  const auto barred = [](const CsvRecord& r) { return r.fields.size() > 2 && r.fields.front().empty() && r.fields.back().empty(); };
  const auto ruled = [](const CsvRecord& r) {
    return std::all_of(r.fields.begin(), r.fields.end(), [](const std::string& c) { return c.find_first_not_of("-: ") == c.npos; }) && filled(r.fields) > 0;
  };
  std::erase_if(records, ruled);
  if (records.empty() || !std::all_of(records.begin(), records.end(), [&](const CsvRecord& r) { return barred(r) || filled(r.fields) == 0; })) return;
  for (CsvRecord& r : records) {
    if (r.fields.size() < 3) continue;
    r.fields.erase(r.fields.begin());
    r.fields.pop_back();
  }
}

// ---- rows ----

bool numbers_only_its_columns(const Cells& cells) {
  std::size_t n = 0;
  for (const std::string& cell : cells)
    if (!cell.empty() && cell != std::to_string(++n) && cell != "(" + std::to_string(n) + ")") return false;
  return n > 1;
}

// Below the column names: a second line of them, under which no name stands.
bool goes_on_with_header(const Vocabulary& v, const Cells& header, const Cells& next) {
  const auto first = std::find_if(header.begin(), header.end(), [&](const std::string& cell) { return names_people_or_ties(v, cell); });
  const auto name_column = static_cast<std::size_t>(first - header.begin());
  std::size_t under_empty = 0, bracketed = 0, repeated = 0;
  for (std::size_t c = 0; c < next.size(); ++c) {
    if (next[c].empty()) continue;
    if (c < header.size() && header[c] == next[c]) {
      ++repeated;  // one cell over both lines
      continue;
    }
    if (c == name_column && next[c].front() != '(') return false;
    if (next[c].size() > 40 || next[c].find('@') != std::string::npos) return false;
    if (c >= header.size() || header[c].empty()) ++under_empty;
    if (next[c].front() == '(' || next[c].front() == '[') ++bracketed;
  }
  return filled(next) > repeated && (under_empty > 0 || repeated > 0 || bracketed == filled(next));
}

// "Contact" over "Phone" and "Mail": the lower word says more; what stands in brackets explains the upper one.
void merge_header(Cells& header, const Cells& next) {
  if (next.size() > header.size()) header.resize(next.size());
  for (std::size_t c = 0; c < next.size(); ++c) {
    if (next[c].empty()) continue;
    if (next[c].front() == '(' || next[c].front() == '[') header[c] += " " + next[c];
    else header[c] = next[c];
  }
}

class Shape {
 public:
  Shape(const Vocabulary& v, std::vector<CsvRecord> records, Table& table) : v_(v), records_(std::move(records)), table_(table) {}

  void find() {
    straighten(records_);
    for (const CsvRecord& r : records_)
      if (filled(r.fields) > 0) {
        table_.first_cells = r.fields;
        break;
      }
    if (lies_on_its_side(v_, records_)) {
      records_ = on_its_feet(records_);
      table_.told.push_back("The table lies on its side: its first column names what its rows hold. It was read by columns.");
    }
    if (grid()) return;
    const Found header = header_in(v_, records_);
    if (header.score == 0) return;
    take_header(header.at);
    take_rows();
  }

 private:
  bool grid() {
    auto ties = ties_of_grid(records_);
    if (!ties) return false;
    table_.ties_of_grid = true;
    table_.header = {"from", "to", "value"};
    table_.header_line = ties->line;
    table_.rows = std::move(ties->rows);
    table_.told.push_back("The table sets people against people: every cell that is not empty or 0 is a tie from the row's to the column's.");
    return true;
  }

  void take_header(std::size_t at) {
    std::vector<int> above;
    for (std::size_t i = 0; i < at; ++i)
      if (filled(records_[i].fields) > 0) above.push_back(records_[i].line);
    if (!above.empty()) {
      const std::vector<int> lines = {above.front(), records_[at].line - 1};
      table_.told.push_back((lines[0] == lines[1] ? "Line " + std::to_string(lines[0]) : "Lines " + std::to_string(lines[0]) + "–" + std::to_string(lines[1])) +
                            " above the column names " + (lines[0] == lines[1] ? "was" : "were") + " left out.");
    }
    table_.header_line = records_[at].line;
    table_.header = records_[at].fields;
    for (std::string& cell : table_.header) cell = on_one_line(cell);
    first_row_ = at + 1;
    while (first_row_ < records_.size() && filled(records_[first_row_].fields) == 0) ++first_row_;
    if (first_row_ < records_.size() && goes_on_with_header(v_, table_.header, records_[first_row_].fields)) {
      merge_header(table_.header, records_[first_row_].fields);
      table_.told.push_back("Lines " + std::to_string(table_.header_line) + " and " + std::to_string(records_[first_row_].line) + " name the columns together.");
      ++first_row_;
    }
    name_equal_columns_by_group(at);
    while (!table_.header.empty() && table_.header.back().empty() && no_cell_in(table_.header.size() - 1)) table_.header.pop_back();
  }

  // "Stance" under "Current" and "Stance" under "Desired" are told apart by the line above.
  void name_equal_columns_by_group(std::size_t at) {
    if (at == 0) return;
    const Cells& above = records_[at - 1].fields;
    if (filled(above) < 2) return;
    std::map<std::string, int> times;
    for (const std::string& cell : table_.header) ++times[name_key(cell)];
    std::string group;
    for (std::size_t c = 0; c < table_.header.size(); ++c) {
      if (c < above.size() && !above[c].empty()) group = above[c];
      if (!table_.header[c].empty() && times[name_key(table_.header[c])] > 1 && !group.empty()) table_.header[c] = group + " " + table_.header[c];
    }
  }

  bool no_cell_in(std::size_t column) const {
    return std::all_of(records_.begin() + static_cast<std::ptrdiff_t>(first_row_), records_.end(),
                       [&](const CsvRecord& r) { return column >= r.fields.size() || r.fields[column].empty(); });
  }

  std::string name_cell(const Cells& cells) const {
    for (std::size_t c = 0; c < std::min(cells.size(), table_.header.size()); ++c)
      if (names_people_or_ties(v_, table_.header[c])) return cells[c];
    return cells.empty() ? std::string() : cells.front();
  }

  // Where what stands below the table begins: after an empty line, or with a word for totals and sources; until the end.
  std::size_t below() const {
    std::size_t begins = records_.size();
    std::size_t typical = 0, rows = 0;
    for (std::size_t i = first_row_; i < records_.size(); ++i) {
      typical += filled(records_[i].fields);
      rows += filled(records_[i].fields) > 0;
    }
    const bool wide = table_.header.size() > 1 && rows > 0 && 2 * typical > 3 * rows;  // its rows hold more than a name
    for (std::size_t i = records_.size(); i-- > first_row_;) {
      const Cells& cells = records_[i].fields;
      const std::size_t there = filled(cells);
      if (there == 0) {
        if (begins == i + 1) begins = i;
        continue;
      }
      const auto first = std::find_if(cells.begin(), cells.end(), [](const std::string& c) { return !c.empty(); });
      const bool says_so = v_.below_table(*first) && (there == 1 || (there == 2 && cells.size() > 2) || first->find(':') != std::string::npos);
      const bool block_starts = i == first_row_ || filled(records_[i - 1].fields) == 0;
      const std::size_t most = table_.header.size() > 3 || block_starts ? 2 : 1;
      if (says_so && (table_.header.size() > 1 ? none_wider(i, begins, most) : begins == i + 1 || block_starts)) begins = i;
      else if (there == 1 && wide && block_starts && i > first_row_ && none_wider(i, begins, 1)) begins = i;
    }
    return begins;
  }

  bool none_wider(std::size_t from, std::size_t to, std::size_t most) const {
    for (std::size_t i = from; i < to; ++i)
      if (filled(records_[i].fields) > most) return false;
    return true;
  }

  void take_rows() {
    const std::size_t end = below();
    Lines after, again, numbers, examples, apart;
    for (std::size_t i = first_row_; i < records_.size(); ++i) {
      CsvRecord& record = records_[i];
      if (filled(record.fields) == 0) continue;
      if (i >= end) after.add(record.line);
      else if (is_header_again(record.fields)) again.add(record.line);
      else if (i == first_row_ && numbers_only_its_columns(record.fields)) numbers.add(record.line);
      else if (only_its_number(record.fields)) numbers.add(record.line);
      else if (is_example(name_cell(record.fields))) examples.add(record.line);
      else take_row(record, apart);
    }
    const auto tell = [&](const Lines& lines, std::string_view one, std::string_view many) {
      if (!lines.empty()) table_.told.push_back(lines.words() + " " + std::string(lines.count() == 1 ? one : many));
    };
    tell(after, "stands after the table and was left out.", "stand after the table and were left out.");
    tell(again, "names the columns again and was left out.", "name the columns again and were left out.");
    tell(numbers, "holds numbers only and was left out.", "hold numbers only and were left out.");
    tell(examples, "is an example to be filled in and was left out.", "are examples to be filled in and were left out.");
    tell(apart, "stood whole in quotation marks and was taken apart.", "stood whole in quotation marks and were taken apart.");
  }

  bool is_header_again(const Cells& cells) const {
    for (std::size_t c = 0; c < table_.header.size(); ++c)
      if (name_key(c < cells.size() ? cells[c] : "") != name_key(table_.header[c])) return false;
    return true;
  }

  bool only_its_number(const Cells& cells) const {
    if (filled(cells) != 1 || table_.header.size() < 2 || cells.empty() || cells.front().empty()) return false;
    const auto meaning = v_.person_column(table_.header.front());
    return meaning && meaning->field == Field::id;
  }

  static bool is_example(std::string_view name) {
    return name.size() > 2 && ((name.front() == '[' && name.back() == ']') || (name.front() == '<' && name.back() == '>'));
  }

  void take_row(CsvRecord& record, Lines& apart) {
    const std::size_t columns = table_.header.size();
    Cells& cells = record.fields;
    if (filled(cells) == 1 && columns > 1 && !cells.front().empty()) {
      if (table_.separator != 0 && cells.front().find(table_.separator) != std::string::npos) take_apart(record, apart);
      else if (const std::size_t fields = fields_with_another_separator(cells.front()); fields == columns)
        return refuse(record.line, "it has 1 field where the others have " + std::to_string(columns) + ".");
    }
    if (cells.size() > columns && filled(Cells(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end())) > 0) {
      const auto last = v_.person_column(table_.header.back());
      if (table_.separator == 0 || !last || last->field != Field::note)
        return refuse(record.line, "it has " + std::to_string(cells.size()) + " fields, but line " + std::to_string(table_.header_line) + " names " + std::to_string(columns) +
                                       " columns. Put what holds a separator in quotation marks.");
      for (std::size_t c = columns; c < cells.size(); ++c) cells[columns - 1] += std::string(1, table_.separator) + (table_.separator == '\t' ? "" : " ") + cells[c];
    }
    cells.resize(columns);
    table_.rows.push_back(std::move(record));
  }

  std::size_t fields_with_another_separator(std::string_view cell) const {
    std::size_t most = 0;
    for (const char s : separators)
      if (table_.separator != 0 && s != table_.separator) most = std::max(most, static_cast<std::size_t>(std::count(cell.begin(), cell.end(), s)) + 1);
    return most;
  }

  void take_apart(CsvRecord& record, Lines& apart) {
    std::vector<RefusedLine> refused;
    auto records = read_records(record.fields.front(), table_.separator, refused);
    if (records.size() != 1 || !refused.empty() || records.front().fields.size() > table_.header.size()) return;
    straighten(records);
    record.fields = std::move(records.front().fields);
    apart.add(record.line);
  }

  void refuse(int line, std::string why) { table_.refused.push_back({line, std::move(why)}); }

  const Vocabulary& v_;
  std::vector<CsvRecord> records_;
  Table& table_;
  std::size_t first_row_ = 0;
};

// A field with line breaks whose lines have as many separators as rows: somebody forgot a quotation mark.
void tell_swallowed(const std::vector<CsvRecord>& records, Table& table) {
  int told = 0;
  for (const CsvRecord& record : records)
    for (const std::string& cell : record.fields) {
      const auto breaks = std::count(cell.begin(), cell.end(), '\n');
      const auto marks = std::count(cell.begin(), cell.end(), table.separator);
      if (breaks < 2 || marks < breaks || ++told > 5) continue;
      table.told.push_back("Line " + std::to_string(record.line) + ": a cell runs over " + std::to_string(breaks + 1) + " lines that look like rows; check its quotation marks.");
    }
}

std::string_view first_lines(std::string_view text, std::size_t lines) {
  std::size_t at = 0;
  for (; lines > 0 && at < text.size(); --lines) at = std::min(text.find_first_of("\r\n", at), text.size() - 1) + 1;
  return text.substr(0, at);
}

char best_separator(const Vocabulary& v, std::string_view text) {
  const std::string_view head = first_lines(text, lines_looked_at);
  char best = ',';
  int most = -1;
  for (const char s : separators) {
    std::vector<RefusedLine> refused;
    auto records = read_records(head, s, refused);
    straighten(records);
    const auto several = std::count_if(records.begin(), records.end(), [](const CsvRecord& r) { return r.fields.size() > 1; });
    const int score = header_in(v, records).score * 1000 + static_cast<int>(several);
    if (score > most) most = score, best = s;
  }
  return best;
}

}  // namespace

Table table_of_text(std::string_view text, char separator) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const Vocabulary v;
  Table table;
  int lines_before = 0;
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  const std::string named = name_key(first.substr(0, 4));
  if (named == "sep=" && first.size() >= 5) {
    if (separator == 0) separator = first[4];
    text.remove_prefix(first.size());
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    lines_before = 1;
  }
  table.separator = separator != 0 ? separator : best_separator(v, text);
  auto records = read_records(text, table.separator, table.refused);
  for (CsvRecord& record : records) record.line += lines_before;
  for (RefusedLine& refused : table.refused) refused.line += lines_before;
  if (table.separator == '|') take_off_bars(records);
  tell_swallowed(records, table);
  Shape(v, std::move(records), table).find();
  return table;
}

Table table_of_rows(std::vector<CsvRecord> rows, std::string sheet) {
  const Vocabulary v;
  Table table;
  table.sheet = std::move(sheet);
  Shape(v, std::move(rows), table).find();
  return table;
}

}  // namespace standpoint
