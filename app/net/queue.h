// Messages from one thread to another, in order. All that the host thread and the window thread share is two of these.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace standpoint {

template <class Message>
class Queue {
 public:
  // False: it is closed, and the message is gone.
  bool push(Message message) {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    messages_.push_back(std::move(message));
    arrived_.notify_one();
    if (ring_) ring_();
    return true;
  }

  // Everything there is, possibly nothing.
  std::vector<Message> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(messages_, {});
  }

  // Sleeps until there is something, and takes all of it. Empty only once the queue is closed and used up.
  std::vector<Message> wait_and_take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return closed_ || !messages_.empty(); });
    return std::exchange(messages_, {});
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrived_.notify_all();
    if (ring_) ring_();
  }

  // Called whenever wait_and_take would wake: for a reader that sleeps elsewhere. Not called any more once it is closed.
  void ring_with(std::function<void()> ring) {
    const std::lock_guard lock(mutex_);
    ring_ = std::move(ring);
  }

  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::function<void()> ring_;
  std::vector<Message> messages_;
  bool closed_ = false;
};

}  // namespace standpoint
