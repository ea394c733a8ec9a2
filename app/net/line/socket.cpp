// Boost.Beast's client, asynchronous, on one io_context that runs only inside wait().
#include "app/net/line/socket.h"

#include <algorithm>
#include <deque>
#include <map>
#include <thread>
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <fmt/format.h>

#include "app/net/door/key_text.h"
#include "core/file/secret.h"

namespace standpoint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Tcp = asio::ip::tcp;
using Trouble = boost::system::error_code;

constexpr std::size_t read_at_once = 64 * 1024;  // who stops reading stops in the middle of a message
constexpr std::size_t largest_message = 64 * 1024 * 1024;  // a snapshot of a large session
constexpr int handlers_in_a_row = 4096;                     // then the caller may look at what came

// One socket. Kept alive by its pending operations; `news` is where it says that something changed.
class OneSocket : public std::enable_shared_from_this<OneSocket> {
 public:
  OneSocket(asio::io_context& io, SocketId id, std::vector<SocketId>& news) : stream_(io), id_(id), news_(news) {}

  void connect(const Tcp::endpoint& to, const std::string& authority) {
    stream_.next_layer().async_connect(to, [self = shared_from_this(), authority](Trouble trouble) { self->shake_hands(trouble, authority); });
  }
  void close() {
    state = Line::State::lost;
    Trouble ignored;
    stream_.next_layer().close(ignored);
  }
  void send(Bytes bytes) {
    if (state != Line::State::open) return;
    to_send_.push_back(std::move(bytes));
    if (to_send_.size() == 1) send_next();
  }
  // And this computer keeps little for it: else megabytes of what nobody reads would leave the host all the same.
  void stop_reading() {
    reads_ = false;
    Trouble ignored;
    stream_.next_layer().set_option(asio::socket_base::receive_buffer_size(4096), ignored);
  }

  std::vector<Sockets::Arrived> arrived;
  Line::State state = Line::State::connecting;

 private:
  void shake_hands(Trouble trouble, const std::string& authority) {
    if (trouble || state == Line::State::lost) return lose();
    stream_.next_layer().set_option(Tcp::no_delay(true), trouble);
    stream_.read_message_max(largest_message);
    stream_.binary(true);
    stream_.set_option(websocket::stream_base::decorator([authority](websocket::request_type& request) { request.set(beast::http::field::origin, "http://" + authority); }));
    stream_.async_handshake(authority, socket_path, [self = shared_from_this()](Trouble failed) {
      if (failed || self->state == Line::State::lost) return self->lose();
      self->state = Line::State::open;
      self->tell();
      self->read_next();
    });
  }
  void read_next() {
    if (!reads_) return;
    stream_.async_read_some(buffer_, read_at_once, [self = shared_from_this()](Trouble trouble, std::size_t) {
      if (trouble) return self->lose();
      if (!self->stream_.is_message_done()) return self->read_next();
      const auto* const first = static_cast<const std::byte*>(self->buffer_.data().data());
      self->arrived.push_back({Bytes(first, first + self->buffer_.size()), std::chrono::steady_clock::now()});
      self->buffer_.consume(self->buffer_.size());
      self->tell();
      self->read_next();
    });
  }
  void send_next() {
    stream_.async_write(asio::buffer(to_send_.front().data(), to_send_.front().size()), [self = shared_from_this()](Trouble trouble, std::size_t) {
      if (trouble) return self->lose();
      erase_secret(self->to_send_.front());
      self->to_send_.pop_front();
      if (!self->to_send_.empty()) self->send_next();
    });
  }
  void lose() {
    if (state == Line::State::lost) return;
    close();
    tell();
  }
  void tell() { news_.push_back(id_); }

  websocket::stream<Tcp::socket> stream_;
  SocketId id_;
  std::vector<SocketId>& news_;
  beast::flat_buffer buffer_;
  std::deque<Bytes> to_send_;
  bool reads_ = true;
};

}  // namespace

struct Sockets::Inside {
  asio::io_context io{1};
  Tcp::endpoint to;
  std::string authority;  // host:port, as in the address
  std::map<SocketId, std::shared_ptr<OneSocket>> sockets;
  std::vector<SocketId> news;
  SocketId made = 0;

  OneSocket* find(SocketId id) const {
    const auto found = sockets.find(id);
    return found == sockets.end() ? nullptr : found->second.get();
  }
};

Sockets::Sockets(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Sockets::~Sockets() {
  for (const auto& [id, socket] : inside_->sockets) socket->close();
}

Result<std::unique_ptr<Sockets>> Sockets::to(const std::string& host, std::uint16_t port) {
  auto inside = std::make_unique<Inside>();
  Trouble trouble;
  const auto found = Tcp::resolver(inside->io).resolve(host, std::to_string(port), trouble);
  if (trouble || found.empty()) return failed(fmt::format("No computer is known as {}. Nobody joined; check the address.", host));
  inside->to = *found.begin();
  inside->authority = fmt::format("{}:{}", host, port);
  return std::unique_ptr<Sockets>(new Sockets(std::move(inside)));
}

SocketId Sockets::open() {
  const SocketId id = ++inside_->made;
  const auto socket = std::make_shared<OneSocket>(inside_->io, id, inside_->news);
  inside_->sockets[id] = socket;
  socket->connect(inside_->to, inside_->authority);
  return id;
}

void Sockets::close(SocketId id) {
  if (OneSocket* const socket = inside_->find(id)) socket->close();
  inside_->sockets.erase(id);
}

void Sockets::stop_reading(SocketId id) {
  if (OneSocket* const socket = inside_->find(id)) socket->stop_reading();
}

void Sockets::send(SocketId id, Bytes bytes) {
  if (OneSocket* const socket = inside_->find(id)) socket->send(std::move(bytes));
}

Line::State Sockets::state(SocketId id) const {
  const OneSocket* const socket = inside_->find(id);
  return socket == nullptr ? Line::State::lost : socket->state;
}

std::vector<Sockets::Arrived> Sockets::take(SocketId id) {
  OneSocket* const socket = inside_->find(id);
  return socket == nullptr ? std::vector<Arrived>{} : std::exchange(socket->arrived, {});
}

std::vector<SocketId> Sockets::wait(std::chrono::microseconds longest) {
  const auto until = std::chrono::steady_clock::now() + longest;
  inside_->io.restart();
  while (inside_->news.empty() && inside_->io.run_one_until(until) > 0) {}
  if (inside_->io.stopped()) std::this_thread::sleep_until(until);  // no socket at all, so nothing can be new
  for (int i = 0; i < handlers_in_a_row && inside_->io.poll_one() > 0; ++i) {}
  std::vector<SocketId> news = std::exchange(inside_->news, {});
  std::sort(news.begin(), news.end());
  news.erase(std::unique(news.begin(), news.end()), news.end());
  return news;
}

void SocketLine::send(const ToHost& message) {
  if (std::optional<Bytes> bytes = seal_.seal(message)) sockets_.send(id_, std::move(*bytes));
}

std::vector<ToScreen> SocketLine::receive() {
  std::vector<ToScreen> messages;
  for (const Sockets::Arrived& arrived : sockets_.take(id_)) {
    const Result<ScreenSeal::Heard> heard = seal_.hear(arrived.bytes);
    Result<std::vector<ToScreen>> told = heard ? heard->messages() : failed(heard.error());
    if (!told) {
      unsound_ = true;
      return messages;
    }
    if (!heard->answer.empty()) sockets_.send(id_, heard->answer);
    for (ToScreen& message : *told) {
      if (watch_) watch_(message, arrived.at);
      messages.push_back(std::move(message));
    }
  }
  return messages;
}

}  // namespace standpoint
