#include "app/net/line/connection.h"

#include <functional>
#include <utility>

#include "app/net/line/seal.h"
#include "app/net/server/web_answer.h"
#include "core/file/secret.h"

namespace standpoint::connection {
namespace {

// Buffers that stand elsewhere until they are written: copied often on the way, which must cost nothing.
class Parts {
 public:
  using value_type = asio::const_buffer;
  using const_iterator = const asio::const_buffer*;
  explicit Parts(const std::vector<asio::const_buffer>& parts) : begin_(parts.data()), end_(parts.data() + parts.size()) {}
  const_iterator begin() const { return begin_; }
  const_iterator end() const { return end_; }

 private:
  const_iterator begin_, end_;
};

}  // namespace

LineConnection::LineConnection(LineId id, Socket&& socket, Places::Ticket&& ticket, Listener& listener, const ServerLimits& limits)
    : id_(id), socket_(std::move(socket), Rate(static_cast<double>(limits.stranger_bytes), static_cast<double>(limits.stranger_bytes), Clock::now())), ticket_(std::move(ticket)), listener_(listener), limits_(limits), pause_(socket_.get_executor()),
      rate_(limits.messages_per_second, limits.message_burst, Clock::now()), controls_(limits.controls_per_second, limits.control_burst, Clock::now()), queue_(limits) {
  auto timeout = websocket::stream_base::timeout::suggested(beast::role_type::server);
  timeout.handshake_timeout = limits.handshake;
  timeout.idle_timeout = websocket::stream_base::none();  // look_at_the_clock() asks, and knows of slow writes
  timeout.keep_alive_pings = false;
  socket_.set_option(timeout);
  socket_.set_option(websocket::stream_base::decorator([](websocket::response_type& answer) {
    answer.set(http::field::server, "Standpoint");  // else Beast says its version
    answer.set("Content-Security-Policy", loads_nothing);
  }));
  socket_.control_callback([this](websocket::frame_type, beast::string_view) { heard_control(); });
  socket_.read_message_max(max_participant_message + sealed_more);
  socket_.auto_fragment(false);  // what the host joined goes out as one message
  socket_.binary(true);
  buffer_.reserve(max_participant_message + sealed_more);  // one that grew would leave what it held behind
}

void LineConnection::accept(const http::request<http::empty_body>& request) {
  ticket_.when_wanted([self = weak_from_this()] {
    if (const auto line = self.lock()) line->hang_up();
  });
  socket_.async_accept(request, [self = shared_from_this()](Error error) {
    if (error) return self->end();
    self->heard_at_ = Clock::now();
    self->pinging_ = false;
    self->allow_to_leave();
    self->listener_.arrived(self->id_, Server::Made{self->ticket_.address()});
    self->read();
  });
}

// Who was told to leave has this long to say goodbye; Beast calls that a handshake, too.
void LineConnection::allow_to_leave() {
  websocket::stream_base::timeout timeout;
  socket_.get_option(timeout);
  timeout.handshake_timeout = limits_.goodbye;
  socket_.set_option(timeout);
}

bool LineConnection::trust(Server::Trust trust) {
  const bool leads = trust == Server::Trust::facilitator;
  admitted_ = admitted_ || trust != Server::Trust::stranger;
  if (trust <= Server::Trust::guest || (trusted_ && unlimited_ == leads)) return true;
  if (!ticket_.trust(leads)) return false;
  trusted_ = true;
  unlimited_ = leads;
  socket_.read_message_max((unlimited_ ? max_facilitator_message : max_participant_message) + sealed_more);
  const double factor = unlimited_ ? limits_.facilitator_factor : 1;
  socket_.next_layer().set_budget(Rate(factor * limits_.bytes_per_second, factor * limits_.byte_burst, Clock::now()));
  return true;
}

void LineConnection::send(Piece piece) {
  if (closing_) return;
  queue_.push(std::move(piece));
  write();
}

void LineConnection::close() {
  closing_ = true;
  if (queue_.idle()) say_goodbye();
}

void LineConnection::look_at_the_clock(Clock::time_point now) {
  if (!admitted_ && now - made_ > limits_.handshake) return hang_up();
  if (!queue_.look_at_the_clock(now)) return hang_up();
  if (!queue_.idle() || held_) return;  // a ping would wait behind the write, which has a time of its own
  if (now - heard_at_ > limits_.silent) return hang_up();
  if (now - heard_at_ > limits_.silent / 3) ping();
}

// A page that sleeps answers through its browser; one whose network is gone does not.
void LineConnection::ping() {
  if (std::exchange(pinging_, true)) return;
  socket_.async_ping({}, [self = shared_from_this()](Error) { self->pinging_ = false; });
}

void LineConnection::hold(bool held) {
  held_ = held;
  heard_at_ = Clock::now();
  if (!held_ && std::exchange(wants_to_read_, false)) read();
}

void LineConnection::read() {
  if (held_) {
    wants_to_read_ = true;
    return;
  }
  socket_.async_read(buffer_, [self = shared_from_this()](Error error, std::size_t) { self->heard(error); });
}

// A browser answers our pings and has no others: who sends many wants to keep the host busy.
void LineConnection::heard_control() {
  heard_at_ = Clock::now();
  if (!controls_.has(heard_at_)) return hang_up();
  controls_.take(heard_at_);
}

void LineConnection::heard(Error error) {
  if (error || closing_) return end();
  heard_at_ = Clock::now();
  if (socket_.got_text()) return hang_up();
  const auto data = buffer_.data();
  const auto* const first = static_cast<const std::byte*>(data.data());
  listener_.arrived(id_, Bytes(first, first + data.size()));
  overwrite({static_cast<std::byte*>(const_cast<void*>(data.data())), data.size()});  // it may be somebody's ballot
  buffer_.consume(buffer_.size());
  const auto wait = unlimited_ ? std::chrono::milliseconds(0) : rate_.take(Clock::now());
  if (wait.count() == 0) return read();
  pause_.expires_after(wait);
  pause_.async_wait([self = shared_from_this()](Error stopped) {
    if (!stopped) self->read();
  });
}

void LineConnection::write() {
  const std::span<const Piece> pieces = queue_.begin_write(Clock::now());
  if (pieces.empty()) return;
  parts_.clear();
  for (const Piece& piece : pieces) parts_.emplace_back(piece->data(), piece->size());
  socket_.async_write(Parts{parts_}, [self = shared_from_this()](Error error, std::size_t) { self->written(error); });
}

void LineConnection::written(Error error) {
  const bool lags = queue_.finish_write();
  if (error) return hang_up();
  if (lags) listener_.arrived(id_, Server::Lagging{});
  write();
  if (closing_ && queue_.idle()) say_goodbye();
}

void LineConnection::say_goodbye() {
  socket_.async_close(websocket::close_code::normal, [self = shared_from_this()](Error) {});
}

void LineConnection::hang_up() {
  Error ignored;
  socket_.next_layer().close(ignored);
  end();
}

void LineConnection::end() {
  closing_ = true;
  pause_.cancel();
  listener_.lost(id_);
}

}  // namespace standpoint::connection
