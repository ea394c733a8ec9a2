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
  std::vector<std::string> fields;  // as many as the header has; those a line leaves out are empty
  bool operator==(const CsvRecord&) const = default;
};

struct CsvTable {
  char separator = ',';  // or ; or tab: the one the header line has most of outside quotes
  std::vector<std::string> header;
  std::vector<CsvRecord> records;    // in the order of the file; blank lines are skipped
  std::vector<RefusedLine> refused;  // in the order of the file
};

// Line breaks inside quotes become "\n". Failure: no header line, or text of another encoding altogether (UTF-16).
Result<CsvTable> read_csv(std::string_view text);

}  // namespace standpoint
