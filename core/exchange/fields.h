// What a column of a table may hold, and which words of eight languages say so. The words themselves are data: synonyms.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/workshop/model.h"

namespace standpoint {

enum class Field : std::uint8_t {
  leave_out, note,
  // of people
  name, first_name, last_name, id, role, organisation, kind, ring, power, influence, stance, desired_stance, needs, expectations, reports_to,
  // of ties
  from, to, tie_kind, strength, direction
};
inline constexpr int field_count = 22;
std::string_view words(Field);  // "name", "desired stance": for sentences and for choosing
constexpr bool is_of_ties(Field f) { return f >= Field::from; }

enum class Direction : std::uint8_t { one_way, none, both };

// A word's meaning, and how exact it is: 0 is the field's own name.
struct ColumnMeaning {
  Field field = Field::note;
  int rank = 0;
};

// Every word by its key (names.h). Made once for one import: there is no hidden state.
class Vocabulary {
 public:
  Vocabulary();

  // Known names of columns of people's tables, and of ties'.
  std::optional<ColumnMeaning> person_column(std::string_view header) const;
  std::optional<ColumnMeaning> tie_column(std::string_view header) const;
  // A longer header in which one word says it ("Influence on the project"): less exact than any.
  std::optional<ColumnMeaning> likely_person_column(std::string_view header) const;

  std::optional<StakeholderKind> kind(std::string_view) const;
  std::optional<Ring> ring(std::string_view) const;
  std::optional<Stance> stance(std::string_view) const;
  std::optional<TieKind> tie_kind(std::string_view) const;
  std::optional<Direction> direction(std::string_view) const;
  std::optional<int> level(std::string_view) const;
  std::optional<int> strength(std::string_view) const;
  bool missing(std::string_view) const;      // empty, "n/a", "unknown" ...
  bool below_table(std::string_view) const;  // begins as totals, sources and legends do

 private:
  using Words = std::map<std::string, int, std::less<>>;
  using Columns = std::map<std::string, ColumnMeaning, std::less<>>;
  Columns people_, ties_, likely_;
  Words kinds_, rings_, stances_, tie_kinds_, directions_, levels_, strengths_, missing_, below_;
};

// "Name* (required)" -> "Name": without what stands in brackets and without signs at the ends.
std::string bare_header(std::string_view);

}  // namespace standpoint
