// Many visitors on one thread over real sockets, and how long everything took for them. Used by robots and benchmarks;
// knows what is said, not why.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/net/line/socket.h"
#include "app/net/visitor.h"

namespace standpoint {

// What the crowd saw. Times in milliseconds, from the first issue to the arrival at the socket.
struct CrowdFigures {
  std::vector<double> acknowledged_ms;
  std::vector<double> visible_ms;       // one for each event of somebody else and each screen it came to
  std::uint64_t sent = 0, accepted = 0, refused = 0;
  std::uint64_t events = 0;             // events and blanks that arrived, on all screens
  std::uint64_t duplicated = 0;         // one command as two events
};

// The smallest sample that `share` (0..1) of all do not exceed (nearest rank); 0 when there are none.
double percentile(std::vector<double> samples, double share);

class Crowd {
 public:
  explicit Crowd(Sockets& sockets) : sockets_(sockets) {}
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // Comes in and joins by itself. Answers with its number: 0, 1, 2 ...
  std::size_t add(Key token, Key secret, std::string name, Role role);
  std::size_t size() const { return members_.size(); }
  Visitor& visitor(std::size_t n) { return *members_[n]->visitor; }
  const Visitor& visitor(std::size_t n) const { return *members_[n]->visitor; }

  std::uint32_t issue(std::size_t n, Action action);  // answers with the command's counter
  enum class Outcome : std::uint8_t { unknown, accepted, refused };
  Outcome outcome(std::size_t n, std::uint32_t counter) const;  // of the member's own command
  void stop_reading(std::size_t n) { sockets_.stop_reading(members_[n]->socket); }
  // Sends, receives and reconnects until something happened, for at most so long.
  void step(std::chrono::microseconds longest);
  std::size_t joined() const;
  std::uint64_t unanswered() const { return figures_.sent - figures_.accepted - figures_.refused; }
  const CrowdFigures& figures() const { return figures_; }
  void forget_times();  // what follows is measured anew; commands under way are not

 private:
  struct Member {
    std::unique_ptr<Visitor> visitor;
    SocketId socket = 0;
    std::string name;
    Role role = Role::participant;
  };
  struct Issued {
    std::size_t by = 0;
    SteadyTime at;
    Outcome outcome = Outcome::unknown;
    std::uint64_t sequence = 0;
  };

  std::unique_ptr<Line> connect(std::size_t n);
  void step_member(Member&);
  void step_who_is_due();
  void watch(std::size_t n, const ToScreen&, SteadyTime);
  void see(std::size_t n, const Event&, SteadyTime);
  void answer(SeatId by, std::uint32_t counter, bool accepted, SteadyTime);
  Issued* issued(SeatId by, std::uint32_t counter);
  void number(SeatId by, std::uint32_t counter, std::uint64_t sequence);
  void note_visible(const Issued&, std::size_t n, SteadyTime);

  struct Arrival {
    std::size_t n = 0;
    SteadyTime at;
  };

  Sockets& sockets_;
  std::vector<std::unique_ptr<Member>> members_;
  std::unordered_map<SocketId, std::size_t> member_of_;
  std::unordered_map<std::uint64_t, Issued> issued_;  // by seat and counter
  std::unordered_map<std::uint64_t, std::uint64_t> numbered_;  // which of these became the event of that number
  std::map<std::uint64_t, std::vector<Arrival>> early_;        // events that came without a counter (R356) before it was known whose they are; the newest
  CrowdFigures figures_;
  SteadyTime looked_at_{};  // when it was last looked who is due
};

}  // namespace standpoint
