// Files are told by what they say themselves; by their names only where they say nothing. See session_files.h.
#include "core/file/session_files.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "core/file/log_format.h"

namespace standpoint {
namespace {

constexpr std::string_view session_ending = ".standpoint", box_mark = ".ballots-", anew_ending = ".anew";

bool ends_with(const std::string& text, std::string_view ending) {
  return text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

bool is_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
}

// Segments and torn tails of the session of that name.
bool is_part_of(const std::string& name, const std::string& session) {
  if (name.size() <= session.size() + 1 || name.compare(0, session.size(), session) != 0 || name[session.size()] != '.') return false;
  constexpr std::string_view torn = "torn-";
  std::string_view rest = std::string_view(name).substr(session.size() + 1);
  if (rest.substr(0, torn.size()) == torn) rest.remove_prefix(torn.size());
  return is_number(rest);
}

// Session files of a folder, whatever is in them.
std::vector<std::string> sessions_in_folder(FileSystem& files, const std::string& folder) {
  std::vector<std::string> paths;
  const auto names = files.list(folder);
  if (!names) return paths;
  for (const std::string& name : *names)
    if (ends_with(name, session_ending)) paths.push_back(folder + "/" + name);
  return paths;
}

// Those of its name that do not say whose they are: a crash cut off their making or their end, or their first bytes are damaged.
std::vector<FoundBox> nameless_boxes_of(FileSystem& files, const std::string& session_path, const SessionUuid& session) {
  std::vector<FoundBox> boxes;
  std::string prefix = name_of(BallotBox::path_for(session_path, ActivityId{}));
  prefix.pop_back();  // the number of activity 0
  const auto names = files.list(directory_of(session_path));
  if (!names) return boxes;
  for (const std::string& name : *names) {
    if (name.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string box = ends_with(name, anew_ending) ? name.substr(0, name.size() - anew_ending.size()) : name;
    FoundBox found{beside(session_path, box), {session, {}}};
    const auto parsed = std::from_chars(box.data() + prefix.size(), box.data() + box.size(), found.owner.activity.value);
    if (parsed.ec != std::errc() || parsed.ptr != box.data() + box.size()) continue;
    const auto owner = BallotBox::owner_of(files, found.path);
    if (!owner || !*owner) boxes.push_back(std::move(found));
  }
  return boxes;
}

}  // namespace

std::string beside(const std::string& path, const std::string& name) { return path.substr(0, path.size() - name_of(path).size()) + name; }

std::optional<SessionUuid> session_of_file(FileSystem& files, const std::string& path) {
  const auto file = files.open(path, Access::read);
  if (!file) return std::nullopt;
  std::array<std::byte, log_header_size> bytes{};
  const auto read = (*file)->read_at(0, bytes);
  if (!read || *read != bytes.size() || !has_magic(bytes) || stored_header_crc(bytes) != computed_header_crc(bytes)) return std::nullopt;
  return decode_header(bytes).identity.uuid;
}

Result<std::vector<FoundBox>> boxes_in(FileSystem& files, const std::string& folder) {
  const auto names = files.list(folder);
  if (!names) return failed(names.error());
  std::vector<FoundBox> boxes;
  for (const std::string& name : *names) {
    if (name.find(box_mark) == name.npos || ends_with(name, anew_ending)) continue;
    const std::string path = folder + "/" + name;
    const auto owner = BallotBox::owner_of(files, path);
    if (owner && *owner) boxes.push_back({path, **owner});
  }
  return boxes;
}

std::string session_with(FileSystem& files, const FoundBox& box) {
  const std::string stem = box.path.substr(0, box.path.rfind(box_mark));
  for (const std::string& path : {stem + std::string(session_ending), stem})
    if (session_of_file(files, path) == box.owner.session) return path;
  return {};
}

std::vector<FoundBox> boxes_of(FileSystem& files, const std::string& session_path) {
  const std::string folder = directory_of(session_path);
  const auto boxes = boxes_in(files, folder);
  const std::optional<SessionUuid> session = session_of_file(files, session_path);
  if (!boxes || !session) return {};
  std::vector<FoundBox> ours = nameless_boxes_of(files, session_path, *session);
  const auto copied = [&] {
    const std::vector<std::string> sessions = sessions_in_folder(files, folder);
    return std::any_of(sessions.begin(), sessions.end(), [&](const std::string& other) {
      return name_of(other) != name_of(session_path) && session_of_file(files, other) == session;
    });
  };
  for (const FoundBox& box : *boxes) {
    if (box.owner.session != *session) continue;
    const std::string owner = session_with(files, box);
    if (owner.empty() ? !copied() : name_of(owner) == name_of(session_path)) ours.push_back(box);
  }
  return ours;
}

std::vector<FoundBox> boxes_without_session(FileSystem& files, std::span<const std::string> folders) {
  std::vector<SessionUuid> sessions;
  std::vector<FoundBox> boxes;
  for (const std::string& folder : folders) {
    for (const std::string& path : sessions_in_folder(files, folder))
      if (const auto session = session_of_file(files, path)) sessions.push_back(*session);
    if (const auto found = boxes_in(files, folder)) boxes.insert(boxes.end(), found->begin(), found->end());
  }
  std::erase_if(boxes, [&](const FoundBox& box) {
    return std::find(sessions.begin(), sessions.end(), box.owner.session) != sessions.end() || !session_with(files, box).empty();
  });
  return boxes;
}

Result<void> delete_session(FileSystem& files, const std::string& path, std::span<const std::string> others) {
  const auto file = files.open(path, Access::write);
  if (!file) return failed(file.error());
  const auto locked = (*file)->lock();
  if (!locked) return failed(locked.error());
  if (!*locked) return failed(name_of(path) + " is open in another window. Nothing was deleted; close it there first.");
  const auto names = files.list(directory_of(path));
  if (!names) return failed(names.error());
  for (const FoundBox& box : boxes_of(files, path))
    if (auto gone = BallotBox::destroy(files, box.path); !gone) return gone;
  for (const std::string& name : *names)
    if (is_part_of(name, name_of(path)))
      if (auto gone = files.remove(beside(path, name)); !gone) return gone;
  for (const std::string& other : others)
    if (auto gone = files.remove(other); !gone) return gone;
  return files.remove(path).and_then([&] { return files.sync_directory(directory_of(path)); });
}

}  // namespace standpoint
