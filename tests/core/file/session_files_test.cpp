// Which files go with a session: boxes that follow it when it is renamed, copied or moved, and everything when it is deleted.
#include "core/file/session_files.h"

#include <doctest/doctest.h>

#include "core/file/session_store.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::session_files_test {

namespace {

const std::string path = "sessions/team.standpoint", copied = "sessions/copy.standpoint", moved = "other/team.standpoint";
const SessionIdentity identity{{1, 2, 3, 4}, sample_start_ms};

PlacementSheet sheet_of(StakeholderId who, std::int32_t x) { return {{{Item(who), {x, 5000}}}}; }

fake::Files sample_files(const SampleRoom& sample) {
  fake::Disk disk;
  Result<OpenedSession> created = create_session(disk, path, identity, {});
  REQUIRE(created);
  REQUIRE(created->store->append(sample.events));
  created->store.reset();
  return disk.contents();
}

Result<OpenedSession> opened(fake::Disk& disk, const std::string& at, std::vector<std::string> elsewhere = {}) {
  return open_session(disk, at, OpenFor::writing, {std::move(elsewhere), {}});
}

void seal(OpenedSession& session, ActivityId activity, SeatId seat, std::uint32_t counter, const PlacementSheet& sheet) {
  const BallotBoxes::Sealed sealed{seat, counter, encoded(Input(sheet))};
  REQUIRE(session.store->put(activity, std::span(&sealed, 1)));
}

std::size_t sealed_in(OpenedSession& session, ActivityId activity) {
  const auto inputs = session.store->read(activity);
  REQUIRE(inputs);
  return inputs->size();
}

int boxes_on(const fake::Disk& disk) {
  int boxes = 0;
  for (const auto& [name, bytes] : disk.contents()) boxes += name.find(".ballots-") != std::string::npos ? 1 : 0;
  return boxes;
}

// The sample with one answer of Tomás in the box of its placing.
struct Answered {
  SampleWorkshop sample;
  fake::Disk disk{sample_files(sample)};
  Answered() {
    auto session = opened(disk, path);
    REQUIRE(session);
    seal(*session, sample.placing, sample.tomas, 1, sheet_of(sample.ruth, 1));
  }
  void copy(const std::string& to) {
    fake::Files files = disk.contents();
    files[to] = files.at(path);
    disk = fake::Disk(files);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Answered, "R305 a session that was renamed takes its box over, and it lies beside it under its name from then on") {
  REQUIRE(disk.rename(path, copied));
  auto session = opened(disk, copied);
  REQUIRE(session);
  CHECK(session->note.empty());
  CHECK(sealed_in(*session, sample.placing) == 1);
  CHECK(disk.exists(BallotBox::path_for(copied, sample.placing)).value());
  CHECK(boxes_on(disk) == 1);
}

TEST_CASE_FIXTURE(Answered, "R305 a session that was moved to another folder takes its box along from the one where it was made") {
  REQUIRE(disk.rename(path, moved));
  {
    auto lost = opened(disk, moved);
    REQUIRE(lost);
    CHECK(sealed_in(*lost, sample.placing) == 0);  // nobody said where to look
  }
  auto session = opened(disk, moved, {"sessions", "nowhere"});
  REQUIRE(session);
  CHECK(sealed_in(*session, sample.placing) == 1);
  CHECK(disk.exists(BallotBox::path_for(moved, sample.placing)).value());
  CHECK(boxes_on(disk) == 1);
}

TEST_CASE_FIXTURE(Answered, "R305 the folder in which a box is made is told, so that it can be looked in later") {
  std::vector<std::string> folders;
  auto session = open_session(disk, path, OpenFor::writing, {{}, [&](const std::string& folder) { folders.push_back(folder); }});
  REQUIRE(session);
  CHECK(sealed_in(*session, sample.placing) == 1);
  CHECK(folders == std::vector<std::string>{"sessions"});
}

TEST_CASE("R306 of two copies, in one folder or in two, the one with the box's name has the answers, and the other says where they are") {
  for (const std::string& to : {copied, moved}) {
    CAPTURE(to);
    Answered answered;
    const SampleWorkshop& sample = answered.sample;
    fake::Disk& disk = answered.disk;
    answered.copy(to);
    auto copy_there = opened(disk, to, {"sessions"});
    REQUIRE(copy_there);
    CHECK(copy_there->note.find("team.standpoint") != std::string::npos);
    CHECK(sealed_in(*copy_there, sample.placing) == 0);
    auto original = opened(disk, path);
    REQUIRE(original);
    CHECK(original->note.empty());
    CHECK(sealed_in(*original, sample.placing) == 1);
    // Both are answered at the same time: the same seat is somebody else there.
    seal(*copy_there, sample.placing, sample.tomas, 9, sheet_of(sample.ruth, 90));
    seal(*original, sample.placing, sample.priya, 2, sheet_of(sample.ruth, 2));
    CHECK(sealed_in(*copy_there, sample.placing) == 1);
    CHECK(sealed_in(*original, sample.placing) == 2);
    REQUIRE(copy_there->store->destroy(sample.placing));
    CHECK(sealed_in(*original, sample.placing) == 2);
    original->store.reset();
    original = opened(disk, path);
    REQUIRE(original);
    CHECK(sealed_in(*original, sample.placing) == 2);
  }
}

TEST_CASE_FIXTURE(Answered, "R306 a box that is open is nobody else's, not even when its session's file went") {
  copy(copied);
  auto original = opened(disk, path);
  REQUIRE(original);
  CHECK(sealed_in(*original, sample.placing) == 1);
  REQUIRE(disk.remove(path));
  auto other = opened(disk, copied);
  REQUIRE(other);
  CHECK_FALSE(other->note.empty());
  CHECK(sealed_in(*other, sample.placing) == 0);
  // The first goes on in a new file, and its box with it.
  REQUIRE(original->store->look_after_file());
  CHECK(original->store->log().path() == "sessions/team-kept.standpoint");
  CHECK(disk.exists(BallotBox::path_for("sessions/team-kept.standpoint", sample.placing)).value());
  seal(*original, sample.placing, sample.priya, 2, sheet_of(sample.ruth, 2));
  original->store.reset();
  auto kept = opened(disk, "sessions/team-kept.standpoint");
  REQUIRE(kept);
  CHECK(sealed_in(*kept, sample.placing) == 2);
  CHECK(sealed_in(*other, sample.placing) == 0);
}

TEST_CASE_FIXTURE(Answered, "R306 what took the name of a session that is open counts nothing of its box") {
  copy(copied);
  auto original = opened(disk, path);
  REQUIRE(original);
  CHECK(sealed_in(*original, sample.placing) == 1);
  REQUIRE(disk.remove(path));
  REQUIRE(disk.rename(copied, path));
  auto other = opened(disk, path);
  REQUIRE(other);
  const auto inputs = other->store->read(sample.placing);
  REQUIRE_FALSE(inputs);
  CHECK(inputs.error().sentence.find("open in another window") != std::string::npos);
  CHECK(sealed_in(*original, sample.placing) == 1);
}

TEST_CASE_FIXTURE(Answered, "R306 an older copy that knows nothing of a vote destroys no box of the session it was copied from") {
  fake::Files files = disk.contents();
  fake::Disk older;
  Result<OpenedSession> early = create_session(older, copied, identity, {});
  REQUIRE(early);
  REQUIRE(early->store->append(std::span(sample.events).first(3)));
  early->store.reset();
  files[copied] = older.contents().at(copied);
  disk = fake::Disk(files);
  REQUIRE(opened(disk, copied));
  CHECK(boxes_on(disk) == 1);
  auto session = opened(disk, path);
  REQUIRE(session);
  CHECK(sealed_in(*session, sample.placing) == 1);
  REQUIRE(disk.remove(path));  // while it is open
  REQUIRE(opened(disk, copied));
  CHECK(boxes_on(disk) == 1);
  CHECK(sealed_in(*session, sample.placing) == 1);
}

TEST_CASE_FIXTURE(Answered, "R307 a deleted session leaves nothing: its boxes are overwritten, and segments, torn parts and what is named go with it") {
  fake::Files files = disk.contents();
  const std::string box = BallotBox::path_for(path, sample.placing);
  files[path + ".2"] = files[path + ".torn-1"] = files["sessions/team.door"] = fake::Bytes(4, std::byte{1});
  files[path + ".bak"] = files["sessions/teams.standpoint"] = files["sessions/team.svg"] = fake::Bytes(4, std::byte{1});
  disk = fake::Disk(files);
  const auto watched = disk.open(box, Access::read);
  const std::vector<std::string> others = {"sessions/team.door", "sessions/team.door.before"};
  REQUIRE(delete_session(disk, path, others));
  std::vector<std::string> left;
  for (const auto& [name, bytes] : disk.contents()) left.push_back(name);
  CHECK(left == std::vector<std::string>{"sessions/team.standpoint.bak", "sessions/team.svg", "sessions/teams.standpoint"});
  std::vector<std::byte> wiped(static_cast<std::size_t>((*watched)->size().value()));
  REQUIRE((*watched)->read_at(0, wiped));
  CHECK(std::all_of(wiped.begin(), wiped.end(), [](std::byte each) { return each == std::byte{0}; }));
}

TEST_CASE_FIXTURE(Answered, "R307 a session that is open in a window is not deleted, nor is anything of it, and a copy's box stays with the copy") {
  auto session = opened(disk, path);
  REQUIRE(session);
  const auto refused = delete_session(disk, path, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().sentence.find("open in another window") != std::string::npos);
  CHECK(boxes_on(disk) == 1);
  session->store.reset();
  copy(copied);
  REQUIRE(delete_session(disk, copied, {}));
  CHECK(boxes_on(disk) == 1);
  CHECK(disk.exists(path).value());
}

TEST_CASE_FIXTURE(Answered, "R308 a box is without a session when none of its id is in any folder that is looked in") {
  const std::vector<std::string> folders = {"sessions", "other"};
  CHECK(boxes_without_session(disk, folders).empty());
  REQUIRE(disk.rename(path, moved));
  CHECK(boxes_without_session(disk, folders).empty());
  REQUIRE(disk.remove(moved));
  const std::vector<FoundBox> lone = boxes_without_session(disk, folders);
  REQUIRE(lone.size() == 1);
  CHECK(lone.front().path == BallotBox::path_for(path, sample.placing));
  CHECK(BallotBox::sealed_in(disk, lone.front().path) == 1);
}

}  // namespace standpoint::session_files_test
