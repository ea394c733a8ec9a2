// See environment.h.
#include "app/files/environment.h"

#include <cstdlib>

namespace standpoint {

std::string from_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace standpoint
