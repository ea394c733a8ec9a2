// Strong ids: what every part of a workshop is called by, on the wire and in the file. Plain 64-bit values, never
// indexes or pointers. Made by the seat that adds a thing (mint), so a screen can show its own addition at once.
#pragma once

#include <compare>
#include <cstdint>

namespace standpoint {

template <class Tag>
struct Id {
  std::uint64_t value = 0;  // 0 means "none"
  constexpr auto operator<=>(const Id&) const = default;
  constexpr explicit operator bool() const { return value != 0; }
};

// A joined person or screen; numbered 1, 2, 3 ... in joining order. 0 is the room itself.
struct SeatId {
  std::uint32_t value = 0;
  constexpr auto operator<=>(const SeatId&) const = default;
  constexpr explicit operator bool() const { return value != 0; }
};

using StakeholderId = Id<struct StakeholderTag>;
using TieId = Id<struct TieTag>;
using BoardId = Id<struct BoardTag>;
using CardId = Id<struct CardTag>;
using ActivityId = Id<struct ActivityTag>;
using DecisionId = Id<struct DecisionTag>;
using BookmarkId = Id<struct BookmarkTag>;

// The n-th thing a seat makes (n counts from 1 over all kinds of things). Two seats can never mint the same id, and
// check refuses an id whose seat part is not the sender's.
template <class AnyId>
constexpr AnyId mint(SeatId seat, std::uint32_t nth) {
  return AnyId{(static_cast<std::uint64_t>(seat.value) << 32) | nth};
}
template <class Tag>
constexpr SeatId minted_by(Id<Tag> id) {
  return SeatId{static_cast<std::uint32_t>(id.value >> 32)};
}
template <class Tag>
constexpr std::uint32_t minted_nth(Id<Tag> id) {
  return static_cast<std::uint32_t>(id.value & 0xFFFFFFFFu);
}

}  // namespace standpoint
