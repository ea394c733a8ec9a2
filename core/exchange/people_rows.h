// Rows of people's tables -> people as the file says them, and what was said about its words. Nothing of the workshop is known here. Called by propose.cpp.
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <vector>

#include "core/exchange/lines.h"
#include "core/exchange/mapping.h"

namespace standpoint {

struct PersonRow {
  std::uint32_t sheet = 0;
  int line = 0;
  Stakeholder person;                // without an id
  std::bitset<field_count> given;    // fields that the row says something about
  std::string id;                    // its number in the file; empty: none
  std::string reports_to;            // a name or a number; empty: nobody
};

struct PeopleRows {
  std::vector<PersonRow> rows;
  std::vector<PersonRow> nameless;          // rows with something, but without a name
  std::vector<std::string> told;            // unknown words with their counts, scales, what was shortened
  std::vector<std::string> column_told;     // per column: how it was read
};

PeopleRows people_rows(const Vocabulary&, const Table&, const Mapping&, std::uint32_t sheet);

// At most `bytes`, cut at a word with an ellipsis.
std::string cut_at_word(const std::string& text, std::size_t bytes);
// Words that nobody knows, kept in notes: "Kind not known, kept as a note: Agency (1), NGO (1)."
class UnknownWords {
 public:
  void add(Field field, const std::string& word);
  std::vector<std::string> told(std::string_view behind) const;  // "kept as a note"

 private:
  struct OfField {
    Field field = Field::note;
    std::vector<std::string> order;  // as they came first
    std::map<std::string, int> counts;
  };
  std::vector<OfField> fields_;
};
// A line of a note: "Phone: 123"; of a column without a name "column 5: 123".
std::string note_line(const Table&, std::size_t column, const std::string& value);
void add_line(std::string& note, const std::string& line);
// Fits into its cap; what was too long goes on in `note` where there is one, and is told by `cut`.
void fit_person(PersonRow&, Lines& cut);

}  // namespace standpoint
