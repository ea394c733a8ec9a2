// Any list that people have -> tables, for core/exchange to say what they mean. Pure of files: whoever has the bytes calls it.
#pragma once

#include <string>
#include <string_view>

#include "core/exchange/preview.h"
#include "core/workshop/result.h"

namespace standpoint {

inline constexpr std::size_t largest_list = 64 * 1024 * 1024;      // bytes of text
inline constexpr std::size_t largest_unpacked = 20 * 1024 * 1024;  // bytes of a workbook's parts together, or of a network
inline constexpr std::size_t most_cells = 200'000;                 // of a workbook
inline constexpr std::size_t most_ratio = 100;                     // unpacked to packed

struct ReadChoices {
  std::string encoding;  // as iconv calls it; empty: found out
  char separator = 0;    // 0: found out
};

// `name`: of the file, for sentences where several are read; may be empty. Failure: not a list at all, or larger than the caps: a sentence that says what
// the file is and what to do.
Result<Source> read_source(std::string_view bytes, const std::string& name, const ReadChoices& choices = {});

}  // namespace standpoint
