// The server on Boost.Beast: listens, admits, and hands on what its connections say. Everything runs on the thread that
// calls wait(); handlers keep their connection alive. See server.h.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/net/line/connection.h"
#include "app/net/server/page_connection.h"

namespace standpoint {

using namespace connection;

namespace {

constexpr int kernel_send_buffer = 256 * 1024;
constexpr rlim_t open_files_wanted = 8192;
constexpr auto slice = std::chrono::milliseconds(4);  // of the network, before whoever waits for it gets a turn

// Every tablet is one open file; systems start programs with fewer than a large room needs. Returns how many connections there may
// be, so that the session's own files can always be opened.
std::size_t allow_many_files(std::size_t connections) {
  constexpr rlim_t for_files = 64;
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return connections;
  if (files.rlim_cur < open_files_wanted) {
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, open_files_wanted);
    setrlimit(RLIMIT_NOFILE, &files);
    getrlimit(RLIMIT_NOFILE, &files);
  }
  return std::min<rlim_t>(connections, files.rlim_cur > 2 * for_files ? files.rlim_cur - for_files : files.rlim_cur / 2);
}

// Pieces as large as a snapshot come and go: each has pages of its own, given back when its last line was told. Left to itself glibc takes
// them into its heap once one was freed, and keeps the holes between them.
void give_large_pieces_back() {
  constexpr int large = 256 * 1024;
  mallopt(M_MMAP_THRESHOLD, large);
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

struct Server::Network final : Listener {
  Network(const ServerOptions& given, Site pages) : options(given), site(std::make_shared<const Site>(std::move(pages))), places(options.limits), acceptor(io), second(io) {}

  Result<void> listen() {
    Error error;
    const auto address = asio::ip::make_address(options.bind, error);
    if (error) return failed("“" + options.bind + "” is no address of this computer. Nothing is hosted; give one such as 0.0.0.0.");
    error = listen_at({address, options.port});
    if (error == asio::error::address_in_use && options.or_any_port) error = listen_at({address, 0});
    if (error)
      return failed("Port " + std::to_string(options.port) + " of " + options.bind + " cannot be used (" + error.message() +
                    "). Nothing is hosted; choose another port.");
    options.limits.connections = allow_many_files(options.limits.connections);
    give_large_pieces_back();
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
    std::optional<Places::Ticket> ticket = places.admit(there.address().to_string(), Clock::now());
    if (!ticket) return;
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::send_buffer_size(kernel_send_buffer), error);
    std::make_shared<PageConnection>(std::move(socket), std::move(*ticket), there.address().to_string(), site, names_at(here), *this, options.limits)->start();
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

  void upgrade(Socket&& socket, Places::Ticket&& ticket, const http::request<http::empty_body>& request) override {
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

  void noted(Note note) override {
    constexpr std::ptrdiff_t most_waiting = 16;
    const auto waiting = std::count_if(arrivals.begin(), arrivals.end(), [](const Arrival& a) { return std::holds_alternative<Note>(a.what); });
    if (waiting < most_waiting) arrivals.emplace_back().what = std::move(note);
  }

  // Whose write is under way for longest loses what waits, and then the line: its screen comes back and is told everything anew. Never
  // who has only just been told something, however much stands behind it: those who do not read at all would cost others their line.
  void relieve() {
    while (pieces.held() > options.limits.queue_bytes_in_all + being_freed) {
      std::shared_ptr<LineConnection> slowest;
      for (const auto& [id, line] : lines)
        if (!line->queue().idle() && (!slowest || line->queue().write_began() < slowest->queue().write_began())) slowest = line;
      if (!slowest) return;
      if (slowest->queue().waiting_bytes() > 0) {
        slowest->drop_waiting();
        continue;
      }
      being_freed += slowest->queue().writing_bytes();
      slowest->hang_up();
    }
  }

  // What is ready now, for at most a slice: handlers that make others ready would go on for ever.
  void run_ready() {
    const auto until = Clock::now() + slice;
    while (io.poll_one() != 0 && Clock::now() < until) {}
    being_freed = 0;
  }

  void tick() {
    second.expires_after(std::chrono::seconds(1));
    second.async_wait([this](Error error) {
      if (error) return;
      const auto now = Clock::now();
      std::vector<std::shared_ptr<LineConnection>> all;
      for (const auto& [id, line] : lines) all.push_back(line);
      for (const auto& line : all) line->look_at_the_clock(now);
      places.forget_rested(now);
      if (std::optional<Site> built = site->built_since()) site = std::make_shared<const Site>(std::move(*built));
      tick();
    });
  }

  ServerOptions options;
  std::shared_ptr<const Site> site;  // what is being sent stays, when another one is there
  Places places;
  asio::io_context io{1};  // destroyed before what stands above: its handlers hold tickets
  asio::basic_socket_acceptor<tcp, Executor> acceptor;
  Alarm second;
  std::unordered_map<LineId, std::shared_ptr<LineConnection>> lines;
  LineId lines_made = 0;
  std::vector<Arrival> arrivals;
  Pieces pieces;
  std::size_t being_freed = 0;  // of lines that were ended since the network ran last: it gives back what they held
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
  network_->run_ready();
  while (network_->arrivals.empty() && !network_->woken && Clock::now() < until) {
    network_->io.run_one_until(until);
    network_->run_ready();
  }
  network_->woken = false;
  return std::exchange(network_->arrivals, {});
}

void Server::wake() {
  asio::post(network_->io, [this] { network_->woken = true; });
}

Piece Server::piece(Bytes bytes) { return network_->pieces.keep(std::move(bytes)); }

void Server::send(LineId id, Piece piece) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->send(std::move(piece));
  network_->relieve();
}

std::size_t Server::held() const { return network_->pieces.held(); }

void Server::hold(LineId id, bool held) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->hold(held);
}

void Server::resume(LineId id) {
  if (const auto line = network_->lines.find(id); line != network_->lines.end()) line->second->resume();
}

bool Server::trust(LineId id, Trust trust) {
  const auto line = network_->lines.find(id);
  return line == network_->lines.end() || line->second->trust(trust);
}

void Server::close(LineId id) {
  const auto line = network_->lines.find(id);
  if (line == network_->lines.end()) return;
  const auto keeps_it = line->second;
  network_->lines.erase(line);
  keeps_it->close();
}

std::size_t Server::connections() const { return network_->places.connections(); }

}  // namespace standpoint
