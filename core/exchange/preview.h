// An import before anybody said yes: what would come of a file, as a plain value that a screen draws and a line carries. From the same files, workshop and
// choices always the same; nothing is added by looking.
//   files -> Table (table.h) -> Mapping -> Preview and the actions (propose) -> the room
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/exchange/fields.h"
#include "core/exchange/table.h"
#include "core/workshop/action.h"

namespace standpoint {

// What was read from one file, or from two that belong together.
struct Source {
  std::string what;              // "Excel workbook", "GEXF network"; empty: a table in a text file
  std::string encoding;          // of the text, as iconv calls it; empty: it says itself what it is
  std::vector<Table> tables;
  std::vector<std::string> told;  // about the reading, a sentence each
};

// What the one who imports decided. Everything else is proposed.
struct SheetChoice { std::uint32_t sheet = 0; Holds holds = Holds::nothing; bool operator==(const SheetChoice&) const = default; };
struct ColumnChoice { std::uint32_t sheet = 0, column = 0; Field field = Field::note; bool operator==(const ColumnChoice&) const = default; };
struct ValueChoice { std::uint32_t person = 0; Field field = Field::note; bool take = false; bool operator==(const ValueChoice&) const = default; };  // person: index into Preview::people
struct ImportChoices {
  std::vector<SheetChoice> sheets;
  std::vector<ColumnChoice> columns;
  std::vector<ValueChoice> values;
  bool operator==(const ImportChoices&) const = default;
};

struct PreviewColumn {
  std::string header;
  std::string examples;           // its first cells, "Person, Regulator"
  Field field = Field::note;      // changeable
  std::string told;               // how it was read, or why not; empty: as it stands
};
struct PreviewSheet {
  std::string file, sheet;
  Holds holds = Holds::nothing;   // changeable; nothing: left out
  char separator = 0;             // changeable by reading the file again; 0: none
  std::uint32_t rows = 0;
  std::vector<PreviewColumn> columns;
};

// same: all that the row says is so already. joined: another row of the file is about the same, and this one was added to it.
enum class Happens : std::uint8_t { added, same, changed, joined, refused };

// A value that is another here than in the file. `take`: the file's comes in; changeable.
struct Difference {
  Field field = Field::note;
  std::string ours, theirs;
  bool take = false;
};
struct PreviewPerson {
  Happens happens = Happens::added;
  std::uint32_t sheet = 0;
  int line = 0;
  Stakeholder person;             // as the file says it, what it does not say as here or as new ones have it
  std::string why;                // a sentence; empty: nothing to say
  std::vector<Difference> differences;
};
// Somebody who is here already, of whom the file's value of a field comes in.
inline bool takes_a_value(const PreviewPerson& row) {
  return std::any_of(row.differences.begin(), row.differences.end(), [](const Difference& difference) { return difference.take; });
}
struct PreviewTie {
  Happens happens = Happens::added;
  std::uint32_t sheet = 0;
  int line = 0;
  std::string from, to;           // names, or what stands in the file where nobody is called so
  TieKind kind = TieKind::influences;
  std::uint8_t strength = 1;
  std::string why;
};
struct ImportCounts { std::uint32_t added = 0, same = 0, changed = 0, joined = 0, refused = 0; bool operator==(const ImportCounts&) const = default; };

struct Preview {
  std::string what, encoding;
  std::vector<PreviewSheet> sheets;
  std::vector<PreviewPerson> people;
  std::vector<PreviewTie> ties;
  ImportCounts people_counts, tie_counts;  // lines that could not be read count as refused people, or ties
  std::vector<std::string> told;           // a sentence each, grouped by reason
  std::vector<std::string> refused;        // the same of rows that stay out
  std::string trouble;                     // nothing can be imported as it is, and what to do; else empty
};

struct Proposal {
  Preview preview;
  std::vector<Action> actions;  // each allowed by check after those before it; together one step back
};

// `by`: the facilitator's seat that adds. `as_added`: people of `now` as they were when they were added; a value that is still so was not touched by the room,
// so the file's new one is taken; without, every choice begins with what is here.
Proposal propose(const Workshop& now, SeatId by, const Source& source, const ImportChoices& choices = {}, std::span<const Stakeholder> as_added = {});

// "Columns used: Nom (name), Rôle (role)." and "Kept as notes: ...": empty where every column is called as it is used.
std::vector<std::string> columns_told(const Preview&);

}  // namespace standpoint
