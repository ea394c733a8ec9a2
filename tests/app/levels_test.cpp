// The house's levels: a file may include only what stands before its own level. Read from the sources themselves.
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

// From the bottom up; the first prefix that fits says the level. Within one level files may know each other.
struct Level {
  std::string_view prefix;
  int level;
};
constexpr std::array<Level, 35> levels{{
    {"core/result", 0}, {"core/ids", 0}, {"core/geometry", 0}, {"core/utf8", 0}, {"core/text", 0},
    {"core/sorted", 1}, {"core/model", 1}, {"core/action", 1}, {"core/event", 1}, {"core/csv", 1},
    {"core/session_store", 5}, {"core/reveal", 5}, {"core/codec", 4}, {"core/guarded", 4}, {"core/stored", 4}, {"core/session_", 4}, {"core/ballot_box", 4}, {"core/replay", 4},
    {"core/log_", 4}, {"core/message", 4}, {"core/wire", 4}, {"core/file_system", 4}, {"core/secret", 4}, {"core/hash", 4},
    {"core/room", 5}, {"core/replica", 5},
    {"core/", 3},  // check, apply, undo, audience, story, insights, boards, import
    {"app/paint/", 6}, {"app/theme", 6}, {"app/measures", 6}, {"app/widgets/", 6}, {"app/frame", 6}, {"app/screens/", 8},
    {"app/net/", 9}, {"app/", 10},
}};

int level_of(const std::string& path) {
  for (const Level& level : levels)
    if (path.starts_with(level.prefix)) return level.level;
  return -1;
}

}  // namespace

TEST_CASE("R90 no file includes what stands above it, and core includes no GUI, GL or sockets") {
  const std::regex include("^#include [\"<]([^\">]+)[\">]");
  const std::regex outside("imgui.*|GLFW/.*|glad/.*|GL/.*|EGL/.*|sys/socket.h|boost/asio.*|boost/beast.*");
  int read = 0;
  for (const fs::path root : {"core", "app"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
      const std::string path = entry.path().generic_string();
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      ++read;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        const std::string included = match[1];
        if (const int other = level_of(included); other >= 0)
          CHECK_MESSAGE(other <= level_of(path), path, " includes ", included);
        if (path.starts_with("core/")) CHECK_MESSAGE(!std::regex_match(included, outside), path, " includes ", included);
        if (path.starts_with("app/screens/") || path.starts_with("app/widgets/"))
          CHECK_MESSAGE(!included.starts_with("app/net/"), path, " talks to the network through ", included);
      }
    }
  }
  CHECK(read > 100);
}
