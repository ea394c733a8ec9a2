// Sheets as they are gathered cell by cell, for both kinds of workbooks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "app/tables/parts.h"

namespace standpoint {

inline constexpr std::size_t most_columns = 256;

// A part taken apart, small enough to be. Failure: broken, nested too deeply, too much.
Result<void> parse_part(pugi::xml_document&, const std::string& text);
// The first child of that name, whatever stands before its colon.
pugi::xml_node child_called(pugi::xml_node, const char* name);
bool is_called(pugi::xml_node, const char* name);

class Sheet {
 public:
  explicit Sheet(std::string name) : name_(std::move(name)) {}
  // Rows and columns count from 0, rows in order. False: there are too many cells.
  bool put(std::size_t row, std::size_t column, std::string text);
  // Cells below the first of a merged area have its text; those beside it stay empty.
  void fill_down(std::size_t column, std::size_t first_row, std::size_t last_row);
  std::size_t cells() const { return cells_; }
  Table table() &&;  // "(ignore)" in its name: nothing of it is used

 private:
  CsvRecord* row(std::size_t number);

  std::string name_;
  std::vector<CsvRecord> rows_;
  std::size_t cells_ = 0;
};

}  // namespace standpoint
