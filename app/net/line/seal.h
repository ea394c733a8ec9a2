// Seals what a line carries, so that nobody on the network reads it or says something in somebody's place: XChaCha20-Poly1305 with
// counters under the keys of line_keys, or, for what many screens of a role are told, once under the key of that role. What is sealed is
// filled up to steps, so that lengths tell a listener little. Between the messages of room/wire.h and a line's bytes; no socket.
//
// To the host, one WebSocket message is first a Greeting and from then on one sealed ToHost. To a screen, it is one record or more, each
// a length (u32, of what follows), a kind (u8), and then:
//   away      a ToScreen in the clear, and only a TurnedAway: the two have nothing in common that could seal it
//   answer    the KeyAnswer to the greeting: by (u8), exchange
//   sealed    a counter (u64) and framed messages, sealed under the line's key
//   for_role  the same, under the key of the role
//   role_key  a counter (u64) and, sealed under the line's key, the role's key and its next counter
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/net/line/keys.h"
#include "core/workshop/result.h"

namespace standpoint {

// What is sealed is filled up to a multiple of so many bytes; every input of a usual size is as long as any other.
inline constexpr std::size_t step_to_host = 256, step_to_screen = 64;
// At most so many bytes longer is a sealed message to the host than the message.
inline constexpr std::size_t sealed_more = 4 + step_to_host + 16;

// A message to screens in the clear, as a record.
Bytes away_record(const TurnedAway& why);

// The key of a role: what all its screens are told is sealed once. Another one is made when somebody loses that role.
class RoleSeal {
 public:
  RoleSeal();
  ~RoleSeal();
  RoleSeal(const RoleSeal&) = delete;
  RoleSeal& operator=(const RoleSeal&) = delete;
  void renew();
  std::uint64_t number() const { return number_; }  // of the key; never 0
  Bytes seal(std::span<const std::byte> framed);

 private:
  friend class HostSeal;
  Digest key_{};
  std::uint64_t next_ = 0, number_ = 0;
};

// The host's end of one line.
class HostSeal {
 public:
  explicit HostSeal(const Answered& answered) : keys_(answered.keys), by_code_(answered.answer.by == KeyAnswer::By::code) {}

  // The screen has not yet shown that it knows the spoken code: what it says first is its one try.
  bool is_guess() const { return by_code_ && heard_ == 0; }
  // What a screen said, to be overwritten after use. Nothing: somebody else said it, or it was heard before.
  std::optional<Bytes> open(std::span<const std::byte> sealed);
  Bytes seal(std::span<const std::byte> framed);
  // Before what is sealed for a role: its key, unless the screen has it.
  std::optional<Bytes> give(const RoleSeal& role);
  // Something was dropped on the way, which may have been a key.
  void forget_what_it_has() { has_ = 0; }

 private:
  LineKeys keys_;
  bool by_code_;
  std::uint64_t heard_ = 0, said_ = 0;
  std::uint64_t has_ = 0;  // the number of the key that the screen was given last
};
Bytes answer_record(const KeyAnswer& answer);

// A screen's end of one line.
class ScreenSeal {
 public:
  // A Knock becomes a greeting, and is said when the host has answered; everything else is sealed. Nothing: there are no keys yet.
  std::optional<Bytes> seal(const ToHost& message);
  // One encoded message; there are keys.
  Bytes seal(std::span<const std::byte> encoded);
  bool has_keys() const { return keys_.has_value(); }
  struct Heard {
    Bytes framed;  // as in room/wire.h; empty: nothing but keys came
    Bytes answer;  // to be sent at once; empty: none
    Result<std::vector<ToScreen>> messages() const;
  };
  // One WebSocket message of the host. Failure: somebody else said it, or nobody understands it.
  Result<Heard> hear(std::span<const std::byte> bytes);

 private:
  bool hear_record(std::span<const std::byte> record, Heard& heard);
  bool take_role_key(Bytes& content);
  bool hear_answer(std::span<const std::byte> rest, Heard& heard);
  static bool open(std::span<const std::byte> rest, std::uint8_t kind, const Digest& key, std::uint64_t& next, Bytes& content);

  std::optional<Knock> knock_;
  std::unique_ptr<Greeter> greeter_;
  std::optional<LineKeys> keys_;
  std::uint64_t said_ = 0, next_ = 0;
  Digest role_key_{};
  std::uint64_t role_next_ = 0;
  bool has_role_key_ = false;
};

}  // namespace standpoint
