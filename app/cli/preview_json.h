// What an import would do, as JSON for `import --preview`. Field names are those of core/exchange/preview.h; kinds are words.
#pragma once

#include <string>

#include "core/exchange/preview.h"

namespace standpoint {

// Indented, several lines.
std::string json_of(const Preview&);

}  // namespace standpoint
