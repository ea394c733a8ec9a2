// The few things durable storage asks of an operating system, small enough to fake. Used by session_log and ballot_box;
// tests put a disk behind it that forgets, tears and reorders. Paths are UTF-8. It knows nothing of what the bytes mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/workshop/result.h"

namespace standpoint {

// Two that differ: something was written in between, at the latest when a moment has passed.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t changed_ns = 0;  // its content; by the disk's own clock
  bool operator==(const FileStamp&) const = default;
};

// An open file; closed with the object. After a failed write or sync its content is unknown: callers drop it.
class File {
 public:
  virtual ~File() = default;
  virtual Result<std::uint64_t> size() const = 0;
  virtual Result<FileStamp> stamp() const = 0;
  // Fills `into` from `offset`; returns how many bytes there were, fewer than asked only at the end of the file.
  virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const = 0;
  // All bytes or a failure (then any part of them may be written). Beyond the end, the gap reads as zeros.
  virtual Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) = 0;
  // Returns once content and size are on disk. Says nothing about the directory entry.
  virtual Result<void> sync() = 0;
  virtual Result<void> truncate(std::uint64_t size) = 0;
  // Takes the only writer's lock, without waiting; held until the file is closed. False: somebody else has it.
  virtual Result<bool> lock() = 0;
  // Whether `path` still names this very file: it was neither removed nor replaced by another one.
  virtual Result<bool> is_still(const std::string& path) const = 0;
};

enum class Access : std::uint8_t { read, write };

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // A new empty file that only its owner can read. Failure: the name is taken.
  virtual Result<std::unique_ptr<File>> create(const std::string& path) = 0;
  virtual Result<std::unique_ptr<File>> open(const std::string& path, Access access) = 0;
  virtual Result<bool> exists(const std::string& path) const = 0;
  // Replaces `to` if it is there.
  virtual Result<void> rename(const std::string& from, const std::string& to) = 0;
  // No such file is no failure.
  virtual Result<void> remove(const std::string& path) = 0;
  // Returns once every create, rename and remove in that directory is on disk.
  virtual Result<void> sync_directory(const std::string& directory) = 0;
  // Names of the files in it, sorted.
  virtual Result<std::vector<std::string>> list(const std::string& directory) const = 0;
};

// "sessions/a.standpoint" gives "sessions", "a.standpoint" gives ".".
std::string directory_of(const std::string& path);
// The part after the last slash.
std::string name_of(const std::string& path);

// The files of this computer. Interrupted and short system calls are finished here; every other trouble is a Failure
// whose sentence names the file. Native builds only.
std::unique_ptr<FileSystem> posix_file_system();

}  // namespace standpoint
