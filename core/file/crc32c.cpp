// CRC-32C by eight tables (portable), or by the processor's own instruction where there is one (x86-64 with SSE 4.2).
#include "core/file/crc32c.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <nmmintrin.h>
#endif

namespace standpoint {
namespace {

using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables make_tables() {
  constexpr std::uint32_t reflected_polynomial = 0x82F63B78u;
  Tables tables{};
  for (std::uint32_t value = 0; value < 256; ++value) {
    std::uint32_t crc = value;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? reflected_polynomial : 0u);
    tables[0][value] = crc;
  }
  for (std::size_t table = 1; table < 8; ++table) {
    for (std::size_t value = 0; value < 256; ++value) {
      const std::uint32_t before = tables[table - 1][value];
      tables[table][value] = (before >> 8) ^ tables[0][before & 0xFFu];
    }
  }
  return tables;
}

constexpr Tables tables = make_tables();

static_assert(std::endian::native == std::endian::little, "the tables below take words in little-endian order");

std::uint32_t by_tables(std::uint32_t state, const std::byte* at, std::size_t left) {
  for (; left >= 8; at += 8, left -= 8) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + 4, 4);
    low ^= state;
    state = tables[7][low & 0xFFu] ^ tables[6][(low >> 8) & 0xFFu] ^ tables[5][(low >> 16) & 0xFFu] ^ tables[4][low >> 24] ^
            tables[3][high & 0xFFu] ^ tables[2][(high >> 8) & 0xFFu] ^ tables[1][(high >> 16) & 0xFFu] ^ tables[0][high >> 24];
  }
  for (; left > 0; ++at, --left) state = (state >> 8) ^ tables[0][(state ^ std::to_integer<std::uint32_t>(*at)) & 0xFFu];
  return state;
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::uint32_t state, const std::byte* at, std::size_t left) {
  std::uint64_t wide = state;
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    wide = _mm_crc32_u64(wide, word);
  }
  state = static_cast<std::uint32_t>(wide);
  for (; left > 0; ++at, --left) state = _mm_crc32_u8(state, std::to_integer<std::uint8_t>(*at));
  return state;
}
#endif

}  // namespace

std::uint32_t crc32c_portable(std::uint32_t crc, std::span<const std::byte> bytes) {
  return ~by_tables(~crc, bytes.data(), bytes.size());
}

std::uint32_t crc32c(std::uint32_t crc, std::span<const std::byte> bytes) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (__builtin_cpu_supports("sse4.2")) return ~by_instruction(~crc, bytes.data(), bytes.size());
#endif
  return crc32c_portable(crc, bytes);
}

}  // namespace standpoint
