// The server on Boost.Beast, and the only file that knows it. Everything runs on the thread that calls wait(); handlers
// keep their connection alive. See server.h.
#include <utility>  // before Asio 1.74, which forgets it

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>

#include <sys/resource.h>
#include <unistd.h>

#include "app/net/server.h"
#include "app/net/web_answer.h"
#include "core/secret.h"
#include "core/wire.h"

namespace standpoint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
// One io_context for all, known when compiled: a thousand writes a change would pay for executors that could be any.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
using Alarm = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using PageStream = beast::basic_stream<tcp, Executor>;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t largest_head = 8 * 1024;
constexpr std::size_t buffers_per_write = 64;
constexpr int kernel_send_buffer = 256 * 1024;
constexpr rlim_t open_files_wanted = 8192;

// So many a second, and a few more after a rest.
class Bucket {
 public:
  Bucket(double per_second, double most, Clock::time_point now) : per_second_(per_second), most_(most), has_(most), at_(now) {}
  // How long to wait before the next one; it counts already.
  std::chrono::milliseconds take(Clock::time_point now) {
    has_ = std::min(most_, has_ + per_second_ * std::chrono::duration<double>(now - at_).count()) - 1;
    at_ = now;
    return std::chrono::milliseconds(has_ >= 0 ? 0 : static_cast<long>(-has_ / per_second_ * 1000) + 1);
  }
  bool full(Clock::time_point now) const { return has_ + per_second_ * std::chrono::duration<double>(now - at_).count() >= most_; }

 private:
  double per_second_, most_, has_;
  Clock::time_point at_;
};

struct Place {
  std::size_t connections = 0, strangers = 0;
  Bucket new_ones;
};
using Places = std::map<std::string, Place>;

// One connection's share of the limits; given back with it.
class Ticket {
 public:
  Ticket(Places& places, std::string address) : places_(&places), address_(std::move(address)) {
    Place& place = places_->at(address_);
    ++place.connections;
    ++place.strangers;
  }
  Ticket(Ticket&& other) noexcept : places_(std::exchange(other.places_, nullptr)), address_(std::move(other.address_)), stranger_(other.stranger_) {}
  Ticket& operator=(Ticket&&) = delete;
  ~Ticket() {
    if (places_ == nullptr) return;
    trust();
    --places_->at(address_).connections;
  }
  void trust() {
    if (std::exchange(stranger_, false)) --places_->at(address_).strangers;
  }
  const std::string& address() const { return address_; }

 private:
  Places* places_;
  std::string address_;
  bool stranger_ = true;
};

// What connections tell the network; it outlives them.
struct Arrivals {
  virtual ~Arrivals() = default;
  virtual void upgrade(Socket&&, Ticket&&, const http::request<http::empty_body>&) = 0;
  virtual void arrived(LineId, decltype(Server::Arrival::what)) = 0;
  virtual void lost(LineId) = 0;
};

// ---- a browser that loads the page ----

class PageConnection : public std::enable_shared_from_this<PageConnection> {
 public:
  PageConnection(Socket&& socket, Ticket&& ticket, const Site& site, std::vector<std::string> names, Arrivals& network, const ServerLimits& limits)
      : stream_(std::move(socket)), ticket_(std::move(ticket)), site_(site), names_(std::move(names)), network_(network), limits_(limits) {}

  void read() {
    parser_.emplace();
    parser_->header_limit(largest_head);
    stream_.expires_after(limits_.handshake);
    http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) { self->heard(error); });
  }

 private:
  void heard(Error error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return say(answer_to_unreadable(431));
    if (error && (error == http::error::end_of_stream || error == beast::error::timeout || error.category() == asio::error::get_system_category())) return;
    if (error) return say(answer_to_unreadable(400));
    const auto& request = parser_->get();
    const auto text = [](beast::string_view view) { return std::string_view(view.data(), view.size()); };
    const WebRequest asked{text(request.method_string()), text(request.target()), text(request[http::field::host]), text(request[http::field::origin]),
                           websocket::is_upgrade(request), text(request[http::field::accept_encoding]).find("gzip") != std::string_view::npos,
                           request.keep_alive() && parser_->is_done()};
    WebAnswer answer = answer_to(asked, site_, names_);
    if (!answer.upgrade) return say(std::move(answer));
    stream_.expires_never();
    network_.upgrade(stream_.release_socket(), std::move(ticket_), request);
  }

  void say(WebAnswer answer) {
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

  PageStream stream_;
  Ticket ticket_;
  const Site& site_;
  std::vector<std::string> names_;
  Arrivals& network_;
  const ServerLimits& limits_;
  beast::flat_buffer buffer_{largest_head + 1024};
  std::optional<http::request_parser<http::empty_body>> parser_;
  WebAnswer answer_;
};

// ---- a tablet that takes part ----

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

class LineConnection : public std::enable_shared_from_this<LineConnection> {
 public:
  LineConnection(LineId id, Socket&& socket, Ticket&& ticket, Arrivals& network, const ServerLimits& limits)
      : id_(id), socket_(std::move(socket)), ticket_(std::move(ticket)), network_(network), limits_(limits), pause_(socket_.get_executor()),
        rate_(limits.messages_per_second, limits.message_burst, Clock::now()) {
    auto timeout = websocket::stream_base::timeout::suggested(beast::role_type::server);
    timeout.handshake_timeout = limits.handshake;
    timeout.idle_timeout = limits.stalled;
    timeout.keep_alive_pings = true;
    socket_.set_option(timeout);
    socket_.read_message_max(max_participant_message);
    socket_.auto_fragment(false);  // what the host joined goes out as one message
    socket_.binary(true);
  }

  void accept(const http::request<http::empty_body>& request) {
    socket_.async_accept(request, [self = shared_from_this()](Error error) {
      if (error) return self->end();
      self->network_.arrived(self->id_, Server::Made{self->ticket_.address()});
      self->read();
    });
  }

  void trust(Server::Trust trust) {
    if (trust == Server::Trust::stranger) return;
    trusted_ = true;
    ticket_.trust();
    unlimited_ = trust == Server::Trust::facilitator;
    socket_.read_message_max(unlimited_ ? max_facilitator_message : max_participant_message);
  }

  void send(std::shared_ptr<const Bytes> bytes) {
    // One piece may be larger than the queue: a snapshot of a large session must get through.
    if (closing_ || lagging_) return;
    if (!waiting_.empty() && waiting_bytes_ - waiting_.front()->size() + bytes->size() > limits_.queue_bytes) return drop_waiting();
    waiting_bytes_ += bytes->size();
    waiting_.push_back(std::move(bytes));
    write();
  }

  void resume() { lagging_ = false; }

  void close() {
    closing_ = true;
    if (writing_.empty()) say_goodbye();
  }

  // Once a second. Ends what is beyond help.
  void look_at_the_clock(Clock::time_point now) {
    if (!trusted_ && now - made_ > limits_.handshake) return hang_up();
    if (writing_.empty()) return;
    if (now - write_began_ > limits_.stalled) return hang_up();
    if (now - write_began_ > limits_.slow && !waiting_.empty()) drop_waiting();
  }

 private:
  void read() {
    socket_.async_read(buffer_, [self = shared_from_this()](Error error, std::size_t) { self->heard(error); });
  }

  void heard(Error error) {
    if (error || closing_) return end();
    if (socket_.got_text()) return hang_up();
    const auto data = buffer_.data();
    const auto* const first = static_cast<const std::byte*>(data.data());
    network_.arrived(id_, Bytes(first, first + data.size()));
    overwrite({static_cast<std::byte*>(const_cast<void*>(data.data())), data.size()});  // it may be somebody's ballot
    buffer_.consume(buffer_.size());
    const auto wait = unlimited_ ? std::chrono::milliseconds(0) : rate_.take(Clock::now());
    if (wait.count() == 0) return read();
    pause_.expires_after(wait);
    pause_.async_wait([self = shared_from_this()](Error stopped) {
      if (!stopped) self->read();
    });
  }

  void write() {
    if (!writing_.empty() || waiting_.empty()) return;
    parts_.clear();
    while (!waiting_.empty() && parts_.size() < buffers_per_write) {
      parts_.emplace_back(waiting_.front()->data(), waiting_.front()->size());
      waiting_bytes_ -= waiting_.front()->size();
      writing_.push_back(std::move(waiting_.front()));
      waiting_.pop_front();
    }
    write_began_ = Clock::now();
    socket_.async_write(Parts{parts_}, [self = shared_from_this()](Error error, std::size_t) { self->written(error); });
  }

  void written(Error error) {
    writing_.clear();
    if (error) return hang_up();
    if (lagging_) network_.arrived(id_, Server::Lagging{});
    if (!waiting_.empty()) return write();
    if (closing_) say_goodbye();
  }

  void drop_waiting() {
    waiting_.clear();
    waiting_bytes_ = 0;
    lagging_ = true;
  }

  void say_goodbye() {
    socket_.async_close(websocket::close_code::normal, [self = shared_from_this()](Error) {});
  }

  void hang_up() {
    Error ignored;
    beast::get_lowest_layer(socket_).close(ignored);
    end();
  }

  void end() {
    closing_ = true;
    pause_.cancel();
    network_.lost(id_);
  }

  LineId id_;
  websocket::stream<Socket> socket_;
  Ticket ticket_;
  Arrivals& network_;
  const ServerLimits& limits_;
  Alarm pause_;
  Bucket rate_;
  beast::flat_buffer buffer_;
  std::deque<std::shared_ptr<const Bytes>> waiting_;
  std::vector<std::shared_ptr<const Bytes>> writing_;  // one write at a time
  std::vector<asio::const_buffer> parts_;              // of it
  std::size_t waiting_bytes_ = 0;
  Clock::time_point made_ = Clock::now(), write_began_{};
  bool trusted_ = false, unlimited_ = false, lagging_ = false, closing_ = false;
};

// Every tablet is one open file; systems start programs with fewer than a large room needs.
void allow_many_files() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= open_files_wanted) return;
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, open_files_wanted);
  setrlimit(RLIMIT_NOFILE, &files);
}

std::string machine_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

// ---- all of them ----

struct Server::Network final : Arrivals {
  Network(const ServerOptions& given, Site pages) : options(given), site(std::move(pages)), acceptor(io), second(io) {}

  Result<void> listen() {
    Error error;
    const auto address = asio::ip::make_address(options.bind, error);
    if (error) return failed("“" + options.bind + "” is no address of this computer. Nothing is hosted; give one such as 0.0.0.0.");
    error = listen_at({address, options.port});
    if (error == asio::error::address_in_use && options.or_any_port) error = listen_at({address, 0});
    if (error)
      return failed("Port " + std::to_string(options.port) + " of " + options.bind + " cannot be used (" + error.message() +
                    "). Nothing is hosted; choose another port.");
    allow_many_files();
    accept();
    tick();
    return {};
  }

  Error listen_at(const tcp::endpoint& end) {
    Error error, ignored;
    acceptor.close(ignored);
    acceptor.open(end.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(end, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  void accept() {
    acceptor.async_accept([this](Error error, Socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error) welcome(std::move(socket));
      else if (full(error)) return rest();
      accept();
    });
  }
  static bool full(Error error) { return error == asio::error::no_descriptors || error == asio::error::no_buffer_space || error == asio::error::no_memory; }
  // No files left: those who knock wait a little.
  void rest() {
    auto timer = std::make_shared<Alarm>(io, std::chrono::milliseconds(100));
    timer->async_wait([this, timer](Error error) {
      if (!error) accept();
    });
  }

  // Too many: the socket is closed with its object, and nothing is kept of it.
  void welcome(Socket socket) {
    Error error;
    const auto there = socket.remote_endpoint(error);
    if (error) return;
    const auto here = socket.local_endpoint(error);
    if (error) return;
    const std::string address = there.address().to_string();
    const auto now = Clock::now();
    auto place = places.find(address);
    if (place == places.end()) {
      if (places.size() >= options.limits.connections) return;
      place = places.emplace(address, Place{0, 0, Bucket(options.limits.new_per_second, options.limits.burst, now)}).first;
    }
    if (all_connections() >= options.limits.connections || place->second.strangers >= options.limits.strangers_per_address) return;
    if (place->second.new_ones.take(now).count() > 0) return;
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::send_buffer_size(kernel_send_buffer), error);
    std::make_shared<PageConnection>(std::move(socket), Ticket(places, address), site, names_at(here), *this, options.limits)->read();
  }

  std::size_t all_connections() const {
    std::size_t all = 0;
    for (const auto& [address, place] : places) all += place.connections;
    return all;
  }

  // How a browser may call us: by the very address it reached, this machine's name, and what the owner added.
  std::vector<std::string> names_at(const tcp::endpoint& here) const {
    std::vector<std::string> names = options.names;
    const auto address = here.address();
    names.push_back(address.is_v6() ? "[" + address.to_string() + "]" : address.to_string());
    if (address.is_loopback()) names.push_back("localhost");
    if (const std::string name = machine_name(); !name.empty()) {
      names.push_back(name);
      names.push_back(name + ".local");
    }
    std::vector<std::string> with_port;
    for (std::string& name : names) {
      name = lower(std::move(name));
      with_port.push_back(name + ":" + std::to_string(here.port()));
      if (here.port() == 80) with_port.push_back(name);
    }
    return with_port;
  }

  void upgrade(Socket&& socket, Ticket&& ticket, const http::request<http::empty_body>& request) override {
    const LineId id = first_line + ++lines_made;
    const auto line = std::make_shared<LineConnection>(id, std::move(socket), std::move(ticket), *this, options.limits);
    lines[id] = line;
    line->accept(request);
  }
  void arrived(LineId id, decltype(Arrival::what) what) override {
    if (lines.count(id) != 0) arrivals.push_back({id, std::move(what)});
  }
  void lost(LineId id) override {
    if (lines.erase(id) != 0) arrivals.push_back({id, Lost{}});
  }

  void tick() {
    second.expires_after(std::chrono::seconds(1));
    second.async_wait([this](Error error) {
      if (error) return;
      const auto now = Clock::now();
      std::vector<std::shared_ptr<LineConnection>> all;
      for (const auto& [id, line] : lines) all.push_back(line);
      for (const auto& line : all) line->look_at_the_clock(now);
      std::erase_if(places, [&](const auto& place) { return place.second.connections == 0 && place.second.new_ones.full(now); });
      tick();
    });
  }

  ServerOptions options;
  Site site;
  Places places;
  asio::io_context io{1};  // destroyed before what stands above: its handlers hold tickets
  asio::basic_socket_acceptor<tcp, Executor> acceptor;
  Alarm second;
  std::unordered_map<LineId, std::shared_ptr<LineConnection>> lines;
  LineId lines_made = 0;
  std::vector<Arrival> arrivals;
  bool woken = false;
};

Server::Server(std::unique_ptr<Network> network) : network_(std::move(network)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, Site site) {
  auto network = std::make_unique<Network>(options, std::move(site));
  if (Result<void> listening = network->listen(); !listening) return failed(listening.error());
  return std::unique_ptr<Server>(new Server(std::move(network)));
}

std::uint16_t Server::port() const {
  Error error;
  return network_->acceptor.local_endpoint(error).port();
}

std::vector<Server::Arrival> Server::wait(std::chrono::milliseconds at_most) {
  const auto until = Clock::now() + at_most;
  network_->io.poll();
  while (network_->arrivals.empty() && !network_->woken && Clock::now() < until) {
    network_->io.run_one_until(until);
    network_->io.poll();
  }
  network_->woken = false;
  return std::exchange(network_->arrivals, {});
}

void Server::wake() {
  asio::post(network_->io, [this] { network_->woken = true; });
}

void Server::send(LineId id, std::shared_ptr<const Bytes> bytes) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->send(std::move(bytes));
}

void Server::resume(LineId id) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->resume();
}

void Server::trust(LineId id, Trust trust) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->trust(trust);
}

void Server::close(LineId id) {
  const auto line = network_->lines.find(id);
  if (line == network_->lines.end()) return;
  const auto keeps_it = line->second;
  network_->lines.erase(line);
  keeps_it->close();
}

std::size_t Server::connections() const { return network_->all_connections(); }

}  // namespace standpoint
