// Tables of words; what is not in them is refused with the words that are.
#include "core/exchange/import_words.h"

#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr std::string_view blanks = " \t\r\n";

template <class T>
struct Word {
  std::string_view word;
  T value;
};

constexpr std::array<Word<StakeholderKind>, 10> kinds = {{{"internal", StakeholderKind::internal},
    {"external", StakeholderKind::external}, {"regulator", StakeholderKind::regulator}, {"authority", StakeholderKind::regulator},
    {"customer", StakeholderKind::customer}, {"user", StakeholderKind::customer}, {"partner", StakeholderKind::partner},
    {"supplier", StakeholderKind::partner}, {"sponsor", StakeholderKind::sponsor}, {"client", StakeholderKind::customer}}};
constexpr std::array<Word<Ring>, 5> rings = {{{"team", Ring::team}, {"internal", Ring::internal}, {"external", Ring::external},
    {"regulator", Ring::regulator}, {"regulators", Ring::regulator}}};
constexpr std::array<Word<Stance>, 8> stances = {{{"unaware", Stance::unaware}, {"resistant", Stance::resistant},
    {"opposed", Stance::resistant}, {"neutral", Stance::neutral}, {"supportive", Stance::supportive},
    {"supporter", Stance::supportive}, {"leading", Stance::leading}, {"champion", Stance::leading}}};
constexpr std::array<Word<TieKind>, 8> tie_kinds = {{{"influences", TieKind::influences}, {"influence", TieKind::influences},
    {"reports to", TieKind::reports_to}, {"trusts", TieKind::trusts}, {"trust", TieKind::trusts},
    {"supports", TieKind::supports}, {"conflicts with", TieKind::conflicts_with}, {"conflict", TieKind::conflicts_with}}};
constexpr std::array<Word<std::int32_t>, 5> levels = {{{"very low", 1}, {"low", 2}, {"medium", 3}, {"high", 4}, {"very high", 5}}};
constexpr std::array<Word<std::int32_t>, 3> strengths = {{{"weak", 1}, {"medium", 2}, {"strong", 3}}};

template <class T>
std::optional<T> looked_up(std::string_view text, std::span<const Word<T>> words) {
  const std::string word = plain_word(text);
  for (const Word<T>& known : words)
    if (known.word == word) return known.value;
  return std::nullopt;
}

template <class T>
tl::expected<T, std::string> word_of(std::string_view text, std::span<const Word<T>> words, std::string_view what) {
  if (const auto value = looked_up(text, words)) return *value;
  return tl::unexpected(quoted(text) + " is no " + std::string(what));
}

std::optional<std::int32_t> whole_number(std::string_view text, std::int32_t low, std::int32_t high) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

tl::expected<std::int32_t, std::string> level_of(std::string_view text, std::int32_t low, std::int32_t high,
                                                 std::span<const Word<std::int32_t>> words, std::string_view allowed) {
  if (const auto number = whole_number(text, low, high)) return *number;
  if (const auto word = looked_up(text, words)) return *word;
  return tl::unexpected(quoted(text) + " is no " + std::string(allowed));
}

}  // namespace

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool blank = blanks.find(c) != blanks.npos;
    if (!blank) line += c;
    else if (line.back() != ' ') line += ' ';
  }
  return line;
}

std::string plain_word(std::string_view text) {
  std::string word(text);
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_' || c == '-') c = ' ';
  }
  return on_one_line(word);
}

tl::expected<StakeholderKind, std::string> kind_of(std::string_view text) {
  return word_of<StakeholderKind>(text, kinds, "kind; use internal, external, regulator, customer, partner or sponsor.");
}
tl::expected<Ring, std::string> ring_called(std::string_view text) {
  return word_of<Ring>(text, rings, "ring; use team, internal, external or regulators.");
}
tl::expected<Stance, std::string> stance_of(std::string_view text) {
  return word_of<Stance>(text, stances, "stance; use unaware, resistant, neutral, supportive or leading.");
}
tl::expected<TieKind, std::string> tie_kind_of(std::string_view text) {
  return word_of<TieKind>(text, tie_kinds, "kind of tie; use influences, reports to, trusts, supports or conflicts with.");
}

tl::expected<std::uint8_t, std::string> influence_called(std::string_view text) {
  return level_of(text, 1, 5, levels, "influence; use 1 to 5.").map([](std::int32_t v) { return static_cast<std::uint8_t>(v); });
}
tl::expected<std::uint8_t, std::string> strength_of(std::string_view text) {
  return level_of(text, 1, 3, strengths, "strength; use 1 to 3.").map([](std::int32_t v) { return static_cast<std::uint8_t>(v); });
}
tl::expected<std::int32_t, std::string> power_of(std::string_view text) {
  return level_of(text, 0, 1'000'000'000, levels, "power; use a whole number from 0 to 1,000,000,000, only its order counts.");
}

}  // namespace standpoint
