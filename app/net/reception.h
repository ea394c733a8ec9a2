// Between the network's lines and the room: lets tablets in at the door, gives each its seat, carries messages both ways,
// and ends lines that misbehave. Used by the host, on its thread (what is marked, on any). Decides nothing about the
// workshop; may know sockets only through Server.
#pragma once

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/net/clock.h"
#include "app/net/door/door.h"
#include "app/net/join_info.h"
#include "app/net/line/seal.h"
#include "app/net/outgoing.h"
#include "app/net/server/server.h"
#include "core/file/file_system.h"
#include "core/file/secret.h"
#include "core/file/session_store.h"
#include "core/room/room.h"

namespace standpoint {

struct ReceptionOptions {
  ServerOptions server;
  std::string site;  // folder of the page for tablets; empty: the usual one
  std::function<std::vector<std::string>()> addresses = {};  // of this computer; none: as the system says, and what is bound
  std::function<std::int64_t()> now_ms = clock_now_ms;       // ms since the Unix epoch, UTC: keys of an earlier day open nothing
};

// Whoever is in.
std::map<SeatId, Role> roles_of_present(const Workshop& workshop);

class Reception {
 public:
  // Listens at once and makes the door's book beside the session. Failure: no port, or the disk. `files` outlives it.
  static Result<std::unique_ptr<Reception>> open(FileSystem& files, const OpenedSession& session, const ReceptionOptions& options);

  // What a person should know of how it was opened, one sentence; else empty.
  const std::string& note() const { return note_; }
  // From any thread.
  JoinInfo join_info() const;
  // What became of the last wish for a new code or another address, and what is new on the network, once.
  std::optional<Result<JoinNews>> take_join_news();
  void wake() { server_->wake(); }

  // Sleeps until something arrived, wake() was called or something is due, and tells the room. False: nothing was heard.
  bool hear(Room& room, const std::function<std::int64_t()>& now_ms);
  // Whose seats are new is on disk when this returns. Before each commit, so that no seat is kept that nobody can find again.
  void keep_seats(Room& room);
  // Another secret, another code and another link for facilitators, on disk; who has a seat keeps it. Failure: the disk; the old ones
  // stay.
  Result<void> renew_code(const Workshop&);
  // Of the addresses of this computer, the one that the room is shown.
  void show_address(const std::string& text);
  // What the room tells; lines of memory links are passed over. Nothing leaves before finish().
  void tell(const Room& room, std::span<const LinkId> to, const HostMessage& message);
  // After all of a commit was told: closes the lines of removed seats, sends what is due. True: take_join_news() has news.
  bool finish(Room& room);

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t role_count = static_cast<std::size_t>(Role::stage) + 1;
  // Messages that wait until their seat may write again; one may be a ballot.
  struct Waiting : std::deque<Bytes> {
    Waiting() = default;
    Waiting(Waiting&&) = default;
    ~Waiting() {
      for (Bytes& bytes : *this) erase_secret(bytes);
    }
  };
  struct Line {
    std::string address;
    std::optional<HostSeal> seal;  // from the greeting on
    std::optional<Door::Admitted> admitted;
    Clock::time_point admitted_at{}, next_time{};  // when it is told what time it is
    bool said_hello = false;
    bool was_cleared = false;    // the token's earlier seat
    SeatId seat;                 // welcomed
    std::optional<Role> role;    // of the seat, as far as it was told anything that only this role hears
    double presence_left = 0;    // how much of its movements is passed on now
    Clock::time_point presence_at{};
    Waiting waiting;
  };

  Reception(FileSystem& files, std::string path, SessionUuid session, const Workshop& workshop, DoorBook book, std::unique_ptr<Server> server,
            const ReceptionOptions& options);
  void hear(Room& room, Server::Arrival& arrival, std::int64_t now_ms);
  void hear(Room& room, const Server::Note& note);
  void started(Room& room, const std::string& address);
  void hear_bytes(Room& room, LineId id, Line& line, Bytes& bytes, std::int64_t now_ms);
  void hear_greeting(Room& room, LineId id, Line& line, std::span<const std::byte> bytes);
  std::optional<Bytes> opened(Room& room, LineId id, Line& line, std::span<const std::byte> bytes);
  void hear_message(Room& room, LineId id, Line& line, Bytes& bytes, std::int64_t now_ms);
  bool has_written_too_much(SeatId seat) const;
  void tell_to_wait(LineId id);
  bool hear_those_who_waited(Room& room, std::int64_t now_ms);
  bool may_take_new_seat(const std::string& address);
  void end_oldest_line_of(Room& room, LineId newest, const TokenDigest& token);
  void end_those_who_say_nothing(Room& room);
  void hear_from(Room& room, LineId id, Line& line, Knock& knock, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Hello& hello, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Command& command, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Presence& presence, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, Remind& remind, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, AreTwo& two, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, AskNaming& asked, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, NewCode& wish, std::int64_t now_ms);
  void hear_from(Room& room, LineId id, Line& line, AskTime& asks, std::int64_t now_ms);
  bool do_what_is_due(Room& room, std::int64_t now_ms);
  void tell_time(Clock::time_point now, std::int64_t now_ms);
  void look_for_addresses();
  void tell_how_to_join(const Room& room);
  void tell_how_to_join(const Room& room, LineId id, const Line& line);
  void hear_from(Room& room, LineId id, Line& line, StageTurn& turn, std::int64_t now_ms);
  void bring_up_to_date(Room& room, LineId id, Line& line, std::int64_t now_ms);
  void welcome(const Room& room, LineId id, SeatId seat);
  void note_seats(const Action& action);
  void review_seats(Room& room);
  void renew_keys_after_leaving(const Workshop& workshop);
  Result<void> use(DoorBook book);
  void flush();
  void say(LineId id, std::span<const std::byte> framed);
  void say(std::span<const LineId> to, std::span<const std::byte> framed);
  void say_to_role(Role role, std::span<const LineId> to, std::span<const std::byte> framed);
  void turn_away(LineId id, const TurnedAway& why);
  void hang_up(Room& room, LineId id);

  FileSystem& files_;
  std::string path_, note_;
  SessionUuid session_;
  Door door_;
  std::unique_ptr<Server> server_;
  const std::function<std::vector<std::string>()> addresses_;
  const std::uint16_t port_;
  mutable std::mutex join_;  // guards what join_info() and take_join_news() need
  std::string code_, secret_text_, facilitator_text_, stage_text_, shown_;
  std::vector<std::string> known_addresses_;
  std::optional<Result<void>> renewed_;
  bool moved_ = false;
  bool news_in_this_commit_ = false;
  Clock::time_point next_look_{}, next_time_{}, next_chores_{};
  const ServerLimits limits_;
  std::unordered_map<LineId, Line> lines_;
  std::array<RoleSeal, role_count> role_seals_;
  std::map<std::string, Rate> new_seats_;  // by address
  std::map<SeatId, Rate> written_;         // what each seat may still write
  std::vector<LineId> waiting_;            // whose messages wait for that
  Rate moves_told_;
  Outgoing outgoing_;
  Clock::time_point next_flush_{};
  std::vector<LineId> waits_for_book_;  // said hello while the book on disk was not as it is here
  bool book_changed_ = false;
  bool seats_may_have_changed_ = false;
  std::map<SeatId, Role> seated_;  // present, as of the last review and those who came since
  struct StrandedThere {
    std::string address;
    Stranded device;
  };
  bool look_for_shared_devices(Room& room);
  void tell_stranded(Room& room) const;
  std::vector<StrandedThere> stranded_;  // the newest last
  double notes_left_ = max_stranded;     // how many more are heard now
  Clock::time_point note_at_{};
  std::vector<OneDevice> one_device_;    // as it was told last
};

}  // namespace standpoint
