// Shows a file's folder in the desktop's file manager. Called by cli/open.cpp. It must not open or change the file.
#pragma once

#include <string>

#include "core/workshop/result.h"

namespace standpoint {

// Starts xdg-open on the folder and does not wait for it. Fails with one sentence that names the folder.
Result<void> show_in_file_manager(const std::string& path);

}  // namespace standpoint
