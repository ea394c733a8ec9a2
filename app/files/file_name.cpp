// Titles as file names. See file_name.h.
#include "app/files/file_name.h"

#include <cctype>

namespace standpoint {

std::string file_name_of(std::string_view title, std::string_view otherwise) {
  std::string name;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    // What a file name could trip over becomes one dash.
    if (byte >= 0x80 || std::isalnum(byte) != 0) name += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  if (name.empty()) return std::string(otherwise);
  constexpr std::size_t longest = 80;  // bytes; file systems take 255
  if (name.size() > longest) {
    name.resize(longest);
    while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U) name.pop_back();
    if (!name.empty() && static_cast<unsigned char>(name.back()) >= 0x80U) name.pop_back();
  }
  return name;
}

}  // namespace standpoint
