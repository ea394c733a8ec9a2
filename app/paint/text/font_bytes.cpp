// Font files of this machine, mapped into memory. See font_bytes.h.
#include "app/paint/text/font_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace standpoint {

std::span<const unsigned char> font_bytes(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  struct stat facts {};
  void* mapped = MAP_FAILED;
  if (fstat(file, &facts) == 0 && facts.st_size > 0) mapped = mmap(nullptr, static_cast<std::size_t>(facts.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) return {};
  return {static_cast<const unsigned char*>(mapped), static_cast<std::size_t>(facts.st_size)};
}

void give_back_font_bytes(std::span<const unsigned char> bytes) { munmap(const_cast<unsigned char*>(bytes.data()), bytes.size()); }

}  // namespace standpoint
