// The program as its user meets it, without a window: sessions made, changed, closed, found again, replayed, damaged.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

#include "app/files/template.h"
#include "app/shell/app.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/paint/text_spy.h"
#include "tests/core/samples/sample_workshop.h"

namespace standpoint::app_test {

using standpoint::testing::UiDriver;

namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / ("standpoint-app-" + std::to_string(getpid()));
  Folder() { fs::remove_all(path); fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
};

struct Program {
  Folder folder;
  std::unique_ptr<FileSystem> files = posix_file_system();
  App app{AppSetup{*files, {folder.path, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms}};
  UiDriver driver{[this](const Frame& frame, Commands&) {
    Frame own = frame;
    app.draw(own);
  }};

  void add_somebody(const std::string& name) {
    driver.key(ImGuiKey_N);
    driver.frames(3);
    driver.type(name);
    driver.key(ImGuiKey_Enter);
    driver.key(ImGuiKey_Escape);
    driver.frames(3);
  }
  // Frames until the label is there: the host answers on a thread of its own, which a busy machine may keep waiting.
  bool shows(const std::string& label) {
    for (int i = 0; i < 10'000; ++i) {
      driver.frames(1);
      if (driver.has(label)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
  }
  void start(const std::string& title) {
    app.make_session("", title);
    REQUIRE(shows("Agenda"));
  }
  Workshop on_disk(const std::string& name) {
    auto opened = open_session(*files, (folder.path / name).string(), OpenFor::reading);
    REQUIRE(opened.has_value());
    return opened->workshop;
  }
  // Until the file holds this many events.
  Workshop wait_for_events(const std::string& name, std::uint64_t n) {
    Workshop workshop;
    for (int i = 0; i < 5000; ++i) {
      driver.frames(1);
      workshop = on_disk(name);
      if (workshop.sequence >= n) break;
    }
    return workshop;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Program, "a new session is a file at once and is listed on the home screen") {
  start("Store pilot");
  CHECK(fs::exists(folder.path / "store-pilot.standpoint"));
  CHECK(app.window_title() == "Store pilot - Standpoint");
  app.go_home();
  CHECK(shows("Store pilot"));
  CHECK(app.window_title() == "Standpoint");
}

TEST_CASE_FIXTURE(Program, "R307 a session deleted from home takes everything of it along, and home shows neither it nor its card") {
  start("Store pilot");
  app.go_home();
  start("Returns policy");
  app.go_home();
  std::ofstream(folder.path / "store-pilot.door") << "standpoint door";
  std::ofstream(folder.path / "store-pilot.door.before") << "standpoint door";
  std::ofstream(folder.path / "store-pilot.svg") << "<svg/>";
  REQUIRE(shows("All 2"));
  driver.click("All 2");
  driver.frames(30);
  driver.click("Delete Store pilot");
  driver.frames(30);
  driver.click("Delete");
  driver.frames(30);
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(folder.path)) left.push_back(entry.path().filename().string());
  std::sort(left.begin(), left.end());
  CHECK(left == std::vector<std::string>{"returns-policy.standpoint", "store-pilot.svg"});
  CHECK(driver.has("Delete Returns policy"));
  CHECK_FALSE(driver.has("Delete Store pilot"));
}

TEST_CASE("R307 what home asks about is known from the files: answers that nobody has seen, and samples, which are never deleted") {
  const Folder folder;
  const fs::path own = folder.path / "own", samples = folder.path / "samples";
  fs::create_directories(own);
  fs::create_directories(samples);
  fs::copy_file(fs::path(sessions_folder()) / "florence-1434.standpoint", samples / "florence-1434.standpoint");
  const auto files = posix_file_system();
  SampleRoom room;
  const ActivityId vote = room.add_vote({Item(room.add_stakeholder(room.nadia, "Ruth Kaplan"))});
  room.open(vote);
  std::vector<Command> first;
  for (const Event& event : room.events) first.push_back({event.by, event.counter, event.action});
  {
    auto session = create_session(*files, (own / "asked.standpoint").string(), {{1}, sample_start_ms}, first);
    REQUIRE(session);
    const std::vector<BallotBoxes::Sealed> answers{{room.tomas, 1, Bytes(8, std::byte{1})}, {room.priya, 1, Bytes(8, std::byte{1})}};
    REQUIRE(session->store->put(vote, answers));
  }
  const std::vector<HomeSession> listed = sessions_in(*files, {own, samples, ""});
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].answers == 2);
  CHECK_FALSE(listed[0].sample);
  CHECK(listed[1].answers == 0);
  CHECK(listed[1].sample);
}

TEST_CASE_FIXTURE(Program, "R308 home shows a box whose session is gone, and destroys it when that is asked") {
  start("Store pilot");
  app.go_home();
  const fs::path session = folder.path / "store-pilot.standpoint", box = folder.path / "store-pilot.ballots-7";
  {
    const auto opened = open_session(*files, session.string(), OpenFor::reading);
    REQUIRE(opened);
    auto made = BallotBox::create(*files, box.string(), opened->store->log().identity().uuid, ActivityId{7});
    REQUIRE(made);
    const std::vector<std::byte> answer(8, std::byte{1});
    REQUIRE(made->put(SeatId{2}, 1, answer));
  }
  app.go_home();
  driver.frames(3);
  CHECK_FALSE(driver.has("Destroy"));
  fs::remove(session);
  app.go_home();
  REQUIRE(shows("Destroy"));
  CHECK(fs::exists(box));
  driver.click("Destroy");
  driver.frames(30);
  driver.click("Destroy for good");
  driver.frames(3);
  CHECK_FALSE(fs::exists(box));
  CHECK_FALSE(driver.has("Destroy"));
}

TEST_CASE("R264 a sample opened from home is worked on in a copy of the user's own, once, and stays as it ships") {
  const Folder folder;
  const fs::path own = folder.path / "own", samples = folder.path / "samples", sample = samples / "florence-1434.standpoint";
  fs::create_directories(samples);
  fs::copy_file(fs::path(sessions_folder()) / "florence-1434.standpoint", sample);
  fs::permissions(sample, fs::perms::owner_all);
  const auto bytes_of = [](const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string shipped = bytes_of(sample);
  const std::unique_ptr<FileSystem> files = posix_file_system();
  App app{AppSetup{*files, {own, samples, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms}};
  UiDriver driver{[&](const Frame& frame, Commands&) {
    Frame seen = frame;
    app.draw(seen);
  }};
  const auto shows = [&](const std::string& label) {
    for (int i = 0; i < 10'000 && !driver.has(label); ++i) {
      driver.frames(1);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return driver.has(label);
  };
  for (int round = 0; round < 2; ++round) {
    app.go_home();
    REQUIRE(shows("Florence 1434"));
    driver.click("Florence 1434");
    REQUIRE(shows("Agenda"));
    driver.click("Add a board");
    driver.frames(2);
    driver.click("Impact and effort");
    REQUIRE(shows("Undo"));
  }
  app.go_home();
  CHECK(bytes_of(sample) == shipped);
  const std::string copy = bytes_of(own / sample.filename());
  CHECK(copy.starts_with(shipped));
  CHECK(copy.size() > shipped.size());
  const std::vector<HomeSession> listed = sessions_in(*files, {own, samples, ""});
  REQUIRE(listed.size() == 1);  // not beside its copy
  CHECK(listed[0].path == (own / sample.filename()).string());
}

TEST_CASE("R264 a sample's copy takes no other session's name") {
  const Folder folder;
  const fs::path own = folder.path / "own", samples = folder.path / "samples", sample = samples / "florence-1434.standpoint";
  fs::create_directories(own);
  fs::create_directories(samples);
  fs::copy_file(fs::path(sessions_folder()) / "florence-1434.standpoint", sample);
  fs::copy_file(fs::path(sessions_folder()) / "checkout-relaunch.standpoint", own / "florence-1434.standpoint");
  const std::unique_ptr<FileSystem> files = posix_file_system();
  const SessionFolder folders{own, samples, ""};
  const auto first = own_file_of(*files, folders, sample.string()), again = own_file_of(*files, folders, sample.string());
  REQUIRE((first && again));
  CHECK(first->path == (own / "florence-1434-2.standpoint").string());
  CHECK(first->copied);
  CHECK(again->path == first->path);
  CHECK_FALSE(again->copied);
  CHECK(own_file_of(*files, folders, first->path)->path == first->path);
}

TEST_CASE_FIXTURE(Program, "two sessions of the same title get two files") {
  start("Pilot");
  app.go_home();
  start("Pilot");
  CHECK(fs::exists(folder.path / "pilot.standpoint"));
  CHECK(fs::exists(folder.path / "pilot-2.standpoint"));
}

TEST_CASE_FIXTURE(Program, "what the bar does is in the file, and undo takes it back there") {
  start("Pilot");
  const std::uint64_t before = on_disk("pilot.standpoint").sequence;
  driver.click("Add a board");
  driver.frames(2);
  driver.click("Impact and effort");
  Workshop workshop = wait_for_events("pilot.standpoint", before + 2);
  CHECK(workshop.boards.size() == 2);
  REQUIRE(shows("Undo"));
  driver.click("Undo");
  workshop = wait_for_events("pilot.standpoint", before + 4);
  CHECK(workshop.boards.size() == 1);
  CHECK(workshop.sequence == before + 4);  // undo is one more event for each, the log never shrinks
}

TEST_CASE_FIXTURE(Program, "R480 a list that is dropped is looked at first, comes in by one tap, and one Undo takes all of it back") {
  start("Pilot");
  const std::string list = (folder.path / "people.csv").string();
  std::ofstream(list) << "Stakeholders of the pilot;;;\nName;Rolle;Einfluss;Reports to\nAda Moss;Leiterin;H;\nBen Tarn;Clerk;L;Ada Moss\n;Nobody;M;\n";
  const std::uint64_t before = on_disk("pilot.standpoint").sequence;
  app.take_dropped({list});
  driver.frames(3);
  REQUIRE(driver.has("Add 2 people and 1 tie##import"));
  CHECK(driver.has("Refused 1##rows"));
  CHECK(on_disk("pilot.standpoint").sequence == before);
  driver.click("Add 2 people and 1 tie##import");
  Workshop workshop = wait_for_events("pilot.standpoint", before + 3);
  REQUIRE(workshop.stakeholders.size() == 2);
  CHECK(workshop.stakeholders[0].role == "Leiterin");
  CHECK(workshop.stakeholders[0].influence > workshop.stakeholders[1].influence);
  REQUIRE(workshop.ties.size() == 1);
  CHECK(workshop.ties[0].kind == TieKind::reports_to);
  REQUIRE(shows("Undo"));
  driver.click("Undo");
  workshop = wait_for_events("pilot.standpoint", before + 4);
  for (int frame = 0; frame < 2000 && !workshop.stakeholders.empty(); ++frame) workshop = wait_for_events("pilot.standpoint", workshop.sequence + 1);
  CHECK(workshop.stakeholders.empty());
  CHECK(workshop.ties.empty());
  // The same file again: everybody is new once more, and Cancel changes nothing.
  app.take_dropped({list});
  driver.frames(3);
  driver.click("Cancel##import");
  driver.frames(3);
  CHECK_FALSE(driver.has("Cancel##import"));
  CHECK(on_disk("pilot.standpoint").stakeholders.empty());
}

TEST_CASE_FIXTURE(Program, "R481 how a column is read is changed before anything is in, and the rows follow") {
  start("Pilot");
  const std::string list = (folder.path / "people.csv").string();
  std::ofstream(list) << "Name,Haus\nAda Moss,Mill\nBen Tarn,Harbour\n";
  app.take_dropped({list});
  driver.frames(3);
  driver.click("Haus is read as##column");
  driver.frames(3);
  driver.click("Organisation##meaning");
  driver.frames(3);
  CHECK_FALSE(driver.has("Organisation##meaning"));
  driver.click("Add 2 people##import");
  const Workshop workshop = wait_for_events("pilot.standpoint", on_disk("pilot.standpoint").sequence + 2);
  REQUIRE(workshop.stakeholders.size() == 2);
  CHECK(workshop.stakeholders[1].organisation == "Harbour");
  CHECK(workshop.stakeholders[1].note.empty());
}

TEST_CASE_FIXTURE(Program, "R482 who is here already stays as they are here until somebody chooses the file's") {
  start("Pilot");
  const std::string list = (folder.path / "people.csv").string();
  std::ofstream(list) << "Name,Role\nAda Moss,Clerk\n";
  app.take_dropped({list});
  driver.frames(3);
  driver.click("Add 1 person##import");
  Workshop workshop = wait_for_events("pilot.standpoint", on_disk("pilot.standpoint").sequence + 1);
  REQUIRE(workshop.stakeholders.size() == 1);
  std::ofstream(list) << "Name,Role\nADA MOSS,Harbour master\nBen Tarn,Clerk\n";
  app.take_dropped({list});
  driver.frames(3);
  REQUIRE(driver.has("Here 1##rows"));
  CHECK(driver.has("Add 1 person##import"));
  driver.click("Harbour master");
  driver.frames(3);
  driver.click("Add 1 person, change 1##import");
  workshop = wait_for_events("pilot.standpoint", workshop.sequence + 2);
  REQUIRE(workshop.stakeholders.size() == 2);
  CHECK(workshop.stakeholders[0].role == "Harbour master");
  CHECK(workshop.stakeholders[0].name == "Ada Moss");
}

TEST_CASE_FIXTURE(Program, "R187 cells that are pasted without column names are a name, a role and an organisation, and are looked at first") {
  start("Pilot");
  driver.click("Map");
  driver.frames(3);
  ImGui::SetClipboardText("Iris Falk\tHead of port\tHarbour Authority\r\n\tno name\t\r\nJan Both\t\tNordwind\r\n");
  driver.key(ImGuiKey_V, true);
  driver.frames(3);
  REQUIRE(driver.has("Add 2 people##import"));
  CHECK(driver.has("Refused 1##rows"));
  driver.click("Add 2 people##import");
  const Workshop workshop = wait_for_events("pilot.standpoint", on_disk("pilot.standpoint").sequence + 2);
  REQUIRE(workshop.stakeholders.size() == 2);
  CHECK(workshop.stakeholders[0].role == "Head of port");
  CHECK(workshop.stakeholders[0].organisation == "Harbour Authority");
  CHECK(workshop.stakeholders[1].organisation == "Nordwind");
}

TEST_CASE_FIXTURE(Program, "R480 a list that is dropped where no session is open is refused in one sentence, and a session file is opened") {
  const std::string list = (folder.path / "people.csv").string();
  std::ofstream(list) << "Name\nAda Moss\n";
  app.take_dropped({list});
  driver.frames(3);
  CHECK_FALSE(driver.has("Cancel##import"));
  start("Second");
  app.go_home();
  start("Pilot");
  app.go_home();
  app.take_dropped({(folder.path / "pilot.standpoint").string()});
  CHECK(shows("Agenda"));
  // What was looked at belongs to the session that was open.
  app.take_dropped({list});
  driver.frames(3);
  REQUIRE(driver.has("Cancel##import"));
  app.take_dropped({(folder.path / "second.standpoint").string()});
  driver.frames(30);
  CHECK_FALSE(driver.has("Cancel##import"));
  CHECK(shows("Agenda"));
}

TEST_CASE_FIXTURE(Program, "a session opened again has the same facilitator and no second seat") {
  start("Pilot");
  app.go_home();
  app.open((folder.path / "pilot.standpoint").string());
  REQUIRE(shows("Agenda"));
  app.go_home();
  const Workshop workshop = on_disk("pilot.standpoint");
  REQUIRE(workshop.seats.size() == 1);
  CHECK(workshop.seats[0].name == "Nadia");
}

TEST_CASE_FIXTURE(Program, "a template brings its boards and agenda") {
  app.make_session("stakeholder-mapping", "Mapping");
  REQUIRE(shows("Agenda"));
  const Workshop workshop = on_disk("mapping.standpoint");
  CHECK(workshop.agenda.size() >= 4);
  CHECK(first_board(workshop, BoardKind::map) != nullptr);
}

TEST_CASE_FIXTURE(Program, "a file that is no session is refused in one sentence, and the home screen stays") {
  std::ofstream(folder.path / "notes.standpoint") << "just text";
  app.open((folder.path / "notes.standpoint").string());
  driver.frames(3);
  CHECK(driver.has("New session"));
  CHECK_FALSE(app.has_stage());
}

TEST_CASE_FIXTURE(Program, "a damaged file asks before it opens, and then opens read only up to its last safe event") {
  start("Pilot");
  const fs::path path = folder.path / "pilot.standpoint";
  driver.click("Add a board");
  driver.frames(2);
  driver.click("Cards");
  wait_for_events("pilot.standpoint", on_disk("pilot.standpoint").sequence + 1);
  app.go_home();
  const Workshop whole = on_disk("pilot.standpoint");
  // A flipped byte early in the file, with sound groups behind it.
  {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(64 + 40);
    file.put('\x7F');
  }
  const auto size = fs::file_size(path);
  app.open(path.string());
  driver.frames(3);
  CHECK_FALSE(app.has_stage());
  REQUIRE(driver.has("Show the file"));
  driver.key(ImGuiKey_Escape);  // leaves it alone
  driver.frames(2);
  CHECK_FALSE(driver.has("Show the file"));
  CHECK(app.take_wish().show_file.empty());
  app.open(path.string());
  driver.frames(20);
  driver.click("Show the file");
  CHECK(app.take_wish().show_file == path.string());
  driver.frames(2);
  CHECK_FALSE(driver.has("Show the file"));
  CHECK(fs::file_size(path) == size);  // looking at it changed nothing
  CHECK(whole.sequence > 0);
}

TEST_CASE_FIXTURE(Program, "review draws the past of a session and changes nothing in its file") {
  start("Pilot");
  app.go_home();
  const auto size = fs::file_size(folder.path / "pilot.standpoint");
  app.review((folder.path / "pilot.standpoint").string());
  REQUIRE(shows("Play"));
  driver.click("One event back");
  driver.key(ImGuiKey_Home);
  driver.key(ImGuiKey_Delete);
  driver.frames(5);
  CHECK(fs::file_size(folder.path / "pilot.standpoint") == size);
}

TEST_CASE_FIXTURE(Program, "what was removed can be had back from the toast, until something else is done") {
  start("Pilot");
  add_somebody("Ruth");
  REQUIRE(shows("Ruth"));
  driver.key(ImGuiKey_Delete);
  REQUIRE(shows("Undo##toast"));
  Semantics heard;
  driver.semantics = &heard;
  driver.frames(1);
  driver.semantics = nullptr;
  CHECK(std::any_of(heard.items().begin(), heard.items().end(), [](const SemanticItem& item) { return item.name == "Ruth removed"; }));
  CHECK_FALSE(driver.has("Ruth"));
  driver.click("Undo##toast");
  CHECK(shows("Ruth"));
  CHECK_FALSE(driver.has("Undo##toast"));
  driver.click("Ruth");
  driver.key(ImGuiKey_Delete);
  REQUIRE(shows("Undo##toast"));
  add_somebody("Mei");
  CHECK_FALSE(driver.has("Undo##toast"));  // it would take back Mei, not the removal
}

TEST_CASE_FIXTURE(Program, "R343 two who are one person are two again by the toast") {
  start("Pilot");
  for (const char* name : {"Ruth Kaplan", "Ruth K."}) add_somebody(name);
  REQUIRE(shows("Ruth K."));
  driver.key(ImGuiKey_A, true);
  driver.frames(3);
  driver.click("Same person");
  driver.frames(30);
  driver.click("Make one");
  REQUIRE(shows("Undo##toast"));
  CHECK(driver.has("Ruth Kaplan"));
  CHECK_FALSE(driver.has("Ruth K."));
  driver.click("Undo##toast");
  CHECK(shows("Ruth K."));
  CHECK(driver.has("Ruth Kaplan"));
}

TEST_CASE_FIXTURE(Program, "what is open stays open when another file cannot be opened") {
  start("Pilot");
  std::ofstream(folder.path / "notes.standpoint") << "just text";
  app.open((folder.path / "notes.standpoint").string());
  driver.frames(2);
  CHECK(app.window_title() == "Pilot - Standpoint");
  app.go_home();
  app.review((folder.path / "pilot.standpoint").string());
  app.open((folder.path / "notes.standpoint").string());
  CHECK(app.window_title() == "Pilot (replay) - Standpoint");
}

TEST_CASE_FIXTURE(Program, "R151 what was pressed for a screen that is gone does nothing on the next one") {
  start("Pilot");
  app.go_home();
  REQUIRE(shows("Pilot"));
  const Vec row = driver.box_of("Pilot").center();
  app.open((folder.path / "pilot.standpoint").string());
  REQUIRE(shows("Agenda"));
  driver.frames(5);
  driver.move_to(row);
  (void)app.take_wish();
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddKeyEvent(ImGuiKey_Home, true);  // home, and what somebody impatient presses while nothing moves
  io.AddKeyEvent(ImGuiKey_Home, false);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  for (int i = 0; i < 4; ++i) {
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
  }
  io.AddKeyEvent(ImGuiKey_Enter, true);
  io.AddKeyEvent(ImGuiKey_Enter, false);
  driver.frames(40);
  CHECK(app.window_title() == "Standpoint");
  CHECK(app.take_wish().forget_input);  // and what still waits outside
  driver.click("Pilot");  // what is pressed from then on is meant
  CHECK(shows("Agenda"));
}

TEST_CASE_FIXTURE(Program, "while the screen is passed the facilitator's shortcuts do nothing") {
  start("Pilot");
  driver.key(ImGuiKey_N);
  driver.frames(3);
  driver.type("Ruth");
  driver.key(ImGuiKey_Enter);
  driver.key(ImGuiKey_Escape);
  REQUIRE(shows("Ruth"));
  driver.click("Agenda");
  driver.frames(2);
  driver.click("Add activity");
  driver.frames(3);
  driver.type("Who first?");
  driver.click("Add to the agenda");
  REQUIRE(shows("Open voting"));
  driver.click("Open voting");
  REQUIRE(shows("Pass the screen"));
  driver.frames(60);
  driver.click("Pass the screen");
  REQUIRE(shows("Add a name"));
  const Workshop before = on_disk("pilot.standpoint");
  driver.key(ImGuiKey_Z, true);
  driver.key(ImGuiKey_Home, true);
  driver.key(ImGuiKey_O, true);
  const std::string list = (folder.path / "people.csv").string();
  std::ofstream(list) << "Name,Note\nAda Moss,difficult\n";
  app.take_dropped({list});  // what the facilitator is about to add is nobody's to read (R480)
  driver.frames(30);
  CHECK_FALSE(driver.has("Cancel##import"));
  CHECK(driver.has("Add a name"));
  CHECK(on_disk("pilot.standpoint") == before);
}

TEST_CASE_FIXTURE(Program, "R202 removing whom a sealed ballot may name asks first, and is done or not by what is answered") {
  start("Pilot");
  driver.key(ImGuiKey_N);
  driver.frames(3);
  driver.type("Ruth");
  driver.key(ImGuiKey_Enter);
  driver.key(ImGuiKey_Escape);
  REQUIRE(shows("Ruth"));
  driver.click("Agenda");
  driver.frames(2);
  driver.click("Add activity");
  driver.frames(3);
  driver.type("Who first?");
  driver.click("Add to the agenda");
  REQUIRE(shows("Open voting"));
  driver.click("Open voting");
  REQUIRE(shows("Pass the screen"));
  const auto to_map = [this] {
    driver.click("Map");
    REQUIRE(shows("Ruth"));
    driver.click("Ruth");
    driver.frames(30);
  };
  driver.frames(60);
  driver.click("Pass the screen");
  REQUIRE(shows("Add a name"));
  driver.click("Add a name");
  driver.frames(3);
  driver.type("Ana");
  driver.click("Add");
  REQUIRE(shows("Ana"));
  driver.click("Ana");
  driver.frames(60);
  driver.click("I am Ana");
  driver.frames(60);
  driver.click("Ruth");
  driver.frames(60);
  driver.click("Done##ballot");
  driver.frames(600);
  driver.click("Back to the stage");
  driver.frames(60);
  to_map();
  driver.key(ImGuiKey_Delete);
  REQUIRE(shows("Keep it"));
  CHECK(on_disk("pilot.standpoint").stakeholders.size() == 1);
  driver.click("Keep it");
  driver.frames(30);
  CHECK_FALSE(driver.has("Keep it"));
  CHECK(driver.has("Ruth"));
  driver.click("Ruth");
  driver.frames(30);
  driver.key(ImGuiKey_Delete);
  REQUIRE(shows("Keep it"));
  driver.click("Remove");
  REQUIRE(shows("Undo##toast"));
  CHECK_FALSE(driver.has("Ruth"));
  driver.click("Undo##toast");
  CHECK(shows("Ruth"));
}

TEST_CASE("settings follow the desktop until somebody chooses, and a choice is kept") {
  const Folder folder;
  const auto files = posix_file_system();
  std::vector<Settings> kept;
  bool full = false;
  AppSetup setup{*files, {folder.path, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms};
  setup.keep_settings = [&](const Settings& settings) {
    kept.push_back(settings);
    return full ? Result<void>(failed("The settings could not be kept.")) : Result<void>();
  };
  App app(setup);
  UiDriver driver([&](const Frame& frame, Commands&) {
    Frame own = frame;
    app.draw(own);
  });
  CHECK_FALSE(app.dark());
  app.hear({true, true});
  CHECK(app.dark());
  CHECK(app.reduced_motion());
  driver.frames(3);
  driver.key(ImGuiKey_D);
  CHECK_FALSE(app.dark());
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].look == Settings::Look::light);
  driver.click("Settings");
  driver.frames(20);
  full = true;
  driver.click("Dark");
  CHECK(app.dark());
  CHECK(kept.back().look == Settings::Look::dark);
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(driver.has("Close the settings"));
}

TEST_CASE("R323 whether tablets can join is asked once before the first session is open, and nothing listens until it is said") {
  struct Case {
    const char* tapped;
    Settings::Tablets said;
  };
  for (const Case& each : {Case{"Let tablets join", Settings::Tablets::may_join}, Case{"Only this computer", Settings::Tablets::stay_out}}) {
    const Folder folder;
    const auto files = posix_file_system();
    Settings kept;
    AppSetup setup{*files, {folder.path, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms};
    setup.keep_settings = [&](const Settings& settings) {
      kept = settings;
      return Result<void>();
    };
    setup.network.emplace();
    setup.network->server.bind = "127.0.0.1";
    setup.network->server.port = 0;
    setup.network->site = "/nowhere";
    const std::string session = (folder.path / "first.standpoint").string(), door = (folder.path / "first.door").string();
    const std::vector<Command> first{{{}, 0, StartSession{"First", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Nadia", Role::facilitator, {}}}};
    REQUIRE(create_session(*files, session, {{1}, 1'795'093'200'000}, first));
    {
      App app(setup);
      UiDriver driver([&](const Frame& frame, Commands&) {
        Frame own = frame;
        app.draw(own);
      });
      app.open(session);
      driver.frames(20);
      CHECK_FALSE(app.has_stage());
      CHECK_FALSE(fs::exists(door));
      driver.key(ImGuiKey_Escape);  // not now
      driver.frames(3);
      CHECK_FALSE(app.has_stage());
      CHECK(kept.tablets == Settings::Tablets::unasked);
      app.open(session);
      driver.frames(20);
      driver.click(each.tapped);
      driver.frames(2);
      CHECK(app.has_stage());
      CHECK(kept.tablets == each.said);
      CHECK(fs::exists(door) == (each.said == Settings::Tablets::may_join));
    }
    setup.settings = kept;  // the next start
    App app(setup);
    app.open(session);
    CHECK(app.has_stage());
  }
}

TEST_CASE("R336 a session that is made before it was said whether tablets can join begins as the answer asks, and is not made where none was given") {
  for (const bool join : {true, false}) {
    CAPTURE(join);
    const Folder folder;
    const auto files = posix_file_system();
    AppSetup setup{*files, {folder.path, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms};
    setup.network.emplace();
    setup.network->server.bind = "127.0.0.1";
    setup.network->server.port = 0;
    setup.network->site = "/nowhere";
    App app(setup);
    UiDriver driver([&](const Frame& frame, Commands&) {
      Frame own = frame;
      app.draw(own);
    });
    app.go_home();
    app.make_session("stakeholder-mapping", "First");
    driver.frames(20);
    driver.key(ImGuiKey_Escape);  // not now
    driver.frames(3);
    CHECK(fs::is_empty(folder.path));
    app.make_session("stakeholder-mapping", "First");
    driver.frames(20);
    driver.click(join ? "Let tablets join" : "Only this computer");
    driver.frames(2);
    REQUIRE(app.has_stage());
    app.go_home();
    const auto made = open_session(*files, (folder.path / "first.standpoint").string(), OpenFor::reading);
    REQUIRE(made);
    CHECK((made->workshop.stage == StageView{}) == join);  // the lobby
  }
}

TEST_CASE("R313 each session that is opened has the computer's time anew") {
  const Folder folder;
  const auto files = posix_file_system();
  AppSetup setup{*files, {folder.path, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms};
  int taken = 0;
  setup.set_clock = [&] { ++taken; };
  App app(setup);
  app.make_session("", "First");
  CHECK(taken == 1);
  app.go_home();
  app.open((folder.path / "first.standpoint").string());
  CHECK(app.has_stage());
  CHECK(taken == 2);
}

TEST_CASE_FIXTURE(Program, "the sheet of shortcuts opens with a question mark and closes with Esc") {
  driver.frames(2);
  driver.type("?");
  driver.frames(2);
  CHECK(driver.has("Close the list"));
  driver.key(ImGuiKey_Escape);
  driver.frames(2);
  CHECK_FALSE(driver.has("Close the list"));
}

TEST_CASE("the words for a damaged file are those of the design") {
  LogReport report;
  report.safe_events = 1204;
  report.total_events = 1204;
  report.last_payload = encoded(Event{1204, 52'320'000, SeatId{1}, 1, StopTimer{}});
  report.last_schema = event_schema;
  const DamageWords words = damage_words(report);
  CHECK(words.title == "This session file is damaged after\u00A014:32");  // the time stays with its word
  CHECK(words.body == "1,204 of 1,204 earlier events are safe.");
}

TEST_CASE_FIXTURE(Program, "R122 from the console in this window the second display is frozen, blanked and shown live again") {
  start("Pilot");
  app.set_stage_elsewhere(true);
  std::vector<std::string> words;
  UiDriver display([&](const Frame& frame, Commands&) {
    words = standpoint::testing::words_of(frame, false, [&](const Frame& seen) {
      Frame own = seen;
      app.draw_bare_stage(own);
    });
  });
  // Frames of both until the second display is as it should be.
  const auto becomes = [&](auto as_it_should_be) {
    for (int i = 0; i < 10'000; ++i) {
      driver.frames(1);
      display.frames(1);
      if (as_it_should_be()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
  };
  const auto reads = [&](const char* what) { return standpoint::testing::says(words, what); };
  REQUIRE(becomes([&] { return reads("Map"); }));
  REQUIRE(shows("Console"));
  driver.click("Console");
  REQUIRE(shows("Freeze"));
  driver.click("Freeze");
  REQUIRE(shows("Go live"));
  driver.click("Blank");
  REQUIRE(becomes([&] { return words.empty(); }));
  driver.click("Go live");
  CHECK(becomes([&] { return reads("Map"); }));
  driver.click("Freeze");
  REQUIRE(shows("Go live"));
  driver.click("More");
  REQUIRE(shows("Work on the stage here"));
  driver.click("Work on the stage here");
  REQUIRE(shows("Add a board"));
  const std::uint64_t before = on_disk("pilot.standpoint").sequence;
  driver.click("Add a board");
  driver.frames(2);
  driver.click("Impact and effort");
  CHECK(wait_for_events("pilot.standpoint", before + 2).boards.size() == 2);
  display.frames(30);
  CHECK(reads("Map"));
  CHECK_FALSE(reads("Impact and effort"));
  driver.click("Show live");
  CHECK(becomes([&] { return reads("Impact and effort"); }));
}

}  // namespace standpoint::app_test
