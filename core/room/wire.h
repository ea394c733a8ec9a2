// What a host and a tablet say to each other over a network, as bytes, before it is sealed (app/net/line/seal). Two words come before
// the messages of message.h: a tablet knocks with a secret, the host opens the door or turns it away. Used by app/net; levels: beside
// message and codec. One message to the host is one ToHost. One to a screen is one or more ToScreen, each after its length (u32,
// little-endian), so that the host encodes once and joins what is due. Reading is guarded as in file/codec.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/file/codec.h"
#include "core/room/message.h"
#include "core/workshop/result.h"

namespace standpoint {

// Raised when the bytes below change; a tablet of another version is asked to reload its page.
inline constexpr std::uint16_t wire_version = 10;

// The largest message a host reads, in bytes: from a facilitator (who may import), from everybody else and before Welcome.
inline constexpr std::size_t max_facilitator_message = 1024 * 1024;
inline constexpr std::size_t max_participant_message = 16 * 1024;

// Devices that cannot start, as facilitators are told of them: the newest ones.
inline constexpr std::size_t max_stranded = 12;

// 128 random bits: a tablet's token, the room's secret, the facilitator's key. All zeros: none.
using Key = std::array<std::uint8_t, 16>;

// First thing that is said under the line's keys. `token` is the tablet's own and makes it the same seat again; `secret` comes from the QR code's
// fragment (or the facilitator's link), `code` is the spoken one: either opens, and a known token needs neither.
struct Knock {
  Key token{};
  Key secret{};
  std::string code;
};

// A facilitator wants a new join code and a new QR code: the old ones open no more, and whoever has a seat keeps it.
struct NewCode {};

// How late is it at the host? `asked` is the screen's own number and comes back with the answer.
struct AskTime { std::int64_t asked = 0; };

// The door is open; say Hello now. What the join screen shows before anybody has a name.
struct Opened {
  Key session{};             // of the session file; another one than before: what the screen holds is of another session
  std::string title, subtitle;
  std::string facilitator;   // who leads, by name; empty: nobody yet
  SeatId seat;               // the token's seat; none: this tablet is new
  std::string name;          // of that seat
  Role role = Role::participant;  // of that seat, or what the secret is for: participant (observer may be asked for) or facilitator (or stage)
  bool secret_inputs = true; // no activity of the agenda is named: the privacy line may promise it
};

struct TurnedAway {
  enum class Why : std::uint8_t { wrong_code, too_many_tries, locked, removed, other_version, full, old_code, elsewhere };
  Why why = Why::wrong_code;
  std::string sentence;      // what happened, what is safe, what to do
};

// The host's clock, in ms since the Unix epoch, UTC: in answer to AskTime, and with 0 for `asked` every few seconds, so that a
// screen that hears nothing knows that its line is dead.
struct HostTime { std::int64_t now_ms = 0, asked = 0; };

// To stages and facilitators: how others join, to be shown to the room. No address: nobody can, and why.
// `qr`: the squares of the address's code, row by row, 1 for a dark one.
struct HowToJoin { std::string address, code, qr, trouble; };

using ToHost = std::variant<Knock, Hello, Command, Presence, Remind, NewCode, AskNaming, AskTime, StageTurn, AreTwo>;
using ToScreen = std::variant<Opened, TurnedAway, HostMessage, HostTime, HowToJoin>;

Bytes encoded(const ToHost&);
// Failure: not one whole, sound message. `bytes` longer than the caller's cap are refused before this is called.
Result<ToHost> decoded_to_host(std::span<const std::byte> bytes);

// With its length before it, ready to be joined to others.
Bytes framed(const ToScreen&);
// Everything in one WebSocket message, in order. Failure: not whole, sound messages to the last byte.
Result<std::vector<ToScreen>> decoded_to_screen(std::span<const std::byte> bytes);

}  // namespace standpoint
