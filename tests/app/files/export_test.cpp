// Exporting from the window: which command the sheet starts, how its process is followed, and what is said in the end. The
// program that draws is a script here; that the real one draws is told by tests/export_test.sh.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

#include "app/files/export_job.h"
#include "app/files/template.h"
#include "app/shell/app.h"
#include "tests/app/driving/ui_driver.h"
#include "tests/app/driving/word_watcher.h"

namespace standpoint::export_test {

using standpoint::testing::UiDriver;
using standpoint::testing::WordWatcher;

namespace {

namespace fs = std::filesystem;

ExportJob::State ended(const ExportJob& job) {
  while (!job.state().over) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  return job.state();
}

std::unique_ptr<ExportJob> shell(const std::string& script) {
  auto job = ExportJob::start({"/bin/sh", "-c", script}, [] {});
  REQUIRE(job.has_value());
  return std::move(*job);
}

struct Exporting {
  fs::path folder = fs::temp_directory_path() / ("standpoint-export-" + std::to_string(getpid()));
  std::unique_ptr<FileSystem> files = posix_file_system();
  std::unique_ptr<App> app;
  std::vector<WordWatcher::Word> words;
  UiDriver driver{[this](const Frame& frame, Commands&) {
    WordWatcher watcher(frame.painter);
    Frame own = frame.drawn_by(watcher);
    app->draw(own);
    words = watcher.words;
  }};

  // The program that draws: notes its arguments, then does what `then` says, with the folder as $4.
  explicit Exporting(const std::string& then = "mkdir -p \"$4\"; echo one") {
    fs::remove_all(folder);
    fs::create_directories(folder);
    const fs::path program = folder / "draw";
    std::ofstream(program) << "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" << (folder / "arguments").string() << "'\n" << then << "\n";
    fs::permissions(program, fs::perms::owner_all);
    AppSetup setup{*files, {folder, {}, "~/Standpoint"}, sessions_folder() + "/templates", "Nadia", [] {}, clock_now_ms};
    setup.program = program.string();
    app = std::make_unique<App>(setup);
    app->make_session("", "Pilot");
    REQUIRE(shows([this] { return driver.has("Agenda"); }));
  }
  ~Exporting() {
    app.reset();
    fs::remove_all(folder);
  }

  bool shows(const std::function<bool()>& there) {
    for (int i = 0; i < 3000; ++i) {
      driver.frames(1);
      if (there()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
  }
  bool says(const std::string& sentence) {
    return shows([&] { return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.text == sentence; }); });
  }
  // What the program was called with, "SESSION" and "FOLDER" for the two paths.
  std::string arguments() const {
    std::ifstream file(folder / "arguments");
    std::string all;
    for (std::string line; std::getline(file, line);)
      all += (line == (folder / "pilot.standpoint") ? "SESSION" : line == (folder / "pilot exports") ? "FOLDER" : line) + " ";
    return all;
  }
};

}  // namespace

TEST_CASE("an export counts what is written and ends without a word when all went well") {
  const auto job = shell("echo a.svg; echo b.svg");
  const ExportJob::State state = ended(*job);
  CHECK(state.written == 2);
  CHECK(state.trouble.empty());
}

TEST_CASE("an export that fails hands on its one sentence, and one that dies has a sentence of ours") {
  CHECK(ended(*shell("echo a.svg; echo 'The disk is full.' >&2; exit 1")).trouble == "The disk is full.");
  const std::string died = ended(*shell("kill -9 $$")).trouble;
  CHECK(died.find("session is untouched") != std::string::npos);
  CHECK(ended(*shell("exit 3")).trouble == died);
  CHECK_FALSE(ExportJob::start({"/nowhere/standpoint"}, [] {}).has_value());
}

TEST_CASE("a cancelled export is over soon and is no trouble") {
  const auto job = shell("echo a.svg; exec sleep 600");
  while (job->state().written < 1) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  job->cancel();
  const ExportJob::State state = ended(*job);
  CHECK(state.written == 1);
  CHECK(state.trouble.empty());
  job->cancel();  // once more does nothing
  const auto dropped = shell("exec sleep 600");  // a window that closes does not wait for it
}

TEST_CASE("Ctrl E asks, and the choice becomes the command that draws it") {
  Exporting window;
  window.driver.key(ImGuiKey_E, true);
  window.driver.frames(2);
  REQUIRE(window.driver.has("Export##export"));
  window.driver.click("PDF");
  window.driver.click("Export##export");
  CHECK(window.says("Saved 1 picture in pilot exports"));
  CHECK(window.arguments() == "export SESSION --out FOLDER --format pdf --size 1920x1080 --theme light --board=board-map ");
}

TEST_CASE("all boards in large pixels are said, counted and saved") {
  Exporting window;
  window.driver.click("Export");  // the button of the bar
  window.driver.frames(2);
  window.driver.click("All boards");
  window.driver.click("PNG");
  window.driver.frames(1);
  window.driver.click("7680 × 4320");
  window.driver.click("Export##export");
  CHECK(window.says("Saved 1 picture in pilot exports"));
  CHECK(window.arguments() == "export SESSION --out FOLDER --format png --size 7680x4320 --theme light ");
}

TEST_CASE("a long export says how far it is and can be cancelled; what is half written goes") {
  Exporting window("mkdir -p \"$4\"; touch \"$4/map.png\" \"$4/next.png.part\"; exec sleep 600");
  window.driver.key(ImGuiKey_E, true);
  window.driver.frames(2);
  window.driver.click("Export##export");
  const fs::path there = window.folder / "pilot exports";
  REQUIRE(window.shows([&] { return fs::exists(there / "next.png.part"); }));
  CHECK(window.says("0 pictures written"));
  window.driver.key(ImGuiKey_E, true);  // one at a time
  window.driver.frames(2);
  CHECK_FALSE(window.driver.has("Export##export"));
  window.driver.click("Cancel##task");
  CHECK(window.says("Export cancelled. Nothing was saved."));
  CHECK(fs::exists(there / "map.png"));
  CHECK_FALSE(fs::exists(there / "next.png.part"));
}

TEST_CASE("a failed export says its sentence, and the session goes on") {
  Exporting window("echo 'The folder cannot be made. Nothing was written.' >&2; exit 1");
  window.driver.key(ImGuiKey_E, true);
  window.driver.frames(2);
  window.driver.click("Export##export");
  CHECK(window.says("The folder cannot be made. Nothing was written."));
  CHECK(window.driver.has("Agenda"));
}

TEST_CASE("replay exports the moment it shows, and Esc leaves the sheet") {
  Exporting window;
  window.app->go_home();
  window.app->review((window.folder / "pilot.standpoint").string());
  REQUIRE(window.shows([&] { return window.driver.has("One event back"); }));
  window.driver.key(ImGuiKey_E, true);
  window.driver.frames(2);
  REQUIRE(window.driver.has("Export##export"));
  window.driver.key(ImGuiKey_Escape);
  window.driver.frames(2);
  CHECK_FALSE(window.driver.has("Export##export"));
  CHECK(window.driver.has("One event back"));
  window.driver.key(ImGuiKey_E, true);
  window.driver.frames(2);
  window.driver.click("Export##export");
  REQUIRE(window.shows([&] { return !window.arguments().empty(); }));
  CHECK(window.arguments() == "export SESSION --out FOLDER --format svg --size 1920x1080 --theme light --board=board-map --at 4 ");
}

}  // namespace standpoint::export_test
