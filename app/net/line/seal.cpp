#include "app/net/line/seal.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <sodium.h>

#include "core/file/little_endian.h"
#include "core/file/secret.h"

namespace standpoint {
namespace {

// `away` is how a message in the clear begins (file/codec.h), which pages of hosts that sealed nothing understand, too.
enum : std::uint8_t { away = 1, answer_kind = 0x80, sealed_kind, for_role, role_key };

constexpr std::size_t length_bytes = 4, counter_bytes = 8, tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr const char* unsound = "What the host sent could not be read. Nothing was changed; reload the page.";

using Nonce = std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;
// Never the same twice under one key: each key seals what goes one way, and counts.
Nonce nonce_of(std::uint64_t counter) {
  Nonce nonce{};
  put_number(std::as_writable_bytes(std::span(nonce)), nonce.size() - counter_bytes, counter);
  return nonce;
}

std::uint8_t* raw(std::span<std::byte> bytes) { return reinterpret_cast<std::uint8_t*>(bytes.data()); }
const std::uint8_t* raw(std::span<const std::byte> bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

// Behind what stands in `to` already: the sealed length, content and zeros up to the step. `kind` is sealed with it.
void append_sealed(Bytes& to, std::span<const std::byte> content, std::size_t step, std::uint8_t kind, const Digest& key, std::uint64_t counter) {
  const std::size_t begin = to.size(), inner = (length_bytes + content.size() + step - 1) / step * step;
  to.resize(begin + inner + tag_bytes);
  const std::span<std::byte> place = std::span(to).subspan(begin);
  put_number(place, 0, static_cast<std::uint32_t>(content.size()));
  std::copy(content.begin(), content.end(), place.begin() + length_bytes);
  const Nonce nonce = nonce_of(counter);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(place), nullptr, raw(std::span<const std::byte>(place)), inner, &kind, 1, nullptr, nonce.data(), key.data());
}

bool opened(std::span<const std::byte> sealed, std::uint8_t kind, const Digest& key, std::uint64_t counter, Bytes& content) {
  if (sealed.size() < length_bytes + tag_bytes) return false;
  content.resize(sealed.size() - tag_bytes);
  const Nonce nonce = nonce_of(counter);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(std::span(content)), nullptr, nullptr, raw(sealed), sealed.size(), &kind, 1, nonce.data(), key.data()) != 0) return false;
  const std::size_t length = get_number<std::uint32_t>(content, 0);
  if (length > content.size() - length_bytes) return false;
  content.erase(content.begin(), content.begin() + length_bytes);
  content.resize(length);
  return true;
}

// With so many bytes behind its kind.
Bytes begun_record(std::uint8_t kind, std::size_t further) {
  Bytes record(length_bytes + 1 + further);
  record[length_bytes] = static_cast<std::byte>(kind);
  return record;
}

Bytes ended_record(Bytes record) {
  put_number(record, 0, static_cast<std::uint32_t>(record.size() - length_bytes));
  return record;
}

Bytes sealed_record(std::span<const std::byte> content, std::uint8_t kind, const Digest& key, std::uint64_t counter) {
  Bytes record = begun_record(kind, counter_bytes);
  record.reserve(record.size() + length_bytes + content.size() + step_to_screen + tag_bytes);
  put_number(record, length_bytes + 1, counter);
  append_sealed(record, content, step_to_screen, kind, key, counter);
  return ended_record(std::move(record));
}

}  // namespace

Bytes away_record(const TurnedAway& why) { return framed(ToScreen(why)); }

Bytes answer_record(const KeyAnswer& answer) {
  Bytes record = begun_record(answer_kind, 1 + answer.exchange.size());
  record[length_bytes + 1] = static_cast<std::byte>(answer.by);
  std::memcpy(record.data() + length_bytes + 2, answer.exchange.data(), answer.exchange.size());
  return ended_record(std::move(record));
}

// ---- the host's end ----

RoleSeal::RoleSeal() { renew(); }
RoleSeal::~RoleSeal() { sodium_memzero(key_.data(), key_.size()); }

void RoleSeal::renew() {
  randombytes_buf(key_.data(), key_.size());
  next_ = 0;
  ++number_;
}

Bytes RoleSeal::seal(std::span<const std::byte> framed) { return sealed_record(framed, for_role, key_, next_++); }

std::optional<Bytes> HostSeal::open(std::span<const std::byte> sealed) {
  Bytes content;
  if (!opened(sealed, sealed_kind, keys_.to_host, heard_, content)) return std::nullopt;
  ++heard_;
  return content;
}

Bytes HostSeal::seal(std::span<const std::byte> framed) { return sealed_record(framed, sealed_kind, keys_.to_screen, said_++); }

std::optional<Bytes> HostSeal::give(const RoleSeal& role) {
  if (has_ == role.number()) return std::nullopt;
  has_ = role.number();
  Bytes content(role.key_.size() + counter_bytes);
  std::memcpy(content.data(), role.key_.data(), role.key_.size());
  put_number(content, role.key_.size(), role.next_);
  Bytes record = sealed_record(content, role_key, keys_.to_screen, said_++);
  erase_secret(content);
  return record;
}

// ---- the screen's end ----

std::optional<Bytes> ScreenSeal::seal(const ToHost& message) {
  if (const auto* knock = std::get_if<Knock>(&message)) {
    knock_ = *knock;
    greeter_ = std::make_unique<Greeter>(*knock);
    return encoded(greeter_->greeting());
  }
  if (!keys_) return std::nullopt;
  Bytes plain = encoded(message), sealed = seal(plain);
  erase_secret(plain);  // it may be a ballot
  return sealed;
}

Bytes ScreenSeal::seal(std::span<const std::byte> encoded) {
  Bytes sealed;
  append_sealed(sealed, encoded, step_to_host, sealed_kind, keys_->to_host, said_++);
  return sealed;
}

Result<std::vector<ToScreen>> ScreenSeal::Heard::messages() const {
  if (framed.empty()) return std::vector<ToScreen>();
  return decoded_to_screen(framed);
}

Result<ScreenSeal::Heard> ScreenSeal::hear(std::span<const std::byte> bytes) {
  Heard heard;
  do {
    if (bytes.size() < length_bytes + 1) return failed(unsound);
    const std::size_t length = get_number<std::uint32_t>(bytes, 0);
    if (length < 1 || length > bytes.size() - length_bytes) return failed(unsound);
    if (!hear_record(bytes.first(length_bytes + length), heard)) return failed(unsound);
    bytes = bytes.subspan(length_bytes + length);
  } while (!bytes.empty());
  return heard;
}

bool ScreenSeal::hear_record(std::span<const std::byte> record, Heard& heard) {
  const auto kind = std::to_integer<std::uint8_t>(record[length_bytes]);
  const std::span<const std::byte> rest = record.subspan(length_bytes + 1);
  if (kind == answer_kind) return hear_answer(rest, heard);
  // Anybody may have said it in the clear; who has shown that it is the host says it sealed.
  if (kind == away && next_ == 0) {
    const Result<std::vector<ToScreen>> said = decoded_to_screen(record);
    if (!said || !std::holds_alternative<TurnedAway>(said->front())) return false;
    heard.framed.insert(heard.framed.end(), record.begin(), record.end());
    return true;
  }
  if (!keys_) return false;
  Bytes content;
  if (kind == role_key) return open(rest, kind, keys_->to_screen, next_, content) && take_role_key(content);
  const bool is_open = kind == sealed_kind ? open(rest, kind, keys_->to_screen, next_, content)
                                           : kind == for_role && has_role_key_ && open(rest, kind, role_key_, role_next_, content);
  if (!is_open) return false;
  if (heard.framed.empty()) heard.framed = std::move(content);
  else heard.framed.insert(heard.framed.end(), content.begin(), content.end());
  return true;
}

bool ScreenSeal::take_role_key(Bytes& content) {
  if (content.size() != role_key_.size() + counter_bytes) return false;
  std::memcpy(role_key_.data(), content.data(), role_key_.size());
  role_next_ = get_number<std::uint64_t>(content, role_key_.size());
  has_role_key_ = true;
  erase_secret(content);
  return true;
}

bool ScreenSeal::hear_answer(std::span<const std::byte> rest, Heard& heard) {
  KeyAnswer answer;
  if (!greeter_ || rest.size() != 1 + answer.exchange.size()) return false;
  const auto by = std::to_integer<std::uint8_t>(rest[0]);
  if (by > static_cast<std::uint8_t>(KeyAnswer::By::code)) return false;
  answer.by = static_cast<KeyAnswer::By>(by);
  std::memcpy(answer.exchange.data(), rest.data() + 1, answer.exchange.size());
  keys_ = greeter_->keys(answer);
  greeter_.reset();
  if (!keys_) return false;
  Bytes plain = encoded(ToHost(*std::exchange(knock_, std::nullopt)));
  heard.answer = seal(plain);
  erase_secret(plain);
  return true;
}

// Counters only grow: what was heard once is not heard again. Some are missing where a slow line was spared something.
bool ScreenSeal::open(std::span<const std::byte> rest, std::uint8_t kind, const Digest& key, std::uint64_t& next, Bytes& content) {
  if (rest.size() < counter_bytes) return false;
  const auto counter = get_number<std::uint64_t>(rest, 0);
  if (counter < next || !opened(rest.subspan(counter_bytes), kind, key, counter, content)) return false;
  next = counter + 1;
  return true;
}

}  // namespace standpoint
