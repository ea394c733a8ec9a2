// Keeps a door's book beside its session, as NAME.door: after a restart of the host the QR code, the spoken code and every
// tablet's seat are as before. It has a checksum, and the book from before lies beside it as NAME.door.before. Used by the
// reception. Only the owner can read the files; of tokens they hold digests.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <sodium.h>

#include "app/net/door/door.h"
#include "core/file/file_system.h"

namespace standpoint {

// "sessions/a.standpoint" gives "sessions/a.door".
std::string door_path(const std::string& session_path);
// Every file that a door may leave beside its session.
std::vector<std::string> door_files(const std::string& session_path);

struct OpenedBook : DoorBook {
  std::string note;  // one sentence, when what was kept is damaged; else empty
};
// What is kept for this session, also under the name that it had before it was renamed; where it is damaged, the book from before; when there is neither, or another session's, a new
// book. It is on disk when this returns. Failure: the disk.
Result<OpenedBook> open_door_book(FileSystem& files, const std::string& path, const Key& session);

// What `make` makes of fresh randomness of this computer, which is wiped.
template <class Make>
DoorBook made_of_random(const Make& make) {
  std::array<std::uint8_t, random_bytes_of_a_book> random;
  randombytes_buf(random.data(), random.size());
  DoorBook book = make(random);
  sodium_memzero(random.data(), random.size());
  return book;
}

// The whole book, on disk with its directory entry when this returns; after a crash the old one or the new one. Keys that were
// renewed are in no copy any more.
Result<void> keep_door_book(FileSystem& files, const std::string& path, const DoorBook& book);

}  // namespace standpoint
