// Characters through the browser, which has Unicode's tables already: app/web/characters.js. What has only letters of Western
// Europe and no marks does not ask it. See characters.h.
#include "app/paint/text/characters.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

extern "C" {
char* characters_composed(const char* utf8);  // to be freed, as is the next
char* characters_folded(const char* utf8);
int characters_ends(const char* utf8, std::uint32_t* ends);
int characters_letter(std::uint32_t code);
int characters_mark(std::uint32_t code);  // a MarkPlace
}

namespace standpoint {
namespace {

// The first combining mark; before it every character stands alone and is composed already.
constexpr std::uint32_t first_mark = 0x300;
constexpr unsigned char first_byte_of_marks = 0xCC;

bool stands_alone(const std::string& utf8) {
  return std::all_of(utf8.begin(), utf8.end(), [](char byte) { return static_cast<unsigned char>(byte) < first_byte_of_marks; });
}

std::string taken(char* given) {
  const std::unique_ptr<char, decltype(&std::free)> text(given, &std::free);
  return text.get();
}

}  // namespace

std::string composed(const std::string& valid_utf8) {
  return stands_alone(valid_utf8) ? valid_utf8 : taken(characters_composed(valid_utf8.c_str()));
}

std::string folded(const std::string& valid_utf8) { return taken(characters_folded(valid_utf8.c_str())); }

std::vector<std::size_t> character_ends(const std::string& valid_utf8) {
  std::vector<std::size_t> ends;
  if (stands_alone(valid_utf8)) {
    for (std::size_t at = 1; at <= valid_utf8.size(); ++at)
      if (at == valid_utf8.size() || (static_cast<unsigned char>(valid_utf8[at]) & 0xC0U) != 0x80U) ends.push_back(at);
    return ends;
  }
  std::vector<std::uint32_t> found(valid_utf8.size());
  found.resize(static_cast<std::size_t>(characters_ends(valid_utf8.c_str(), found.data())));
  return {found.begin(), found.end()};
}

bool is_letter(std::uint32_t code) {
  if (code < 0x80) return (code | 0x20U) >= 'a' && (code | 0x20U) <= 'z';
  return characters_letter(code) != 0;
}

MarkPlace place_of_mark(std::uint32_t code) { return code < first_mark ? MarkPlace::not_a_mark : static_cast<MarkPlace>(characters_mark(code)); }

}  // namespace standpoint
