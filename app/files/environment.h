// What the user's environment says. Used where folders of the user are found.
#pragma once

#include <string>

namespace standpoint {

// The value of a variable; empty where it is not set.
std::string from_environment(const char* name);

}  // namespace standpoint
