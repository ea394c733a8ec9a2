// Writes what people keep (pictures): the whole file, or what was there before. Sessions are not written here but by
// core/file/session_log, which also knows about power cuts.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/workshop/result.h"

namespace standpoint {

// Through a temporary file beside it. Failure: one sentence with the system's reason; nothing is left behind.
Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace standpoint
