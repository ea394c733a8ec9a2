// Font files out of the packages that a tablet loads. See font_bytes.h.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/paint/text/font_bytes.h"

namespace standpoint {
namespace {

std::array<std::span<const unsigned char>, 2> packages;  // the newest first

std::uint32_t number_at(std::span<const unsigned char> bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16) | static_cast<std::uint32_t>(bytes[at + 3]) << 24;
}

// One file after the other: length of the name, length of the bytes (32 bits, little-endian), the name, the bytes. None: it has
// those of the file before.
std::span<const unsigned char> find_in(std::span<const unsigned char> package, std::string_view wanted) {
  std::span<const unsigned char> file;
  for (std::size_t at = 0; at + 8 <= package.size();) {
    const std::size_t name = number_at(package, at), bytes = number_at(package, at + 4);
    at += 8;
    if (name > package.size() - at || bytes > package.size() - at - name) return {};
    if (bytes > 0) file = package.subspan(at + name, bytes);
    if (std::string_view(reinterpret_cast<const char*>(package.data() + at), name) == wanted) return file;
    at += name + bytes;
  }
  return {};
}

}  // namespace

void use_font_package(std::span<const unsigned char> package) {
  packages[1] = packages[0];
  packages[0] = package;
}

std::span<const unsigned char> font_bytes(const std::filesystem::path& path) {
  const std::string wanted = path.filename().string();
  const std::span<const unsigned char> newer = find_in(packages[0], wanted);
  return newer.empty() ? find_in(packages[1], wanted) : newer;
}

void give_back_font_bytes(std::span<const unsigned char>) {}

}  // namespace standpoint
