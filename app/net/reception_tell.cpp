// Tells: once encoded, joined with what else is due, sent when it is due. See reception.h.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "app/net/door/file.h"
#include "app/net/door/key_text.h"
#include "app/net/door/qr_code.h"
#include "app/net/reception.h"

namespace standpoint {
namespace {

// After a pause the first message leaves at once; then there is one write a line in this time, however much happens.
constexpr std::chrono::milliseconds pause_in_a_room{16}, pause_in_a_crowd{33};
constexpr std::size_t crowd = 200;
// Every line brings something in this time, so that a screen that hears nothing for longer knows that its line is dead.
constexpr std::chrono::milliseconds pause_between_times{5'000}, pause_between_chores{5'000};
// So soon is another network noticed.
constexpr std::chrono::milliseconds pause_between_looks{2'000};

// Answers that concern nobody's picture of the workshop: the sooner the better.
bool leaves_at_once(const HostMessage& message) {
  if (const auto* acknowledged = std::get_if<Acknowledged>(&message)) return acknowledged->sequence == 0;
  return std::holds_alternative<Refused>(message);
}

const Refused seat_was_cleared{SeatId{}, 0, {Refusal::Why::not_found, "Your empty seat was cleared while you were away, so you have a new one. Nothing that you sent is lost."}};

std::string squares_of(const QrModules& code) {
  std::string squares;
  for (const bool dark : code.dark) squares += dark ? '1' : '0';
  return squares;
}

}  // namespace

// ---- how to join ----

JoinInfo Reception::join_info() const {
  const std::lock_guard lock(join_);
  JoinInfo info{{}, 0, !known_addresses_.empty(), port_, code_};
  for (const std::string& address : info.reachable ? known_addresses_ : std::vector<std::string>{"127.0.0.1"}) {
    const std::string text = (address.find(':') == address.npos ? address : "[" + address + "]") + ":" + std::to_string(port_);
    if (text == shown_) info.chosen = info.addresses.size();
    info.addresses.push_back({text, "http://" + text + "/#" + secret_text_, "http://" + text + "/#" + facilitator_text_, "http://" + text + "/#" + stage_text_});
  }
  return info;
}

std::optional<Result<JoinNews>> Reception::take_join_news() {
  std::optional<Result<void>> renewed;
  bool moved = false;
  {
    const std::lock_guard lock(join_);
    renewed = std::exchange(renewed_, std::nullopt);
    moved = std::exchange(moved_, false);
  }
  if (renewed && !*renewed) return failed(renewed->error());
  if (!renewed && !moved) return std::nullopt;
  return JoinNews{join_info(), renewed.has_value()};
}

void Reception::show_address(const std::string& text) {
  const std::lock_guard lock(join_);
  shown_ = text;
  moved_ = news_in_this_commit_ = true;
}

void Reception::look_for_addresses() {
  std::vector<std::string> now = addresses_();
  const std::lock_guard lock(join_);
  if (now == known_addresses_) return;
  known_addresses_ = std::move(now);
  moved_ = news_in_this_commit_ = true;
}

void Reception::tell_how_to_join(const Room& room) {
  for (const auto& [id, line] : lines_) tell_how_to_join(room, id, line);
}

void Reception::tell_how_to_join(const Room& room, LineId id, const Line& line) {
  const Seat* const seat = find(room.workshop(), line.seat);
  if (!seat || !leads(seat->role)) return;
  const JoinInfo info = join_info();
  const JoinAddress& shown = info.addresses[info.chosen];
  const HowToJoin words = info.reachable ? HowToJoin{shown.text, info.code, squares_of(qr_code_of(shown.url)), ""} : HowToJoin{"", "", "", no_network};
  outgoing_.add(std::span(&id, 1), framed(words));
}

Result<void> Reception::renew_code(const Workshop& workshop) {
  return use(made_of_random([&](RandomOfABook random) { return with_new_code(door_.book(), workshop, random); }));
}

// Who is out, or leads no more, has keys: from now on they open nothing. A seat that went on on another screen was not removed, and one
// that was cleared away without a trace was nobody's.
void Reception::renew_keys_after_leaving(const Workshop& workshop) {
  bool somebody = false, leader = false;
  for (const auto& [id, role] : std::exchange(seated_, roles_of_present(workshop))) {
    const Seat* const seat = find(workshop, id);
    const bool removed = seat && !seat->present && !seat->merged_into;
    somebody |= removed;
    leader |= leads(role) && (removed || (seat && seat->present && !leads(seat->role)));
  }
  if (somebody || leader)
    (void)use(made_of_random([&](RandomOfABook random) { return with_new_keys(door_.book(), leader, random); }));  // said by take_join_news()
}

Result<void> Reception::use(DoorBook book) {
  Result<void> kept = keep_door_book(files_, path_, book);
  if (kept) door_.use(std::move(book));
  else kept = failed("No new join code could be kept: " + kept.error().sentence + " The one there is still opens; try again.");
  const std::lock_guard lock(join_);
  code_ = spoken_code(door_.book().code);
  secret_text_ = text_of(door_.book().secret);
  facilitator_text_ = facilitator_fragment(door_.book().facilitator_key);
  stage_text_ = stage_fragment(door_.book().stage_key);
  renewed_ = kept;
  news_in_this_commit_ = true;
  return kept;
}

// Who may send what, and whether a seat is still somebody's; also when nobody is there to be told.
void Reception::note_seats(const Action& action) {
  seats_may_have_changed_ |= std::holds_alternative<LeaveSeat>(action) || std::holds_alternative<ChangeSeat>(action) || std::holds_alternative<MergeSeats>(action);
  if (const auto* joined = std::get_if<JoinSeat>(&action)) seated_[joined->seat] = joined->role;
  if (const auto* cleared = std::get_if<ClearSeats>(&action)) book_changed_ |= door_.clear(cleared->seats);
}

void Reception::tell(const Room& room, std::span<const LinkId> to, const HostMessage& message) {
  if (const auto* event = std::get_if<Event>(&message)) note_seats(event->action);
  std::vector<LineId> lines;
  std::copy_if(to.begin(), to.end(), std::back_inserter(lines), [](LinkId id) { return id >= first_line; });
  if (lines.empty()) return;
  const auto* const welcomed = std::get_if<Welcome>(&message);
  if (welcomed)
    for (const LineId id : lines) welcome(room, id, welcomed->seat);
  Bytes bytes = framed(ToScreen(message));
  if (leaves_at_once(message)) {
    for (const LineId id : lines) say(id, bytes);
  } else if (std::holds_alternative<Acknowledged>(message)) {
    for (const LineId id : lines) outgoing_.add_last(id, bytes);
  } else {
    outgoing_.add(lines, bytes);
  }
  if (!welcomed) return;
  for (const LineId id : lines) {
    const auto line = lines_.find(id);
    if (line == lines_.end()) continue;
    tell_how_to_join(room, id, line->second);
    if (std::exchange(line->second.was_cleared, false)) outgoing_.add(std::span(&id, 1), framed(HostMessage(seat_was_cleared)));
  }
}

void Reception::welcome(const Room& room, LineId id, SeatId seat) {
  const auto line = lines_.find(id);
  if (line == lines_.end()) return;
  for (auto& [other_id, other] : lines_)
    if (other_id != id && other.seat == seat) other.seat = {};  // the newest screen has the seat
  line->second.seat = seat;
  const Seat* const taken = find(room.workshop(), seat);
  if (taken) line->second.role = taken->role;
  if (taken && taken->role == Role::facilitator) (void)server_->trust(id, Server::Trust::facilitator);  // leaders always have room
}

// ---- what is due ----

// True: something is to be told with a commit.
bool Reception::do_what_is_due(Room& room, std::int64_t now_ms) {
  const auto now = Clock::now();
  if (now >= next_look_) {
    next_look_ = now + pause_between_looks;
    look_for_addresses();
  }
  if (now >= next_time_) tell_time(now, now_ms);
  if (now < next_chores_) return false;
  next_chores_ = now + pause_between_chores;
  end_those_who_say_nothing(room);
  for (const LineId id : waiting_) tell_to_wait(id);
  std::erase_if(new_seats_, [&](const auto& there) { return there.second.rested(now); });
  std::erase_if(written_, [&](const auto& seat) { return seat.second.rested(now); });
  return look_for_shared_devices(room);
}

// Every line hears it every five seconds, a few lines at a time and outside the pace of flushes: told to a thousand at once, it would
// keep a change that comes just after it waiting.
void Reception::tell_time(Clock::time_point now, std::int64_t now_ms) {
  constexpr std::size_t most_at_once = 50;
  constexpr std::chrono::milliseconds pause_between_some{50};
  const Bytes time = framed(HostTime{now_ms, 0});
  std::size_t told = 0;
  auto next = now + pause_between_times;
  for (auto& [id, line] : lines_) {
    if (!line.admitted) continue;
    if (now >= line.next_time && told < most_at_once) {
      line.next_time = now + pause_between_times;
      say(id, time);
      ++told;
    }
    next = std::min(next, line.next_time);
  }
  next_time_ = std::max(next, now + pause_between_some);
}

// Somebody with three browsers has three votes, unless whoever leads hears of it. More than a few at one address are a network behind
// another one; and who tries things on the host's own computer opens as many pages as they like.
bool Reception::look_for_shared_devices(Room& room) {
  constexpr std::size_t most_of_one = 4;
  std::map<std::string, std::set<SeatId>> there;
  for (const auto& [id, line] : lines_)
    if (line.seat && line.role && !leads(*line.role) && line.address != "127.0.0.1" && line.address != "::1") there[line.address].insert(line.seat);
  std::vector<OneDevice> now;
  for (const auto& [address, seats] : there) {
    if (seats.size() > most_of_one) continue;
    for (auto seat = seats.begin(); std::next(seat) != seats.end(); ++seat) now.push_back({*seat, *std::next(seat)});
  }
  if (now == one_device_) return false;
  one_device_ = now;
  room.set_one_device(std::move(now));
  return true;
}

bool Reception::finish(Room& room) {
  if (std::exchange(seats_may_have_changed_, false)) review_seats(room);
  const bool news = std::exchange(news_in_this_commit_, false);
  if (news) tell_how_to_join(room);
  const auto now = Clock::now();
  if (!outgoing_.empty() && now >= next_flush_) {
    flush();
    next_flush_ = now + (lines_.size() > crowd ? pause_in_a_crowd : pause_in_a_room);
  }
  return news;
}

// A tablet finds its seat again whatever happens to the host. When the book cannot be kept, nobody is welcomed: their lines
// end, they knock again, and the book is tried again.
void Reception::keep_seats(Room& room) {
  if (book_changed_) {
    if (keep_door_book(files_, path_, door_.book())) book_changed_ = false;
    else
      for (const LineId id : waits_for_book_) {  // they are told why: else their pages would try again for ever
        const Refused refused{SeatId{}, 0, {Refusal::Why::storage, "The facilitator's computer cannot keep anything more just now, so nobody new can join. Tell the facilitator, and join again then."}};
        say(id, framed(HostMessage(refused)));
        hang_up(room, id);
      }
  }
  waits_for_book_.clear();
}

void Reception::review_seats(Room& room) {
  renew_keys_after_leaving(room.workshop());
  std::vector<LineId> removed;
  for (auto& [id, line] : lines_) {
    const Seat* const seat = find(room.workshop(), line.seat);
    if (!seat) continue;
    // Who was told what this role hears, and is to hear it no more, has its key.
    if (line.role && (!seat->present || seat->role != *line.role)) role_seals_[static_cast<std::size_t>(*line.role)].renew();
    line.role = seat->role;
    if (!seat->present) removed.push_back(id);
    else (void)server_->trust(id, seat->role == Role::facilitator ? Server::Trust::facilitator : Server::Trust::participant);
    tell_how_to_join(room, id, line);  // whoever leads from now on
  }
  if (removed.empty()) return;
  flush();  // what was told to them before
  for (const LineId id : removed) {
    const bool elsewhere = static_cast<bool>(find(room.workshop(), lines_[id].seat)->merged_into);
    room.disconnect(id);
    turn_away(id, turned_away(elsewhere ? TurnedAway::Why::elsewhere : TurnedAway::Why::removed));
  }
}

void Reception::flush() {
  outgoing_.flush([this](std::span<const LineId> to, std::span<const std::byte> framed) { say(to, framed); });
}

// ---- sealed ----

void Reception::say(LineId id, std::span<const std::byte> framed) {
  const auto line = lines_.find(id);
  if (line == lines_.end() || !line->second.seal) return;
  server_->send(id, line->second.seal->seal(framed));
}

// To many of one role the same bytes go. What a role hears no other hears, so every role is sealed for by itself.
void Reception::say(std::span<const LineId> to, std::span<const std::byte> framed) {
  if (to.size() == 1) return say(to.front(), framed);
  std::array<std::vector<LineId>, role_count> by_role;
  for (const LineId id : to) {
    const auto line = lines_.find(id);
    if (line == lines_.end() || !line->second.seal) continue;
    if (line->second.role) by_role[static_cast<std::size_t>(*line->second.role)].push_back(id);
    else say(id, framed);
  }
  for (std::size_t role = 0; role < by_role.size(); ++role) say_to_role(static_cast<Role>(role), by_role[role], framed);
}

void Reception::say_to_role(Role role, std::span<const LineId> to, std::span<const std::byte> framed) {
  if (to.empty()) return;
  if (to.size() == 1) return say(to.front(), framed);
  RoleSeal& seal = role_seals_[static_cast<std::size_t>(role)];
  for (const LineId id : to)
    if (std::optional<Bytes> key = lines_.at(id).seal->give(seal)) server_->send(id, std::move(*key));
  const Piece sealed = server_->piece(seal.seal(framed));
  for (const LineId id : to) server_->send(id, sealed);
}

}  // namespace standpoint
