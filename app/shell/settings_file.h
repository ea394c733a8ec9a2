// Settings from and into their file, $XDG_CONFIG_HOME/standpoint/settings.json (else ~/.config). Called by cli/open.cpp.
// It must not decide what a setting means.
#pragma once

#include <filesystem>

#include "app/screens/sheets/settings.h"
#include "core/workshop/result.h"

namespace standpoint {

// Empty when neither $XDG_CONFIG_HOME nor $HOME is known: nothing is kept then.
std::filesystem::path settings_path();

// No file: the defaults. A file that cannot be understood is a failure in one sentence, and is left as it is.
Result<Settings> read_settings(const std::filesystem::path&);
// Writes a new file beside it and puts it in its place, so that it is whole or not there.
Result<void> write_settings(const std::filesystem::path&, const Settings&);

}  // namespace standpoint
