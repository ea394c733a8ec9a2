// What a file is called after a title: of sessions and of exported pictures.
#pragma once

#include <string>
#include <string_view>

namespace standpoint {

// "Who shapes the relaunch?" gives "who-shapes-the-relaunch": lower case words joined by "-", letters of other scripts as they
// are, at most 80 bytes and never a part of a character. Nothing a name can be made of gives `otherwise`.
std::string file_name_of(std::string_view title, std::string_view otherwise);

}  // namespace standpoint
