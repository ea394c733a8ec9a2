// What waits to be written to one line: one write at a time, never more than its share of memory, and what becomes of a
// line that reads too slowly or not at all. Pure: bytes and a given time. Used by the server's lines; knows no sockets.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "app/net/door/places.h"
#include "app/net/server/piece.h"

namespace standpoint {

class LineQueue {
 public:
  explicit LineQueue(const ServerLimits& limits) : limits_(limits) {}

  // What does not fit is dropped with all that waits, and nothing is taken until resume().
  void push(Piece);
  void resume() { lags_ = false; }
  // The pieces of the next write, kept until it is finished. Nothing: a write is under way, or nothing waits.
  std::span<const Piece> begin_write(ServerTime now);
  // True: something was dropped, and there is room again.
  bool finish_write();
  bool idle() const { return writing_.empty(); }
  // Since when the write that is under way has not been finished, how much it is, and how much waits behind it.
  ServerTime write_began() const { return write_began_; }
  std::size_t writing_bytes() const;
  std::size_t waiting_bytes() const { return waiting_bytes_; }
  // What waits goes nowhere, as if it had not fitted.
  void drop_waiting();
  // Drops what waits behind a slow write. False: nothing was read for so long that the line is to end.
  bool look_at_the_clock(ServerTime now);

 private:
  const ServerLimits& limits_;
  std::deque<Piece> waiting_;
  std::vector<Piece> writing_;
  std::size_t waiting_bytes_ = 0;
  ServerTime write_began_{};
  bool lags_ = false;
};

}  // namespace standpoint
