// The house's levels: a file may include only what stands on its own level or below. Read from the sources themselves.
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

// From the bottom up; the first prefix that fits says the level. Within one folder files may know each other.
struct Level {
  std::string_view prefix;
  int level;
};
constexpr std::array<Level, 24> levels{{
    {"core/workshop/", 0}, {"core/activities/", 0},  // what an activity holds is its kind’s, and a kind’s rules are the workshop’s
    {"core/insights/", 1},
    {"core/boards/", 2},
    {"core/file/", 3}, {"core/exchange/", 3},
    {"core/room/", 4},
    {"app/files/", 5}, {"app/tables/", 5},
    {"app/design/", 6},
    {"app/paint/", 7},
    {"app/widgets/", 8}, {"app/net/", 8},
    {"app/boards/", 10}, {"app/activities/", 10},  // what is painted there is a level lower
    {"app/screens/", 11},
    {"app/shell/", 12},
    {"app/web/", 0},
    {"app/render/", 13},
    {"app/platform/", 14},
    {"app/cli/", 15},
    {"app/main_desktop.cpp", 16}, {"app/main_web.cpp", 16},
    {"tests/", 17},
}};

int level_of(const std::string& path) {
  static const std::regex painted("app/(boards|activities)/(.*/)?paint_[^/]*");
  if (std::regex_match(path, painted)) return 9;
  for (const Level& level : levels)
    if (path.starts_with(level.prefix)) return level.level;
  return -1;
}

std::vector<std::string> included_by(const fs::path& source) {
  static const std::regex include("^#include [\"<]([^\">]+)[\">]");
  std::vector<std::string> included;
  std::ifstream file(source);
  std::smatch match;
  for (std::string line; std::getline(file, line);)
    if (std::regex_search(line, match, include)) included.push_back(match[1]);
  return included;
}

bool is_source(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

}  // namespace

TEST_CASE("R90 no file includes what stands above it, and core includes no GUI, GL or sockets") {
  const std::regex outside("imgui.*|GLFW/.*|glad/.*|GL/.*|EGL/.*|sys/socket.h|boost/asio.*|boost/beast.*");
  int read = 0;
  for (const fs::path root : {"core", "app"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().generic_string();
      if (!is_source(entry.path())) continue;
      ++read;
      const int own = level_of(path);
      CHECK_MESSAGE(own >= 0, path, " stands in no folder that has a level");
      for (const std::string& included : included_by(entry.path())) {
        if (const int other = level_of(included); other >= 0)
          CHECK_MESSAGE(other <= own, path, " includes ", included);
        if (path.starts_with("core/")) CHECK_MESSAGE(!std::regex_match(included, outside), path, " includes ", included);
        if (own < level_of("app/shell/") && !path.starts_with("app/net/"))
          CHECK_MESSAGE(!included.starts_with("app/net/"), path, " talks to the network through ", included);
      }
    }
  }
  CHECK(read > 100);
}

TEST_CASE("R372 which kind an activity is, hardly anybody asks by name") {
  constexpr std::size_t most = 8;
  std::vector<std::string> asking;
  for (const fs::path root : {"core", "app"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (!is_source(entry.path())) continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);)
        if (line.find("ActivityKind::") != std::string::npos) {
          asking.push_back(entry.path().generic_string());
          break;
        }
    }
  CAPTURE(asking.size());
  CHECK_FALSE(asking.empty());
  CHECK(asking.size() <= most);
}

TEST_CASE("R90 every folder of sources says what lives there, and none lies loose") {
  for (const fs::path root : {"core", "app"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      if (!is_source(entry.path())) continue;
      const fs::path folder = entry.path().parent_path();
      CHECK_MESSAGE((folder != "core" && folder != "app/screens"), entry.path().string(), " has no room");
      CHECK_MESSAGE((folder != "app" || entry.path().stem().string().starts_with("main_")), entry.path().string(), " has no room");
      CHECK_MESSAGE((folder == "app" || fs::exists(folder / "README.md")), folder.string(), " does not say what lives there");
    }
}
