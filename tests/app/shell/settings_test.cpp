// Settings and what the desktop wishes: kept, read back, never guessed from a file that makes no sense.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

#include "app/platform/show_file.h"
#include "app/platform/system_wishes.h"
#include "app/shell/settings_file.h"
#include "tests/app/driving/ui_driver.h"

namespace standpoint::settings_test {

using standpoint::testing::UiDriver;

namespace {

namespace fs = std::filesystem;

struct Config {
  fs::path path = fs::temp_directory_path() / ("standpoint-settings-" + std::to_string(getpid()));
  Config() { fs::remove_all(path); fs::create_directories(path); }
  ~Config() { fs::remove_all(path); }
  fs::path write(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
    return path / name;
  }
  static std::string text_of(const fs::path& file) {
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  // The desktop, played: what gsettings answers by key, and the environment.
  std::map<std::string, std::string> gnome, environment;
  SystemWishes wishes() const {
    return read_system_wishes({path,
                               [this](const char* name) -> std::optional<std::string> {
                                 const auto found = environment.find(name);
                                 if (found == environment.end()) return std::nullopt;
                                 return found->second;
                               },
                               [this](const std::vector<std::string>& words) -> std::optional<std::string> {
                                 const auto found = gnome.find(words.back());
                                 if (found == gnome.end()) return std::nullopt;
                                 return found->second;
                               }});
  }
};

}  // namespace

TEST_CASE_FIXTURE(Config, "settings are the same after they were kept, and missing ones are the usual") {
  const fs::path file = path / "standpoint" / "settings.json";
  CHECK(read_settings(file).value() == Settings{});
  for (const auto look : {Settings::Look::light, Settings::Look::dark, Settings::Look::system})
    for (const auto motion : {Settings::Motion::system, Settings::Motion::reduced})
      for (const auto tablets : {Settings::Tablets::unasked, Settings::Tablets::may_join, Settings::Tablets::stay_out}) {
        REQUIRE(write_settings(file, {look, motion, tablets}).has_value());
        CHECK(read_settings(file).value() == Settings{look, motion, tablets});
      }
  CHECK(read_settings(write("half.json", R"({"theme": "dark"})")).value() == Settings{Settings::Look::dark, Settings::Motion::system});
}

TEST_CASE_FIXTURE(Config, "settings that cannot be understood are one sentence, and the file is left alone") {
  for (const std::string text : {"", "dark", "[1]", R"({"theme": "neon"})", R"({"motion": 3})", R"({"tablets": "all"})", R"({"theme": )"}) {
    const fs::path file = write("settings.json", text);
    const auto read = read_settings(file);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().sentence.find(file.string()) != std::string::npos);
    CHECK(text_of(file) == text);
  }
}

TEST_CASE_FIXTURE(Config, "settings that cannot be kept are one sentence") {
  write("occupied", "a file where the folder would be");
  const auto kept = write_settings(path / "occupied" / "settings.json", {});
  REQUIRE_FALSE(kept.has_value());
  CHECK(kept.error().sentence.find("could not be kept") != std::string::npos);
}

TEST_CASE_FIXTURE(Config, "a desktop that says nothing wishes for nothing") { CHECK(wishes() == SystemWishes{}); }

TEST_CASE_FIXTURE(Config, "less motion is heard from GNOME, KDE and GTK") {
  gnome = {{"enable-animations", "true"}, {"color-scheme", "'default'"}};
  CHECK_FALSE(wishes().reduced_motion);
  gnome["enable-animations"] = "false";
  CHECK(wishes().reduced_motion);
  gnome.clear();
  write("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n");
  CHECK_FALSE(wishes().reduced_motion);
  write("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n");
  CHECK(wishes().reduced_motion);
  fs::remove(path / "kdeglobals");
  write("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = 0\n");
  CHECK(wishes().reduced_motion);
  write("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n");  // the newer one is asked first
  CHECK_FALSE(wishes().reduced_motion);
}

TEST_CASE_FIXTURE(Config, "a dark desktop is heard from GNOME, KDE and GTK") {
  gnome = {{"color-scheme", "'prefer-dark'"}};
  CHECK(wishes().dark);
  gnome.clear();
  write("kdeglobals", "[General]\nColorScheme=BreezeDark\n");
  CHECK(wishes().dark);
  fs::remove(path / "kdeglobals");
  write("gtk-3.0/settings.ini", "[Settings]\ngtk-application-prefer-dark-theme=true\n");
  CHECK(wishes().dark);
}

TEST_CASE_FIXTURE(Config, "a kiosk's environment has the last word on motion") {
  environment = {{"STANDPOINT_REDUCED_MOTION", "1"}};
  CHECK(wishes().reduced_motion);
  gnome = {{"enable-animations", "false"}};
  environment = {{"STANDPOINT_REDUCED_MOTION", "0"}};
  CHECK_FALSE(wishes().reduced_motion);
}

TEST_CASE("a program is asked for its first line, and one that fails or never answers says nothing") {
  const auto ask = WishSources::of_system().output;
  CHECK(ask({"sh", "-c", "echo one; echo two"}) == "one");
  CHECK_FALSE(ask({"sh", "-c", "echo one; exit 3"}).has_value());
  CHECK_FALSE(ask({"sleep", "30"}).has_value());
  CHECK_FALSE(ask({"standpoint-no-such-program"}).has_value());
}

TEST_CASE_FIXTURE(Config, "a file's folder is handed to the file manager, and a missing one is said") {
  const std::string before = std::getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  const auto missing = show_in_file_manager("/sessions/pilot.standpoint");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().sentence.find("/sessions") != std::string::npos);
  setenv("PATH", (path.string() + ":" + before).c_str(), 1);
  const fs::path told = path / "told";
  const fs::path fake = write("xdg-open", "#!/bin/sh\nprintf %s \"$1\" > " + told.string() + ".part && mv " + told.string() + ".part " + told.string() + "\n");
  fs::permissions(fake, fs::perms::owner_all);
  CHECK(show_in_file_manager("/sessions/pilot.standpoint").has_value());
  for (int i = 0; i < 500 && !fs::exists(told); ++i) usleep(10'000);
  CHECK(text_of(told) == "/sessions");
  setenv("PATH", before.c_str(), 1);
}

TEST_CASE("the sheet of settings changes what is tapped and closes with Esc") {
  Settings settings;
  bool open = true;
  UiDriver driver([&](const Frame& frame, Commands&) {
    if (open) open = draw_settings(frame, settings);
  });
  driver.frames(30);
  driver.click("Dark");
  CHECK(settings.look == Settings::Look::dark);
  driver.click("Reduced");
  CHECK(settings.motion == Settings::Motion::reduced);
  CHECK(wants_dark(settings, {}));
  CHECK(wants_reduced_motion(settings, {}));
  CHECK_FALSE(wants_dark({Settings::Look::light, {}}, {true, false}));
  CHECK(wants_dark({}, {true, false}));
  driver.key(ImGuiKey_Escape);
  CHECK_FALSE(open);
}

}  // namespace standpoint::settings_test
