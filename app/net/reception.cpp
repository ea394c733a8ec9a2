// Hears. What is told is in reception_tell.cpp. A line that says what no screen of ours would say is closed: nothing it
// sent before is lost, and a sound screen comes back by itself.
#include "app/net/reception.h"

#include <algorithm>
#include <utility>

#include "app/net/door/addresses.h"
#include "app/net/door/file.h"
#include "app/net/door/key_text.h"
#include "core/file/secret.h"
#include "core/workshop/leader.h"

namespace standpoint {
namespace {

// Movements under a finger, per line: this many a second, and a few more after a rest. The rest are dropped; the next one
// replaces them anyway.
constexpr double presences_per_second = 20;
constexpr double presence_burst = 40;

// Bytes of the file around what was sent, for each change.
constexpr double around_an_event = 40;

// While something waits, it is looked so often whether it may go on.
constexpr std::chrono::milliseconds pause_between_waiting{100};

// A close, a reveal or an input may commit what was heard before it, and so does a question about what inputs name.
bool may_commit(const Action& action) {
  return std::holds_alternative<CloseActivity>(action) || std::holds_alternative<RevealActivity>(action) || std::holds_alternative<SealInput>(action);
}

// What is bound to one address is reached by that one only.
std::function<std::vector<std::string>()> addresses_of(const ReceptionOptions& options) {
  if (options.addresses) return options.addresses;
  const std::string& bind = options.server.bind;
  if (bind == "0.0.0.0" || bind == "::") return lan_addresses;
  return [bind] { return std::vector<std::string>{bind}; };
}

bool promises_secrecy(const Workshop& workshop) {
  return std::none_of(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& activity) {
    return activity.secrecy == Secrecy::named && collects_inputs(workshop, activity);
  });
}

}  // namespace

std::map<SeatId, Role> roles_of_present(const Workshop& workshop) {
  std::map<SeatId, Role> roles;
  for (const Seat& seat : workshop.seats)
    if (seat.present) roles[seat.id] = seat.role;
  return roles;
}

Result<std::unique_ptr<Reception>> Reception::open(FileSystem& files, const OpenedSession& session, const ReceptionOptions& options) {
  Result<Site> site = Site::read(options.site.empty() ? Site::usual_folder() : options.site);
  if (!site) return failed(site.error());
  Result<std::unique_ptr<Server>> server = Server::listen(options.server, std::move(*site));
  if (!server) return failed(server.error());
  const SessionLog& log = session.store->log();
  const std::string path = door_path(log.path());
  const auto not_kept = [](const Failure& why) {
    return failed("The join codes of this session cannot be kept: " + why.sentence + " Nobody can join by network; the session itself is safe.");
  };
  Result<OpenedBook> opened = open_door_book(files, path, log.identity().uuid);
  if (!opened) return not_kept(opened.error());
  const DoorBook& kept = *opened;
  DoorBook today = made_of_random([&](RandomOfABook random) { return of_this_day(kept, session.workshop.changed_ms, options.now_ms(), random); });
  if (!(today == kept))
    if (Result<void> now = keep_door_book(files, path, today); !now) return not_kept(now.error());
  std::unique_ptr<Reception> reception(new Reception(files, path, log.identity().uuid, session.workshop, without_unknown_seats(std::move(today), session.workshop),
                                                     std::move(*server), options));
  reception->note_ = std::move(opened->note);
  return reception;
}

Reception::Reception(FileSystem& files, std::string path, SessionUuid session, const Workshop& workshop, DoorBook book, std::unique_ptr<Server> server,
                     const ReceptionOptions& options)
    : files_(files), path_(std::move(path)), session_(session), door_(std::move(book)), server_(std::move(server)), addresses_(addresses_of(options)),
      port_(server_->port()), code_(spoken_code(door_.book().code)), secret_text_(text_of(door_.book().secret)),
      facilitator_text_(facilitator_fragment(door_.book().facilitator_key)), stage_text_(stage_fragment(door_.book().stage_key)), known_addresses_(addresses_()), limits_(options.server.limits),
      moves_told_(limits_.moves_told_per_second, limits_.moves_told_per_second, Clock::now()), seated_(roles_of_present(workshop)) {}

bool Reception::hear(Room& room, const std::function<std::int64_t()>& now_ms) {
  using std::chrono::milliseconds;
  const auto due = std::min({next_look_, next_time_, next_chores_, outgoing_.empty() ? Clock::time_point::max() : next_flush_,
                             waiting_.empty() ? Clock::time_point::max() : Clock::now() + pause_between_waiting});
  const auto until_due = std::chrono::ceil<milliseconds>(due - Clock::now());
  std::vector<Server::Arrival> arrivals = server_->wait(std::clamp(until_due, milliseconds(0), milliseconds(5'000)));
  for (Server::Arrival& arrival : arrivals) hear(room, arrival, now_ms());
  const bool waited = hear_those_who_waited(room, now_ms());
  const bool news = do_what_is_due(room, now_ms());
  return !arrivals.empty() || waited || news;
}

// Whoever has a code of the lobby may say it, a few times a minute in all: nobody fills the facilitator's screen with it.
void Reception::hear(Room& room, const Server::Note& note) {
  if (!door_.knows(note.said.hint)) return;
  constexpr double notes_per_second = 0.2;
  const auto now = Clock::now();
  notes_left_ = std::min<double>(max_stranded, notes_left_ + std::chrono::duration<double>(now - note_at_).count() * notes_per_second);
  note_at_ = now;
  if (notes_left_ < 1) return;
  notes_left_ -= 1;
  const auto same = [&](const StrandedThere& other) { return other.address == note.address && other.device == note.said.device; };
  if (std::any_of(stranded_.begin(), stranded_.end(), same)) return;
  if (stranded_.size() == max_stranded) stranded_.erase(stranded_.begin());
  stranded_.push_back({note.address, note.said.device});
  tell_stranded(room);
}

// From where somebody takes a seat, there is a device that can.
void Reception::started(Room& room, const std::string& address) {
  if (std::erase_if(stranded_, [&](const StrandedThere& there) { return there.address == address; }) > 0) tell_stranded(room);
}

void Reception::tell_stranded(Room& room) const {
  std::vector<Stranded> devices;
  for (const StrandedThere& there : stranded_) devices.push_back(there.device);
  room.set_stranded(std::move(devices));
}

void Reception::hear(Room& room, Server::Arrival& arrival, std::int64_t now_ms) {
  if (const auto* note = std::get_if<Server::Note>(&arrival.what)) return hear(room, *note);
  if (auto* made = std::get_if<Server::Made>(&arrival.what)) {
    lines_[arrival.line].address = std::move(made->address);
    return;
  }
  const auto line = lines_.find(arrival.line);
  if (line == lines_.end()) return;  // closed by us in the meantime
  if (std::holds_alternative<Server::Lost>(arrival.what)) {
    room.disconnect(arrival.line);
    lines_.erase(line);
  } else if (std::holds_alternative<Server::Lagging>(arrival.what)) {
    bring_up_to_date(room, arrival.line, line->second, now_ms);
  } else {
    hear_bytes(room, arrival.line, line->second, std::get<Bytes>(arrival.what), now_ms);
  }
}

// Whoever writes more than the file is to grow by is heard later, in order; nothing is lost.
void Reception::hear_bytes(Room& room, LineId id, Line& line, Bytes& bytes, std::int64_t now_ms) {
  if (!line.seal) return hear_greeting(room, id, line, bytes);
  std::optional<Bytes> content = opened(room, id, line, bytes);
  if (!content) return;
  if (line.waiting.empty() && !has_written_too_much(line.seat)) return hear_message(room, id, line, *content, now_ms);
  if (line.waiting.empty()) {
    waiting_.push_back(id);
    server_->hold(id, true);
    tell_to_wait(id);
  }
  line.waiting.push_back(std::move(*content));
}

bool Reception::has_written_too_much(SeatId seat) const {
  const auto budget = written_.find(seat);
  return budget != written_.end() && !budget->second.has(Clock::now(), 0);
}

// Also so that its screen does not take the line for dead.
void Reception::tell_to_wait(LineId id) {
  const Refused words{SeatId{}, 0, {Refusal::Why::full, "You write more than a session keeps of one person: about 60,000 letters, and 20,000 a minute after that. Nothing is lost; leave this page open, and it follows by itself."}};
  say(id, framed(HostMessage(words)));
}

bool Reception::hear_those_who_waited(Room& room, std::int64_t now_ms) {
  bool heard = false;
  for (const LineId id : std::exchange(waiting_, {})) {
    const auto line = lines_.find(id);
    if (line == lines_.end()) continue;
    while (!line->second.waiting.empty() && !has_written_too_much(line->second.seat)) {
      Bytes bytes = std::move(line->second.waiting.front());
      line->second.waiting.pop_front();
      heard = true;
      hear_message(room, id, line->second, bytes, now_ms);
      if (lines_.count(id) == 0) break;
    }
    if (lines_.count(id) == 0) continue;
    if (line->second.waiting.empty()) server_->hold(id, false);
    else waiting_.push_back(id);
  }
  return heard;
}

void Reception::hear_message(Room& room, LineId id, Line& line, Bytes& bytes, std::int64_t now_ms) {
  Result<ToHost> message = decoded_to_host(bytes);
  const auto size = static_cast<double>(bytes.size());
  erase_secret(bytes);
  if (!message) return hang_up(room, id);
  const Seat* const seat = find(room.workshop(), line.seat);
  const auto* const writes = std::get_if<Command>(&*message);
  if (writes && !std::holds_alternative<SealInput>(writes->action) && seat && !leads(seat->role))
    written_.try_emplace(line.seat, limits_.written_per_second, limits_.written_burst, Clock::now()).first->second.take(Clock::now(), size + around_an_event);
  std::visit([&](auto& said) { hear_from(room, id, line, said, now_ms); }, *message);
  if (auto* command = std::get_if<Command>(&*message)) erase_secret(command->action);  // when nobody took it
}

void Reception::hear_greeting(Room& room, LineId id, Line& line, std::span<const std::byte> bytes) {
  const std::optional<Greeting> greeting = greeting_from(bytes);
  if (!greeting) return hang_up(room, id);
  const auto common = door_.greet(*greeting, line.address, Clock::now());
  if (const auto* away = std::get_if<TurnedAway>(&common)) return turn_away(id, *away);
  const auto& [by, shared] = std::get<Door::Common>(common);
  const std::optional<Answered> answered = answer_to(*greeting, by, shared);
  if (!answered) return hang_up(room, id);
  line.seal.emplace(*answered);
  server_->send(id, answer_record(answered->answer));
}

// What a line says first shows whether its screen knew the code: many lines at once are many tries all the same.
std::optional<Bytes> Reception::opened(Room& room, LineId id, Line& line, std::span<const std::byte> bytes) {
  const bool guess = line.seal->is_guess();
  const bool too_many = guess && !door_.may_guess(line.address, Clock::now());
  std::optional<Bytes> said = too_many ? std::nullopt : line.seal->open(bytes);
  if (said) return said;
  if (!guess) {
    hang_up(room, id);
    return std::nullopt;
  }
  line.seal.reset();  // it has other keys
  if (!too_many) door_.guessed_wrong(line.address, Clock::now());
  turn_away(id, turned_away(too_many ? TurnedAway::Why::too_many_tries : TurnedAway::Why::wrong_code));
  return std::nullopt;
}

void Reception::hear_from(Room& room, LineId id, Line& line, Knock& knock, std::int64_t) {
  if (line.admitted) return hang_up(room, id);
  Door::Answer answer = door_.knock(knock, room.workshop(), line.address, Clock::now());
  if (const auto* away = std::get_if<TurnedAway>(&answer)) return turn_away(id, *away);
  const Door::Admitted& admitted = std::get<Door::Admitted>(answer);
  if (!admitted.seat && !room.has_seat_for(admitted.role)) return turn_away(id, turned_away(TurnedAway::Why::full));
  (void)server_->trust(id, leads(admitted.role) ? Server::Trust::facilitator : Server::Trust::guest);
  end_oldest_line_of(room, id, admitted.token);
  line.admitted = admitted;
  book_changed_ |= admitted.of_earlier;
  line.admitted_at = Clock::now();
  line.was_cleared = !admitted.seat && door_.was_cleared(admitted.token);
  room.connect(id);
  const Workshop& workshop = room.workshop();
  Opened opened{session_, workshop.title, workshop.subtitle, leader_name(workshop), line.admitted->seat, "", line.admitted->role, promises_secrecy(workshop)};
  if (const Seat* const seat = find(workshop, opened.seat)) opened.name = seat->name;
  say(id, framed(ToScreen(std::move(opened))));
}

// A browser's pages, and lines of it that ended without a word.
void Reception::end_oldest_line_of(Room& room, LineId newest, const TokenDigest& token) {
  std::vector<LineId> lines;
  for (const auto& [id, line] : lines_)
    if (id != newest && line.admitted && line.admitted->token == token) lines.push_back(id);
  if (lines.size() < limits_.lines_per_token) return;
  hang_up(room, *std::min_element(lines.begin(), lines.end(), [&](LineId a, LineId b) {
    const bool seated_a = static_cast<bool>(lines_[a].seat), seated_b = static_cast<bool>(lines_[b].seat);
    return seated_a != seated_b ? seated_b : a < b;
  }));
}

// Who knocked with a right key and then says nothing holds a line that others may need.
void Reception::end_those_who_say_nothing(Room& room) {
  std::vector<LineId> silent;
  for (const auto& [id, line] : lines_)
    if (line.admitted && !line.seat && !line.said_hello && Clock::now() - line.admitted_at > limits_.at_door) silent.push_back(id);
  for (const LineId id : silent) hang_up(room, id);
}

bool Reception::may_take_new_seat(const std::string& address) {
  const auto now = Clock::now();
  return new_seats_.try_emplace(address, limits_.new_seats_per_second, limits_.seat_burst, now).first->second.has(now);
}

// Whatever the Hello claims, the seat is the token's, and a new one has a role that the door allows.
void Reception::hear_from(Room& room, LineId id, Line& line, Hello& hello, std::int64_t now_ms) {
  if (!line.admitted || line.seat) return hang_up(room, id);
  // Two pages of one tablet: the second waits until the first has its seat, and gets the same.
  for (const auto& [other_id, other] : lines_)
    if (other_id != id && other.said_hello && !other.seat && other.admitted->token == line.admitted->token) return hang_up(room, id);
  started(room, line.address);
  line.admitted->seat = door_.seat_now(*line.admitted, room.workshop());
  hello.seat = line.admitted->seat;
  hello.role = allowed_role(hello.role, line.admitted->role);
  const bool is_new = !hello.seat && !leads(hello.role);
  if (!hello.seat && !room.has_seat_for(hello.role)) return turn_away(id, turned_away(TurnedAway::Why::full));
  if (is_new && !may_take_new_seat(line.address)) return turn_away(id, turned_away_for_a_moment());
  if (!server_->trust(id, leads(hello.role) ? Server::Trust::facilitator : Server::Trust::participant)) return turn_away(id, turned_away(TurnedAway::Why::full));
  room.hear(id, hello, now_ms);
  const SeatId taken = room.seat_of(id);
  line.said_hello = static_cast<bool>(taken);  // or was asked, and says it again
  if (taken && is_new) new_seats_.at(line.address).take(Clock::now());
  if (taken && taken != line.admitted->seat) {
    line.admitted->seat = taken;
    door_.seat(line.admitted->token, taken);
    book_changed_ = true;
  }
  if (book_changed_) waits_for_book_.push_back(id);
}

void Reception::hear_from(Room& room, LineId id, Line& line, Command& command, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  if (may_commit(command.action)) keep_seats(room);
  ScreenMessage message(std::move(command));
  room.hear(id, message, now_ms);
  erase_secret(std::get<Command>(message).action);
}

void Reception::hear_from(Room& room, LineId id, Line& line, Presence& presence, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  const auto now = Clock::now();
  const double rested = std::chrono::duration<double>(now - line.presence_at).count();
  line.presence_left = std::min(presence_burst, line.presence_left + rested * presences_per_second);
  line.presence_at = now;
  const auto told = static_cast<double>(lines_.size());
  if (line.presence_left < 1 || !moves_told_.has(now, told)) return;
  line.presence_left -= 1;
  moves_told_.take(now, told);
  room.hear(id, std::move(presence), now_ms);
}

void Reception::hear_from(Room& room, LineId id, Line& line, Remind& remind, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  room.hear(id, remind, now_ms);
}

void Reception::hear_from(Room& room, LineId id, Line& line, AreTwo& two, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  room.hear(id, two, now_ms);
}

void Reception::hear_from(Room& room, LineId id, Line& line, AskNaming& asked, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  keep_seats(room);
  room.hear(id, asked, now_ms);
}

void Reception::hear_from(Room& room, LineId id, Line& line, StageTurn& turn, std::int64_t now_ms) {
  if (!line.seat) return hang_up(room, id);
  room.hear(id, turn, now_ms);
}

void Reception::hear_from(Room& room, LineId id, Line& line, NewCode&, std::int64_t) {
  const Seat* const asks = find(room.workshop(), line.seat);
  if (!asks || asks->role != Role::facilitator) return hang_up(room, id);
  const Result<void> renewed = renew_code(room.workshop());
  if (renewed) return;
  const Refused refused{line.seat, 0, {Refusal::Why::storage, renewed.error().sentence}};
  say(id, framed(HostMessage(refused)));
}

void Reception::hear_from(Room& room, LineId id, Line& line, AskTime& asks, std::int64_t now_ms) {
  if (!line.admitted) return hang_up(room, id);
  say(id, framed(HostTime{now_ms, asks.asked}));
}

// Something was dropped for a slow line: it joins again on its own behalf, with nothing in its hands, and gets everything
// anew. What was meant for it before then goes nowhere.
void Reception::bring_up_to_date(Room& room, LineId id, Line& line, std::int64_t now_ms) {
  flush();
  server_->resume(id);
  if (line.seal) line.seal->forget_what_it_has();
  if (!line.seat) return;
  room.disconnect(id);
  room.connect(id);
  room.hear(id, Hello{line.seat, "", Role::participant, 0}, now_ms);
}

void Reception::turn_away(LineId id, const TurnedAway& why) {
  if (lines_.at(id).seal) say(id, framed(ToScreen(why)));
  else server_->send(id, away_record(why));
  server_->close(id);
  lines_.erase(id);
}

void Reception::hang_up(Room& room, LineId id) {
  room.disconnect(id);
  server_->close(id);
  lines_.erase(id);
}

}  // namespace standpoint
