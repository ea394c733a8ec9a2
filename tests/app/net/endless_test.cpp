// Connections that send without a pause, on a real network of one computer, while a tablet that behaves votes. A flood lasts until the
// test ends it or the host does; a host that let it pass would answer the tablet only afterwards, which the tablet's ten seconds tell.
#include <atomic>
#include <thread>

#include <poll.h>

#include "tests/app/net/hosted_room.h"

namespace standpoint::endless_test {

namespace {

// A WebSocket by hand, which can send what no library would, as fast as it is taken.
class Flood {
 public:
  enum class Kind { pings, pongs, empty_fragments, messages };
  // `key`: it knocks first, and floods as a tablet that may come in.
  Flood(const HostedRoom& room, Kind kind, std::optional<Key> key = std::nullopt) : socket_(io_) {
    boost::system::error_code trouble;
    socket_.connect({boost::asio::ip::address_v4::loopback(), room.info.port}, trouble);
    const std::string own = "127.0.0.1:" + std::to_string(room.info.port);
    const std::string ask = "GET " + std::string(socket_path) + " HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own +
                            "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    boost::asio::write(socket_, boost::asio::buffer(ask), trouble);
    std::string head;
    boost::asio::read_until(socket_, boost::asio::dynamic_buffer(head), "\r\n\r\n", trouble);
    REQUIRE(head.starts_with("HTTP/1.1 101"));
    if (key) {
      ScreenSeal seal;
      say(*seal.seal(Knock{token_of(900 + ++floods), *key, ""}));
      std::array<char, 2> frame{};
      boost::asio::read(socket_, boost::asio::buffer(frame), trouble);
      Bytes answer(static_cast<std::size_t>(frame[1]));  // shorter than what needs more bytes to be said
      boost::asio::read(socket_, boost::asio::buffer(answer), trouble);
      const Result<ScreenSeal::Heard> heard = seal.hear(answer);
      REQUIRE(heard);
      say(heard->answer);
    }
    socket_.non_blocking(true);
    sender_ = std::thread([this, bytes = bytes_of(kind)] { send(bytes); });
  }
  ~Flood() {
    over_ = true;
    sender_.join();
  }
  // The host ended it, within ten seconds.
  bool is_ended_by_host() const {
    for (int tries = 0; tries < 1000 && !ended_; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return ended_;
  }

 private:
  // With a mask of zeros, which changes nothing.
  static std::string framed(unsigned first, std::string_view payload) {
    std::string frame(1, static_cast<char>(first));
    const std::size_t size = payload.size();
    if (size < 126) frame += static_cast<char>(0x80 | size);
    else frame.append({static_cast<char>(0x80 | 126), static_cast<char>(size >> 8), static_cast<char>(size & 0xFF)});
    return frame + std::string(4, '\0') + std::string(payload);
  }
  void say(const Bytes& message) {
    const std::string frame = framed(0x82, {reinterpret_cast<const char*>(message.data()), message.size()});
    boost::asio::write(socket_, boost::asio::buffer(frame));
  }
  static std::string bytes_of(Kind kind) {
    const std::string one = kind == Kind::pings ? framed(0x89, "") : kind == Kind::pongs ? framed(0x8A, "") : kind == Kind::empty_fragments ? framed(0x00, "") : framed(0x82, "x");
    std::string many = kind == Kind::empty_fragments ? framed(0x02, "") : "";
    while (many.size() < 60'000) many += one;
    return many;
  }
  void send(const std::string& bytes) {
    std::size_t from = 0;  // fragments of one message: the first frame once
    while (!over_) {
      boost::system::error_code trouble;
      const std::size_t sent = socket_.write_some(boost::asio::buffer(bytes.data() + from, bytes.size() - from), trouble);
      from += sent;
      if (from == bytes.size()) from = 6;
      char ignored[4096];
      boost::system::error_code reading;
      socket_.read_some(boost::asio::buffer(ignored), reading);
      const auto is_over = [](boost::system::error_code error) { return error && error != boost::asio::error::would_block; };
      if (is_over(trouble) || is_over(reading)) {
        ended_ = true;
        return;
      }
      if (trouble == boost::asio::error::would_block) {
        pollfd ready{socket_.native_handle(), POLLOUT, 0};
        poll(&ready, 1, 10);
      }
    }
  }

  static inline std::atomic<std::uint32_t> floods{0};
  boost::asio::io_context io_;
  boost::asio::ip::tcp::socket socket_;
  std::atomic<bool> over_{false}, ended_{false};
  std::thread sender_;
};

struct Flooded : HostedRoom {
  RawTablet good{*this, token_of(1), secret()};
  Flooded() { REQUIRE(good.join("Ana Belo")); }
  // As often as in a few seconds of a workshop.
  void goes_on() {
    for (std::uint16_t i = 0; i < 20; ++i) REQUIRE(good.votes(*this, static_cast<std::uint16_t>(1 + i % 2)));
  }
};

}  // namespace

TEST_CASE("R290 pings and pongs without end, from strangers and from those who are in, keep nobody waiting and end their line") {
  for (const Flood::Kind kind : {Flood::Kind::pings, Flood::Kind::pongs})
    for (const bool inside : {false, true}) {
      Flooded room;
      const Flood flood(room, kind, inside ? std::optional(room.secret()) : std::nullopt);
      room.goes_on();
      CHECK(flood.is_ended_by_host());
      room.goes_on();
    }
}

TEST_CASE("R290 a message of empty parts without end keeps nobody waiting, also from many lines at once") {
  for (const bool inside : {false, true}) {
    Flooded room;
    std::vector<std::unique_ptr<Flood>> floods;
    for (int i = 0; i < 10; ++i) floods.push_back(std::make_unique<Flood>(room, Flood::Kind::empty_fragments, inside ? std::optional(room.secret()) : std::nullopt));
    room.goes_on();
  }
}

TEST_CASE("R290 messages that nobody can read, without end, end their line and keep nobody waiting") {
  Flooded room;
  const Flood flood(room, Flood::Kind::messages);
  room.goes_on();
  CHECK(flood.is_ended_by_host());
}

}  // namespace standpoint::endless_test
