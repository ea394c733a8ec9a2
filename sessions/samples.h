// Makes the sample sessions that ship. Used by make_samples and by the test that the committed files are these.
#pragma once

#include <string>

#include "core/file/file_system.h"

namespace standpoint {

// Each writes the new session file `path`; the folder must exist. Failure: the line of the data with what is wrong.
Result<void> make_florence(FileSystem& files, const std::string& path);
Result<void> make_checkout(FileSystem& files, const std::string& path);

}  // namespace standpoint
