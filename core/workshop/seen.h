// How something stands, as one number: what a change was made over is compared by it later, on whatever machine (R347).
#pragma once

#include <cstdint>
#include <string_view>

namespace standpoint {

// FNV-1a, 64 bits.
struct Seen {
  std::uint64_t value = 14695981039346656037u;
  void byte(unsigned char b) { value = (value ^ b) * 1099511628211u; }
  void number(std::uint64_t n) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(n >> (8 * i)));
  }
  void text(std::string_view text) {
    number(text.size());
    for (const char c : text) byte(static_cast<unsigned char>(c));
  }
  // Never 0, which says that nobody looked.
  std::uint64_t whole() const { return value == 0 ? 1 : value; }
};

}  // namespace standpoint
