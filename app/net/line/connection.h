// A tablet that takes part: one WebSocket, its messages limited in size and frequency, its queue and its end. Made by the
// server when a page asks for it. Keeps itself alive by its pending operations.
#pragma once

#include <memory>
#include <vector>

#include "app/net/line/queue.h"
#include "app/net/line/stream.h"
#include "app/net/server/connection.h"
#include "core/file/secret.h"

namespace standpoint::connection {

class LineConnection : public std::enable_shared_from_this<LineConnection> {
 public:
  LineConnection(LineId id, Socket&& socket, Places::Ticket&& ticket, Listener& listener, const ServerLimits& limits);

  void accept(const http::request<http::empty_body>& request);
  bool trust(Server::Trust trust);
  void send(Piece piece);
  void resume() { queue_.resume(); }
  const LineQueue& queue() const { return queue_; }
  void drop_waiting() { queue_.drop_waiting(); }
  void hold(bool held);
  void close();
  // Once a second. Ends what is beyond help.
  void look_at_the_clock(Clock::time_point now);
  // At once.
  void hang_up();

 private:
  void read();
  void heard(Error error);
  void heard_control();
  void write();
  void written(Error error);
  void ping();
  void allow_to_leave();
  void say_goodbye();
  void end();

  LineId id_;
  websocket::stream<LineStream<Socket>> socket_;
  Places::Ticket ticket_;
  Listener& listener_;
  const ServerLimits& limits_;
  Alarm pause_;
  Rate rate_, controls_;
  beast::basic_flat_buffer<WipingAllocator<char>> buffer_;
  LineQueue queue_;
  std::vector<asio::const_buffer> parts_;  // of the write that is under way
  Clock::time_point made_ = Clock::now(), heard_at_ = made_;
  bool pinging_ = true;  // also before the line is open
  bool admitted_ = false, trusted_ = false, unlimited_ = false, closing_ = false;
  bool held_ = false, wants_to_read_ = false;
};

}  // namespace standpoint::connection
