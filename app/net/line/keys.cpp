#include "app/net/line/keys.h"

#include <algorithm>

#include <sodium.h>

#include "app/net/door/key_text.h"
#include "core/file/little_endian.h"

namespace standpoint {
namespace {

// As a Knock began when it was said in the clear: pages of that time are told of their age.
constexpr std::array<std::byte, 5> greeting_begins{std::byte{1}};
constexpr std::size_t head_bytes = greeting_begins.size() + sizeof(std::uint16_t);

using Wide = std::array<std::uint8_t, 64>;

// BLAKE2b over parts, each after its length, so that no two lists of parts are one text. `key`: none when empty.
template <class Result>
Result hash(std::span<const std::uint8_t> key, std::string_view purpose, std::initializer_list<std::span<const std::uint8_t>> parts) {
  crypto_generichash_state state;
  Result result;
  crypto_generichash_init(&state, key.data(), key.size(), result.size());
  const auto add = [&](const std::uint8_t* bytes, std::size_t count) {
    const std::uint8_t length = static_cast<std::uint8_t>(count);
    crypto_generichash_update(&state, &length, 1);
    crypto_generichash_update(&state, bytes, count);
  };
  add(reinterpret_cast<const std::uint8_t*>(purpose.data()), purpose.size());
  for (const auto part : parts) add(part.data(), part.size());
  crypto_generichash_final(&state, result.data(), result.size());
  sodium_memzero(&state, sizeof state);
  return result;
}

template <class... Secrets>
void wipe(Secrets&... secrets) {
  (sodium_memzero(secrets.data(), secrets.size()), ...);
}

// Everything that was said goes into the keys: who changed a byte of it on the way has others. `agreed`: the point both came to.
LineKeys keys_from(Digest& agreed, const Greeting& greeting, const KeyAnswer& answer, const Digest& shared) {
  const Bytes said = encoded(greeting);
  const auto by = static_cast<std::uint8_t>(answer.by);
  const std::span<const std::uint8_t> greeted(reinterpret_cast<const std::uint8_t*>(said.data()), said.size());
  Wide both = hash<Wide>(shared, "standpoint line keys", {agreed, greeted, {&by, 1}, answer.exchange});
  LineKeys keys;
  std::copy_n(both.begin(), 32, keys.to_host.begin());
  std::copy_n(both.begin() + 32, 32, keys.to_screen.begin());
  wipe(both, agreed);
  return keys;
}

// The generator of CPace for this code and this exchange: nobody knows its logarithm, so another code's exchange tells nothing of it.
Digest generator_of(const Digest& code, const Digest& session) {
  Wide wide = hash<Wide>({}, "standpoint CPace", {code, session});
  Digest point;
  crypto_core_ristretto255_from_hash(point.data(), wide.data());
  wipe(wide);
  return point;
}

// 255 bits of it are taken, modulo the order of the group.
Digest random_private() {
  Digest key;
  randombytes_buf(key.data(), key.size());
  return key;
}

// The generator of ristretto255 (RFC 9496, appendix A.1), as bytes: libsodium's own way to multiply it needs a table of 30 kB.
constexpr Digest generator{0xe2, 0xf2, 0xae, 0x0a, 0x6a, 0xbc, 0x4e, 0x71, 0xa8, 0x84, 0xa9, 0x61, 0xc5, 0x00, 0x51, 0x5f,
                           0x58, 0xe3, 0x0b, 0x6a, 0xa5, 0x82, 0xdd, 0x8d, 0xb6, 0xa6, 0x59, 0x45, 0xe0, 0x8d, 0x2d, 0x76};

// Nothing: it is no point of the group, or the one that would give everybody the same keys.
std::optional<Digest> times(const Digest& scalar, const Digest& point) {
  Digest product;
  if (crypto_scalarmult_ristretto255(product.data(), scalar.data(), point.data()) != 0) return std::nullopt;
  return product;
}

Digest public_of(const Digest& key, const Digest& of = generator) { return times(key, of).value_or(Digest{}); }

constexpr Key no_key{};
constexpr Digest no_point{};

}  // namespace

LineKeys::~LineKeys() { wipe(to_host, to_screen); }

std::uint64_t random_number() {
  std::uint64_t number = 0;
  while (number == 0) randombytes_buf(&number, sizeof number);
  return number;
}

Digest digest_of(const Key& key) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), key.data(), key.size(), nullptr, 0);
  return digest;
}

Digest digest_of(std::string_view spoken_code) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const std::uint8_t*>(spoken_code.data()), spoken_code.size(), nullptr, 0);
  return digest;
}

Mark mark_of(const Digest& secret, const Digest& exchange) { return hash<Mark>(secret, "standpoint mark", {exchange}); }

// ---- the greeting ----

Bytes encoded(const Greeting& greeting) {
  Bytes bytes(greeting_begins.begin(), greeting_begins.end());
  bytes.resize(head_bytes);
  put_number(bytes, greeting_begins.size(), greeting.version);
  const auto add = [&](const auto& part) {
    for (const std::uint8_t byte : part) bytes.push_back(static_cast<std::byte>(byte));
  };
  add(greeting.exchange);
  add(greeting.code_exchange);
  add(greeting.secret);
  add(greeting.token);
  return bytes;
}

std::optional<Greeting> greeting_from(std::span<const std::byte> bytes) {
  if (bytes.size() < head_bytes || !std::equal(greeting_begins.begin(), greeting_begins.end(), bytes.begin())) return std::nullopt;
  Greeting greeting;
  greeting.version = get_number<std::uint16_t>(bytes, greeting_begins.size());
  if (greeting.version != wire_version) return greeting;
  if (bytes.size() != greeting_bytes) return std::nullopt;
  bytes = bytes.subspan(head_bytes);
  const auto take = [&](auto& part) {
    std::transform(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(part.size()), part.begin(), [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
    bytes = bytes.subspan(part.size());
  };
  take(greeting.exchange);
  take(greeting.code_exchange);
  take(greeting.secret);
  take(greeting.token);
  return greeting;
}

// ---- the host's end ----

std::optional<Answered> answer_to(const Greeting& greeting, KeyAnswer::By by, const Digest& shared) {
  Answered answered{{by, {}}, {}};
  const bool by_code = by == KeyAnswer::By::code;
  Digest key = random_private();
  answered.answer.exchange = public_of(key, by_code ? generator_of(shared, greeting.exchange) : generator);
  std::optional<Digest> agreed = times(key, by_code ? greeting.code_exchange : greeting.exchange);
  wipe(key);
  if (!agreed) return std::nullopt;
  answered.keys = keys_from(*agreed, greeting, answered.answer, shared);
  return answered;
}

// ---- the screen's end ----

Greeter::Greeter(const Knock& knock) : private_(random_private()) {
  greeting_.exchange = public_of(private_);
  if (knock.secret != no_key) greeting_.secret = mark_of(secret_ = digest_of(knock.secret), greeting_.exchange);
  greeting_.token = mark_of(token_ = digest_of(knock.token), greeting_.exchange);
  const std::string code = plain_code(knock.code);
  if (code.empty()) return;
  code_ = digest_of(code);
  code_private_ = random_private();
  greeting_.code_exchange = public_of(code_private_, generator_of(code_, greeting_.exchange));
}

Greeter::~Greeter() { wipe(private_, code_private_, secret_, token_, code_); }

std::optional<LineKeys> Greeter::keys(const KeyAnswer& answer) const {
  const bool by_code = answer.by == KeyAnswer::By::code;
  const Digest& shared = by_code ? code_ : answer.by == KeyAnswer::By::token ? token_ : secret_;
  if (shared == no_point) return std::nullopt;
  std::optional<Digest> agreed = times(by_code ? code_private_ : private_, answer.exchange);
  if (!agreed) return std::nullopt;
  return keys_from(*agreed, greeting_, answer, shared);
}

}  // namespace standpoint
