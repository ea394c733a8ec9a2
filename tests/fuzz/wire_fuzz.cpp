// libFuzzer target: any bytes as a message to the host and as messages to a screen. Nothing may crash, throw or take much
// memory, and what is read must be what those bytes say.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

#include "core/room/wire.h"

namespace {

using namespace standpoint;

void require(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

bool same(const Bytes& a, std::span<const std::byte> b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> bytes = std::as_bytes(std::span(data, size));
  if (const Result<ToHost> message = decoded_to_host(bytes)) require(same(encoded(*message), bytes), "a message to the host is what was said");
  if (const Result<std::vector<ToScreen>> messages = decoded_to_screen(bytes)) {
    Bytes joined;
    for (const ToScreen& message : *messages) {
      const Bytes one = framed(message);
      joined.insert(joined.end(), one.begin(), one.end());
    }
    require(same(joined, bytes), "messages to a screen are what was said");
  }
  return 0;
}
