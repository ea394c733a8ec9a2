// The machine's end of the network: serves the page for tablets and carries messages over WebSockets, as numbered lines
// of bytes. Used by the host thread alone, except wake(). Knows nothing of seats, rooms or what the bytes mean.
// A slow line never costs more than its queue: what does not fit is dropped, and the owner is told when to send anew.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/net/server/piece.h"
#include "app/net/server/site.h"
#include "app/net/server/web_answer.h"
#include "core/file/codec.h"
#include "core/workshop/result.h"

namespace standpoint {

// Numbered from here on, so that they are never taken for links in memory.
using LineId = std::uint32_t;
inline constexpr LineId first_line = 0x8000'0000;

struct ServerLimits {
  std::size_t connections = 4096;             // in all; fewer where the system has too few open files for them
  std::size_t reserved_for_leaders = 64;      // of these: whoever facilitates, and stages
  std::size_t strangers_per_address = 1024;   // not yet trusted by the owner; a thousand tablets may share one address
  std::size_t trusted_per_address = 1500;     // of these none that leads
  double new_per_second = 500;                // from one address, after a first burst
  double burst = 1500;
  double messages_per_second = 50;            // of a line that is no facilitator's; more wait, and their sender with them
  double message_burst = 200;
  double bytes_per_second = 32 * 1024;        // of the same, whatever they are: one that sends more is read no faster
  double byte_burst = 256 * 1024;
  double facilitator_factor = 64;             // so many times as many bytes are a facilitator's: lists come in one message
  std::size_t stranger_bytes = 4 * 1024;      // at once and a second of a line before it is trusted; a knock has less than a tenth of it
  double controls_per_second = 2;             // pings and pongs of any line; one that sends more is ended
  double control_burst = 20;
  std::size_t queue_bytes = 256 * 1024;       // of one line
  // Of all lines, what several are sent counted once; with what else 300 lines need it stays under 64 MB.
  std::size_t queue_bytes_in_all = 40 * 1024 * 1024;
  std::chrono::milliseconds handshake{10'000};  // until a connection has asked for something, and a line has knocked
  std::chrono::milliseconds at_door{180'000};   // from a right knock until somebody has said their name; their page knocks again by itself
  std::size_t lines_per_token = 4;            // pages of one browser; the oldest ends
  // New seats from one address. A room of 300 behind one shared address comes in at once, and three times more with emptied browsers, and
  // so do the thousand that a benchmark has; a guest who wants all 1,950 needs 12 minutes, before the facilitator's eyes.
  double new_seats_per_second = 1, seat_burst = 1200;
  // What one seat writes into the file: in two hours 3 MB. A hand writes a tenth of that, and nobody pastes more than the burst.
  double written_per_second = 400, written_burst = 64 * 1024;
  double moves_told_per_second = 20'000;      // movements under fingers times those who are told of them; more are dropped
  std::chrono::milliseconds goodbye{1'000};     // from the end of a line until its connection is cut
  std::chrono::milliseconds slow{2'000};      // a write that takes longer drops what waits behind it
  std::chrono::milliseconds stalled{30'000};  // a write that takes longer ends the line
  std::chrono::milliseconds silent{12'000};   // a line that did not even answer a ping for so long is dead
};

struct ServerOptions {
  std::string bind = "0.0.0.0";
  std::uint16_t port = 8080;       // 0: any free one
  bool or_any_port = true;         // when it is taken
  std::vector<std::string> names;  // a browser may call us by these, besides our addresses and this machine's name
  ServerLimits limits;
};

class Server {
 public:
  struct Made { std::string address; };  // where it comes from
  struct Lost {};
  struct Lagging {};                     // something was dropped, and there is room again: resume, and send everything anew
  // A page says that it cannot draw; of no line. Few of them wait to be taken, and the rest go nowhere.
  struct Note { std::string address; StrandedNote said; };
  struct Arrival {
    LineId line = 0;
    std::variant<Made, Lost, Lagging, Bytes, Note> what;  // Bytes: one message; overwrite them after use
  };
  enum class Trust : std::uint8_t { stranger, guest, participant, facilitator };

  // Failure: the port cannot be had.
  static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Site site);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  // Runs the network until something arrived, wake() was called or the time is over, and gives what there is. Whatever still comes,
  // it returns a few milliseconds after the first of these: who sends without a pause keeps nobody waiting.
  std::vector<Arrival> wait(std::chrono::milliseconds at_most);
  // From any thread: wait() returns.
  void wake();
  // Bytes to be sent; every line that is sent the same piece shares it.
  Piece piece(Bytes bytes);
  // Lines that are gone are passed over. When too much is held in all, the line that has been reading its piece for longest gives up.
  void send(LineId, Piece);
  void send(LineId id, Bytes bytes) { send(id, piece(std::move(bytes))); }
  // What all queues hold.
  std::size_t held() const;
  // Nothing is read from it until it is let go again, and it is not taken for dead meanwhile.
  void hold(LineId, bool held);
  // Until then, what is sent to a line that something was dropped for goes nowhere, too.
  void resume(LineId);
  // Sets how large and how frequent messages may be; nobody is trusted at first, and a guest's place may still be given to others. False:
  // there is no room for another participant, and the line stays a stranger's.
  bool trust(LineId, Trust);
  // Once what was sent is written. Nothing more arrives from it, not even Lost.
  void close(LineId);
  std::size_t connections() const;

 private:
  struct Network;
  explicit Server(std::unique_ptr<Network> network);
  std::unique_ptr<Network> network_;
};

}  // namespace standpoint
