// A host and a network in memory, with a virtual clock: lines delay, drop, repeat and break by a seed, and the host dies
// and comes back with nothing but its files and its door. For the tests of Visitor with Room; knows no socket or thread.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/net/visitor.h"
#include "core/file/session_store.h"
#include "core/room/room.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint {

// One line: bytes under way in both directions, each with the time at which it arrives. Order is kept, as TCP keeps it.
struct Cable {
  struct Packet { std::int64_t due_ms = 0; Bytes bytes; };
  Line::State state = Line::State::open;
  std::deque<Packet> up, down;
  std::int64_t breaks_at_ms = 0;  // 0: not yet; set when something was dropped, since only a broken line drops
  Key token{};
  bool seated = false;            // the host said hello for it
};

struct Faults {
  bool on = true;
  std::uint32_t drop_one_in = 50, repeat_one_in = 40, break_one_in = 300;
  std::int64_t longest_delay_ms = 60;
};

class BadNetwork {
 public:
  BadNetwork(std::uint64_t seed, FileSystem& files, OpenedSession session, std::string path);

  // The visitors' way in.
  std::unique_ptr<Line> connect(const Key& token);
  void expect(const Key& token, SeatId seat) { seats_[token] = seat; }  // a seat that is there already

  // The host hears what is due and, now and then, commits and tells.
  void step(std::int64_t now_ms);
  // The process ends at this moment, between two system calls; another is started on the same files.
  void kill_host();

  Faults faults;
  const Room& room() const { return *room_; }
  int kills() const { return kills_; }
  int dropped() const { return dropped_; }
  int repeated() const { return repeated_; }
  // Everything any screen was told about its commands, by seat and counter: 0 in the box, a sequence, or refused.
  struct Answers { std::vector<std::uint64_t> acknowledged; int refused = 0; };
  std::map<std::pair<SeatId, std::uint32_t>, Answers> answers;

 private:
  class CableLine;
  void carry(std::deque<Cable::Packet>&, Cable&, Bytes bytes, bool may_repeat);
  void hear(LinkId, Cable&, const ToHost&);
  void hear_hello(LinkId, Cable&, Hello);
  void tell(LinkId, const ToScreen&);
  void take_outbox();
  void open_room(OpenedSession session);
  void break_line(LinkId);

  Random random_;
  FileSystem& files_;
  std::string path_;
  std::int64_t now_ms_ = 0;
  std::unique_ptr<SessionStore> store_;
  std::unique_ptr<Room> room_;
  std::map<Key, SeatId> seats_;  // the door: kept on disk in a real host
  std::map<LinkId, std::shared_ptr<Cable>> cables_;
  LinkId links_made_ = 0;
  int kills_ = 0, dropped_ = 0, repeated_ = 0;
};

}  // namespace standpoint
