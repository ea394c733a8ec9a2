// The real files of this computer: what the fake disk promises must hold here too. And the hardest test of all: a
// program that is killed while it writes, again and again.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "core/file/ballot_box.h"
#include "core/file/session_log.h"
#include "tests/core/file/log_samples.h"

namespace standpoint::file_system_posix_test {
namespace {

using namespace samples;
using Bytes = std::vector<std::byte>;

// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_((std::filesystem::temp_directory_path() / "standpoint-test-XXXXXX").string()) {
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// What a child told before it was killed: one number per acknowledgement.
struct Acknowledgement {
  std::uint64_t event = 0;
  std::uint32_t counter = 0;
};

constexpr std::uint32_t voters = 5;

// Runs in a child process until it is killed: goes on with the session and the vote, tells after each is safe.
void write_for_ever(const std::string& path, int tell) {
  const auto files = posix_file_system();
  const auto there = files->exists(path);
  if (!there) return;
  auto log = *there ? SessionLog::open(*files, path, OpenFor::writing).map([](OpenedLog&& opened) { return std::move(opened.log); })
                    : SessionLog::create(*files, path, identity);
  const std::string box_path = BallotBox::path_for(path, ActivityId{1});
  const auto box_there = files->exists(box_path);
  if (!log || !box_there) return;
  auto box = *box_there ? BallotBox::open(*files, box_path, identity.uuid, ActivityId{1})
                        : BallotBox::create(*files, box_path, identity.uuid, ActivityId{1});
  if (!box) return;
  std::uint32_t counter = 0;
  for (const SealedBallot& ballot : box->read_all()) counter = std::max(counter, ballot.counter);
  while (true) {
    const std::uint64_t first = log->last_sequence() + 1;
    if (!append_events(*log, first, 1 + first % 5)) return;
    ++counter;
    if (!box->put(SeatId{1 + counter % voters}, counter, event_payload(counter))) return;
    const Acknowledgement told{log->last_sequence(), counter};
    if (::write(tell, &told, sizeof told) != static_cast<ssize_t>(sizeof told)) return;
  }
}

// Starts the child, lets it acknowledge `rounds` times, kills it at once and returns the last thing it told.
Acknowledgement kill_after(const std::string& path, int rounds) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    write_for_ever(path, ends[1]);
    ::_exit(1);
  }
  ::close(ends[1]);
  Acknowledgement last;
  for (int round = 0; round < rounds; ++round) {
    Acknowledgement next;
    if (::read(ends[0], &next, sizeof next) != static_cast<ssize_t>(sizeof next)) break;
    last = next;
  }
  ::kill(child, SIGKILL);
  // What was told between our last look and its death counts too.
  for (Acknowledgement next; ::read(ends[0], &next, sizeof next) == static_cast<ssize_t>(sizeof next);) last = next;
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  return last;
}

}  // namespace

TEST_CASE("R40 a program killed with kill -9 while it writes loses nothing that it acknowledged") {
  const TemporaryFolder folder;
  const std::string path = folder / "killed.standpoint";
  constexpr std::uint32_t seed = 7;
  std::mt19937 random(seed);
  const auto files = posix_file_system();
  Acknowledgement told;
  for (int round = 0; round < 50; ++round) {
    const Acknowledgement last = kill_after(path, 1 + static_cast<int>(random() % 12));
    REQUIRE(last.event > told.event);
    told = last;
    auto opened = SessionLog::open(*files, path, OpenFor::writing);
    REQUIRE_MESSAGE(opened, "round ", round);
    CHECK(opened->report.state != LogState::damaged);
    const std::uint64_t found = sound_events(opened->log);
    CHECK(found >= told.event);
    CHECK(found <= told.event + 5);  // one group more may have been safe before it could be told
    const auto box = BallotBox::open(*files, BallotBox::path_for(path, ActivityId{1}), identity.uuid, ActivityId{1});
    REQUIRE(box);
    const auto ballots = box->read_all();
    std::uint32_t newest = 0;
    for (const SealedBallot& ballot : ballots) {
      CHECK(ballot.input == event_payload(ballot.counter));
      CHECK(ballot.seat.value == 1 + ballot.counter % voters);
      newest = std::max(newest, ballot.counter);
    }
    CHECK(newest >= told.counter);
    CHECK(newest <= told.counter + 1);
    CHECK(ballots.size() == std::min<std::size_t>(voters, newest));
  }
}

TEST_CASE("a real session file: created for its owner only, locked, written, read, repaired") {
  const TemporaryFolder folder;
  const std::string path = folder / "real.standpoint";
  const auto files = posix_file_system();
  {
    auto log = SessionLog::create(*files, path, identity);
    REQUIRE(log);
    REQUIRE(append_events(*log, 1, 30));
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777u) == 0600u);
    CHECK(!SessionLog::create(*files, path, identity));
    const auto second = SessionLog::open(*files, path, OpenFor::writing);
    REQUIRE(!second);
    CHECK(second.error().sentence.find("open in another window") != std::string::npos);
  }
  auto opened = SessionLog::open(*files, path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(sound_events(opened->log) == 30);
  CHECK(repair_session(*files, path, folder / "copy.standpoint"));
  CHECK(inspect_session(*files, folder / "copy.standpoint").state == LogState::sound);
  CHECK(*files->list(folder.path()) == std::vector<std::string>{"copy.standpoint", "real.standpoint"});
}

TEST_CASE("R64 a real ballot box is gone without a trace in its folder after it was destroyed") {
  const TemporaryFolder folder;
  const std::string path = folder / "vote.ballots-1";
  const auto files = posix_file_system();
  {
    auto box = BallotBox::create(*files, path, identity.uuid, ActivityId{1});
    REQUIRE(box);
    REQUIRE(box->put(SeatId{3}, 1, event_payload(3)));
    REQUIRE(box->put(SeatId{2000}, 1, event_payload(4)));
  }
  const auto box = BallotBox::open(*files, path, identity.uuid, ActivityId{1});
  REQUIRE(box);
  CHECK(box->read_all().size() == 2);
  CHECK(BallotBox::destroy(*files, path));
  CHECK(files->list(folder.path())->empty());
  CHECK(BallotBox::destroy(*files, path));
}

TEST_CASE("when the file may not grow, nothing is acknowledged, and what was is still there") {
  const TemporaryFolder folder;
  const std::string path = folder / "full.standpoint";
  const auto files = posix_file_system();
  auto log = SessionLog::create(*files, path, identity);
  REQUIRE(log);
  REQUIRE(append_events(*log, 1, 5));
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 2048;  // room for a part of the group: a short write, then a refusal
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto appended = append_events(*log, 6, 200);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_handler);
  REQUIRE(!appended);
  CHECK(appended.error().sentence.find("All 5 events") != std::string::npos);
  CHECK(!log->writable());
  log = failed("Closed.");
  auto opened = SessionLog::open(*files, path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::sound);  // what the file took of the refused group was cut off (R267)
  CHECK(sound_events(opened->log) == 5);
  CHECK(append_events(opened->log, 6, 1));
}

TEST_CASE("R271 pipes, devices and folders in place of files are refused in a sentence, and nobody waits for them") {
  const TemporaryFolder folder;
  const auto files = posix_file_system();
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder / "folder");
  std::filesystem::create_symlink("/dev/zero", folder / "device");
  for (const auto& [name, kind] : std::vector<std::pair<const char*, const char*>>{{"pipe", "a pipe"}, {"folder", "a folder"}, {"device", "a device"}}) {
    for (const Access access : {Access::read, Access::write}) {
      const auto opened = files->open(folder / name, access);
      REQUIRE(!opened);
      CHECK(opened.error().sentence.find(kind) != std::string::npos);
    }
  }
}

TEST_CASE("R268 a real session that is renamed or emptied underneath goes on whole beside it") {
  const TemporaryFolder folder;
  const auto files = posix_file_system();
  auto log = SessionLog::create(*files, folder / "a.standpoint", identity);
  REQUIRE(log);
  REQUIRE(append_events(*log, 1, 5));
  std::filesystem::create_hard_link(folder / "a.standpoint", folder / "link");  // another name for the same file disturbs nobody
  REQUIRE(append_events(*log, 6, 1));
  CHECK(!log->take_news());
  std::filesystem::rename(folder / "a.standpoint", folder / "b.standpoint");
  REQUIRE(append_events(*log, 7, 1));
  CHECK(log->path() == folder / "a-kept.standpoint");
  std::filesystem::resize_file(folder / "a-kept.standpoint", 0);
  REQUIRE(append_events(*log, 8, 1));
  CHECK(sound_events(*log) == 8);
  CHECK(sound_events(SessionLog::open(*files, folder / "b.standpoint", OpenFor::reading)->log) == 6);
}

TEST_CASE("troubles with files are sentences that name the file") {
  const TemporaryFolder folder;
  const auto files = posix_file_system();
  CHECK(files->open(folder / "none", Access::read).error().sentence.find("none") != std::string::npos);
  CHECK(files->create(folder / "no/such/folder").error().sentence.find("folder") != std::string::npos);
  CHECK(files->list(folder / "none").error().sentence.find("none") != std::string::npos);
  CHECK(files->remove(folder / "none"));
  CHECK(!files->rename(folder / "none", folder / "other"));
  CHECK(inspect_session(*files, folder.path()).state == LogState::unreadable);
  REQUIRE(files->create(folder / "one"));
  CHECK(!files->create(folder / "one"));
  CHECK(files->rename(folder / "one", folder / "two"));
  CHECK(*files->exists(folder / "two"));
  CHECK(!*files->exists(folder / "one"));
  CHECK(files->sync_directory(folder.path()));
}

}  // namespace standpoint::file_system_posix_test
