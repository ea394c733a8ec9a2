// What sealing costs: the server and its screens in one thread, so that nothing but the processor counts, told the same with and without
// it, by turns. The room, the disk and the network between are left out: of a whole delivery it is a smaller part. See parts.h.
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>

#include "app/net/line/seal.h"
#include "app/net/line/socket.h"
#include "app/net/server/server.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t screens = 200;
constexpr int sealing_turns = 30, changes_a_turn = 20, ballots_a_turn = 200;

std::unique_ptr<Server> own_server() {
  ServerOptions options;
  options.bind = "127.0.0.1";
  options.port = 0;
  options.limits.messages_per_second = options.limits.message_burst = 1e9;
  options.limits.bytes_per_second = options.limits.byte_burst = 1e12;
  return expected(Server::listen(options, Site::unbuilt()));
}

// Lines whose two ends are both here.
class BothEnds {
 public:
  BothEnds() : server_(own_server()), sockets_(expected(Sockets::to("127.0.0.1", server_->port()))) {
    for (std::size_t n = 0; n < screens; ++n) {
      Ends ends;
      ends.socket = sockets_->open();
      for (const Stopwatch watch; !ends.line;) {
        for (const Server::Arrival& arrival : server_->wait(1ms))
          if (std::holds_alternative<Server::Made>(arrival.what)) ends.line = arrival.line;
        (void)sockets_->wait(100us);
        if (watch.seconds() > 10) throw std::runtime_error("no line was made");
      }
      if (!server_->trust(*ends.line, Server::Trust::participant)) throw std::runtime_error("there is no room for a line");
      if (n == 0) first_socket_ = ends.socket;
      agree(ends);
      ends_.push_back(std::move(ends));
    }
  }

  // One change to every screen.
  void tell_all(const Bytes& framed, bool sealed) {
    const Piece piece = server_->piece(sealed ? role_.seal(framed) : framed);
    for (const Ends& ends : ends_) server_->send(*ends.line, piece);
    std::size_t arrived = 0;
    while (arrived < ends_.size()) {
      (void)server_->wait(0ms);
      for (const SocketId socket : sockets_->wait(0us))
        for (const Sockets::Arrived& one : sockets_->take(socket)) {
          ++arrived;
          if (sealed && expected(ends_[socket - first_socket_].screen->hear(one.bytes)).framed.empty()) throw std::runtime_error("a sealed change was not understood");
        }
    }
  }

  // One ballot, and its acknowledgement.
  void ask(std::size_t n, const ToHost& ballot, const Bytes& answer, bool sealed) {
    Ends& ends = ends_[n];
    sockets_->send(ends.socket, sealed ? *ends.screen->seal(ballot) : encoded(ballot));
    for (bool answered = false; !answered;) {
      (void)sockets_->wait(0us);
      for (const Server::Arrival& arrival : server_->wait(0ms)) {
        const auto* const bytes = std::get_if<Bytes>(&arrival.what);
        if (bytes == nullptr) continue;
        if (sealed && !ends.host->open(*bytes)) throw std::runtime_error("a sealed ballot was not understood");
        server_->send(arrival.line, sealed ? ends.host->seal(answer) : answer);
      }
      for (const Sockets::Arrived& one : sockets_->take(ends.socket)) {
        answered = true;
        if (sealed) (void)expected(ends.screen->hear(one.bytes));
      }
    }
  }

 private:
  struct Ends {
    SocketId socket = 0;
    std::optional<LineId> line;
    std::unique_ptr<ScreenSeal> screen = std::make_unique<ScreenSeal>();
    std::optional<HostSeal> host;
  };
  // Without the network: only what follows is measured.
  void agree(Ends& ends) const {
    const Knock knock{Key{1}, Key{2}, ""};
    const std::optional<Bytes> greeting = ends.screen->seal(knock);
    const std::optional<Answered> answered = answer_to(*greeting_from(*greeting), KeyAnswer::By::secret, digest_of(knock.secret));
    ends.host.emplace(*answered);
    const ScreenSeal::Heard heard = expected(ends.screen->hear(answer_record(answered->answer)));
    if (!ends.host->open(heard.answer)) throw std::runtime_error("the two ends of a line do not agree");
    (void)expected(ends.screen->hear(*ends.host->give(role_)));
  }

  std::unique_ptr<Server> server_;
  std::unique_ptr<Sockets> sockets_;
  RoleSeal role_;
  SocketId first_socket_ = 0;  // the others are numbered on from it
  std::vector<Ends> ends_;
};

}  // namespace

Json measure_sealing() {
  BothEnds ends;
  const Bytes change = framed(HostMessage{Event{1000, 1'795'093'200'000, SeatId{2}, 1, MoveStakeholders{{{mint<StakeholderId>(SeatId{1}, 1), true, {1000, 5000}, Ring::internal}}}}});
  const ToHost ballot = Command{SeatId{2}, 7, SealInput{mint<ActivityId>(SeatId{1}, 10), Ballot{}}};
  const Bytes answer = framed(HostMessage{Acknowledged{SeatId{2}, 7, 1000}});
  double seconds[2] = {0, 0};
  std::vector<double> asked_ms[2];
  for (int turn = 0; turn < sealing_turns; ++turn)
    for (const bool sealed : {false, true}) {
      const Stopwatch told;
      for (int i = 0; i < changes_a_turn; ++i) ends.tell_all(change, sealed);
      seconds[sealed] += told.cpu_milliseconds() / 1000;
      for (std::size_t i = 0; i < ballots_a_turn; ++i) {
        const Stopwatch asked;
        ends.ask(i % screens, ballot, answer, sealed);
        asked_ms[sealed].push_back(asked.milliseconds());
      }
    }
  constexpr double deliveries = double{screens} * sealing_turns * changes_a_turn;
  return {{"deliveries_per_s_sealed", std::round(deliveries / seconds[1])},
          {"deliveries_per_s_in_the_clear", std::round(deliveries / seconds[0])},
          {"fewer_deliveries_percent", rounded(100 * (1 - seconds[0] / seconds[1]))},
          {"asked_and_answered_sealed_p50_ms", rounded(percentile(asked_ms[1], 0.5))},
          {"asked_and_answered_in_the_clear_p50_ms", rounded(percentile(asked_ms[0], 0.5))}};
}

}  // namespace standpoint::bench
