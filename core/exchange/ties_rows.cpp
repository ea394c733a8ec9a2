#include "core/exchange/ties_rows.h"

#include <algorithm>

#include "core/exchange/import_words.h"
#include "core/exchange/people_rows.h"
#include "core/exchange/scale.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

class TieReader {
 public:
  TieReader(const Vocabulary& v, const Table& table, const Mapping& mapping, std::uint32_t sheet, TieRows& out)
      : v_(v), table_(table), mapping_(mapping), sheet_(sheet), out_(out) {
    out_.column_told = mapping.told;
    for (std::size_t c = 0; c < table.header.size(); ++c)
      if (mapping.fields[c] == Field::note) notes_.push_back(c);
  }

  void read() {
    Scale strength;
    if (const int column = mapping_.column(Field::strength); column >= 0) strength = strengths(column);
    for (row_ = 0; row_ < table_.rows.size(); ++row_) read_row(strength);
    for (std::string& told : unknown_.told("kept as a note")) out_.told.push_back(std::move(told));
    const std::string of = table_.file.empty() ? "" : " of " + table_.file;
    if (without_kind_ > 0)
      out_.told.push_back(std::to_string(without_kind_) + (without_kind_ == 1 ? " tie" : " ties") + of + (without_kind_ == 1 ? " has no kind: it is one of influence." : " have no kind: they are ties of influence."));
    if (undirected_ > 0)
      out_.told.push_back(std::to_string(undirected_) + (undirected_ == 1 ? " tie has" : " ties have") + " no direction in the file; drawn from the first to the second.");
    if (!cut_.empty()) out_.told.push_back(cut_.words(table_.file) + ": the note was too long and was shortened.");
  }

 private:
  const std::string& cell(std::size_t column) const { return table_.rows[row_].fields[column]; }
  std::string text(Field field) const {
    const int column = mapping_.column(field);
    return column < 0 ? std::string() : on_one_line(cell(static_cast<std::size_t>(column)));
  }

  Scale strengths(int column) {
    std::vector<std::string> cells;
    for (const CsvRecord& record : table_.rows) cells.push_back(record.fields[static_cast<std::size_t>(column)]);
    Scale scale = strength_scale(v_, cells);
    if (scale.told.empty()) return scale;
    out_.column_told[static_cast<std::size_t>(column)] = scale.told;
    out_.told.push_back("Column " + quoted(table_.header[static_cast<std::size_t>(column)]) + ": " + scale.told + ".");
    return scale;
  }

  void keep(TieRow& row, Field field) {
    const auto column = static_cast<std::size_t>(mapping_.column(field));
    add_line(row.note, note_line(table_, column, cell(column)));
  }

  void read_row(const Scale& strength) {
    TieRow row;
    row.sheet = sheet_;
    row.line = table_.rows[row_].line;
    row.from = text(Field::from);
    row.to = text(Field::to);
    for (const std::size_t c : notes_) {
      const auto meaning = v_.tie_column(table_.header[c]);
      add_line(row.note, meaning && meaning->field == Field::note ? cell(c) : note_line(table_, c, cell(c)));
    }
    read_kind(row);
    if (const std::string word = text(Field::direction); !v_.missing(word)) {
      if (const auto direction = v_.direction(word)) row.direction = *direction;
      else unknown_.add(Field::direction, word), keep(row, Field::direction);
    }
    if (row.direction == Direction::none) ++undirected_;
    if (mapping_.column(Field::strength) >= 0) read_strength(row, strength.cells[row_]);
    if (row.note.size() > max_text_bytes) {
      row.note = cut_at_word(row.note, max_text_bytes);
      cut_.add(row.line);
    }
    out_.rows.push_back(std::move(row));
  }

  void read_kind(TieRow& row) {
    const std::string word = text(Field::tie_kind);
    if (v_.missing(word)) {
      ++without_kind_;
    } else if (const auto kind = v_.tie_kind(word)) {
      row.kind = *kind;
    } else {
      unknown_.add(Field::tie_kind, word);
      keep(row, Field::tie_kind);
    }
  }

  void read_strength(TieRow& row, const Judged& judged) {
    if (judged.missing) return;
    if (judged.level) row.strength = *judged.level;
    row.strength_given = judged.level.has_value();
    if (!judged.level) unknown_.add(Field::strength, text(Field::strength));
    if (!judged.level || judged.rounded) keep(row, Field::strength);
  }

  const Vocabulary& v_;
  const Table& table_;
  const Mapping& mapping_;
  std::uint32_t sheet_;
  TieRows& out_;
  std::vector<std::size_t> notes_;
  UnknownWords unknown_;
  Lines cut_;
  std::size_t row_ = 0;
  int without_kind_ = 0, undirected_ = 0;
};

}  // namespace

TieRows tie_rows(const Vocabulary& v, const Table& table, const Mapping& mapping, std::uint32_t sheet) {
  TieRows rows;
  TieReader(v, table, mapping, sheet, rows).read();
  return rows;
}

}  // namespace standpoint
