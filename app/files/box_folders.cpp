// See box_folders.h.
#include "app/files/box_folders.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

#include "app/files/environment.h"

namespace standpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_folders = 64, largest_file = 1024 * 1024;

// Those that are still there, the newest first.
std::vector<std::string> folders_in(FileSystem& files, const std::string& path) {
  std::vector<std::string> folders;
  if (path.empty()) return folders;
  const auto opened = files.open(path, Access::read);
  if (!opened) return folders;
  std::string text(static_cast<std::size_t>(std::min<std::uint64_t>((*opened)->size().value_or(0), largest_file)), '\0');
  const auto read = (*opened)->read_at(0, std::as_writable_bytes(std::span(text)));
  std::istringstream lines(read ? text.substr(0, *read) : std::string());
  std::error_code error;
  for (std::string line; std::getline(lines, line) && folders.size() < most_folders;)
    if (fs::path(line).is_absolute() && fs::is_directory(line, error)) folders.push_back(line);
  return folders;
}

void remember(FileSystem& files, const std::string& path, const std::string& folder) {
  std::error_code error;
  const std::string added = fs::weakly_canonical(fs::absolute(folder, error), error).string();
  std::vector<std::string> folders = folders_in(files, path);
  if (error || path.empty() || added.find('\n') != added.npos || std::find(folders.begin(), folders.end(), added) != folders.end()) return;
  folders.insert(folders.begin(), added);
  fs::create_directories(fs::path(path).parent_path(), error);
  std::string text;
  for (const std::string& each : folders) text += each + "\n";
  const std::string unfinished = path + ".part";
  (void)files.remove(unfinished);
  const auto file = files.create(unfinished);
  if (file && (*file)->write_at(0, std::as_bytes(std::span(text))) && (*file)->sync()) (void)files.rename(unfinished, path);
}

}  // namespace

std::string box_folders_path() {
  const std::string state = from_environment("XDG_STATE_HOME"), home = from_environment("HOME");
  if (!state.empty()) return state + "/standpoint/box-folders";
  return home.empty() ? std::string() : home + "/.local/state/standpoint/box-folders";
}

BoxPlaces box_places(FileSystem& files, const std::string& path) {
  return {folders_in(files, path), [&files, path](const std::string& folder) { remember(files, path, folder); }};
}

}  // namespace standpoint
