// Lists and names session files. See session_folder.h.
#include "app/session_folder.h"

#include <algorithm>
#include <cstdlib>

#include "app/file_name.h"
#include "core/session_store.h"

namespace standpoint {
namespace {

namespace fs = std::filesystem;

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

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
  session.people = static_cast<int>(std::count_if(workshop.seats.begin(), workshop.seats.end(),
                                                  [](const Seat& seat) { return seat.role == Role::participant; }));
  return session;
}

void add_sessions(FileSystem& files, const fs::path& folder, std::vector<HomeSession>& all) {
  std::vector<HomeSession> here;
  for (const fs::path& path : files_of(folder)) here.push_back(read_session(files, path));
  std::stable_sort(here.begin(), here.end(),
                   [](const HomeSession& a, const HomeSession& b) { return a.workshop.changed_ms > b.workshop.changed_ms; });
  std::move(here.begin(), here.end(), std::back_inserter(all));
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
  add_sessions(files, folder.own, all);
  if (!folder.samples.empty()) add_sessions(files, folder.samples, all);
  return all;
}

Result<fs::path> file_for_title(const SessionFolder& folder, const std::string& title) {
  const std::string name = file_name_of(title, "session");
  std::error_code error;
  fs::create_directories(folder.own, error);
  if (error) return failed("The folder " + folder.own.string() + " cannot be made (" + error.message() +
                                           "). Nothing was started; set STANDPOINT_SESSIONS to a folder you may write to.");
  fs::path path = folder.own / (name + ".standpoint");
  for (int n = 2; fs::exists(path, error); ++n) path = folder.own / (name + "-" + std::to_string(n) + ".standpoint");
  return path;
}

}  // namespace standpoint
