// The words people use for columns and for what stands in them. Data only: a new word is added to its row in synonyms.cpp.
#pragma once

#include <span>
#include <string_view>

namespace standpoint {

// `words` stand between bars; case, accents, spaces, hyphens and underscores make no difference. `value` is the number of a Field or of what the cell means.
struct Synonyms {
  int value;
  std::string_view words;
};

std::span<const Synonyms> person_column_words();  // the more exact first
std::span<const Synonyms> tie_column_words();
std::span<const Synonyms> likely_column_words();  // a single word of a longer header
std::span<const Synonyms> kind_words();
std::span<const Synonyms> ring_words();
std::span<const Synonyms> stance_words();
std::span<const Synonyms> tie_kind_words();
std::span<const Synonyms> direction_words();
std::span<const Synonyms> level_words();
std::span<const Synonyms> strength_words();
std::span<const Synonyms> missing_words();
std::span<const Synonyms> below_table_words();

}  // namespace standpoint
