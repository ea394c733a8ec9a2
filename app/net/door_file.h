// Keeps a door's book beside its session, as NAME.door: after a restart of the host the QR code, the spoken code and every
// tablet's seat are as before. Used by the reception. Only the owner can read the file; of tokens it holds digests.
#pragma once

#include <string>

#include "app/net/door.h"
#include "core/file_system.h"

namespace standpoint {

// "sessions/a.standpoint" gives "sessions/a.door".
std::string door_path(const std::string& session_path);

// What is kept for this session, or, when there is nothing, nothing sound or another session's, a new book, which is on
// disk when this returns. Failure: the disk.
Result<DoorBook> open_door_book(FileSystem& files, const std::string& path, const Key& session);

// The whole book, on disk with its directory entry when this returns; after a crash the old one or the new one.
Result<void> keep_door_book(FileSystem& files, const std::string& path, const DoorBook& book);

}  // namespace standpoint
