// A stream whose reader's old bytes are wiped before new ones come. A WebSocket of Beast keeps what it read, unmasked and frame
// after frame, in a buffer of its own until that is full: whoever read the host's memory would find ballots with their seats
// there long after the reveal. What it offers to read into is all of that buffer that is used up. Used by the server only.
#pragma once

#include <utility>  // before Asio 1.74, which forgets it

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "core/secret.h"

namespace standpoint {

template <class Stream>
class Wiped : public Stream {
 public:
  explicit Wiped(Stream&& stream) : Stream(std::move(stream)) {}

  template <class Buffers, class Handler>
  auto async_read_some(const Buffers& buffers, Handler&& handler) {
    const auto end = boost::asio::buffer_sequence_end(buffers);
    for (auto at = boost::asio::buffer_sequence_begin(buffers); at != end; ++at) {
      const boost::asio::mutable_buffer piece = *at;
      overwrite({static_cast<std::byte*>(piece.data()), piece.size()});
    }
    return Stream::async_read_some(buffers, std::forward<Handler>(handler));
  }
};

// Beast ends a stream by these, and looks for them by its very type.
template <class Stream, class Handler>
void async_teardown(boost::beast::role_type role, Wiped<Stream>& stream, Handler&& handler) {
  using boost::beast::websocket::async_teardown;
  async_teardown(role, static_cast<Stream&>(stream), std::forward<Handler>(handler));
}
template <class Stream>
void teardown(boost::beast::role_type role, Wiped<Stream>& stream, boost::system::error_code& error) {
  using boost::beast::websocket::teardown;
  teardown(role, static_cast<Stream&>(stream), error);
}

}  // namespace standpoint
