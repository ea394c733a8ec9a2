// WebSockets to one host, many of them on one thread, and the Line over each: how robots and benchmarks join. Tablets have
// the browser's. Nothing runs outside wait(); knows no visitor and no message beyond its bytes. Boost stays in the .cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/net/line/line.h"
#include "app/net/line/seal.h"

namespace standpoint {

using SocketId = std::uint32_t;
using SteadyTime = std::chrono::steady_clock::time_point;

class Sockets {
 public:
  // `host`: a name or an address; looked up once. Failure: it is not known.
  static Result<std::unique_ptr<Sockets>> to(const std::string& host, std::uint16_t port);
  ~Sockets();
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;

  SocketId open();               // begins to connect
  void close(SocketId);          // at once and without a word, as when a tablet's battery ends
  void stop_reading(SocketId);   // the line stays, and what comes waits in the network
  void send(SocketId, Bytes);    // in order; goes nowhere unless open
  Line::State state(SocketId) const;

  struct Arrived { Bytes bytes; SteadyTime at; };
  std::vector<Arrived> take(SocketId);  // one for each WebSocket message since the last call

  // Sends and receives until something is new on any socket, for at most so long. Each id whose state changed or that has
  // something to take, once.
  std::vector<SocketId> wait(std::chrono::microseconds longest);

  struct Inside;

 private:
  explicit Sockets(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

class SocketLine final : public Line {
 public:
  // Everything that arrives is shown to `watch` before the visitor hears it.
  using Watch = std::function<void(const ToScreen&, SteadyTime)>;
  SocketLine(Sockets& sockets, SocketId id, Watch watch) : sockets_(sockets), id_(id), watch_(std::move(watch)) {}
  ~SocketLine() override { sockets_.close(id_); }
  void send(const ToHost&) override;
  std::vector<ToScreen> receive() override;
  State state() const override { return unsound_ ? State::lost : sockets_.state(id_); }

 private:
  Sockets& sockets_;
  SocketId id_;
  Watch watch_;
  ScreenSeal seal_;
  bool unsound_ = false;  // something came that is no message
};

}  // namespace standpoint
