// Font files out of the package that a tablet loads. See font_bytes.h.
#include <cstdint>
#include <string>

#include "app/paint/font_bytes.h"

namespace standpoint {
namespace {

std::span<const unsigned char> loaded;  // the page has one, and it is never exchanged

std::uint32_t number_at(std::size_t at) {
  return static_cast<std::uint32_t>(loaded[at] | loaded[at + 1] << 8 | loaded[at + 2] << 16) | static_cast<std::uint32_t>(loaded[at + 3]) << 24;
}

}  // namespace

void use_font_package(std::span<const unsigned char> package) { loaded = package; }

// One file after the other: length of the name, length of the bytes (32 bits, little-endian), the name, the bytes. None: it has
// those of the file before.
std::span<const unsigned char> font_bytes(const std::filesystem::path& path) {
  const std::string wanted = path.filename().string();
  std::span<const unsigned char> file;
  for (std::size_t at = 0; at + 8 <= loaded.size();) {
    const std::size_t name = number_at(at), bytes = number_at(at + 4);
    at += 8;
    if (name > loaded.size() - at || bytes > loaded.size() - at - name) return {};
    if (bytes > 0) file = loaded.subspan(at + name, bytes);
    if (std::string_view(reinterpret_cast<const char*>(loaded.data() + at), name) == wanted) return file;
    at += name + bytes;
  }
  return {};
}

void give_back_font_bytes(std::span<const unsigned char>) {}

}  // namespace standpoint
