// Which files of a folder belong to a session: its boxes, its segments, what was cut off it. Used by session_store and the program.
//
// A ballot box belongs to the session file beside it that has its id and its name ("a.standpoint" has "a.ballots-7"). One without
// such a file is anybody's who has its id: its session was renamed or moved, and takes it over when it is opened. So a session that
// is moved finds its box, and of several copies of a session one has it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/file/ballot_box.h"

namespace standpoint {

// "…/name" in the folder of `path`, written as the path is.
std::string beside(const std::string& path, const std::string& name);
// As a file's first bytes say; nothing: it is no session, or they are damaged.
std::optional<SessionUuid> session_of_file(FileSystem& files, const std::string& path);

struct FoundBox {
  std::string path;
  BoxOwner owner;
};
// Every box of that folder that says whose it is, by name.
Result<std::vector<FoundBox>> boxes_in(FileSystem& files, const std::string& folder);
// The session file that a box belongs to; empty: there is none.
std::string session_with(FileSystem& files, const FoundBox& box);

// The boxes that go with a session file: its own, and those that only it can take over.
std::vector<FoundBox> boxes_of(FileSystem& files, const std::string& session_path);
// Boxes of these folders whose session is in none of them.
std::vector<FoundBox> boxes_without_session(FileSystem& files, std::span<const std::string> folders);

// The session with its boxes, which are overwritten, its segments, what was cut off it, and the `others` that are there. The
// session file itself goes last. Failure: it is open in another window (nothing was deleted), or the disk.
Result<void> delete_session(FileSystem& files, const std::string& path, std::span<const std::string> others);

}  // namespace standpoint
