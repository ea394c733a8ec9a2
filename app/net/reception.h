// Between the network's lines and the room: lets tablets in at the door, gives each its seat, carries messages both ways,
// and ends lines that misbehave. Used by the host, on its thread (what is marked, on any). Decides nothing about the
// workshop; may know sockets only through Server.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/net/door.h"
#include "app/net/join_info.h"
#include "app/net/outgoing.h"
#include "app/net/server.h"
#include "core/file_system.h"
#include "core/room.h"
#include "core/session_store.h"

namespace standpoint {

struct ReceptionOptions {
  ServerOptions server;
  std::string site;  // folder of the page for tablets; empty: the usual one
};

class Reception {
 public:
  // Listens at once and makes the door's book beside the session. Failure: no port, or the disk. `files` outlives it.
  static Result<std::unique_ptr<Reception>> open(FileSystem& files, const SessionLog& session, const ReceptionOptions& options);

  // From any thread.
  JoinInfo join_info() const;
  void wake() { server_->wake(); }

  // Sleeps until something arrived, wake() was called or something is due, and tells the room. False: nothing was heard.
  bool hear(Room& room, const std::function<std::int64_t()>& now_ms);
  // What the room tells; lines of memory links are passed over. Nothing leaves before finish().
  void tell(const Room& room, std::span<const LinkId> to, const HostMessage& message);
  // After all of a commit was told: binds seats, closes the lines of removed ones, sends what is due.
  void finish(Room& room);

 private:
  using Clock = std::chrono::steady_clock;
  struct Line {
    std::string address;
    std::optional<Door::Admitted> admitted;
    bool said_hello = false;
    SeatId seat;                 // welcomed
    double presence_left = 0;    // how much of its movements is passed on now
    Clock::time_point presence_at{};
  };

  Reception(FileSystem& files, std::string path, SessionUuid session, DoorBook book, std::unique_ptr<Server> server, std::string bind);
  void hear(Room& room, Server::Arrival& arrival, std::int64_t now_ms);
  void hear_bytes(Room& room, LineId id, Line& line, Bytes& bytes, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Knock& knock, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Hello& hello, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Command& command, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Presence& presence, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Remind& remind, std::int64_t now_ms);
  void bring_up_to_date(Room& room, LineId id, const Line& line, std::int64_t now_ms);
  void welcome(const Room& room, LineId id, SeatId seat);
  void review_seats(Room& room);
  void keep_book(Room& room);
  void flush();
  void turn_away(LineId id, const TurnedAway& why);
  void hang_up(Room& room, LineId id);

  FileSystem& files_;
  std::string path_;
  SessionUuid session_;
  Door door_;
  std::unique_ptr<Server> server_;
  std::string bind_;
  std::string code_, secret_text_, facilitator_text_;  // constant, for join_info()
  std::uint16_t port_;
  std::unordered_map<LineId, Line> lines_;
  Outgoing outgoing_;
  Clock::time_point next_flush_{};
  std::vector<LineId> newly_seated_;  // welcomed in this commit; their binding is not on disk yet
  bool book_changed_ = false;
  bool seats_may_have_changed_ = false;
};

}  // namespace standpoint
