// Which kind of file it is, by its first bytes and never by its name.
#include "app/tables/read.h"

#include <algorithm>

#include "app/tables/parts.h"
#include "core/exchange/import_words.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

bool holds(std::string_view text, std::string_view word) { return text.substr(0, 8192).find(word) != text.npos; }

bool begins_like(std::string_view text, std::string_view word) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return false;
  const std::string head(text.substr(first, word.size()));
  return std::equal(head.begin(), head.end(), word.begin(), word.end(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

Failure is_no_list(std::string_view what) {
  return {"This is " + std::string(what) + "; nothing was imported. Save the table in it as CSV, or as an Excel workbook, and import that."};
}

Result<Source> read_zip(std::string_view bytes) {
  if (!is_zip(bytes)) return failed("This is an Excel or OpenDocument file, but a broken one; nothing was imported. Save the table as CSV and import that.");
  if (zip_has(bytes, "xl/workbook.xml")) return read_xlsx(bytes);
  if (zip_has(bytes, "content.xml")) return read_ods(bytes);
  if (zip_has(bytes, "word/document.xml")) return tl::unexpected(is_no_list("a Word document"));
  return tl::unexpected(is_no_list("a zip archive"));
}

Result<Source> read_markup(std::string_view text) {
  if (text.size() > largest_unpacked) return failed("This network is larger than 20 MB. Nothing was imported; take parts of it.");
  if (holds(text, "<graphml")) return read_graphml(text);
  if (holds(text, "<gexf")) return read_gexf(text);
  if (holds(text, "<html") || holds(text, "<!DOCTYPE html") || holds(text, "<HTML") || holds(text, "<table")) return tl::unexpected(is_no_list("a web page"));
  return tl::unexpected(is_no_list("an XML file that is no network in GraphML or GEXF"));
}

bool is_pajek(std::string_view text) { return begins_like(text, "*vertices") || begins_like(text, "*network"); }
bool is_gml(std::string_view text) {
  return (begins_like(text, "graph") || begins_like(text, "creator") || begins_like(text, "#") || begins_like(text, "version") || begins_like(text, "comment")) &&
         holds(text, "graph") && (holds(text, "node [") || holds(text, "node\n") || holds(text, "node\r"));
}

Result<Source> read_text(std::string_view bytes, const ReadChoices& choices) {
  if (bytes.size() > largest_list) return failed("The file is larger than 64 MB. Nothing was imported; split it.");
  auto text = text_of_bytes(bytes, choices.encoding);
  if (!text) return tl::unexpected(text.error());
  const std::string& utf8 = text->utf8;
  if (begins_like(utf8, "<") && !begins_like(utf8, "<>")) return read_markup(utf8);
  if (begins_like(utf8, "{") || (begins_like(utf8, "[") && begins_like(std::string_view(utf8).substr(utf8.find('[') + 1), "{"))) return read_json(utf8);
  if (is_pajek(utf8)) return read_pajek(utf8);
  if (is_gml(utf8)) return read_gml(utf8);
  Source source;
  source.encoding = text->encoding;
  source.tables.push_back(table_of_text(utf8, choices.separator));
  if (text->encoding != "UTF-8") source.told.push_back("Read as " + text->encoding + ", not UTF-8.");
  return source;
}

}  // namespace

Result<Source> read_source(std::string_view bytes, const std::string& name, const ReadChoices& choices) {
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("GIF8")) return tl::unexpected(is_no_list("a picture"));
  if (bytes.starts_with("%PDF")) return tl::unexpected(is_no_list("a PDF"));
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return tl::unexpected(is_no_list("an old Excel file (.xls)"));
  auto source = bytes.starts_with("PK\x03\x04") ? read_zip(bytes) : read_text(bytes, choices);
  if (!source) return source;
  for (Table& table : source->tables) table.file = name;
  return source;
}

}  // namespace standpoint
