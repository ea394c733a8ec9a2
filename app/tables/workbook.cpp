#include "app/tables/workbook.h"

#include <algorithm>
#include <cstring>

namespace standpoint {

Result<void> parse_part(pugi::xml_document& document, const std::string& text) {
  return check_xml(text).and_then([&]() -> Result<void> {
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
      return failed("This workbook is broken. Nothing was imported; open it in a spreadsheet, save it again, and import that.");
    return {};
  });
}

bool is_called(pugi::xml_node node, const char* name) {
  const char* const colon = std::strchr(node.name(), ':');
  return std::strcmp(colon ? colon + 1 : node.name(), name) == 0;
}

pugi::xml_node child_called(pugi::xml_node node, const char* name) {
  return node.find_child([&](pugi::xml_node child) { return is_called(child, name); });
}

CsvRecord* Sheet::row(std::size_t number) {
  const auto at = std::lower_bound(rows_.begin(), rows_.end(), static_cast<int>(number) + 1, [](const CsvRecord& r, int line) { return r.line < line; });
  return at == rows_.end() || at->line != static_cast<int>(number) + 1 ? nullptr : &*at;
}

bool Sheet::put(std::size_t number, std::size_t column, std::string text) {
  if (text.empty() || column >= most_columns) return true;
  if (++cells_ > most_cells) return false;
  if (rows_.empty() || rows_.back().line < static_cast<int>(number) + 1) {
    // An empty line says that something ended there.
    if (!rows_.empty() && rows_.back().line < static_cast<int>(number)) rows_.push_back({rows_.back().line + 1, {}});
    rows_.push_back({static_cast<int>(number) + 1, {}});
  }
  CsvRecord* const record = row(number);
  if (record == nullptr) return true;
  if (record->fields.size() <= column) record->fields.resize(column + 1);
  record->fields[column] = std::move(text);
  return true;
}

void Sheet::fill_down(std::size_t column, std::size_t first_row, std::size_t last_row) {
  const CsvRecord* const first = row(first_row);
  if (first == nullptr || column >= first->fields.size()) return;
  const std::string text = first->fields[column];
  for (CsvRecord& record : rows_) {
    if (record.line <= static_cast<int>(first_row) + 1 || record.line > static_cast<int>(last_row) + 1 || ++cells_ > most_cells) continue;
    if (record.fields.size() <= column) record.fields.resize(column + 1);
    if (record.fields[column].empty()) record.fields[column] = text;
  }
}

Table Sheet::table() && {
  Table table = table_of_rows(std::move(rows_), name_);
  if (name_.find("(ignore)") != std::string::npos) table.holds = Holds::nothing;
  return table;
}

}  // namespace standpoint
