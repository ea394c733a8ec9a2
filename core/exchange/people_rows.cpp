#include "core/exchange/people_rows.h"

#include <algorithm>

#include "core/boards/kinds.h"
#include "core/exchange/import_words.h"
#include "core/exchange/scale.h"
#include "core/workshop/names.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::size_t most_words_told = 8;

class PersonReader {
 public:
  PersonReader(const Vocabulary& v, const Table& table, const Mapping& mapping, std::uint32_t sheet, PeopleRows& out)
      : v_(v), table_(table), mapping_(mapping), sheet_(sheet), out_(out) {
    out_.column_told = mapping.told;
  }

  void read() {
    find_notes();
    read_scale(Field::influence, influence_, false);
    read_scale(Field::power, power_, true);
    for (row_ = 0; row_ < table_.rows.size(); ++row_) read_row();
    for (std::string& told : unknown_.told("kept as a note")) out_.told.push_back(std::move(told));
    if (!cut_.empty()) out_.told.push_back(cut_.words(table_.file) + ": what was too long for its place was shortened there; the note has all of it that fits.");
  }

 private:
  const std::string& cell(int column) const { return table_.rows[row_].fields[static_cast<std::size_t>(column)]; }
  std::string text(Field field) const {
    const int column = mapping_.column(field);
    return column < 0 ? std::string() : cell(column);
  }
  // "n/a" is no role and "-" no organisation; a single letter may be.
  std::string line(Field field) const {
    const std::string cell_text = on_one_line(text(field));
    return v_.missing(cell_text) && (cell_text.size() != 1 || name_key(cell_text).empty() || cell_text == "?") ? std::string() : cell_text;
  }

  void read_scale(Field field, Scale& scale, bool amounts) {
    const int column = mapping_.column(field);
    if (column < 0) return;
    std::vector<std::string> cells;
    for (const CsvRecord& record : table_.rows) cells.push_back(record.fields[static_cast<std::size_t>(column)]);
    scale = influence_scale(v_, table_.header[static_cast<std::size_t>(column)], cells, amounts);
    std::string told = scale.told;
    if (scale.refused) told += "; kept as a note";
    const bool usual = amounts && !scale.refused && told.starts_with("ranked");
    if (told.empty() || usual) return;
    out_.column_told[static_cast<std::size_t>(column)] = told;
    out_.told.push_back("Column " + quoted(table_.header[static_cast<std::size_t>(column)]) + " " + (scale.refused ? "" : "is ") + told + ".");
  }

  void read_row() {
    PersonRow row;
    row.sheet = sheet_;
    row.line = table_.rows[row_].line;
    take_notes();
    read_names(row);
    if (row.person.name.empty()) return out_.nameless.push_back(std::move(row));
    for (const Field f : {Field::needs, Field::expectations}) {
      std::string& into = f == Field::needs ? row.person.needs : row.person.expectations;
      into = text(f);
      if (!into.empty()) row.given.set(static_cast<std::size_t>(f));
    }
    row.id = on_one_line(text(Field::id));
    row.reports_to = line(Field::reports_to);
    read_judgements(row);
    row.person.note = note_;
    if (!note_.empty()) row.given.set(static_cast<std::size_t>(Field::note));
    fit_person(row, cut_);
    out_.rows.push_back(std::move(row));
  }

  void read_names(PersonRow& row) {
    Stakeholder& s = row.person;
    s.name = on_one_line(text(Field::name));
    if (s.name.empty()) s.name = on_one_line(text(Field::first_name) + " " + text(Field::last_name));
    s.role = line(Field::role);
    s.organisation = line(Field::organisation);
    if (v_.missing(s.name) && s.name.size() != 1) s.name.clear();
    if (s.name.empty()) s.name = s.organisation;
    if (!s.role.empty()) row.given.set(static_cast<std::size_t>(Field::role));
    if (!s.organisation.empty()) row.given.set(static_cast<std::size_t>(Field::organisation));
  }

  // The note column first, then a line for each column that is kept as a note.
  void find_notes() {
    int rank = 0;
    for (std::size_t c = 0; c < table_.header.size(); ++c) {
      if (mapping_.fields[c] != Field::note) continue;
      const auto meaning = v_.person_column(table_.header[c]);
      if (meaning && meaning->field == Field::note && (own_note_ < 0 || meaning->rank < rank)) own_note_ = static_cast<int>(c), rank = meaning->rank;
    }
    for (std::size_t c = 0; c < table_.header.size(); ++c)
      if (mapping_.fields[c] == Field::note && static_cast<int>(c) != own_note_) notes_.push_back(c);
  }
  void take_notes() {
    note_.clear();
    if (own_note_ >= 0) add_line(note_, cell(own_note_));
    for (const std::size_t c : notes_) add_line(note_, note_line(table_, c, cell(static_cast<int>(c))));
  }

  void keep(Field field) { add_line(note_, note_line(table_, static_cast<std::size_t>(mapping_.column(field)), text(field))); }

  template <class T, class Read>
  void read_word(PersonRow& row, Field field, T& into, Read read) {
    const std::string word = text(field);
    if (v_.missing(word)) return;
    if (const auto value = read(word)) {
      into = *value;
      row.given.set(static_cast<std::size_t>(field));
    } else {
      unknown_.add(field, on_one_line(word));
      keep(field);
    }
  }

  void read_judgements(PersonRow& row) {
    Stakeholder& s = row.person;
    read_word(row, Field::kind, s.kind, [&](const std::string& w) { return v_.kind(w); });
    s.ring = ring_of(s.kind);
    read_word(row, Field::ring, s.ring, [&](const std::string& w) { return v_.ring(w); });
    read_level(row, Field::power, power_);
    read_level(row, Field::influence, influence_);
    read_word(row, Field::stance, s.stance, [&](const std::string& w) { return v_.stance(w); });
    s.desired_stance = s.stance;
    read_word(row, Field::desired_stance, s.desired_stance, [&](const std::string& w) { return v_.stance(w); });
  }

  // Power says how much somebody formally has, and without a column for influence that as well.
  void read_level(PersonRow& row, Field field, const Scale& scale) {
    if (mapping_.column(field) < 0) return;
    const Judged judged = scale.refused ? Judged{} : scale.cells[row_];
    const bool given = !v_.missing(text(field));
    if (scale.refused && given) return keep(field);
    if (judged.missing || !given) return;
    if (!judged.level) {
      unknown_.add(field, on_one_line(text(field)));
      return keep(field);
    }
    if (judged.rounded) keep(field);
    row.given.set(static_cast<std::size_t>(field));
    if (field == Field::power) row.person.formal_power = judged.amount.value_or(*judged.level);
    if (field == Field::influence || mapping_.column(Field::influence) < 0) row.person.influence = *judged.level;
    if (field == Field::power && mapping_.column(Field::influence) < 0) row.given.set(static_cast<std::size_t>(Field::influence));
  }

  const Vocabulary& v_;
  const Table& table_;
  const Mapping& mapping_;
  std::uint32_t sheet_;
  PeopleRows& out_;
  Scale influence_, power_;
  UnknownWords unknown_;
  Lines cut_;
  std::string note_;
  int own_note_ = -1;
  std::vector<std::size_t> notes_;
  std::size_t row_ = 0;
};

bool fit(std::string& text, std::size_t bytes, std::string& note, std::string_view called) {
  if (text.size() <= bytes) return false;
  add_line(note, std::string(called) + ": " + text);
  text = cut_at_word(text, bytes);
  return true;
}

}  // namespace

std::string cut_at_word(const std::string& text, std::size_t bytes) {
  constexpr std::string_view ellipsis = "…";
  if (text.size() <= bytes) return text;
  std::size_t end = bytes - ellipsis.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  const std::size_t blank = text.find_last_of(" \n", end);
  if (blank != std::string::npos && blank > end / 2) end = blank;
  std::string cut = text.substr(0, end);
  while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',' || cut.back() == '\n')) cut.pop_back();
  return cut + std::string(ellipsis);
}

void UnknownWords::add(Field field, const std::string& word) {
  auto of = std::find_if(fields_.begin(), fields_.end(), [&](const OfField& f) { return f.field == field; });
  if (of == fields_.end()) of = fields_.insert(fields_.end(), {field, {}, {}});
  if (++of->counts[word] == 1) of->order.push_back(word);
}

std::vector<std::string> UnknownWords::told(std::string_view behind) const {
  std::vector<std::string> told;
  for (const OfField& of : fields_) {
    std::string list;
    for (std::size_t i = 0; i < std::min(of.order.size(), most_words_told); ++i)
      list += (i == 0 ? "" : ", ") + shortened(of.order[i], 40) + " (" + std::to_string(of.counts.at(of.order[i])) + ")";
    if (of.order.size() > most_words_told) list += " and " + std::to_string(of.order.size() - most_words_told) + " more";
    told.push_back(capitalised(words(of.field)) + " not known, " + std::string(behind) + ": " + list + ".");
  }
  return told;
}

std::string note_line(const Table& table, std::size_t column, const std::string& value) {
  if (value.empty()) return {};
  const std::string& header = table.header[column];
  return (header.empty() ? "column " + std::to_string(column + 1) : header) + ": " + value;
}

void add_line(std::string& note, const std::string& line) {
  if (line.empty()) return;
  if (!note.empty()) note += '\n';
  note += line;
}

void fit_person(PersonRow& row, Lines& cut) {
  Stakeholder& s = row.person;
  const std::size_t before = s.note.size();
  bool any = fit(s.name, max_name_bytes, s.note, "Name");
  any = fit(s.role, max_name_bytes, s.note, "Role") || any;
  any = fit(s.organisation, max_name_bytes, s.note, "Organisation") || any;
  any = fit(s.needs, max_text_bytes, s.note, "Needs") || any;
  any = fit(s.expectations, max_text_bytes, s.note, "Expectations") || any;
  if (s.note.size() > max_note_bytes) s.note = cut_at_word(s.note, max_note_bytes), any = true;
  if (s.note.size() != before) row.given.set(static_cast<std::size_t>(Field::note));
  if (any) cut.add(row.line);
}

PeopleRows people_rows(const Vocabulary& v, const Table& table, const Mapping& mapping, std::uint32_t sheet) {
  PeopleRows rows;
  PersonReader(v, table, mapping, sheet, rows).read();
  return rows;
}

}  // namespace standpoint
