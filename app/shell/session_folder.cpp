// Lists and names session files. See session_folder.h.
#include "app/shell/session_folder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <system_error>

#include "app/files/environment.h"
#include "app/files/file_name.h"
#include "core/file/log_format.h"
#include "core/file/session_store.h"

namespace standpoint {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".standpoint") files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

HomeSession read_session(FileSystem& files, const fs::path& path) {
  HomeSession session;
  session.path = path.string();
  auto opened = open_session(files, session.path, OpenFor::reading);
  if (!opened) {
    session.trouble = opened.error().sentence;
    return session;
  }
  session.workshop = std::move(opened->workshop);
  const Workshop& workshop = session.workshop;
  if (workshop.sequence == 0) {  // nothing of it is safe, so it began at no time
    session.trouble = opened->report.sentence.empty() ? "Nothing happened in this session yet." : opened->report.sentence;
    return session;
  }
  session.minutes = (workshop.changed_ms - workshop.started_ms + 30'000) / 60'000;
  if (std::any_of(workshop.activities.begin(), workshop.activities.end(), [&](const Activity& activity) {
        return holds_inputs(workshop, activity);
      }))
    for (const FoundBox& box : boxes_of(files, session.path)) session.answers += BallotBox::sealed_in(files, box.path).value_or(0);
  session.people = static_cast<int>(std::count_if(workshop.seats.begin(), workshop.seats.end(),
                                                  [](const Seat& seat) { return seat.role == Role::participant; }));
  return session;
}

void add_sessions(FileSystem& files, const std::vector<fs::path>& paths, std::vector<HomeSession>& all) {
  std::vector<HomeSession> here;
  for (const fs::path& path : paths) here.push_back(read_session(files, path));
  std::stable_sort(here.begin(), here.end(),
                   [](const HomeSession& a, const HomeSession& b) { return a.workshop.changed_ms > b.workshop.changed_ms; });
  std::move(here.begin(), here.end(), std::back_inserter(all));
}

// In the own folder, which is made when it is not there; a number behind when the name is taken.
Result<fs::path> free_file(const SessionFolder& folder, const std::string& name) {
  std::error_code error;
  fs::create_directories(folder.own, error);
  if (error) return failed("The folder " + folder.own.string() + " cannot be made (" + error.message() +
                                           "). Nothing was started; set STANDPOINT_SESSIONS to a folder you may write to.");
  fs::path path = folder.own / (name + ".standpoint");
  for (int n = 2; fs::exists(path, error); ++n) path = folder.own / (name + "-" + std::to_string(n) + ".standpoint");
  return path;
}

using Bytes = std::vector<std::byte>;

Result<Bytes> bytes_of(FileSystem& files, const std::string& path, std::size_t most) {
  auto file = files.open(path, Access::read);
  if (!file) return failed(file.error());
  const auto size = (*file)->size();
  if (!size) return failed(size.error());
  Bytes bytes(std::min<std::uint64_t>(*size, most));
  const auto read = (*file)->read_at(0, bytes);
  if (!read) return failed(read.error());
  bytes.resize(*read);
  return bytes;
}

// The own file that began as this sample; empty: none. A file's first bytes are those of one session only (core/file/log_format.h).
fs::path copy_of(FileSystem& files, const SessionFolder& folder, const fs::path& sample) {
  const auto wanted = bytes_of(files, sample.string(), log_header_size);
  if (!wanted || wanted->size() < log_header_size) return {};
  for (const fs::path& path : files_of(folder.own))
    if (const auto found = bytes_of(files, path.string(), log_header_size); found && *found == *wanted) return path;
  return {};
}

// Whole and on disk, or not there: what is acknowledged later is appended to it.
Result<void> copied(FileSystem& files, const std::string& from, const std::string& to) {
  const auto bytes = bytes_of(files, from, SIZE_MAX);
  if (!bytes) return failed(bytes.error());
  const std::string unfinished = to + ".part";
  (void)files.remove(unfinished);
  auto file = files.create(unfinished);
  if (!file) return failed(file.error());
  auto written = (*file)->write_at(0, *bytes).and_then([&] { return (*file)->sync(); }).and_then([&] { return files.rename(unfinished, to); }).and_then([&] {
    return files.sync_directory(directory_of(to));
  });
  if (!written) (void)files.remove(unfinished);
  return written;
}

}  // namespace

SessionFolder SessionFolder::of_user() {
  SessionFolder folder;
  const std::string chosen = from_environment("STANDPOINT_SESSIONS"), home = from_environment("HOME");
  folder.own = !chosen.empty() ? fs::path(chosen) : fs::path(home.empty() ? "." : home) / "Standpoint";
  folder.words = chosen.empty() ? "~/Standpoint" : chosen;
  folder.samples = from_environment("STANDPOINT_SAMPLES");
  return folder;
}

std::vector<HomeSession> sessions_in(FileSystem& files, const SessionFolder& folder) {
  std::vector<HomeSession> all;
  add_sessions(files, files_of(folder.own), all);
  if (folder.samples.empty()) return all;
  std::vector<fs::path> samples = files_of(folder.samples);
  std::erase_if(samples, [&](const fs::path& sample) { return !copy_of(files, folder, sample).empty(); });
  const std::size_t own = all.size();
  add_sessions(files, samples, all);
  for (std::size_t i = own; i < all.size(); ++i) all[i].sample = true;
  return all;
}

std::vector<HomeBox> lone_boxes_in(FileSystem& files, const SessionFolder& folder, std::vector<std::string> folders) {
  folders.push_back(folder.own.string());
  if (!folder.samples.empty()) folders.push_back(folder.samples.string());
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  std::vector<HomeBox> boxes;
  for (const FoundBox& box : boxes_without_session(files, folders)) boxes.push_back({box.path, BallotBox::sealed_in(files, box.path).value_or(0)});
  return boxes;
}

Result<OwnFile> own_file_of(FileSystem& files, const SessionFolder& folder, const std::string& path) {
  std::error_code error;
  if (folder.samples.empty() || !fs::equivalent(fs::path(path).parent_path(), folder.samples, error) || fs::equivalent(folder.samples, folder.own, error))
    return OwnFile{path};
  if (const fs::path copy = copy_of(files, folder, path); !copy.empty()) return OwnFile{copy.string()};
  return free_file(folder, fs::path(path).stem().string()).and_then([&](const fs::path& to) {
    return copied(files, path, to.string()).map([&] { return OwnFile{to.string(), true}; });
  });
}

Result<fs::path> file_for_title(const SessionFolder& folder, const std::string& title) { return free_file(folder, file_name_of(title, "session")); }

}  // namespace standpoint
