// Who may connect, and what waits for a slow line: the server's limits without a network, at given times.
#include <doctest/doctest.h>

#include "app/net/line_queue.h"
#include "app/net/server.h"

using namespace standpoint;
using namespace std::chrono_literals;

namespace {

const ServerTime start{};

LineQueue::Piece piece_of(std::size_t bytes) { return std::make_shared<const Bytes>(bytes); }

// As many tickets as are given, up to so many.
std::vector<Places::Ticket> admitted(Places& places, const std::string& address, int wanted, ServerTime now) {
  std::vector<Places::Ticket> tickets;
  for (int i = 0; i < wanted; ++i)
    if (std::optional<Places::Ticket> ticket = places.admit(address, now)) tickets.push_back(std::move(*ticket));
  return tickets;
}

}  // namespace

TEST_CASE("R109 no more connections than the limit are admitted, wherever they come from, and each gives its share back") {
  ServerLimits limits;
  limits.connections = 10;
  Places places(limits);
  auto first = admitted(places, "10.0.0.1", 6, start), second = admitted(places, "10.0.0.2", 6, start);
  CHECK(first.size() == 6);
  CHECK(second.size() == 4);
  CHECK(places.connections() == 10);
  first.clear();
  CHECK(places.connections() == 4);
  CHECK(admitted(places, "10.0.0.2", 20, start).size() == 6);
}

TEST_CASE("R109 strangers of one address are counted until they are trusted") {
  ServerLimits limits;
  limits.strangers_per_address = 3;
  Places places(limits);
  auto here = admitted(places, "10.0.0.1", 5, start);
  CHECK(here.size() == 3);
  CHECK(admitted(places, "10.0.0.2", 5, start).size() == 3);
  here[0].trust();
  here[0].trust();  // once is enough
  CHECK(admitted(places, "10.0.0.1", 5, start).size() == 1);
}

TEST_CASE("R290 new connections of one address come no faster than the limit after a burst, and those that were refused do not count") {
  ServerLimits limits;
  limits.new_per_second = 10;
  limits.burst = 50;
  Places places(limits);
  CHECK(admitted(places, "10.0.0.1", 200, start).size() == 50);
  CHECK(admitted(places, "10.0.0.2", 200, start).size() == 50);
  // What was refused does not count: a flood keeps nobody of its address out for longer than it lasts.
  CHECK(admitted(places, "10.0.0.1", 200, start + 1s).size() == 10);
  CHECK(admitted(places, "10.0.0.1", 200, start + 60s).size() == 50);
}

TEST_CASE("R109 addresses are forgotten once nobody is connected from them, and are never more than connections may be") {
  ServerLimits limits;
  limits.connections = 100;
  limits.new_per_second = 10;
  limits.burst = 5;
  Places places(limits);
  const auto stays = admitted(places, "10.1.0.0", 1, start);
  for (int i = 0; i < 1000; ++i) admitted(places, "10.0.0." + std::to_string(i), 1, start);
  CHECK(places.addresses() == 100);
  places.forget_rested(start);
  CHECK(places.addresses() == 100);  // who was here just now may not come back as somebody new
  places.forget_rested(start + 1s);
  CHECK(places.addresses() == 1);
}

TEST_CASE("R109 a line's queue never holds more than its share, and takes nothing until its owner resumes") {
  ServerLimits limits;
  limits.queue_bytes = 1000;
  LineQueue queue(limits);
  queue.push(piece_of(100'000));  // a snapshot gets through whatever its size
  CHECK(queue.begin_write(start).size() == 1);
  CHECK(queue.begin_write(start).empty());  // one write at a time
  for (int i = 0; i < 10; ++i) queue.push(piece_of(100));
  CHECK_FALSE(queue.finish_write());
  CHECK(queue.begin_write(start).size() == 10);
  queue.push(piece_of(5000));
  for (int i = 0; i < 11; ++i) queue.push(piece_of(100));
  CHECK(queue.finish_write());  // that was too much: all of it went
  CHECK(queue.begin_write(start).empty());
  queue.push(piece_of(1));
  CHECK(queue.begin_write(start).empty());
  queue.resume();
  queue.push(piece_of(1));
  CHECK(queue.begin_write(start).size() == 1);
  CHECK_FALSE(queue.finish_write());
}

TEST_CASE("R109 what waits behind a write of more than two seconds is dropped, and after thirty the line ends") {
  const ServerLimits limits;
  LineQueue queue(limits);
  queue.push(piece_of(10));
  queue.begin_write(start);
  CHECK(queue.look_at_the_clock(start + 3s));
  CHECK_FALSE(queue.finish_write());  // slow, but nothing waited
  queue.push(piece_of(10));
  queue.begin_write(start);
  queue.push(piece_of(10));
  CHECK(queue.look_at_the_clock(start + 2s));
  CHECK_FALSE(queue.finish_write());
  CHECK(queue.begin_write(start).size() == 1);
  queue.push(piece_of(10));
  CHECK(queue.look_at_the_clock(start + 2001ms));
  CHECK(queue.look_at_the_clock(start + 30s));
  CHECK_FALSE(queue.look_at_the_clock(start + 30'001ms));
  CHECK(queue.finish_write());
  CHECK(queue.look_at_the_clock(start + 90s));  // nothing is being written
}
