// Numbers to and from little-endian bytes at a given place, the same on every machine. Used by the file formats only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace standpoint {

// The caller has made sure that the bytes are there.
template <class Number>
void put_number(std::span<std::byte> bytes, std::size_t offset, Number number) {
  const auto bits = static_cast<std::make_unsigned_t<Number>>(number);
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes[offset + i] = static_cast<std::byte>((static_cast<std::uint64_t>(bits) >> (8 * i)) & 0xFFu);
  }
}

template <class Number>
Number get_number(std::span<const std::byte> bytes, std::size_t offset) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) bits |= std::to_integer<std::uint64_t>(bytes[offset + i]) << (8 * i);
  return static_cast<Number>(bits);
}

}  // namespace standpoint
