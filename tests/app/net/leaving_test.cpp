// Rule R150: a host that is closed ends at once, whatever reaches its loop together with the closing. Real threads, a disk in
// memory, links in memory and, in half of the runs, lines over 127.0.0.1; the order of everything is drawn from a seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/net/host.h"
#include "core/room/replica.h"
#include "tests/app/net/hosted_room.h"
#include "tests/core/samples/random_actions.h"

namespace standpoint::leaving_test {

namespace {

using Clock = std::chrono::steady_clock;

struct Leaving {
  Random random;
  fake::Disk disk;
  std::vector<std::unique_ptr<Link>> links;
  std::uint32_t counter = 0;
  std::uint64_t sent = 0;  // by the facilitator, whose link comes first

  std::unique_ptr<Host> open(bool on_network) {
    const std::vector<Command> opening = {{SeatId{}, 0, StartSession{"Checkout relaunch", ""}},
                                          {SeatId{}, 0, JoinSeat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}}}};
    Result<OpenedSession> session = create_session(disk, hosted_path, {{1}, sample_start_ms}, opening);
    REQUIRE(session);
    std::unique_ptr<Reception> reception;
    if (on_network) {
      ReceptionOptions options;
      options.server.bind = "127.0.0.1";
      options.server.port = 0;
      options.site = "/nowhere";
      Result<std::unique_ptr<Reception>> opened = Reception::open(disk, *session, options);
      REQUIRE(opened);
      reception = std::move(*opened);
    }
    return std::make_unique<Host>(std::move(*session), [] {}, [] { return sample_start_ms + 60'000; }, std::move(reception));
  }

  void do_something(Host& host) {
    switch (random.below(6)) {
      case 0:
        links.push_back(host.connect());
        if (random.chance(2)) links.back()->send(Hello{{}, "Somebody", Role::participant, 0});
        break;
      case 1:
        if (links.size() > 1) links.erase(links.begin() + 1 + static_cast<std::ptrdiff_t>(random.below(links.size() - 1)));
        break;
      case 2: host.renew_code(); break;
      case 3: std::this_thread::yield(); break;
      case 4: std::this_thread::sleep_for(std::chrono::microseconds(random.below(300))); break;
      default:
        links.front()->send(Command{SeatId{1}, ++counter, RenameSession{"Title " + std::to_string(counter), ""}});
        ++sent;
    }
  }

  // How long the end took.
  std::chrono::milliseconds run(std::uint64_t seed) {
    random.state = seed * 2654435761u + 1;
    std::unique_ptr<Host> host = open(random.chance(2));
    links.push_back(host->connect());
    links.front()->send(Hello{SeatId{1}, "", Role::facilitator, 0});
    for (std::uint64_t n = random.below(12); n > 0; --n) do_something(*host);
    const bool links_first = random.chance(2), rest_first = random.chance(3);
    if (rest_first) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto begin = Clock::now();
    if (links_first) links.clear();
    host.reset();
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  }
};

}  // namespace

TEST_CASE("R150 a closed host is gone in under 0.3 s, in a thousand orders of closing, loss and messages, with nothing lost") {
  std::chrono::milliseconds slowest{0};
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    CAPTURE(seed);
    Leaving leaving;
    const std::chrono::milliseconds took = leaving.run(seed);
    slowest = std::max(slowest, took);
    REQUIRE(took < std::chrono::milliseconds(300));
    const Result<OpenedSession> file = open_session(leaving.disk, hosted_path, OpenFor::reading);
    REQUIRE(file);
    const std::string title = leaving.sent == 0 ? "Checkout relaunch" : "Title " + std::to_string(leaving.sent);
    REQUIRE(file->workshop.title == title);
  }
  MESSAGE("the slowest took " << slowest.count() << " ms");
}

}  // namespace standpoint::leaving_test
