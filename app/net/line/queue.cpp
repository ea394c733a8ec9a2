#include "app/net/line/queue.h"

#include <utility>

#include "app/net/server/server.h"

namespace standpoint {
namespace {

constexpr std::size_t pieces_per_write = 64;  // as many as one system call takes

}  // namespace

// One piece may be larger than the queue: a snapshot of a large session must get through.
void LineQueue::push(Piece piece) {
  if (lags_) return;
  if (!waiting_.empty() && waiting_bytes_ - waiting_.front()->size() + piece->size() > limits_.queue_bytes) return drop_waiting();
  waiting_bytes_ += piece->size();
  waiting_.push_back(std::move(piece));
}

std::span<const Piece> LineQueue::begin_write(ServerTime now) {
  if (!writing_.empty() || waiting_.empty()) return {};
  while (!waiting_.empty() && writing_.size() < pieces_per_write) {
    waiting_bytes_ -= waiting_.front()->size();
    writing_.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  write_began_ = now;
  return writing_;
}

bool LineQueue::finish_write() {
  writing_.clear();
  return lags_;
}

bool LineQueue::look_at_the_clock(ServerTime now) {
  if (writing_.empty()) return true;
  if (now - write_began_ > limits_.stalled) return false;
  if (now - write_began_ > limits_.slow && !waiting_.empty()) drop_waiting();
  return true;
}

std::size_t LineQueue::writing_bytes() const {
  std::size_t bytes = 0;
  for (const Piece& piece : writing_) bytes += piece->size();
  return bytes;
}

void LineQueue::drop_waiting() {
  waiting_.clear();
  waiting_bytes_ = 0;
  lags_ = true;
}

}  // namespace standpoint
