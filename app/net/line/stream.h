// The socket under a WebSocket, whose reader's old bytes are wiped before new ones come, and which reads no faster than its budget.
// A WebSocket of Beast keeps what it read, unmasked and frame after frame, in a buffer of its own until that is full: whoever read
// the host's memory would find ballots with their seats there long after the reveal. What it offers to read into is all of that
// buffer that is used up. And it shows neither empty fragments nor how many bytes a frame cost: here all of them count. Used by the
// server only.
#pragma once

#include <chrono>
#include <utility>  // before Asio 1.74, which forgets it

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "app/net/door/places.h"
#include "core/file/secret.h"

namespace standpoint {

template <class Stream>
class LineStream : public Stream {
  using Error = boost::system::error_code;
  using Clock = std::chrono::steady_clock;

 public:
  LineStream(Stream&& stream, Rate bytes) : Stream(std::move(stream)), bytes_(bytes), pause_(this->get_executor()) {}

  // From now on it may read so many bytes a second.
  void set_budget(Rate bytes) { bytes_ = bytes; }

  template <class Buffers, class Handler>
  auto async_read_some(const Buffers& buffers, Handler&& handler) {
    enum class Step { wait, read, done };
    return boost::asio::async_compose<Handler, void(Error, std::size_t)>(
        [this, buffers, step = Step::wait](auto& self, Error error = {}, std::size_t count = 0) mutable {
          if (step == Step::done) {
            const Clock::time_point now = Clock::now();
            may_read_at_ = now + bytes_.take(now, static_cast<double>(count));
            return self.complete(error, count);
          }
          if (step == Step::wait && Clock::now() < may_read_at_) {
            step = Step::read;
            pause_.expires_at(may_read_at_);
            return pause_.async_wait(std::move(self));
          }
          step = Step::done;
          if (error) return self.complete(error, 0);
          wipe(buffers);
          Stream::async_read_some(buffers, std::move(self));
        },
        handler, *this);
  }
  void close(Error& error) {
    pause_.cancel();
    Stream::close(error);
  }

 private:
  template <class Buffers>
  static void wipe(const Buffers& buffers) {
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto at = boost::asio::buffer_sequence_begin(buffers); at != end; ++at) {
      const boost::asio::mutable_buffer piece = *at;
      overwrite({static_cast<std::byte*>(piece.data()), piece.size()});
    }
  }

  Rate bytes_;
  Clock::time_point may_read_at_{};
  boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, typename Stream::executor_type> pause_;
};

// Beast ends a stream by these, and looks for them by its very type.
template <class Stream, class Handler>
void async_teardown(boost::beast::role_type role, LineStream<Stream>& stream, Handler&& handler) {
  using boost::beast::websocket::async_teardown;
  async_teardown(role, static_cast<Stream&>(stream), std::forward<Handler>(handler));
}
template <class Stream>
void teardown(boost::beast::role_type role, LineStream<Stream>& stream, boost::system::error_code& error) {
  using boost::beast::websocket::teardown;
  teardown(role, static_cast<Stream&>(stream), error);
}

}  // namespace standpoint
