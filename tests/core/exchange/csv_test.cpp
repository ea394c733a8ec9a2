// What spreadsheets write, read back; expectations written by hand from RFC 4180.
#include "core/exchange/csv.h"

#include <doctest/doctest.h>

namespace standpoint::csv_test {

namespace {
CsvTable table_of(std::string_view text) {
  auto table = read_csv(text);
  REQUIRE_MESSAGE(table.has_value(), (table ? "" : table.error().sentence));
  return *table;
}
using Fields = std::vector<std::string>;
}  // namespace

TEST_CASE("a plain table is read line by line") {
  const CsvTable t = table_of("name,role\nAda,Lead\nBo,Tester\n");
  CHECK(t.header == Fields{"name", "role"});
  CHECK(t.records == std::vector<CsvRecord>{{2, {"Ada", "Lead"}}, {3, {"Bo", "Tester"}}});
  CHECK(t.refused.empty());
}

TEST_CASE("a byte-order mark, CRLF, LF, CR and a missing last line break make no difference") {
  const CsvTable expected = table_of("name,role\nAda,Lead\nBo,Tester\n");
  for (const std::string_view text : {"\xEF\xBB\xBFname,role\r\nAda,Lead\r\nBo,Tester\r\n", "name,role\nAda,Lead\nBo,Tester",
                                      "name,role\rAda,Lead\rBo,Tester\r", "\xEF\xBB\xBFname,role\nAda,Lead\r\nBo,Tester"}) {
    CAPTURE(text);
    const CsvTable t = table_of(text);
    CHECK(t.header == expected.header);
    CHECK(t.records == expected.records);
  }
}

TEST_CASE("the separator is the one the header line has most of, quoted ones not counted") {
  CHECK(table_of("name;role\nAda;a, b\n").records == std::vector<CsvRecord>{{2, {"Ada", "a, b"}}});
  CHECK(table_of("name\trole\nAda\ta, b; c\n").records == std::vector<CsvRecord>{{2, {"Ada", "a, b; c"}}});
  CHECK(table_of("\"name, given; and; more\",role\nAda,x\n").separator == ',');
  CHECK(table_of("name\nAda\n").separator == ',');
}

TEST_CASE("quoted fields keep separators, doubled marks and line breaks, and lines are still counted") {
  const CsvTable t = table_of("name,note\r\n\"Kaplan, \"\"Ruth\"\"\",\"one\r\ntwo\r\n\"\r\nBo,\"\"\r\n");
  CHECK(t.records == std::vector<CsvRecord>{{2, {"Kaplan, \"Ruth\"", "one\ntwo\n"}}, {5, {"Bo", ""}}});
}

TEST_CASE("blank lines are skipped and short lines are filled up") {
  const CsvTable t = table_of("\n\nname,role,kind\n\n,,\n  ,\t\nAda\n");
  CHECK(t.header == Fields{"name", "role", "kind"});
  CHECK(t.records == std::vector<CsvRecord>{{7, {"Ada", "", ""}}});
}

TEST_CASE("a line with text beyond the last column is refused, with empty fields it is not") {
  const CsvTable t = table_of("name,role\nAda,Lead,,\nBo,Tester,extra\nCy,x\n");
  CHECK(t.records == std::vector<CsvRecord>{{2, {"Ada", "Lead"}}, {4, {"Cy", "x"}}});
  REQUIRE(t.refused.size() == 1);
  CHECK(t.refused[0] == RefusedLine{3, "it has 3 fields, but the first line names 2 columns."});
}

TEST_CASE("a broken quotation costs its own line and no other") {
  const CsvTable never_closed = table_of("name,role\nAda,\"Lead\nBo,Tester\nCy,x\n");
  CHECK(never_closed.records == std::vector<CsvRecord>{{3, {"Bo", "Tester"}}, {4, {"Cy", "x"}}});
  REQUIRE(never_closed.refused.size() == 1);
  CHECK(never_closed.refused[0] == RefusedLine{2, "a quotation mark is opened and never closed."});

  const CsvTable behind = table_of("name,role\n\"Ada\"x,Lead\nBo,Tester\n");
  CHECK(behind.records == std::vector<CsvRecord>{{2, {"Adax", "Lead"}}, {3, {"Bo", "Tester"}}});

  const CsvTable inside = table_of("name,role\nAda \"A\",Lead\nBo,Tester\n");
  CHECK(inside.records == std::vector<CsvRecord>{{2, {"Ada \"A\"", "Lead"}}, {3, {"Bo", "Tester"}}});
  CHECK(inside.refused.empty());
}

TEST_CASE("bytes that are not UTF-8 are refused line by line") {
  // Latin-1 é, an overlong slash, half a surrogate pair, a cut-off sequence, beyond U+10FFFF.
  for (const std::string bad : {"Ren\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80"}) {
    CAPTURE(bad);
    const CsvTable t = table_of("name\nZoë\n" + bad + "\nNguyễn\n");
    CHECK(t.records == std::vector<CsvRecord>{{2, {"Zoë"}}, {4, {"Nguyễn"}}});
    REQUIRE(t.refused.size() == 1);
    CHECK(t.refused[0].line == 3);
    CHECK(t.refused[0].sentence == "it holds characters that are not UTF-8; save the file as “CSV UTF-8” and import it again.");
  }
}

TEST_CASE("a file that is empty, UTF-16 or has a broken first line gives one sentence") {
  for (const std::string_view text : {std::string_view(""), std::string_view("\n\n  \n"), std::string_view("\xEF\xBB\xBF"),
                                      std::string_view("\xFF\xFEn\0a\0", 6), std::string_view("name,\"role\nAda,x\n")}) {
    const auto table = read_csv(text);
    REQUIRE_FALSE(table.has_value());
    CHECK(table.error().sentence.find("othing was imported") != std::string::npos);
  }
}

}  // namespace standpoint::csv_test
