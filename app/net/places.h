// Who may connect: how many connections there are and from where, and how fast new ones come. Pure: addresses are text, the
// time is given. Used by the server for every socket before it reads a byte; knows no sockets.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
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

class Places {
  struct Place {
    std::size_t connections = 0, strangers = 0;
    Rate new_ones;
  };

 public:
  // One connection's share of the limits; given back with it. Places outlives it.
  class Ticket {
   public:
    Ticket(Ticket&&) noexcept;
    Ticket& operator=(Ticket&&) = delete;
    ~Ticket();
    void trust();  // counts no longer among the strangers
    const std::string& address() const { return at_->first; }

   private:
    friend class Places;
    Ticket(Places& places, std::map<std::string, Place>::iterator at);

    Places* places_;
    std::map<std::string, Place>::iterator at_;
    bool stranger_ = true;
  };

  explicit Places(const ServerLimits& limits) : limits_(limits) {}
  // Nothing: there are too many, and nothing is kept of this one.
  std::optional<Ticket> admit(const std::string& address, ServerTime now);
  std::size_t connections() const { return connections_; }
  // Addresses that nobody is connected from and that may come as fast as new ones again.
  void forget_rested(ServerTime now);
  std::size_t addresses() const { return places_.size(); }

 private:
  const ServerLimits& limits_;
  std::map<std::string, Place> places_;
  std::size_t connections_ = 0;
};

}  // namespace standpoint
