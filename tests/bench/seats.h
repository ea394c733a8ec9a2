// Seats that join a host through the real protocol and then only count and time what arrives, opened but not decoded: a
// thousand tablets would decode on a thousand processors. Used by the network benchmark.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/net/door/session_address.h"
#include "app/net/line/socket.h"

namespace standpoint::bench {

class Seats {
 public:
  Seats(const SessionAddress& room, const Key& facilitator);

  // So many more; returns once all of them are welcome. Throws when they are not within a minute.
  void join(std::size_t count, Role role);
  // So many more that never read what they are told, one after another; the host may end their lines.
  void join_deaf(std::size_t count);
  std::size_t size() const { return seats_.size(); }
  SeatId seat(std::size_t n) const { return seats_[n].seat; }
  void stop_reading(std::size_t n) { sockets_->stop_reading(seats_[n].socket); }

  void issue(std::size_t n, Action action);
  // Sends and receives until everything issued was acknowledged, or so long.
  void until_acknowledged(double most_seconds);
  // Until every seat from `first` on has got so many events since `forget()`, or so long.
  void until_events(std::uint64_t events, double most_seconds, std::size_t first = 0);
  // Receives all there is before any of it is opened: each tablet would open its own at once, beside the others.
  void step(std::chrono::microseconds longest);
  void forget();  // what follows is counted and timed anew

  std::size_t unacknowledged() const { return waiting_.size(); }
  const std::vector<double>& acknowledged_ms() const { return acknowledged_ms_; }
  std::uint64_t events() const { return events_; }  // on all seats
  // When each seat got its latest event.
  SteadyTime last_event(std::size_t n) const { return seats_[n].last_event; }
  std::uint64_t events_of(std::size_t n) const { return seats_[n].events; }

 private:
  struct Seat {
    SocketId socket = 0;
    Role role = Role::participant;
    Key token{};
    std::unique_ptr<ScreenSeal> seal = std::make_unique<ScreenSeal>();
    bool knocked = false, welcome = false, deaf = false;
    SeatId seat;
    std::uint32_t counter = 0, sealed = first_sealed_counter;
    std::uint64_t events = 0;
    SteadyTime last_event{};
  };

  void add(Role role, bool deaf);
  void hear(Seat&, const Sockets::Arrived&);
  void send(Seat&, const ToHost&);
  void join(Seat&, const Bytes& framed);
  void take_answer(std::span<const std::byte> with_length, SteadyTime at);

  Key secret_, facilitator_;
  std::unique_ptr<Sockets> sockets_;
  std::vector<Seat> seats_;
  std::unordered_map<SocketId, std::size_t> seat_of_;
  Bytes event_start_, answer_start_;  // how a frame with an event, an acknowledgement begins after its length
  std::unordered_map<std::uint64_t, SteadyTime> waiting_;  // by seat and counter: when it was issued
  std::vector<double> acknowledged_ms_;
  std::uint64_t events_ = 0;
  std::size_t welcome_ = 0;
};

}  // namespace standpoint::bench
