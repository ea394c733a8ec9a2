// The bytes of a file that somebody wants to import. Called by the command line and by the window.
#pragma once

#include <string>

#include "core/workshop/result.h"

namespace standpoint {

// Failure: it cannot be read, is no file, or is larger than `largest_list` (read.h).
Result<std::string> list_bytes(const std::string& path);

}  // namespace standpoint
