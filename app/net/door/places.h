// Who may connect: how many connections there are and from where, and how fast new ones come. Pure: addresses are text, the
// time is given. Used by the server for every socket before it reads a byte; knows no sockets.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>

namespace standpoint {

struct ServerLimits;

using ServerTime = std::chrono::steady_clock::time_point;

// So much a second, and some more after a rest.
class Rate {
 public:
  Rate(double per_second, double most, ServerTime now) : per_second_(per_second), most_(most), has_(most), at_(now) {}
  // How long to wait before it; it counts already.
  std::chrono::milliseconds take(ServerTime now, double amount = 1);
  bool has(ServerTime now, double amount = 1) const { return std::min(most_, has_at(now)) >= amount; }
  bool rested(ServerTime now) const { return has_at(now) >= most_; }

 private:
  double has_at(ServerTime now) const { return has_ + per_second_ * std::chrono::duration<double>(now - at_).count(); }

  double per_second_, most_, has_;
  ServerTime at_;
};

// Strangers may be asked to leave for somebody new: the one that was quiet for longest, of the address that holds most. So a crowd of
// connections that never say who they are keeps nobody out.
class Places {
  struct Place {
    std::size_t connections = 0, strangers = 0;
    Rate new_ones;
  };
  struct Held;
  using Everybody = std::list<Held>;  // of strangers the one that is quiet for longest first

 public:
  // One connection's share of the limits; given back with it, or when it was asked to leave. Places outlives it.
  class Ticket {
   public:
    Ticket(Ticket&&) noexcept;
    Ticket& operator=(Ticket&&) = delete;
    ~Ticket();
    // Ends the connection, soon: called at most once, when its place is wanted.
    void when_wanted(std::function<void()> leave);
    // It said something.
    void was_active();
    // Counts no longer among the strangers, and is never asked to leave. False: only leaders have room any more.
    bool trust(bool leads);
    const std::string& address() const;

   private:
    friend class Places;
    Ticket(Places& places, Everybody::iterator at) : places_(&places), at_(at) {}

    Places* places_;
    Everybody::iterator at_;
  };

  explicit Places(const ServerLimits& limits) : limits_(limits) {}
  // Nothing: there are too many, and nothing is kept of this one.
  std::optional<Ticket> admit(const std::string& address, ServerTime now);
  std::size_t connections() const { return connections_; }
  // Addresses that nobody is connected from and that may come as fast as new ones again.
  void forget_rested(ServerTime now);
  std::size_t addresses() const { return places_.size(); }

 private:
  struct Held {
    std::map<std::string, Place>::iterator place;
    std::function<void()> leave = {};
    bool stranger = true, counted = true;
  };
  void give_back(Everybody::iterator at);
  bool make_room(std::map<std::string, Place>::iterator crowded);

  const ServerLimits& limits_;
  std::map<std::string, Place> places_;
  Everybody strangers_, others_;  // trusted, or on their way out
  std::size_t connections_ = 0, trusted_ = 0;
};

}  // namespace standpoint
