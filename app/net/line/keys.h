// How the two ends of a line come to keys that nobody else on the network has, although everything they say for it can be heard. What
// they have in common beforehand is the secret of the QR code, the key of a link or a tablet's token (128 random bits, mixed into a
// Diffie-Hellman exchange as its pre-shared key) or only the spoken code (30 bits, through CPace, draft-irtf-cfrg-cpace, with BLAKE2b as its
// hash: a listener gets nothing to try codes on, and whoever pretends to know one has a single try). None of it is sent.
// Both over ristretto255, the group of prime order of Curve25519, so that one set of code serves them: the page has little room.
// New keys on every line: what was recorded stays closed when a code or a device becomes known later. Primitives: libsodium.
// Used by both ends (line_seal) and the door.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/room/wire.h"

namespace standpoint {

using Digest = std::array<std::uint8_t, 32>;
// Of a secret, a token or a code as plain_code gives it: what both ends begin with. All of a token that the host keeps.
Digest digest_of(const Key& key);
Digest digest_of(std::string_view spoken_code);

// One that nobody else can know or guess, never 0.
std::uint64_t random_number();

// Says which secret is meant to somebody who has it, and nothing to anybody else; another one on every line. Zeros: none is meant.
using Mark = std::array<std::uint8_t, 16>;

// First thing on a line, in the clear.
struct Greeting {
  std::uint16_t version = wire_version;
  Digest exchange{};       // with a secret or token; also the session number of CPace
  Digest code_exchange{};  // CPace; zeros: no code was typed
  Mark secret{}, token{};
};
inline constexpr std::size_t greeting_bytes = 5 + 2 + 32 + 32 + 16 + 16;
Bytes encoded(const Greeting&);
// Nothing: it is none. Of another version only that is read.
std::optional<Greeting> greeting_from(std::span<const std::byte> bytes);
Mark mark_of(const Digest& secret, const Digest& exchange);

// One for each way, so that nothing can be sent back to who said it.
struct LineKeys {
  Digest to_host{}, to_screen{};
  LineKeys() = default;
  LineKeys(const LineKeys&) = default;
  LineKeys& operator=(const LineKeys&) = default;
  ~LineKeys();
};

// The host's half of the exchange, and what it found that both have in common.
struct KeyAnswer {
  enum class By : std::uint8_t { secret, token, code } by = By::secret;
  Digest exchange{};
};
struct Answered {
  KeyAnswer answer;
  LineKeys keys;
};
// The host's end, at once. `shared`: the digest of the secret or token that is meant, or of the spoken code as plain_code gives it.
// Nothing: the greeting holds no point that a screen would send.
std::optional<Answered> answer_to(const Greeting&, KeyAnswer::By by, const Digest& shared);

// The screen's end of one exchange.
class Greeter {
 public:
  explicit Greeter(const Knock& knock);
  ~Greeter();
  Greeter(const Greeter&) = delete;
  Greeter& operator=(const Greeter&) = delete;
  const Greeting& greeting() const { return greeting_; }
  // Nothing: the answer holds no point that a host would send, or is to something that was not said.
  std::optional<LineKeys> keys(const KeyAnswer& answer) const;

 private:
  Digest private_{}, code_private_{}, secret_{}, token_{}, code_{};
  Greeting greeting_;
};

}  // namespace standpoint
