// Words are looked up by their key, so that "Job-Title", "job_title" and "JOB TITLE" are one.
#include "core/exchange/fields.h"

#include <array>
#include <utility>

#include "core/exchange/import_words.h"
#include "core/exchange/synonyms.h"
#include "core/workshop/names.h"

namespace standpoint {
namespace {

constexpr std::array<std::string_view, field_count> field_words = {
    "left out", "note", "name", "first name", "last name", "number", "role", "organisation", "kind", "ring", "power", "influence", "stance", "desired stance",
    "needs", "expectations", "reports to", "from", "to", "kind of tie", "strength", "direction"};

template <class F>
void each_word(std::span<const Synonyms> rows, F f) {
  for (const Synonyms& row : rows) {
    int rank = 0;
    for (std::string_view rest = row.words; !rest.empty(); ++rank) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      f(row.value, name_key(rest.substr(0, end)), rank);
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
  }
}

template <class Map>
auto looked_up(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

template <class E>
std::optional<E> as(std::optional<int> value) {
  return value ? std::optional(static_cast<E>(*value)) : std::nullopt;
}

}  // namespace

std::string_view words(Field f) { return field_words[static_cast<std::size_t>(f)]; }

std::string bare_header(std::string_view header) {
  std::string bare;
  int depth = 0;
  for (const char c : on_one_line(header)) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) bare += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  const std::size_t first = bare.find_first_not_of(" *:?!.•-"), last = bare.find_last_not_of(" *:?!.•-");
  return first == bare.npos ? std::string() : bare.substr(first, last - first + 1);
}

Vocabulary::Vocabulary() {
  const auto columns = [](Columns& into, std::span<const Synonyms> rows) {
    each_word(rows, [&](int value, std::string key, int rank) { into.emplace(std::move(key), ColumnMeaning{static_cast<Field>(value), rank}); });
  };
  const auto plain = [](Words& into, std::span<const Synonyms> rows) { each_word(rows, [&](int value, std::string key, int) { into.emplace(std::move(key), value); }); };
  columns(people_, person_column_words());
  columns(ties_, tie_column_words());
  columns(likely_, likely_column_words());
  plain(kinds_, kind_words());
  plain(rings_, ring_words());
  plain(stances_, stance_words());
  plain(tie_kinds_, tie_kind_words());
  plain(directions_, direction_words());
  plain(levels_, level_words());
  plain(strengths_, strength_words());
  plain(missing_, missing_words());
  plain(below_, below_table_words());
}

std::optional<ColumnMeaning> Vocabulary::person_column(std::string_view header) const {
  if (auto whole = looked_up(people_, name_key(header))) return whole;
  return looked_up(people_, name_key(bare_header(header)));
}
std::optional<ColumnMeaning> Vocabulary::tie_column(std::string_view header) const {
  if (auto whole = looked_up(ties_, name_key(header))) return whole;
  return looked_up(ties_, name_key(bare_header(header)));
}

std::optional<ColumnMeaning> Vocabulary::likely_person_column(std::string_view header) const {
  constexpr int least_exact = 1000;
  const std::string bare = bare_header(header);
  std::string_view rest = bare;
  std::optional<ColumnMeaning> likely;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" /,-_&"), rest.size());
    if (const auto found = looked_up(likely_, name_key(rest.substr(0, end)))) {
      if (found->field == Field::desired_stance) return ColumnMeaning{Field::desired_stance, least_exact};  // "desired influence" is no influence
      if (!likely) likely = ColumnMeaning{found->field, least_exact};
    }
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return likely;
}

std::optional<StakeholderKind> Vocabulary::kind(std::string_view text) const { return as<StakeholderKind>(looked_up(kinds_, name_key(text))); }
std::optional<Ring> Vocabulary::ring(std::string_view text) const { return as<Ring>(looked_up(rings_, name_key(text))); }
std::optional<Stance> Vocabulary::stance(std::string_view text) const { return as<Stance>(looked_up(stances_, name_key(text))); }
std::optional<TieKind> Vocabulary::tie_kind(std::string_view text) const { return as<TieKind>(looked_up(tie_kinds_, name_key(text))); }
std::optional<Direction> Vocabulary::direction(std::string_view text) const { return as<Direction>(looked_up(directions_, name_key(text))); }
std::optional<int> Vocabulary::level(std::string_view text) const { return looked_up(levels_, name_key(text)); }
std::optional<int> Vocabulary::strength(std::string_view text) const { return looked_up(strengths_, name_key(text)); }

bool Vocabulary::missing(std::string_view text) const {
  const std::string key = name_key(text);
  return key.empty() || missing_.contains(key);
}

bool Vocabulary::below_table(std::string_view text) const {
  const std::size_t end = text.find(':');
  return below_.contains(name_key(text.substr(0, std::min(end, text.size())))) && !text.empty();
}

}  // namespace standpoint
