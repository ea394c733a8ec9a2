// A session on a disk that can lose power: opened, reopened, damaged; ballots that survive; boxes that do not.
#include "core/file/session_store.h"

#include <doctest/doctest.h>

#include "tests/core/file/fake_file_system.h"
#include "tests/core/room/room_fixture.h"

namespace standpoint::session_store_test {

namespace {

const std::string path = "sessions/team.standpoint";
const SessionIdentity identity{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, sample_start_ms};

std::vector<Command> opening() {
  return {{SeatId{}, 0, StartSession{"Checkout relaunch", ""}},
          {SeatId{}, 0, JoinSeat{SeatId{1}, "Nadia Okafor", Role::facilitator, {}}}};
}

// The sample workshop's file.
fake::Files sample_files(const SampleRoom& sample) {
  fake::Disk disk;
  Result<OpenedSession> created = create_session(disk, path, identity, {});
  REQUIRE(created);
  REQUIRE(created->store->append(sample.events));
  created->store.reset();
  return disk.contents();
}

bool has_box(const fake::Files& files) {
  for (const auto& [name, bytes] : files)
    if (name.find(".ballots-") != std::string::npos) return true;
  return false;
}

// A room over a session that is open on the disk.
struct Hosted {
  OpenedSession session;
  Room room;
  explicit Hosted(OpenedSession opened) : session(std::move(opened)), room(session.workshop, *session.store, *session.store) {}

  void sit(LinkId link, SeatId seat) {
    room.connect(link);
    room.hear(link, Hello{seat, "", Role::participant, room.workshop().sequence}, sample_start_ms);
    room.commit();
    room.take_outbox();
  }
  // Whether the command was acknowledged.
  bool act(LinkId link, SeatId by, std::uint32_t counter, Action action) {
    Command command{by, std::holds_alternative<SealInput>(action) ? first_sealed_counter + counter : counter, std::move(action)};
    room.hear(link, command, sample_start_ms + counter * 1000);
    room.commit();
    bool acknowledged = false;
    for (const auto& [to, message] : room.take_outbox())
      if (const auto* answer = std::get_if<Acknowledged>(&message)) acknowledged |= to->front() == link && answer->counter == command.counter;
    return acknowledged;
  }
};

Hosted hosted(FileSystem& files) {
  Result<OpenedSession> opened = open_session(files, path, OpenFor::writing);
  REQUIRE_MESSAGE(opened.has_value(), (opened ? std::string() : opened.error().sentence));
  return Hosted(std::move(*opened));
}

PlacementSheet sheet_of(StakeholderId who, std::int32_t x) { return {{{Item(who), {x, 5000}}}}; }

}  // namespace

TEST_CASE("a new session is on disk with its first events and opens again as it was") {
  fake::Disk disk;
  Workshop made;
  {
    Result<OpenedSession> created = create_session(disk, path, identity, opening());
    REQUIRE(created);
    CHECK(created->workshop.title == "Checkout relaunch");
    CHECK(created->workshop.sequence == 2);
    CHECK(created->workshop.started_ms == sample_start_ms);
    CHECK(created->replay.latest() == created->workshop);
    made = created->workshop;
  }
  const Result<OpenedSession> opened = open_session(disk, path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->workshop == made);
  CHECK(opened->replay.last_sequence() == 2);
  CHECK(opened->report.state == LogState::sound);
  CHECK(opened->store->log().identity() == identity);
}

TEST_CASE("R51 a session that cannot be created leaves nothing behind and never replaces another") {
  fake::Disk disk;
  std::vector<Command> commands = opening();
  commands.push_back({SeatId{1}, 1, RenameSession{"", ""}});
  CHECK_FALSE(create_session(disk, path, identity, commands));
  CHECK(disk.contents().empty());

  REQUIRE(create_session(disk, path, identity, opening()));
  const fake::Files before = disk.contents();
  CHECK_FALSE(create_session(disk, path, identity, opening()));
  CHECK(disk.contents() == before);
}

TEST_CASE("what the room acknowledged is there after the file is opened again") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  Workshop kept;
  {
    Hosted host = hosted(disk);
    host.sit(1, sample.nadia);
    REQUIRE(host.act(1, sample.nadia, 100, RenameSession{"Kept", ""}));
    REQUIRE(host.act(1, sample.nadia, 101, RemoveItems{{sample.ruth}, {}, {}}));
    kept = host.room.workshop();
  }
  const Hosted again = hosted(disk);
  CHECK(again.session.workshop == kept);
  CHECK(again.session.replay.latest() == kept);
  CHECK(again.session.replay.at(sample.workshop.sequence) == sample.workshop);
}

TEST_CASE("opened for reading, nothing is written and no box is touched") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  {
    Hosted host = hosted(disk);
    host.sit(2, sample.tomas);
    REQUIRE(host.act(2, sample.tomas, 100, SealInput{sample.placing, sheet_of(sample.ruth, 1)}));
  }
  const fake::Files before = disk.contents();
  const std::uint64_t changes = disk.changes();
  REQUIRE(has_box(before));
  const Result<OpenedSession> opened = open_session(disk, path, OpenFor::reading);
  REQUIRE(opened);
  CHECK(opened->workshop.sequence == sample.workshop.sequence);
  CHECK(disk.contents() == before);
  CHECK(disk.changes() == changes);
}

TEST_CASE("R43 a damaged session opens up to its last safe event and is not written") {
  const SampleWorkshop sample;
  fake::Disk whole;
  {
    Result<OpenedSession> created = create_session(whole, path, identity, {});
    for (const Event& event : sample.events) REQUIRE(created->store->append(std::span(&event, 1)));
  }
  fake::Files files = whole.contents();
  files[path][files[path].size() / 2] ^= std::byte{0x10};
  fake::Disk disk(files);
  Result<OpenedSession> opened = open_session(disk, path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::damaged);
  CHECK_FALSE(opened->store->writable());
  const auto safe = static_cast<std::size_t>(opened->report.safe_events);
  CHECK(safe > 0);
  CHECK(safe < sample.events.size());
  CHECK(opened->workshop == folded(Workshop{}, std::span(sample.events).first(safe)));
  CHECK_FALSE(opened->store->append(std::span(&sample.events[safe], 1)));
  CHECK_FALSE(opened->store->put(sample.placing, {}));
  CHECK(disk.contents() == files);
}

TEST_CASE("a file that is no session is refused in a sentence") {
  fake::Disk disk(fake::Files{{path, fake::Bytes(100, std::byte{'x'})}});
  const Result<OpenedSession> opened = open_session(disk, path, OpenFor::reading);
  REQUIRE_FALSE(opened);
  CHECK_FALSE(opened.error().sentence.empty());
}

TEST_CASE("R75 sealed inputs survive the end of the program and can be replaced after it") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  {
    Hosted host = hosted(disk);
    host.sit(2, sample.tomas);
    REQUIRE(host.act(2, sample.tomas, 100, SealInput{sample.placing, sheet_of(sample.ruth, 1)}));
  }
  Hosted host = hosted(disk);
  host.sit(1, sample.nadia);
  host.sit(2, sample.tomas);
  REQUIRE(host.act(2, sample.tomas, 101, SealInput{sample.placing, sheet_of(sample.ruth, 7)}));
  REQUIRE(host.act(1, sample.nadia, 100, CloseActivity{sample.placing}));
  REQUIRE(host.act(1, sample.nadia, 101, RevealActivity{sample.placing, {}}));
  const std::vector<RevealedInput> expected = {{{}, sheet_of(sample.ruth, 7)}};
  CHECK(find(host.room.workshop(), sample.placing)->inputs == expected);
  CHECK_FALSE(has_box(disk.contents()));
}

TEST_CASE("R274 a session that is renamed or copied while inputs are sealed finds them by its own id, and another one of its old name does not") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  {
    Hosted host = hosted(disk);
    host.sit(2, sample.tomas);
    REQUIRE(host.act(2, sample.tomas, 100, SealInput{sample.placing, sheet_of(sample.ruth, 1)}));
  }
  fake::Files files = disk.contents();
  const std::string renamed = "sessions/other.standpoint";
  files[renamed] = files.at(path);
  fake::Disk moved(files);
  REQUIRE(moved.remove(path));
  Result<OpenedLog> other = SessionLog::create(moved, path, SessionIdentity{{9}, sample_start_ms}).map([](SessionLog&& log) { return OpenedLog{std::move(log), {}}; });
  REQUIRE(other);
  SessionStore stranger(moved, std::move(other->log));
  CHECK(stranger.read(sample.placing)->empty());
  const BallotBoxes::Sealed its_own{SeatId{2}, 1, encoded(Input(sheet_of(sample.ruth, 9)))};
  REQUIRE(stranger.put(sample.placing, std::span(&its_own, 1)));
  Result<OpenedSession> opened = open_session(moved, renamed, OpenFor::writing);
  REQUIRE(opened);
  Hosted host(std::move(*opened));
  host.sit(1, sample.nadia);
  REQUIRE(host.act(1, sample.nadia, 100, CloseActivity{sample.placing}));
  REQUIRE(host.act(1, sample.nadia, 101, RevealActivity{sample.placing, {}}));
  const std::vector<RevealedInput> expected = {{{}, sheet_of(sample.ruth, 1)}};
  CHECK(find(host.room.workshop(), sample.placing)->inputs == expected);
  CHECK(stranger.read(sample.placing)->size() == 1);  // its box is another one
}

TEST_CASE("R275 inputs that can no longer be read are said with their number, and a second reveal goes on without them") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  {
    Hosted host = hosted(disk);
    host.sit(2, sample.tomas);
    host.sit(3, sample.priya);
    REQUIRE(host.act(2, sample.tomas, 100, SealInput{sample.placing, sheet_of(sample.ruth, 1)}));
    REQUIRE(host.act(3, sample.priya, 100, SealInput{sample.placing, sheet_of(sample.ruth, 7)}));
  }
  const std::string box = BallotBox::path_for(path, sample.placing);
  const auto at = [&](SeatId seat) { return 512 + std::uint64_t{seat.value - 1} * 2 * ((16 + max_ballot + 511) / 512 * 512); };
  const std::vector<std::byte> odd(4, std::byte{0x5A});
  REQUIRE((*disk.open(box, Access::write))->write_at(at(sample.priya) + 16, odd));
  Hosted host = hosted(disk);
  host.sit(1, sample.nadia);
  REQUIRE(host.act(1, sample.nadia, 100, CloseActivity{sample.placing}));
  host.room.hear(1, Command{sample.nadia, 101, RevealActivity{sample.placing, {}}}, sample_start_ms);
  host.room.commit();
  bool said = false;
  for (const auto& [to, message] : host.room.take_outbox())
    if (const auto* refused = std::get_if<Refused>(&message)) said |= refused->refusal.text.find("One input can no longer be read, 1 can") != std::string::npos;
  CHECK(said);
  CHECK(has_box(disk.contents()));
  REQUIRE(host.act(1, sample.nadia, 102, RevealActivity{sample.placing, {}}));
  const std::vector<RevealedInput> expected = {{{}, sheet_of(sample.ruth, 1)}};
  CHECK(find(host.room.workshop(), sample.placing)->inputs == expected);
  CHECK_FALSE(has_box(disk.contents()));
}

TEST_CASE("R76 after an anonymous reveal no file of the directory tells whose an input was") {
  std::vector<fake::Files> directories;
  for (const bool swapped : {false, true}) {
    const SampleWorkshop sample;
    fake::Disk disk(sample_files(sample));
    Hosted host = hosted(disk);
    host.sit(1, sample.nadia);
    host.sit(2, sample.tomas);
    host.sit(3, sample.priya);
    REQUIRE(host.act(2, sample.tomas, 100, SealInput{sample.placing, sheet_of(sample.ruth, swapped ? 8000 : 2000)}));
    REQUIRE(host.act(3, sample.priya, 100, SealInput{sample.placing, sheet_of(sample.ruth, swapped ? 2000 : 8000)}));
    REQUIRE(host.act(1, sample.nadia, 100, CloseActivity{sample.placing}));
    REQUIRE(host.act(1, sample.nadia, 101, RevealActivity{sample.placing, {}}));
    directories.push_back(disk.contents());
  }
  REQUIRE(directories[0].size() == 1);
  CHECK(directories[0].begin()->first == path);
  CHECK(directories[0] == directories[1]);
}

TEST_CASE("R357 a host that is started again after the reveal answers what counted as counted, and reads boxes from before there were receipts") {
  const SampleWorkshop sample;
  fake::Disk disk(sample_files(sample));
  REQUIRE(BallotBox::create(disk, BallotBox::path_for(path, sample.placing), identity.uuid, sample.placing)->put(sample.priya, first_sealed_counter + 9, encoded(Input(sheet_of(sample.ruth, 7)))));
  constexpr std::uint64_t receipt = 0xFEDCBA9876543210;
  const Command sealed{sample.tomas, first_sealed_counter + 100, SealInput{sample.placing, sheet_of(sample.ruth, 1)}, receipt};
  const auto answered = [](Hosted& host, const Command& command) {
    host.room.hear(2, command, sample_start_ms);
    host.room.commit();
    bool yes = false;
    for (const auto& [to, message] : host.room.take_outbox()) yes |= std::holds_alternative<Acknowledged>(message);
    return yes;
  };
  {
    Hosted host = hosted(disk);
    host.sit(2, sample.tomas);
    REQUIRE(answered(host, sealed));
  }
  {
    Hosted host = hosted(disk);  // the receipt was in the box
    const auto box = host.session.store->read(sample.placing);
    REQUIRE(box);
    REQUIRE(box->size() == 2);
    CHECK((*box)[0].receipt == receipt);
    CHECK((*box)[0].input == encoded(Input(sheet_of(sample.ruth, 1))));
    CHECK((*box)[1].receipt == 0);
    host.sit(1, sample.nadia);
    REQUIRE(host.act(1, sample.nadia, 100, CloseActivity{sample.placing}));
    REQUIRE(host.act(1, sample.nadia, 101, RevealActivity{sample.placing, {}}));
    CHECK(find(host.room.workshop(), sample.placing)->inputs.size() == 2);
  }
  CHECK_FALSE(has_box(disk.contents()));
  Hosted host = hosted(disk);
  host.sit(2, sample.tomas);
  CHECK(answered(host, sealed));
  CHECK_FALSE(answered(host, Command{sample.tomas, first_sealed_counter + 101, sealed.action, receipt + 1}));
}

TEST_CASE("R77 boxes of activities that are gone or were revealed before a crash are destroyed when the session opens") {
  const SampleWorkshop sample;
  fake::Files files = sample_files(sample);
  for (const ActivityId activity : {sample.vote, ActivityId{777}, sample.placing}) {
    fake::Disk disk(files);
    REQUIRE(BallotBox::create(disk, BallotBox::path_for(path, activity), identity.uuid, activity)->put(SeatId{2}, 5, encoded(Input(sheet_of(sample.ruth, 1)))));
    files = disk.contents();
  }
  files[BallotBox::path_for(path, ActivityId{777}) + ".anew"] = fake::Bytes(10, std::byte{1});
  files["sessions/other.ballots-777"] = fake::Bytes(10, std::byte{1});
  fake::Disk disk(files);
  const Hosted host = hosted(disk);
  const fake::Files left = disk.contents();
  CHECK(left.count(BallotBox::path_for(path, sample.vote)) == 0);
  CHECK(left.count(BallotBox::path_for(path, ActivityId{777})) == 0);
  CHECK(left.count(BallotBox::path_for(path, ActivityId{777}) + ".anew") == 0);
  CHECK(left.count(BallotBox::path_for(path, sample.placing)) == 1);
  CHECK(left.count("sessions/other.ballots-777") == 1);
}

// The whole way of a secret input: sealed twice by one person and once by another, closed, revealed. The power goes
// after every call to the disk, and the disk forgets, keeps or tears what was not synced.
TEST_CASE("R77 killed at any point, no acknowledged input is lost or counted twice, and none is left beside a safe reveal") {
  const SampleWorkshop sample;
  const fake::Files start = sample_files(sample);
  std::size_t states = 0;
  bool finished = false;
  for (std::uint64_t calls = 0; !finished; ++calls) {
    fake::Disk disk(start);
    std::int32_t tomas_x = 0, tomas_tried = 0, priya_x = 0, priya_tried = 0;
    bool revealed = false;
    if (Result<OpenedSession> opened = (disk.lose_power_after(calls), open_session(disk, path, OpenFor::writing))) {
      Hosted host(std::move(*opened));
      host.sit(1, sample.nadia);
      host.sit(2, sample.tomas);
      host.sit(3, sample.priya);
      const auto seal = [&](LinkId link, SeatId by, std::uint32_t counter, std::int32_t x, std::int32_t& tried, std::int32_t& kept) {
        tried = x;
        if (host.act(link, by, counter, SealInput{sample.placing, sheet_of(sample.ruth, x)})) kept = x;
      };
      seal(2, sample.tomas, 100, 1, tomas_tried, tomas_x);
      seal(3, sample.priya, 100, 10, priya_tried, priya_x);
      seal(2, sample.tomas, 101, 2, tomas_tried, tomas_x);
      const bool closed = host.act(1, sample.nadia, 100, CloseActivity{sample.placing});
      revealed = closed && host.act(1, sample.nadia, 101, RevealActivity{sample.placing, {}});
      finished = revealed && !has_box(disk.contents());
    }
    disk.visit_crash_states(calls, 400, [&](const fake::Files& files) {
      ++states;
      fake::Disk after(files);
      Hosted host = hosted(after);
      const Activity& activity = *find(host.room.workshop(), sample.placing);
      std::vector<std::int32_t> xs;
      if (activity.phase == Phase::revealed) {
        if (has_box(after.contents())) FAIL("a box outlived its reveal");
        for (const RevealedInput& input : activity.inputs) xs.push_back(std::get<PlacementSheet>(input.input).placements[0].at.x);
      } else {
        if (revealed) FAIL("an acknowledged reveal was lost");
        const Result<std::vector<BallotBoxes::Sealed>> box = host.session.store->read(sample.placing);
        REQUIRE(box);
        for (const BallotBoxes::Sealed& sealed : *box) xs.push_back(std::get<PlacementSheet>(*decoded_input(sealed.input)).placements[0].at.x);
      }
      const auto count = [&](std::int32_t low, std::int32_t high) {
        return std::count_if(xs.begin(), xs.end(), [&](std::int32_t x) { return x >= low && x <= high; });
      };
      // An input that was not acknowledged may have reached the disk all the same; a later one replaces an earlier.
      if (count(1, 9) > 1 || count(10, 19) > 1) FAIL("an input counts twice");
      if (tomas_x != 0 && count(tomas_x, tomas_tried) != 1) FAIL("an acknowledged input was lost");
      if (priya_x != 0 && count(priya_x, priya_tried) != 1) FAIL("an acknowledged input was lost");
    });
  }
  MESSAGE(states << " states");
  CHECK(states > 300);
}

}  // namespace standpoint::session_store_test
