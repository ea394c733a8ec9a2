// The field lists of what is said over a network, and its framing. Values are written and read as in a session file.
#include "core/room/wire.h"

#include <array>
#include <utility>

#include "core/file/little_endian.h"
#include "core/file/stored_bytes.h"
#include "core/file/stored_fields.h"

namespace standpoint {

template <> inline constexpr std::size_t enumerator_count<Refusal::Why> = 9;
template <> inline constexpr std::size_t enumerator_count<TurnedAway::Why> = 8;
template <> inline constexpr std::size_t enumerator_count<Hello::SameName> = 3;
template <> inline constexpr std::size_t enumerator_count<Stranded::Device> = 8;
template <> inline constexpr std::size_t enumerator_count<Stranded::Why> = 4;
template <> inline constexpr std::size_t least_bytes<Stranded> = 2;
template <> inline constexpr std::size_t least_bytes<OneDevice> = 8;
template <> inline constexpr std::size_t enumerator_count<StageTurn::Side> = 4;

namespace {

constexpr std::size_t length_bytes = sizeof(std::uint32_t);

template <class A> void key(A& a, Key& v) {
  for (std::uint8_t& byte : v) a(byte);
}

}  // namespace

// ---- from a screen to the host ----

template <class A> void serialize(A& a, Knock& v) {
  key(a, v.token);
  key(a, v.secret);
  a(capped(v.code, most_line_bytes));
}
template <class A> void serialize(A& a, Hello& v) { a(v.seat, capped(v.name, most_line_bytes), v.role, v.have_sequence, v.same_name); }
template <class A> void serialize(A& a, Presence& v) { a(v.by, capped(v.items, max_moving), v.board, v.at); }
template <class A> void serialize(A& a, Remind& v) { a(v.activity); }
template <class A> void serialize(A&, NewCode&) {}
template <class A> void serialize(A& a, AskNaming& v) { a(capped(v.items, most_listed)); }
template <class A> void serialize(A& a, AskTime& v) { a(v.asked); }
template <class A> void serialize(A& a, OneDevice& v) { a(v.older, v.newer); }
template <class A> void serialize(A& a, AreTwo& v) { a(v.seats); }
template <class A> void serialize(A& a, StageTurn& v) { a(v.by, v.view, v.page, v.rail_page, v.side, v.looked_at, v.middle, v.zoom); }

// ---- from the host to a screen ----

template <class A> void serialize(A& a, Opened& v) {
  key(a, v.session);
  a(capped(v.title, most_line_bytes), capped(v.subtitle, most_text_bytes), capped(v.facilitator, most_line_bytes));
  a(v.seat, capped(v.name, most_line_bytes), v.role, v.secret_inputs);
}
template <class A> void serialize(A& a, TurnedAway& v) { a(v.why, capped(v.sentence, most_text_bytes)); }
template <class A> void serialize(A& a, Welcome& v) { a(v.seat, v.counter, v.sealed, v.minted); }
template <class A> void serialize(A& a, Blank& v) { a(v.sequence, v.time_ms); }
template <class A> void serialize(A& a, Acknowledged& v) { a(v.by, v.counter, v.sequence); }
template <class A> void serialize(A& a, Refusal& v) { a(v.why, capped(v.text, most_text_bytes)); }
template <class A> void serialize(A& a, Refused& v) { a(v.by, v.counter, v.refusal); }
template <class A> void serialize(A& a, Progress& v) { a(v.activity, v.done, v.of, v.again); }
template <class A> void serialize(A& a, SealedSeats& v) { a(v.activity, capped(v.seats, max_seats), v.again); }
template <class A> void serialize(A& a, ReadOnly& v) { a(capped(v.sentence, most_text_bytes)); }
template <class A> void serialize(A& a, Snapshot& v) { a(v.workshop); }
template <class A> void serialize(A& a, Stranded& v) { a(v.device, v.why); }
template <class A> void serialize(A& a, Here& v) { a(capped(v.seats, max_seats), capped(v.stranded, max_stranded), capped(v.one_device, max_one_device)); }
template <class A> void serialize(A& a, Reminder& v) { a(v.activity); }
template <class A> void serialize(A& a, Naming& v) { a(capped(v.items, most_listed), v.naming, v.of, v.told); }
template <class A> void serialize(A& a, NameTaken& v) { a(capped(v.name, most_line_bytes), capped(v.proposed, most_line_bytes), v.may_have_been_here); }
template <class A> void serialize(A& a, HostTime& v) { a(v.now_ms, v.asked); }
template <class A> void serialize(A& a, HowToJoin& v) {
  a(capped(v.address, most_line_bytes), capped(v.code, most_line_bytes), capped(v.qr, most_text_bytes), capped(v.trouble, most_text_bytes));
}

// ---- messages ----

Bytes encoded(const ToHost& message) { return written(message); }

Result<ToHost> decoded_to_host(std::span<const std::byte> bytes) {
  return read_whole<ToHost>(bytes, "This message could not be read. Nothing was changed; reload the page.");
}

Bytes framed(const ToScreen& message) {
  Bytes bytes(length_bytes);
  append_written(bytes, message);
  put_number(bytes, 0, static_cast<std::uint32_t>(bytes.size() - length_bytes));
  return bytes;
}

Result<std::vector<ToScreen>> decoded_to_screen(std::span<const std::byte> bytes) {
  constexpr const char* refusal = "What the host sent could not be read. Nothing was changed; reload the page.";
  std::vector<ToScreen> messages;
  do {
    if (bytes.size() < length_bytes) return failed(refusal);
    const std::size_t length = get_number<std::uint32_t>(bytes, 0);
    bytes = bytes.subspan(length_bytes);
    if (length > bytes.size()) return failed(refusal);
    Result<ToScreen> message = read_whole<ToScreen>(bytes.first(length), refusal);
    if (!message) return failed(message.error());
    messages.push_back(std::move(*message));
    bytes = bytes.subspan(length);
  } while (!bytes.empty());
  return messages;
}

}  // namespace standpoint
