#include "tests/bench/seats.h"

#include <algorithm>
#include <stdexcept>

#include "core/file/little_endian.h"
#include "tests/bench/figures.h"

namespace standpoint::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t length_size = 4;
constexpr std::size_t opened_at_once = 4096;  // messages, so that those who send without a pause are heard

std::uint64_t key_of(SeatId by, std::uint32_t counter) { return (std::uint64_t{by.value} << 32) | counter; }

// What the frames of these two, which differ in their first field, have in common after their length.
Bytes common_start(const HostMessage& one, const HostMessage& other) {
  const Bytes a = framed(one), b = framed(other);
  const auto differ = std::mismatch(a.begin() + length_size, a.end(), b.begin() + length_size);
  return {a.begin() + length_size, differ.first};
}

bool starts_with(std::span<const std::byte> bytes, const Bytes& start) {
  return bytes.size() >= start.size() && std::equal(start.begin(), start.end(), bytes.begin());
}

}  // namespace

Seats::Seats(const SessionAddress& room, const Key& facilitator)
    : secret_(room.secret), facilitator_(facilitator), sockets_(expected(Sockets::to(room.host, room.port))),
      event_start_(common_start(Event{0, 0, {}, 0, StopTimer{}}, Event{~std::uint64_t{0}, 0, {}, 0, StopTimer{}})),
      answer_start_(common_start(Acknowledged{SeatId{0}, 0, 0}, Acknowledged{SeatId{~std::uint32_t{0}}, 0, 0})) {}

void Seats::join(std::size_t count, Role role) {
  for (std::size_t i = 0; i < count; ++i) add(role, false);
  const auto until = Clock::now() + 60s;
  while (welcome_ < seats_.size()) {
    if (Clock::now() > until) throw std::runtime_error("only " + std::to_string(welcome_) + " of " + std::to_string(seats_.size()) + " seats were welcomed");
    step(10ms);
  }
}

void Seats::add(Role role, bool deaf) {
  Seat seat;
  seat.role = role;
  seat.deaf = deaf;
  const std::size_t n = seats_.size();
  for (std::size_t byte = 0; byte < sizeof n; ++byte) seat.token[byte] = static_cast<std::uint8_t>(n >> (8 * byte));
  seat.token.back() = 1;  // never all zeros
  seat.socket = sockets_->open();
  seat_of_[seat.socket] = n;
  seats_.push_back(std::move(seat));
}

void Seats::join_deaf(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    add(Role::participant, true);
    const Stopwatch watch;
    while (!seats_.back().welcome && watch.seconds() < 10) step(1ms);
  }
}

void Seats::issue(std::size_t n, Action action) {
  Seat& seat = seats_[n];
  const std::uint32_t counter = ++(std::holds_alternative<SealInput>(action) ? seat.sealed : seat.counter);
  const Command command{seat.seat, counter, std::move(action)};
  waiting_[key_of(command.by, command.counter)] = Clock::now();
  send(seat, ToHost{command});
}

void Seats::send(Seat& seat, const ToHost& message) {
  if (std::optional<Bytes> sealed = seat.seal->seal(message)) sockets_->send(seat.socket, std::move(*sealed));
}

void Seats::step(std::chrono::microseconds longest) {
  std::vector<std::pair<std::size_t, Sockets::Arrived>> all;
  for (std::vector<SocketId> news = sockets_->wait(longest); !news.empty(); news = sockets_->wait(0us)) {
    for (const SocketId socket : news) {
      const std::size_t n = seat_of_.at(socket);
      Seat& seat = seats_[n];
      if (!seat.knocked && sockets_->state(socket) == Line::State::open) {
        seat.knocked = true;
        send(seat, ToHost{Knock{seat.token, seat.role == Role::facilitator ? facilitator_ : secret_, ""}});
      }
      for (Sockets::Arrived& arrived : sockets_->take(socket)) all.emplace_back(n, std::move(arrived));
      if (sockets_->state(socket) == Line::State::lost && !seat.deaf) throw std::runtime_error("the host ended a line");
    }
    if (all.size() >= opened_at_once) break;
  }
  for (const auto& [n, arrived] : all) hear(seats_[n], arrived);
}

void Seats::join(Seat& seat, const Bytes& framed) {
  for (const ToScreen& said : expected(decoded_to_screen(framed))) {
    if (const auto* away = std::get_if<TurnedAway>(&said)) throw std::runtime_error(away->sentence);
    if (std::holds_alternative<Opened>(said)) send(seat, ToHost{Hello{SeatId{}, "Tablet", seat.role, 0}});
    if (std::holds_alternative<Opened>(said) && seat.deaf) {
      sockets_->stop_reading(seat.socket);
      if (!std::exchange(seat.welcome, true)) ++welcome_;  // as far as it will ever know
    }
    const auto* message = std::get_if<HostMessage>(&said);
    if (message == nullptr) continue;
    if (const auto* refused = std::get_if<Refused>(message)) throw std::runtime_error(refused->refusal.text);
    if (const auto* welcome = std::get_if<Welcome>(message)) {
      seat.seat = welcome->seat;
      seat.counter = welcome->counter;
      seat.sealed = welcome->sealed;
      if (!std::exchange(seat.welcome, true)) ++welcome_;
    }
  }
}

void Seats::hear(Seat& seat, const Sockets::Arrived& arrived) {
  const ScreenSeal::Heard heard = expected(seat.seal->hear(arrived.bytes));
  if (!heard.answer.empty()) sockets_->send(seat.socket, heard.answer);
  if (heard.framed.empty()) return;
  if (!seat.welcome) return join(seat, heard.framed);
  const std::span<const std::byte> bytes(heard.framed);
  for (std::size_t at = 0; at + length_size <= bytes.size();) {
    const auto frame = bytes.subspan(at, length_size + get_number<std::uint32_t>(bytes, at));
    at += frame.size();
    if (starts_with(frame.subspan(length_size), event_start_)) {
      ++seat.events;
      ++events_;
      seat.last_event = arrived.at;
    } else if (starts_with(frame.subspan(length_size), answer_start_)) {
      take_answer(frame, arrived.at);
    }
  }
}

void Seats::take_answer(std::span<const std::byte> with_length, SteadyTime at) {
  const auto answer = std::get<Acknowledged>(std::get<HostMessage>(expected(decoded_to_screen(with_length)).at(0)));
  const auto issued = waiting_.find(key_of(answer.by, answer.counter));
  if (issued == waiting_.end()) return;
  acknowledged_ms_.push_back(std::chrono::duration<double, std::milli>(at - issued->second).count());
  waiting_.erase(issued);
}

void Seats::forget() {
  acknowledged_ms_.clear();
  events_ = 0;
  for (Seat& seat : seats_) seat.events = 0;
}

void Seats::until_acknowledged(double most_seconds) {
  const Stopwatch watch;
  while (!waiting_.empty() && watch.seconds() < most_seconds) step(1ms);
}

void Seats::until_events(std::uint64_t events, double most_seconds, std::size_t first) {
  const Stopwatch watch;
  const auto all_there = [&] { return std::all_of(seats_.begin() + static_cast<std::ptrdiff_t>(first), seats_.end(), [&](const Seat& seat) { return seat.events >= events; }); };
  while (!all_there() && watch.seconds() < most_seconds) step(1ms);
}

}  // namespace standpoint::bench
