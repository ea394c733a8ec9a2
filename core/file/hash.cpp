// One number for a whole workshop: FNV-1a, 64 bits, over its encoded bytes. Apart from workshop/model.cpp, because the codec
// stands above the model.
#include "core/file/codec.h"

namespace standpoint {

std::uint64_t hash_of(const Workshop& workshop) {
  std::uint64_t hash = 14695981039346656037u;
  for (const std::byte byte : encoded(workshop)) {
    hash ^= static_cast<std::uint64_t>(byte);
    hash *= 1099511628211u;
  }
  return hash;
}

}  // namespace standpoint
