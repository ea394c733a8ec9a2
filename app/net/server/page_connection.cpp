#include "app/net/server/page_connection.h"

#include <array>
#include <string_view>
#include <utility>

namespace standpoint::connection {
namespace {

constexpr std::uint32_t largest_head = 8 * 1024;

std::string_view text(beast::string_view view) { return {view.data(), view.size()}; }

WebRequest asked_by(const http::request<http::empty_body>& request, bool is_whole) {
  return {text(request.method_string()), text(request.target()), text(request[http::field::host]), text(request[http::field::origin]), text(request["Standpoint-Hint"]),
          websocket::is_upgrade(request), takes_gzip(text(request[http::field::accept_encoding])),
          request.keep_alive() && is_whole};
}

bool is_gone(Error error) { return error == http::error::end_of_stream || error == beast::error::timeout || error.category() == asio::error::get_system_category(); }

}  // namespace

PageConnection::PageConnection(Socket&& socket, Places::Ticket&& ticket, std::string address, std::shared_ptr<const Site> site, std::vector<std::string> names, Listener& listener, const ServerLimits& limits)
    : stream_(std::move(socket)), ticket_(std::move(ticket)), address_(std::move(address)), site_(std::move(site)), names_(std::move(names)), listener_(listener), limits_(limits), buffer_(largest_head + 1024) {}

void PageConnection::start() {
  ticket_.when_wanted([self = weak_from_this()] {
    if (const auto page = self.lock()) page->stream_.close();
  });
  read();
}

void PageConnection::read() {
  parser_.emplace();
  parser_->header_limit(largest_head);
  stream_.expires_after(limits_.handshake);
  http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) { self->heard(error); });
}

void PageConnection::heard(Error error) {
  ticket_.was_active();
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return say(answer_to_unreadable(431));
  if (error && is_gone(error)) return;
  if (error) return say(answer_to_unreadable(400));
  const auto& request = parser_->get();
  // Of two the browser may have meant the other.
  if (request.count(http::field::host) > 1 || request.count(http::field::origin) > 1) return say(answer_to_unreadable(400));
  WebAnswer answer = answer_to(asked_by(request, parser_->is_done()), *site_, names_);
  if (answer.note) listener_.noted({address_, *answer.note});
  if (!answer.upgrade) return say(std::move(answer));
  stream_.expires_never();
  listener_.upgrade(stream_.release_socket(), std::move(ticket_), request);
}

void PageConnection::say(WebAnswer answer) {
  answer_ = std::move(answer);
  stream_.expires_after(2 * limits_.stalled);
  const std::array<asio::const_buffer, 2> parts{asio::buffer(answer_.head), asio::buffer(answer_.body.data(), answer_.body.size())};
  asio::async_write(stream_, parts, [self = shared_from_this()](Error error, std::size_t) {
    if (error) return;
    if (self->answer_.keep_alive) return self->read();
    Error ignored;
    self->stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  });
}

}  // namespace standpoint::connection
