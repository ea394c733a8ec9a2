// A record is read character by character; when it is broken, only its own line is given up and reading goes on with the
// next, so that one stray quotation mark does not swallow the rest of the file.
#include "core/exchange/csv.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_quoted = 40'000;  // bytes; a cell of a spreadsheet holds 32,767 characters

// Where a line starting at `from` ends (its break not counted), and where the next one starts.
struct LineEnd {
  std::size_t end = 0;
  std::size_t next = 0;
};
LineEnd line_end(std::string_view text, std::size_t from) {
  const std::size_t end = std::min(text.find_first_of("\r\n", from), text.size());
  std::size_t next = std::min(end + 1, text.size());
  if (text.substr(end, 2) == "\r\n") next = end + 2;
  return {end, next};
}

char separator_of(std::string_view header_line) {
  constexpr std::array<char, 3> known = {',', ';', '\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : header_line) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (!quoted && c == known[i]) ++counts[i];
  }
  return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return at_ >= text_.size(); }
  int line() const { return line_; }

  // The fields of the record that starts here, or why it is left out. Either way reading goes on behind it.
  tl::expected<std::vector<std::string>, std::string> next_record() {
    const std::size_t start = at_;
    const int start_line = line_;
    std::vector<std::string> fields;
    for (;;) {
      auto field = next_field();
      if (!field) return give_up(start, start_line, field.error());
      fields.push_back(std::move(*field));
      if (at_end() || text_[at_] != separator_) break;
      ++at_;
    }
    if (!at_end()) take_line_break();
    if (!valid_utf8(text_.substr(start, at_ - start)))
      return tl::unexpected(std::string("it holds characters that are not UTF-8; save the file as “CSV UTF-8” and import it again."));
    return fields;
  }

 private:
  void take_line_break() {
    at_ = line_end(text_, at_).next;
    ++line_;
  }

  tl::expected<std::string, std::string> next_field() {
    const std::size_t first = std::min(text_.find_first_not_of(' ', at_), text_.size());
    if (first < text_.size() && text_[first] == '"') {
      at_ = first;
      return quoted_field();
    }
    return plain_part();
  }

  std::string plain_part() {
    const char ends[] = {separator_, '\r', '\n'};
    const std::size_t end = std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
    std::string field(text_.substr(at_, end - at_));
    at_ = end;
    return field;
  }

  // A mark that was meant as a sign of its own opens a field that goes on until the next mark, lines below, in the middle of a field.
  tl::expected<std::string, std::string> quoted_field() {
    std::string field;
    const std::size_t opened = at_;
    const int opened_line = line_;
    ++at_;
    while (!at_end() && at_ - opened <= longest_quoted) {
      const char c = text_[at_];
      if (c == '"' && text_.substr(at_, 2) == "\"\"") {
        field += '"';
        at_ += 2;
      } else if (c == '"') {
        ++at_;
        const std::string behind = plain_part();
        if (line_ != opened_line && behind.find_first_not_of(" \t") != std::string::npos) break;
        return field + (behind.find_first_not_of(" \t") == std::string::npos ? "" : behind);
      } else if (c == '\r' || c == '\n') {
        field += '\n';
        take_line_break();
      } else {
        field += c;
        ++at_;
      }
    }
    return tl::unexpected(std::string("a quotation mark is opened and never closed."));
  }

  tl::unexpected<std::string> give_up(std::size_t start, int start_line, std::string why) {
    at_ = line_end(text_, start).end;  // a quotation mark ran on through other lines: only its own is lost
    line_ = start_line;
    if (!at_end()) take_line_break();
    return tl::unexpected(std::move(why));
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

bool all_blank(std::span<const std::string> fields) {
  return std::all_of(fields.begin(), fields.end(),
                     [](const std::string& f) { return f.find_first_not_of(" \t") == std::string::npos; });
}

// Spreadsheets like to end lines with a few separators too many; only text beyond the last column is a mistake.
bool too_long(const std::vector<std::string>& fields, std::size_t columns) {
  return fields.size() > columns && !all_blank(std::span(fields).subspan(columns));
}

}  // namespace

std::vector<CsvRecord> read_records(std::string_view text, char separator, std::vector<RefusedLine>& refused) {
  std::vector<CsvRecord> records;
  RecordReader reader(text, separator);
  while (!reader.at_end()) {
    const int line = reader.line();
    auto fields = reader.next_record();
    if (fields) records.push_back({line, std::move(*fields)});
    else refused.push_back({line, fields.error()});
  }
  return records;
}

Result<CsvTable> read_csv(std::string_view text) {
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF" || text.substr(0, 4096).find('\0') != text.npos)
    return tl::unexpected(Failure{"This is not a text file in UTF-8; nothing was imported. Save it as “CSV UTF-8” and import it again."});
  const std::size_t first = text.find_first_not_of("\r\n");
  CsvTable table;
  table.separator = separator_of(first == text.npos ? "" : text.substr(first, line_end(text, first).end - first));
  RecordReader reader(text, table.separator);
  while (!reader.at_end()) {
    const int line = reader.line();
    auto fields = reader.next_record();
    if (!fields && table.header.empty())
      return tl::unexpected(Failure{"The first line, which names the columns, cannot be read: " + fields.error() + " Nothing was imported."});
    if (!fields) table.refused.push_back({line, fields.error()});
    else if (all_blank(*fields)) continue;
    else if (table.header.empty()) table.header = std::move(*fields);
    else if (too_long(*fields, table.header.size()))
      table.refused.push_back({line, "it has " + std::to_string(fields->size()) + " fields, but the first line names " +
                                         std::to_string(table.header.size()) + " columns."});
    else {
      fields->resize(table.header.size());
      table.records.push_back({line, std::move(*fields)});
    }
  }
  if (table.header.empty())
    return tl::unexpected(Failure{"The file is empty; nothing was imported. Its first line must name the columns, for example name,role,kind."});
  return table;
}

}  // namespace standpoint
