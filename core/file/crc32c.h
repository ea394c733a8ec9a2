// CRC-32C (Castagnoli, polynomial 0x1EDC6F41 reflected, RFC 3720 appendix B.4): the checksum of the session file, the
// ballot box and nothing else. Detects accidents, not attackers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace standpoint {

// The CRC of `bytes` continued from `crc`, the CRC of what stands before them (0: nothing does).
// crc32c(0, "123456789") is 0xE3069283.
std::uint32_t crc32c(std::uint32_t crc, std::span<const std::byte> bytes);

// The same without the processor's instruction for it: what WebAssembly uses. For the test that compares the two.
std::uint32_t crc32c_portable(std::uint32_t crc, std::span<const std::byte> bytes);

}  // namespace standpoint
