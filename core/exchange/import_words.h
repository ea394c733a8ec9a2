// The words and numbers a spreadsheet cell may hold for a kind, a stance, a tie ... Used by import only. Each reader
// gives the value or the end of the sentence "Line 7: ...", naming what is allowed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/workshop/model.h"
#include "core/workshop/result.h"

namespace standpoint {

std::string trimmed(std::string_view);       // without blanks and line breaks at both ends
std::string on_one_line(std::string_view);   // trimmed; line breaks and tabs inside become one blank
// Trimmed, small ASCII letters, "_" and "-" and runs of blanks as one blank: how cells are compared with words.
std::string plain_word(std::string_view);

tl::expected<StakeholderKind, std::string> kind_of(std::string_view);
tl::expected<Ring, std::string> ring_called(std::string_view);
tl::expected<Stance, std::string> stance_of(std::string_view);
tl::expected<TieKind, std::string> tie_kind_of(std::string_view);
// 1 to 5, or "very low" ... "very high".
tl::expected<std::uint8_t, std::string> influence_called(std::string_view);
// 1 to 3, or "weak", "medium", "strong".
tl::expected<std::uint8_t, std::string> strength_of(std::string_view);
// A whole number from 0 (not known) to 1,000,000,000, or "very low" ... "very high" as 1 to 5.
tl::expected<std::int32_t, std::string> power_of(std::string_view);

}  // namespace standpoint
