// Tokens first, then the keys, then the spoken code, which alone can be guessed. See door.h.
#include "app/net/door/door.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <sodium.h>

#include "app/net/door/key_text.h"

namespace standpoint {
namespace {

// 32 of them: five bits each.
constexpr std::string_view code_letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 6;

// Wrong codes: few at once and few after that, so that a right one is looked at again within seconds. Of 2^30 codes, two a second find
// one in a day with a chance of 1 in 6,000.
Rate of_one_address(ServerTime now) { return Rate(1.0 / 3, 5, now); }
Rate of_all(ServerTime now) { return Rate(2, 60, now); }
constexpr std::size_t addresses_looked_through = 1024;

// A workshop of one day has no longer pause, and the next day's has one.
constexpr std::int64_t longest_pause_of_a_day_ms = 8 * 60 * 60 * 1000;

constexpr Key no_key{};
constexpr Mark no_mark{};
constexpr Digest no_exchange{};

// In a time that tells nothing about where they differ.
bool same(const Key& given, const Key& right) { return given != no_key && sodium_memcmp(given.data(), right.data(), right.size()) == 0; }
bool same(const std::string& given, const std::string& right) {
  return given.size() == right.size() && !right.empty() && sodium_memcmp(given.data(), right.data(), right.size()) == 0;
}

}  // namespace

DoorBook new_door_book(const Key& session, RandomOfABook random) {
  DoorBook book;
  book.session = session;
  return with_new_keys(std::move(book), true, random);
}

DoorBook with_new_keys(DoorBook book, bool facilitator_too, RandomOfABook random) {
  if (facilitator_too) {
    std::ranges::copy(random.first<sizeof(Key)>(), book.facilitator_key.begin());
    std::ranges::copy(random.subspan<2 * sizeof(Key), sizeof(Key)>(), book.stage_key.begin());
  }
  std::ranges::copy(random.subspan<sizeof(Key), sizeof(Key)>(), book.secret.begin());
  book.code.clear();
  for (const std::uint8_t byte : random.last<code_length>()) book.code += code_letters[byte % code_letters.size()];
  return book;
}

DoorBook with_new_code(DoorBook book, const Workshop& workshop, RandomOfABook random) {
  book = with_new_keys(std::move(book), true, random);
  std::erase_if(book.seats, [&](const auto& entry) {
    const Seat* const seat = find(workshop, person_of(workshop, entry.second));
    return seat && !seat->present;
  });
  return book;
}

DoorBook of_this_day(DoorBook book, std::int64_t changed_ms, std::int64_t now_ms, RandomOfABook random) {
  const auto near = [&](std::int64_t ms) { return std::abs(now_ms - ms) < longest_pause_of_a_day_ms; };
  if (near(book.made_ms) || near(changed_ms)) return book;
  book = with_new_keys(std::move(book), true, random);
  book.made_ms = now_ms;
  for (const auto& [token, seat] : book.seats) book.earlier.insert(token);
  return book;
}

DoorBook without_unknown_seats(DoorBook book, const Workshop& workshop) {
  std::erase_if(book.seats, [&](const auto& entry) { return find(workshop, entry.second) == nullptr; });
  std::erase_if(book.earlier, [&](const TokenDigest& token) { return book.seats.count(token) == 0; });
  return book;
}

std::variant<Door::Common, TurnedAway> Door::greet(const Greeting& greeting, const std::string& address, ServerTime now) const {
  using Why = TurnedAway::Why;
  using By = KeyAnswer::By;
  if (greeting.version != wire_version) return turned_away(Why::other_version);
  const auto is_meant = [&](const Mark& mark, const Digest& secret) {
    return mark != no_mark && sodium_memcmp(mark.data(), mark_of(secret, greeting.exchange).data(), mark.size()) == 0;
  };
  for (const Key& key : {book_.secret, book_.facilitator_key, book_.stage_key})
    if (const Digest secret = digest_of(key); is_meant(greeting.secret, secret)) return Common{By::secret, secret};
  for (const auto& [token, seat] : book_.seats)
    if (book_.earlier.count(token) == 0 && is_meant(greeting.token, token)) return Common{By::token, token};
  if (greeting.code_exchange == no_exchange) return turned_away(greeting.secret == no_mark ? Why::wrong_code : Why::old_code);
  if (!may_guess(address, now)) return turned_away(Why::too_many_tries);
  return Common{By::code, digest_of(book_.code)};
}

Door::Answer Door::knock(const Knock& knock, const Workshop& workshop, const std::string& address, ServerTime now) {
  using Why = TurnedAway::Why;
  if (knock.token == no_key) return turned_away(Why::other_version);
  Admitted admitted{digest_of(knock.token), {}, Role::participant};
  if (was_removed(admitted.token, workshop)) return turned_away(Why::removed);
  admitted.seat = seat_of(admitted.token, workshop);
  if (const Seat* const seat = find(workshop, admitted.seat)) admitted.role = seat->role;
  const bool earlier = book_.earlier.count(admitted.token) > 0;
  const auto let_in = [&] {
    admitted.of_earlier = book_.earlier.erase(admitted.token) > 0;
    return admitted;
  };
  // The same tablet may have come as somebody else before: it gets a seat of its own for this.
  if (same(knock.secret, book_.facilitator_key)) {
    if (!leads(admitted.role)) admitted = {admitted.token, {}, Role::facilitator};
    return let_in();
  }
  if (same(knock.secret, book_.stage_key)) {
    if (admitted.role != Role::stage) admitted = {admitted.token, {}, Role::stage};
    return let_in();
  }
  if (admitted.seat && !earlier) return admitted;
  if (!same(knock.secret, book_.secret)) {
    const std::string code = plain_code(knock.code);
    if (code.empty() && knock.secret == no_key) return turned_away(Why::wrong_code);  // asks whether it is known; no guess
    if (code.empty()) return turned_away(Why::old_code);  // nobody guesses a secret of 128 bits
    if (!may_guess(address, now)) return turned_away(Why::too_many_tries);
    if (!same(code, book_.code)) {
      guessed_wrong(address, now);
      return turned_away(Why::wrong_code);
    }
  }
  if (workshop.lobby_locked && !admitted.seat) return turned_away(Why::locked);
  return let_in();
}

bool Door::knows(const std::string& hint) const {
  return same(hint, hint_of(book_.secret)) || same(hint, hint_of(book_.facilitator_key)) || same(hint, hint_of(book_.stage_key));
}

SeatId Door::seat_now(const Admitted& admitted, const Workshop& workshop) const {
  const Seat* const seat = find(workshop, seat_of(admitted.token, workshop));
  const bool same_part = seat && leads(seat->role) == leads(admitted.role) && (admitted.role != Role::stage || seat->role == Role::stage);
  return same_part ? seat->id : SeatId{};
}

void Door::seat(const TokenDigest& token, SeatId seat) {
  book_.seats[token] = seat;
  cleared_.erase(token);
}

bool Door::clear(const std::vector<SeatId>& seats) {
  const std::set<SeatId> gone(seats.begin(), seats.end());
  if (cleared_.size() + gone.size() > 2 * max_seats) cleared_.clear();
  return std::erase_if(book_.seats, [&](const auto& entry) { return gone.count(entry.second) > 0 && (cleared_.insert(entry.first), true); }) > 0;
}

// Until there is a new code.
bool Door::was_removed(const TokenDigest& token, const Workshop& workshop) const {
  const auto entry = book_.seats.find(token);
  const Seat* const seat = entry == book_.seats.end() ? nullptr : find(workshop, person_of(workshop, entry->second));
  return seat && !seat->present;
}

SeatId Door::seat_of(const TokenDigest& token, const Workshop& workshop) const {
  const auto entry = book_.seats.find(token);
  if (entry == book_.seats.end()) return {};
  const Seat* const seat = find(workshop, person_of(workshop, entry->second));
  return seat && seat->present && !seat->carried_by ? seat->id : SeatId{};
}

bool Door::may_guess(const std::string& address, ServerTime now) const {
  const auto there = guesses_.find(address);
  return (!guesses_in_all_ || guesses_in_all_->has(now)) && (there == guesses_.end() || there->second.has(now));
}

void Door::guessed_wrong(const std::string& address, ServerTime now) {
  if (guesses_.size() >= addresses_looked_through) std::erase_if(guesses_, [&](const auto& entry) { return entry.second.rested(now); });
  guesses_.try_emplace(address, of_one_address(now)).first->second.take(now);
  if (!guesses_in_all_) guesses_in_all_ = of_all(now);
  guesses_in_all_->take(now);
}

TurnedAway turned_away(TurnedAway::Why why) {
  using Why = TurnedAway::Why;
  switch (why) {
    case Why::wrong_code: return {why, "No session with this code. Nothing was sent; look at the shared screen and type its code again."};
    case Why::too_many_tries: return {why, "Too many wrong codes were tried from here. Nothing is lost; wait a few seconds and type the code again, or scan the one on the shared screen."};
    case Why::locked: return {why, "The lobby is locked. Nothing was sent; ask the facilitator to unlock it."};
    case Why::removed: return {why, "The facilitator removed this seat. What you sent before is kept; ask the facilitator for a new code if you are to come back."};
    case Why::other_version: return {why, "This page is of another version than the host. What you sent is safe; reload the page."};
    case Why::old_code: return {why, "This QR code opens nothing any more. Nothing was sent; scan the one on the shared screen, or type its code."};
    case Why::elsewhere: return {why, "You go on on another screen, and what you sent from here counts there. To go on here instead, try again."};
    case Why::full: return {why, "This session has no free seat. Nothing was sent; ask the facilitator."};
  }
  return {};
}

TurnedAway turned_away_for_a_moment() {
  return {TurnedAway::Why::full, "So many people join from here at once that you have to wait a moment. Nothing is lost; this page tries again by itself."};
}

bool leads(Role role) { return role == Role::facilitator || role == Role::stage; }

Role allowed_role(Role asked, Role at_door) {
  if (at_door == Role::stage) return Role::stage;
  if (leads(at_door)) return asked == Role::stage ? Role::stage : Role::facilitator;
  return asked == Role::observer ? Role::observer : Role::participant;
}

}  // namespace standpoint
