// Numbers are kept in thousandths, so that every machine rounds alike.
#include "core/exchange/scale.h"

#include <algorithm>

#include "core/exchange/import_words.h"

namespace standpoint {
namespace {

constexpr std::int64_t thousand = 1000, largest = 1'000'000'000;

struct Cell {
  bool missing = false, percent = false;
  std::optional<std::int64_t> number;  // in thousandths
  std::optional<std::int64_t> out_of;  // of "4/5"
  std::optional<int> word;
};

// "2,5", "2.5", "1 000", "12": the whole text is one number.
std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t whole = 0, fraction = 0, place = thousand;
  bool digits = false, behind = false, minus = false;
  if (text.starts_with('-')) minus = true, text.remove_prefix(1);
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits = true;
      if (behind) fraction += (c - '0') * (place /= 10);
      else if (whole = whole * 10 + (c - '0'); whole > largest) return std::nullopt;
    } else if ((c == '.' || c == ',') && !behind && digits) {
      behind = true;
    } else if (c != ' ' || !digits) {
      return std::nullopt;
    }
  }
  if (!digits) return std::nullopt;
  const std::int64_t value = whole * thousand + fraction;
  return minus ? -value : value;
}

// "High (4)", "4 - High", "4: high": a word beside a number.
void read_pair(const Vocabulary& v, std::string_view text, Cell& cell) {
  const std::size_t cut = text.find_first_of("(-–:=");
  if (cut == text.npos || cut == 0) return;
  const std::string first = trimmed(text.substr(0, cut));
  std::string second = trimmed(text.substr(cut));
  second.erase(0, second.find_first_not_of("(-–:= "));
  if (!second.empty() && second.back() == ')') second.pop_back();
  const auto one = number_in(first), other = number_in(trimmed(second));
  if (one && v.level(second)) cell.number = one, cell.word = v.level(second);
  else if (other && v.level(first)) cell.number = other, cell.word = v.level(first);
}

Cell read_cell(const Vocabulary& v, std::string_view text) {
  Cell cell;
  if (v.missing(text)) {
    cell.missing = true;
    return cell;
  }
  std::string plain = trimmed(text);
  if (plain.ends_with('%')) {
    cell.percent = true;
    plain = trimmed(std::string_view(plain).substr(0, plain.size() - 1));
  }
  const std::size_t slash = plain.find('/');
  if (slash != std::string::npos) {
    const auto part = number_in(trimmed(plain.substr(0, slash))), whole = number_in(trimmed(plain.substr(slash + 1)));
    if (part && whole && *whole >= 2 * thousand) cell.number = part, cell.out_of = whole;
    return cell;
  }
  if ((cell.number = number_in(plain))) return cell;
  cell.percent = false;
  if ((cell.word = v.level(plain))) return cell;
  read_pair(v, plain, cell);
  return cell;
}

// low..high in thousandths -> 1..5, halves upwards.
std::uint8_t on_five(std::int64_t value, std::int64_t low, std::int64_t high) {
  const std::int64_t at = (std::clamp(value, low, high) - low) * 8 + (high - low);
  return static_cast<std::uint8_t>(1 + at / (2 * (high - low)));
}

std::uint8_t share_of(const std::vector<std::int64_t>& sorted, std::int64_t value, std::ptrdiff_t parts) {
  const auto [low, high] = std::equal_range(sorted.begin(), sorted.end(), value);
  const auto below = low - sorted.begin(), equal = high - low;
  return static_cast<std::uint8_t>(1 + parts * (2 * below + equal) / (2 * static_cast<std::ptrdiff_t>(sorted.size())));
}

struct Range {
  std::int64_t low = 0, high = 0;  // thousandths; high 0: none
  std::string_view words;
};
constexpr Range one_to_five{thousand, 5 * thousand, ""}, one_to_seven{thousand, 7 * thousand, "1–7"}, one_to_ten{thousand, 10 * thousand, "1–10"},
    hundred{0, 100 * thousand, "0–100"}, decimals{0, thousand, "0–1"}, one_to_three{thousand, 3 * thousand, "1–3"}, one_to_four{thousand, 4 * thousand, "1–4"};

// What the header says of it: "(1-10)", "/10", "0–100", "%".
std::optional<Range> named_range(std::string_view header) {
  std::string digits;
  for (const char c : header) digits += c >= '0' && c <= '9' ? c : ' ';
  std::vector<int> numbers;
  for (std::size_t at = 0; at < digits.size();) {
    if (digits[at] == ' ') { ++at; continue; }
    int value = 0;
    for (; at < digits.size() && digits[at] != ' '; ++at) value = std::min(10000, value * 10 + (digits[at] - '0'));
    numbers.push_back(value);
  }
  if (header.find('%') != header.npos) return hundred;
  if (numbers.empty()) return std::nullopt;
  switch (numbers.back()) {
    case 3: return one_to_three;
    case 4: return one_to_four;
    case 5: return one_to_five;
    case 7: return one_to_seven;
    case 10: return one_to_ten;
    case 100: return hundred;
    default: return std::nullopt;
  }
}

struct Column {
  std::vector<Cell> cells;
  std::vector<std::int64_t> numbers;  // those that are no fractions of their own, sorted
  std::size_t words = 0;
  bool percent = false, fractions = false;
};
Column column_of(const Vocabulary& v, const std::vector<std::string>& texts) {
  Column column;
  for (const std::string& text : texts) {
    column.cells.push_back(read_cell(v, text));
    const Cell& cell = column.cells.back();
    column.words += cell.word.has_value() && !cell.number;
    column.percent = column.percent || cell.percent;
    if (!cell.number || cell.out_of) continue;
    column.numbers.push_back(*cell.number);
    column.fractions = column.fractions || *cell.number % thousand != 0;
  }
  std::sort(column.numbers.begin(), column.numbers.end());
  return column;
}

std::optional<Range> range_of(const Column& column, std::string_view header, bool amounts) {
  if (column.percent) return hundred;
  if (column.numbers.empty()) return one_to_five;
  const std::int64_t least = column.numbers.front(), most = column.numbers.back();
  if (const auto named = named_range(header); named && most <= named->high && least >= 0) return named;
  if (least < 0) return std::nullopt;
  if (most <= thousand && column.fractions) return decimals;
  if (most <= 5 * thousand) return one_to_five;
  if (amounts) return std::nullopt;
  if (most <= 7 * thousand) return one_to_seven;
  if (most <= 10 * thousand) return one_to_ten;
  if (most <= 100 * thousand) return hundred;
  return std::nullopt;
}

std::string plain_number(std::int64_t value) {
  std::string text = std::to_string(value / thousand);
  if (value % thousand != 0) {
    std::string rest = std::to_string(thousand + value % thousand).substr(1);
    while (rest.back() == '0') rest.pop_back();
    text += "." + rest;
  }
  return text;
}

std::string range_told(const Column& column, const Range& range) {
  if (range.words.empty() || column.numbers.empty()) return {};
  std::string told = "read as " + std::string(range.words) + (column.percent ? " percent" : "");
  std::vector<std::int64_t> few = {column.numbers.front(), column.numbers.back()};
  few.erase(std::unique(few.begin(), few.end()), few.end());
  std::string how;
  for (const std::int64_t n : few) how += (how.empty() ? "" : ", ") + plain_number(n) + " becomes " + std::to_string(on_five(n, range.low, range.high));
  return told + " (" + how + ")";
}

Judged judged_amount(const Cell& cell) {
  Judged judged;
  judged.missing = cell.missing;
  if (cell.number && !cell.out_of && *cell.number >= 0 && *cell.number % thousand == 0) judged.amount = static_cast<std::int32_t>(*cell.number / thousand);
  return judged;
}

}  // namespace

Scale influence_scale(const Vocabulary& v, std::string_view header, const std::vector<std::string>& texts, bool amounts) {
  const Column column = column_of(v, texts);
  const auto range = range_of(column, header, amounts);
  Scale scale;
  scale.refused = column.words > 0 && !column.numbers.empty() && (!range || range->high != one_to_five.high);
  if (scale.refused) scale.told = "holds words and amounts, which cannot be compared";
  else if (range) scale.told = range_told(column, *range);
  else scale.told = amounts ? "ranked: each fifth of the file is a level" : "has numbers on no scale that is known; ranked: each fifth of the file is a level";
  std::vector<std::int64_t> known = column.numbers;
  std::erase_if(known, [](std::int64_t n) { return n <= 0; });
  for (const Cell& cell : column.cells) {
    Judged judged = judged_amount(cell);
    if (scale.refused || cell.missing) {
    } else if (cell.out_of) {
      judged.level = on_five(*cell.number, *cell.out_of == 100 * thousand ? 0 : thousand, *cell.out_of);
    } else if (cell.word) {
      judged.level = static_cast<std::uint8_t>(*cell.word);
    } else if (cell.number && !range) {
      if (*cell.number > 0) judged.level = share_of(known, *cell.number, 5);
      else judged.missing = *cell.number == 0;
    } else if (cell.number && *cell.number >= 0 && *cell.number <= range->high) {
      if (*cell.number == 0 && range->low > 0) judged.missing = true;
      else judged.level = on_five(*cell.number, range->low, range->high);
      judged.rounded = range->words.empty() && *cell.number % thousand != 0;
    }
    scale.cells.push_back(judged);
  }
  return scale;
}

Scale strength_scale(const Vocabulary& v, const std::vector<std::string>& texts) {
  Column column;
  for (const std::string& text : texts) {
    Cell cell;
    cell.missing = v.missing(text);
    if (!cell.missing && !(cell.number = number_in(trimmed(text))) && v.strength(text)) cell.word = v.strength(text);
    if (cell.number) column.numbers.push_back(*cell.number);
    column.fractions = column.fractions || (cell.number && *cell.number % thousand != 0);
    column.cells.push_back(cell);
  }
  std::sort(column.numbers.begin(), column.numbers.end());
  const bool direct = column.numbers.empty() || (column.numbers.front() >= thousand && column.numbers.back() <= 3 * thousand && !column.fractions);
  Scale scale;
  if (!direct) scale.told = "each third of the file’s numbers is a strength; the number is kept in the note";
  for (const Cell& cell : column.cells) {
    Judged judged = judged_amount(cell);
    if (cell.word) judged.level = static_cast<std::uint8_t>(*cell.word);
    else if (cell.number) judged.level = direct ? static_cast<std::uint8_t>(*cell.number / thousand) : share_of(column.numbers, *cell.number, 3);
    judged.rounded = cell.number && !direct;
    scale.cells.push_back(judged);
  }
  return scale;
}

}  // namespace standpoint
