// One number for a whole workshop: FNV-1a, 64 bits, over its encoded bytes. Apart from workshop/model.cpp, because the codec
// stands above the model.
#include "core/file/codec.h"

namespace standpoint {

// Nobody merged has no bytes here: what was folded before there was a merge has the number that it had.
std::uint64_t hash_of(const Workshop& workshop) {
  std::uint64_t hash = 14695981039346656037u;
  Bytes bytes = encoded(workshop);
  if (workshop.merged.empty()) bytes.resize(bytes.size() - sizeof(std::uint64_t));
  for (const std::byte byte : bytes) {
    hash ^= static_cast<std::uint64_t>(byte);
    hash *= 1099511628211u;
  }
  return hash;
}

}  // namespace standpoint
