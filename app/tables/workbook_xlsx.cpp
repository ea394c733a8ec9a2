// Excel's workbooks: shared strings, numbers, dates by their style, and of formulas what they came to when the file was saved.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/tables/archive.h"
#include "app/tables/workbook.h"

namespace standpoint {
namespace {

// "BC12" -> row and column from 0.
struct Place {
  std::size_t row = 0, column = 0;
  bool known = false;
};
Place place_of(std::string_view text) {
  Place place;
  std::size_t i = 0, column = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && column < 100'000; ++i) column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
  std::size_t row = 0;
  std::from_chars(text.data() + i, text.data() + text.size(), row);
  place.known = column > 0 && row > 0 && row < 2'000'000;
  if (place.known) place.row = row - 1, place.column = column - 1;
  return place;
}

// Text of a cell or shared string: its runs one after the other, without the signs that say how it is read aloud.
std::string text_in(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node part : node.children()) {
    if (is_called(part, "t")) text += part.text().get();
    else if (is_called(part, "r")) text += child_called(part, "t").text().get();
  }
  return text;
}

// Days since 1899-12-30 -> "2026-03-04": the calendar of the civil algorithms, in whole numbers.
std::string date_of(double serial) {
  if (serial < 1 || serial > 2'958'465) return {};
  const long z = static_cast<long>(serial) - 25569 + 719468;
  const long era = z / 146097, day_of_era = z - era * 146097;
  const long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long m = (5 * day_of_year + 2) / 153, month = m < 10 ? m + 3 : m - 9;
  return fmt::format("{:04}-{:02}-{:02}", year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * m + 2) / 5 + 1);
}

// "4.0" is 4; what is behind a long fraction is how the machine keeps it.
std::string number_text(std::string_view text, bool date) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::string(text);
  if (date)
    if (std::string day = date_of(value); !day.empty()) return day;
  char shown[40];
  std::snprintf(shown, sizeof shown, "%.10g", value);
  return shown;
}

bool is_date_format(std::string_view code) {
  bool quoted = false, bracketed = false;
  for (const char c : code) {
    if (c == '"') quoted = !quoted;
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (!quoted && !bracketed && (c == 'y' || c == 'd' || c == 'Y' || c == 'D')) return true;
  }
  return false;
}

class Xlsx {
 public:
  explicit Xlsx(std::string_view bytes) : archive_(bytes) {}

  Result<Source> read() {
    pugi::xml_document book;
    if (const auto read = open("xl/workbook.xml", book); !read) return tl::unexpected(read.error());
    if (const auto read = read_links(); !read) return tl::unexpected(read.error());
    if (const auto read = read_strings(); !read) return tl::unexpected(read.error());
    if (const auto read = read_styles(); !read) return tl::unexpected(read.error());
    Source source;
    source.what = "Excel workbook";
    for (const pugi::xml_node sheet : child_called(child_called(book, "workbook"), "sheets").children()) {
      auto table = read_sheet(sheet.attribute("name").value(), sheet.attribute("r:id").value());
      if (!table) return tl::unexpected(table.error());
      source.tables.push_back(std::move(*table));
    }
    if (source.tables.empty()) return failed("This workbook has no sheets. Nothing was imported.");
    return source;
  }

 private:
  Result<void> open(const std::string& part, pugi::xml_document& document) {
    const auto text = archive_.part(part);
    if (!text) return tl::unexpected(text.error());
    return text->empty() ? Result<void>{} : parse_part(document, *text);
  }

  Result<void> read_links() {
    pugi::xml_document document;
    if (auto read = open("xl/_rels/workbook.xml.rels", document); !read) return read;
    for (const pugi::xml_node link : child_called(document, "Relationships").children()) {
      std::string target = link.attribute("Target").value();
      if (target.starts_with('/')) target.erase(0, 1);
      else target.insert(0, "xl/");
      parts_[link.attribute("Id").value()] = target;
    }
    return {};
  }

  Result<void> read_strings() {
    pugi::xml_document document;
    if (auto read = open("xl/sharedStrings.xml", document); !read) return read;
    for (const pugi::xml_node one : child_called(document, "sst").children())
      if (is_called(one, "si")) strings_.push_back(text_in(one));
    return {};
  }

  Result<void> read_styles() {
    pugi::xml_document document;
    if (auto read = open("xl/styles.xml", document); !read) return read;
    const pugi::xml_node styles = child_called(document, "styleSheet");
    std::set<int> dates = {14, 15, 16, 17, 22};
    for (const pugi::xml_node format : child_called(styles, "numFmts").children())
      if (is_date_format(format.attribute("formatCode").value())) dates.insert(format.attribute("numFmtId").as_int());
    for (const pugi::xml_node style : child_called(styles, "cellXfs").children()) is_date_.push_back(dates.contains(style.attribute("numFmtId").as_int()));
    return {};
  }

  std::string cell_text(pugi::xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_in(child_called(cell, "is"));
    const std::string value = child_called(cell, "v").text().get();
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
      return error == std::errc() && index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "b") return value == "1" ? "true" : "false";
    if (type == "str" || type == "e" || value.empty()) return value;
    const std::size_t style = cell.attribute("s").as_uint();
    return number_text(value, style < is_date_.size() && is_date_[style]);
  }

  Result<Table> read_sheet(const std::string& name, const std::string& link) {
    Sheet sheet(name);
    const auto part = parts_.find(link);
    if (part == parts_.end()) return std::move(sheet).table();
    pugi::xml_document document;
    if (const auto read = open(part->second, document); !read) return tl::unexpected(read.error());
    const pugi::xml_node root = child_called(document, "worksheet");
    std::size_t next_row = 0;
    for (const pugi::xml_node row : child_called(root, "sheetData").children()) {
      if (!is_called(row, "row")) continue;
      const std::size_t number = row.attribute("r") ? std::max<std::size_t>(row.attribute("r").as_uint(), 1) - 1 : next_row;
      if (number < next_row && next_row > 0) continue;
      next_row = number + 1;
      std::size_t next_column = 0;
      for (const pugi::xml_node cell : row.children()) {
        if (!is_called(cell, "c")) continue;
        const Place place = place_of(cell.attribute("r").value());
        const std::size_t column = place.known ? place.column : next_column;
        next_column = column + 1;
        if (!sheet.put(number, column, cell_text(cell)) || ++cells_ > most_cells)
          return failed("This workbook has more than 200,000 cells. Nothing was imported; save the one list as CSV and import that.");
      }
    }
    for (const pugi::xml_node merged : child_called(root, "mergeCells").children()) {
      const std::string_view area = merged.attribute("ref").value();
      const std::size_t colon = area.find(':');
      if (colon == area.npos) continue;
      const Place first = place_of(area.substr(0, colon)), last = place_of(area.substr(colon + 1));
      if (first.known && last.known && first.column == last.column) sheet.fill_down(first.column, first.row, last.row);
    }
    return std::move(sheet).table();
  }

  Archive archive_;
  std::map<std::string, std::string> parts_;  // relation -> part
  std::vector<std::string> strings_;
  std::vector<bool> is_date_;  // per style
  std::size_t cells_ = 0;
};

}  // namespace

Result<Source> read_xlsx(std::string_view bytes) { return Xlsx(bytes).read(); }

}  // namespace standpoint
