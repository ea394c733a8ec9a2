// JSON as text, for all that is printed.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace standpoint {

// `indent` below 0: one line. A text that is no UTF-8 must not end the program: the library throws unless it is told to replace it.
inline std::string printed(const nlohmann::ordered_json& json, int indent = -1) {
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace standpoint
