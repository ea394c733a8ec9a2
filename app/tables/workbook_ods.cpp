// OpenDocument's workbooks: LibreOffice, and what others save as .ods.
#include <algorithm>
#include <string_view>

#include "app/tables/archive.h"
#include "app/tables/workbook.h"

namespace standpoint {
namespace {

constexpr std::size_t most_rows = 2'000'000;
constexpr int most_levels = 8;

// Paragraphs one below the other; spans within them follow each other.
void add_text(pugi::xml_node node, std::string& text, int level) {
  for (const pugi::xml_node part : node.children()) {
    if (part.type() == pugi::node_pcdata) text += part.value();
    else if (is_called(part, "s")) text.append(std::min<std::size_t>(100, std::max(1u, part.attribute("text:c").as_uint(1))), ' ');
    else if (is_called(part, "line-break")) text += '\n';
    else if (is_called(part, "tab")) text += ' ';
    else if (!is_called(part, "annotation") && level < most_levels) add_text(part, text, level + 1);
  }
}

std::string cell_text(pugi::xml_node cell) {
  const std::string_view type = cell.attribute("office:value-type").value();
  if (type == "date") return std::string(cell.attribute("office:date-value").value()).substr(0, 10);
  if (type == "float") return cell.attribute("office:value").value();
  std::string text;
  for (const pugi::xml_node paragraph : cell.children()) {
    if (!is_called(paragraph, "p")) continue;
    if (!text.empty()) text += '\n';
    add_text(paragraph, text, 0);
  }
  return text;
}

std::size_t times(pugi::xml_node node, const char* attribute) { return std::max(1u, node.attribute(attribute).as_uint(1)); }

class Ods {
 public:
  Result<Source> read(std::string_view bytes) {
    Archive archive(bytes);
    const auto text = archive.part("content.xml");
    if (!text) return tl::unexpected(text.error());
    pugi::xml_document document;
    if (const auto parsed = parse_part(document, *text); !parsed) return tl::unexpected(parsed.error());
    const pugi::xml_node sheets = child_called(child_called(child_called(document, "document-content"), "body"), "spreadsheet");
    Source source;
    source.what = "OpenDocument workbook";
    for (const pugi::xml_node table : sheets.children()) {
      if (!is_called(table, "table")) continue;
      Sheet sheet(table.attribute("table:name").value());
      row_ = 0;
      if (!read_rows(table, sheet, 0)) return failed("This workbook has more than 200,000 cells. Nothing was imported; save the one list as CSV and import that.");
      source.tables.push_back(std::move(sheet).table());
    }
    if (source.tables.empty()) return failed("This is an OpenDocument file without sheets. Nothing was imported; save the table as CSV and import that.");
    return source;
  }

 private:
  // Rows may stand in groups and among header rows.
  bool read_rows(pugi::xml_node within, Sheet& sheet, int level) {
    for (const pugi::xml_node row : within.children()) {
      if (is_called(row, "table-row")) {
        if (!read_row(row, sheet)) return false;
      } else if ((is_called(row, "table-row-group") || is_called(row, "table-header-rows") || is_called(row, "table-rows")) && level < most_levels) {
        if (!read_rows(row, sheet, level + 1)) return false;
      }
    }
    return true;
  }

  bool read_row(pugi::xml_node row, Sheet& sheet) {
    std::vector<std::pair<std::size_t, std::string>> cells;
    std::size_t column = 0;
    for (const pugi::xml_node cell : row.children()) {
      const bool covered = is_called(cell, "covered-table-cell");
      if (!covered && !is_called(cell, "table-cell")) continue;
      const std::size_t repeated = times(cell, "table:number-columns-repeated");
      const std::string text = covered ? std::string() : cell_text(cell);
      if (!text.empty()) {
        const std::size_t down = times(cell, "table:number-rows-spanned"), across = times(cell, "table:number-columns-spanned");
        for (std::size_t c = column; c < std::min(column + repeated, most_columns); ++c) cells.emplace_back(c, text);
        if (down > 1 && across == 1 && spans_.size() < most_columns) spans_.push_back({column, row_ + down, text});
      }
      column = std::min(column + repeated, most_columns);
    }
    const std::size_t repeated = times(row, "table:number-rows-repeated");
    const std::size_t end = std::min(row_ + repeated, most_rows);
    if (cells.empty()) row_ = end;
    for (; row_ < end; ++row_) {
      for (const auto& [at, text] : cells)
        if (!sheet.put(row_, at, text)) return false;
      for (const Span& span : spans_)
        if (row_ < span.end && std::none_of(cells.begin(), cells.end(), [&](const auto& c) { return c.first == span.column; }) && !sheet.put(row_, span.column, span.text)) return false;
    }
    std::erase_if(spans_, [&](const Span& span) { return row_ >= span.end; });
    return true;
  }

  struct Span {
    std::size_t column = 0, end = 0;  // end: the row behind it
    std::string text;
  };
  std::size_t row_ = 0;
  std::vector<Span> spans_;
};

}  // namespace

Result<Source> read_ods(std::string_view bytes) { return Ods().read(bytes); }

}  // namespace standpoint
