// Who may connect, and what waits for a slow line: the server's limits without a network, at given times.
#include <algorithm>

#include <doctest/doctest.h>

#include "app/net/line/queue.h"
#include "app/net/server/server.h"

namespace standpoint::places_test {

using namespace std::chrono_literals;

namespace {

const ServerTime start{};

Piece piece_of(std::size_t bytes) { return std::make_shared<const Bytes>(bytes); }

// Connections of one address that stay until their place is wanted.
struct Crowd {
  std::vector<std::optional<Places::Ticket>> tickets;
  std::vector<std::size_t> left;  // who was asked to leave, in that order

  Crowd(Places& places, const std::string& address, std::size_t wanted, ServerTime now) {
    for (std::size_t i = 0; i < wanted; ++i) {
      tickets.push_back(places.admit(address, now));
      if (tickets.back()) tickets.back()->when_wanted([this, i] { left.push_back(i); });
    }
  }
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;
  std::size_t admitted() const { return static_cast<std::size_t>(std::count_if(tickets.begin(), tickets.end(), [](const auto& t) { return t.has_value(); })); }
  std::size_t trusted(bool leads = false) {
    return static_cast<std::size_t>(std::count_if(tickets.begin(), tickets.end(), [&](auto& t) { return t && t->trust(leads); }));
  }
};

}  // namespace

TEST_CASE("R109 there are no more connections than the limit, wherever they come from, and each gives its share back") {
  ServerLimits limits;
  limits.connections = 10;
  limits.reserved_for_leaders = 0;
  Places places(limits);
  {
    Crowd first(places, "10.0.0.1", 6, start);
    CHECK(first.trusted() == 6);
    Crowd second(places, "10.0.0.2", 4, start);
    CHECK(second.trusted() == 4);
    CHECK(places.connections() == 10);
    CHECK(Crowd(places, "10.0.0.3", 3, start).admitted() == 0);  // nobody to be asked
  }
  CHECK(places.connections() == 0);
  CHECK(Crowd(places, "10.0.0.3", 3, start).admitted() == 3);
}

TEST_CASE("R291 for somebody new the stranger leaves that was quiet for longest, of the address that holds most; nobody else does") {
  ServerLimits limits;
  limits.connections = 10;
  limits.reserved_for_leaders = 0;
  Places places(limits);
  Crowd tablets(places, "10.0.0.1", 3, start);
  CHECK(tablets.trusted() == 3);
  Crowd loading(places, "10.0.0.2", 2, start), flood(places, "10.0.0.3", 5, start);
  flood.tickets[0]->was_active();
  Crowd late(places, "10.0.0.4", 2, start);
  CHECK(late.admitted() == 2);
  CHECK(flood.left == std::vector<std::size_t>{1, 2});
  CHECK(places.connections() == 10);
  flood.tickets[1].reset();  // its place is given back already
  CHECK(places.connections() == 10);
  CHECK(tablets.left.empty());
  CHECK(loading.left.empty());
}

TEST_CASE("R291 an address has so many strangers and any number of others, and a new one of its own takes the place of the oldest") {
  ServerLimits limits;
  limits.strangers_per_address = 3;
  Places places(limits);
  Crowd here(places, "10.0.0.1", 5, start);
  CHECK(here.admitted() == 5);
  CHECK(here.left == std::vector<std::size_t>{0, 1});
  CHECK(places.connections() == 3);
  CHECK(here.tickets[2]->trust(false));
  CHECK(here.tickets[2]->trust(false));  // once is enough
  CHECK(here.tickets[0]->trust(false));  // gone already
  Crowd more(places, "10.0.0.1", 1, start);
  CHECK(here.left.size() == 2);
  CHECK(places.connections() == 4);
}

TEST_CASE("R291 participants never take the last places: whoever leads has room") {
  ServerLimits limits;
  limits.connections = 10;
  limits.reserved_for_leaders = 3;
  Places places(limits);
  Crowd tablets(places, "10.0.0.1", 9, start);
  CHECK(tablets.trusted() == 7);
  CHECK(tablets.trusted(true) == 9);
}

TEST_CASE("R290 new connections of one address come no faster than the limit after a burst, and those that were refused do not count") {
  ServerLimits limits;
  limits.new_per_second = 10;
  limits.burst = 50;
  Places places(limits);
  CHECK(Crowd(places, "10.0.0.1", 200, start).admitted() == 50);
  CHECK(Crowd(places, "10.0.0.2", 200, start).admitted() == 50);
  // What was refused does not count: a flood keeps nobody of its address out for longer than it lasts.
  CHECK(Crowd(places, "10.0.0.1", 200, start + 1s).admitted() == 10);
  CHECK(Crowd(places, "10.0.0.1", 200, start + 60s).admitted() == 50);
}

TEST_CASE("R109 addresses are forgotten once nobody is connected from them, and are never more than connections may be") {
  ServerLimits limits;
  limits.connections = 100;
  limits.new_per_second = 10;
  limits.burst = 5;
  Places places(limits);
  const Crowd stays(places, "10.1.0.0", 1, start);
  for (int i = 0; i < 1000; ++i) Crowd(places, "10.0.0." + std::to_string(i), 1, start);
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

}  // namespace standpoint::places_test
