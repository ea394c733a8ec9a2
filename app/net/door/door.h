// Who may come in: compares what a tablet knocks with against what this session's lobby gave out. Pure: time, randomness
// and the disk are the caller's (file.h keeps it). Used by the reception on the host thread.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/net/door/places.h"
#include "app/net/line/keys.h"
#include "core/room/wire.h"
#include "core/workshop/model.h"

namespace standpoint {

// Of a token, so that whoever reads the file cannot take anybody's seat.
using TokenDigest = Digest;

// What a session's lobby gave out, kept beside the session file, so that codes and seats outlive the host.
struct DoorBook {
  Key session{};          // the session file's own number
  Key secret{};           // in the QR code
  Key facilitator_key{};  // in the facilitator's link; stages may use it too
  Key stage_key{};        // in the link of a second screen, which only watches
  std::string code;       // to be said aloud; letters without 0, O, 1 and I
  std::int64_t made_ms = 0;  // when the keys were, ms since the Unix epoch, UTC
  std::map<TokenDigest, SeatId> seats;
  std::set<TokenDigest> earlier;  // of these, those of an earlier day: they find their seat once they have shown a key of today
  bool operator==(const DoorBook&) const = default;
};

inline constexpr std::size_t random_bytes_of_a_book = 54;
// `random`: that many unpredictable bytes.
using RandomOfABook = std::span<const std::uint8_t, random_bytes_of_a_book>;
DoorBook new_door_book(const Key& session, RandomOfABook random);
// The same seats, and whoever was removed stays out; another secret and another code, and, when somebody leads no more, other keys of
// facilitators and stages.
DoorBook with_new_keys(DoorBook, bool facilitator_too, RandomOfABook random);
// Everything new, as a facilitator wishes. Tokens of people who were removed are forgotten: whom the facilitator gives the new code may
// come back.
DoorBook with_new_code(DoorBook, const Workshop&, RandomOfABook random);
// The keys of another day: everything new, and tokens open nothing by themselves. The same book: it is of today.
DoorBook of_this_day(DoorBook, std::int64_t changed_ms, std::int64_t now_ms, RandomOfABook random);
// Without tokens of seats that never came to be: the binding is kept before the seat, and the host died in between.
DoorBook without_unknown_seats(DoorBook, const Workshop&);

class Door {
 public:
  struct Admitted {
    TokenDigest token{};
    SeatId seat;                    // the token's; none: a new one in this role
    Role role = Role::participant;  // participant: an observer may be asked for; facilitator: a stage, too
    bool of_earlier = false;        // until now the token was one of an earlier day: the book changed
  };
  using Answer = std::variant<Admitted, TurnedAway>;

  explicit Door(DoorBook book) : book_(std::move(book)) {}

  // What a greeting's screen and this lobby have in common, which seals their line. `address`: as in knock(). Nobody is let in by it.
  struct Common {
    KeyAnswer::By by = KeyAnswer::By::secret;
    Digest shared{};
  };
  std::variant<Common, TurnedAway> greet(const Greeting&, const std::string& address, ServerTime now) const;
  // Whether one more code from there is looked at now; and one was wrong.
  bool may_guess(const std::string& address, ServerTime now) const;
  void guessed_wrong(const std::string& address, ServerTime now);

  // `address`: where it comes from; only wrong codes count against it, and right keys from the QR code always open.
  Answer knock(const Knock&, const Workshop&, const std::string& address, ServerTime now);
  // Of the key of the lobby's QR code or of the facilitator's link (key_text.h).
  bool knows(const std::string& hint) const;
  // The token's seat now, if it has one that this admission may take: another page of the same tablet may have joined since.
  SeatId seat_now(const Admitted&, const Workshop&) const;
  // From now on this token is that seat. The book changes: keep it before the seat itself is kept.
  void seat(const TokenDigest&, SeatId);
  // These seats are no longer there. True: the book changes, and is to be kept.
  bool clear(const std::vector<SeatId>& seats);
  // The token's seat was among them.
  bool was_cleared(const TokenDigest& token) const { return cleared_.count(token) > 0; }
  const DoorBook& book() const { return book_; }
  // Another book of this session, once it is kept. Wrong codes still count.
  void use(DoorBook book) { book_ = std::move(book); }

 private:
  SeatId seat_of(const TokenDigest&, const Workshop&) const;
  bool was_removed(const TokenDigest&, const Workshop&) const;

  DoorBook book_;
  std::set<TokenDigest> cleared_;  // of cleared seats; the few that a room can have
  std::map<std::string, Rate> guesses_;  // by address; at most as many as the limit of all lets through before they rest
  std::optional<Rate> guesses_in_all_;
};

// In the words that a tablet shows.
TurnedAway turned_away(TurnedAway::Why);
TurnedAway turned_away_for_a_moment();  // so many come from one address

// Came with the facilitator's key: facilitators and stages.
bool leads(Role);
// The role of a new seat: what was asked for, as far as the door allows it.
Role allowed_role(Role asked, Role at_door);

}  // namespace standpoint
