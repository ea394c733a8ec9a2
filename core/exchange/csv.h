// Tables as spreadsheets write them: RFC 4180, plus what they do beside it (byte-order mark, LF alone, semicolon or tab
// as separator, quoted line breaks). Used by import. It knows columns and lines, never what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/result.h"

namespace standpoint {

// A line that was left out, and why, in one sentence without the line number.
struct RefusedLine {
  int line = 0;  // the first is 1; of a record with line breaks inside, where it starts
  std::string sentence;
  bool operator==(const RefusedLine&) const = default;
};

struct CsvRecord {
  int line = 0;
  std::vector<std::string> fields;  // of a table as many as the header has; those a line leaves out are empty
  bool operator==(const CsvRecord&) const = default;
};

struct CsvTable {
  char separator = ',';  // or ; or tab: the one the header line has most of outside quotes
  std::vector<std::string> header;
  std::vector<CsvRecord> records;    // in the order of the file; blank lines are skipped
  std::vector<RefusedLine> refused;  // in the order of the file
};

// All records of a text with this separator, blank lines too, each with the fields it has. Quotation marks as spreadsheets take them: one inside a field
// stands for itself, blanks before an opening one do not matter, and what follows a closing one belongs to the field. One that is opened
// and not closed where a field can end gives up its own line, in `refused`, and nothing behind it. Line breaks inside quotes become "\n".
std::vector<CsvRecord> read_records(std::string_view text, char separator, std::vector<RefusedLine>& refused);

// A table whose first line names the columns. Failure: no header line, or text of another encoding altogether (UTF-16).
Result<CsvTable> read_csv(std::string_view text);

}  // namespace standpoint
