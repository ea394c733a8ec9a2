// The host thread and its links in memory: real threads, a disk in memory, no sleeping; the test waits for the wake.
#include "app/net/host.h"
#include "app/widgets/timer.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>

#include "core/room/replica.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::host_test {

namespace {

const std::string path = "sessions/team.standpoint";

// What the window's event loop does: sleeps until it is woken.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    ++rings_;
    rung_.notify_all();
  }
  // Sleeps until there was one more ring than the caller has answered.
  void wait_beyond(int answered) {
    std::unique_lock lock(mutex_);
    rung_.wait(lock, [&] { return rings_ > answered; });
  }
  int rings() const {
    const std::lock_guard lock(mutex_);
    return rings_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable rung_;
  int rings_ = 0;
};

OpenedSession session_on(FileSystem& files) {
  const std::vector<Command> opening = {{SeatId{}, 0, StartSession{"Checkout relaunch", ""}},
                                        {SeatId{}, 0, JoinSeat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}}}};
  Result<OpenedSession> created = create_session(files, path, {{1}, sample_start_ms}, opening);
  REQUIRE(created);
  return std::move(*created);
}

// A screen with its replica on a link, driven as the window does it.
struct Window {
  Bell& bell;
  std::unique_ptr<Link> link;
  Replica replica;
  Window(Bell& rung, Host& host, Replica start, const std::string& name) : bell(rung), link(host.connect()), replica(std::move(start)) {
    link->send(replica.hello(name, Role::participant));
  }
  void issue(Action action) { link->send(replica.issue(replica.seat(), std::move(action))); }
  template <class Done>
  void listen_until(const Done& done) {
    while (true) {
      const int answered = bell.rings();
      for (const HostMessage& message : link->receive()) replica.receive(message);
      if (done()) return;
      bell.wait_beyond(answered);
    }
  }
  void listen_until_answered() {
    listen_until([&] { return replica.seat() && replica.unanswered().empty(); });
  }
};

}  // namespace

TEST_CASE("R70 what the host thread acknowledges is on disk") {
  fake::Disk disk;
  Bell bell;
  Host host(session_on(disk), [&] { bell.ring(); }, [] { return sample_start_ms + 5000; });
  Window screen(bell, host, Replica(), "Tomás Herrera");
  screen.listen_until_answered();
  CHECK(screen.replica.seat() == SeatId{2});
  const auto id = mint<StakeholderId>(SeatId{2}, 1);
  screen.issue(AddStakeholder{stakeholder_named(id, "Ruth Kaplan")});
  screen.listen_until_answered();
  const Result<OpenedSession> file = open_session(disk, path, OpenFor::reading);
  REQUIRE(file);
  CHECK(file->workshop == screen.replica.confirmed());
  REQUIRE(find(file->workshop, id));
  CHECK(file->workshop.changed_ms == sample_start_ms + 5000);
}

TEST_CASE("R313 a session's time is the computer's when it is opened, and steady whatever the computer's clock jumps to") {
  constexpr std::int64_t hour = 3'600'000, year = 365 * 24 * hour;
  std::int64_t computers = 1'795'093'200'000;
  SessionClock clock([&] { return computers; });
  const std::int64_t opened = computers;
  for (const std::int64_t jump : {year, -hour, -year}) {
    computers = opened + jump;
    CHECK(clock.now_ms() >= opened);
    CHECK(clock.now_ms() < opened + hour);
  }
  clock.set();
  CHECK(clock.now_ms() < opened - year + hour);
  CHECK(time_left_ms(opened, 5 * 60'000, clock.now_ms()) == 5 * 60'000);  // a timer that ran when the clock was right
}

TEST_CASE("everything sent before the host ends is safe after it") {
  fake::Disk disk;
  Bell bell;
  std::unique_ptr<Link> link;
  {
    Host host(session_on(disk), [&] { bell.ring(); });
    Window screen(bell, host, Replica(), "Tomás Herrera");
    screen.listen_until_answered();
    for (std::uint32_t n = 1; n <= 200; ++n)
      screen.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(SeatId{2}, n), "Stakeholder " + std::to_string(n))});
    link = std::move(screen.link);
    CHECK(link->connected());
  }
  CHECK_FALSE(link->connected());
  link->send(Presence{});
  const Result<OpenedSession> file = open_session(disk, path, OpenFor::writing);  // the lock is free again, too
  REQUIRE(file);
  CHECK(file->workshop.stakeholders.size() == 200);
}

TEST_CASE("all windows of a host show the same in the end") {
  fake::Disk disk;
  Bell bell;
  Host host(session_on(disk), [&] { bell.ring(); });
  Window tomas(bell, host, Replica(), "Tomás Herrera");
  tomas.listen_until_answered();
  Window priya(bell, host, Replica(), "Priya Raman");
  priya.listen_until_answered();
  for (std::uint32_t n = 1; n <= 30; ++n) {
    tomas.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(tomas.replica.seat(), n), "A")});
    priya.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(priya.replica.seat(), n), "B")});
  }
  for (Window* window : {&tomas, &priya})
    window->listen_until([&] { return window->replica.confirmed().stakeholders.size() == 60; });
  CHECK(tomas.replica.confirmed() == priya.replica.confirmed());
  CHECK(tomas.replica.take_refusals().empty());
}

TEST_CASE("a window that closes is forgotten, and the others go on") {
  fake::Disk disk;
  Bell bell;
  Host host(session_on(disk), [&] { bell.ring(); });
  Window tomas(bell, host, Replica(), "Tomás Herrera");
  tomas.listen_until_answered();
  {
    Window priya(bell, host, Replica(), "Priya Raman");
    priya.listen_until_answered();
  }
  tomas.issue(AddStakeholder{stakeholder_named(mint<StakeholderId>(tomas.replica.seat(), 1), "A")});
  tomas.listen_until_answered();
  CHECK(tomas.replica.shown().stakeholders.size() == 1);
}

TEST_CASE("a window beside the host starts from what is already folded") {
  fake::Disk disk;
  Bell bell;
  OpenedSession session = session_on(disk);
  Replica folded_already(session.workshop);
  Host host(std::move(session), [&] { bell.ring(); });
  Window window(bell, host, std::move(folded_already), "Second display");
  window.listen_until_answered();
  CHECK(window.replica.confirmed().sequence == 3);
  CHECK(window.replica.confirmed().title == "Checkout relaunch");
}

}  // namespace standpoint::host_test
