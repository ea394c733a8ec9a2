// Files through Linux's system calls. Interrupted calls are repeated and short ones continued; nothing else is tried
// twice, least of all a failed sync.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "core/file/file_system.h"

namespace standpoint {
namespace {

// Call at once after the system call: it reads errno.
tl::unexpected<Failure> trouble(const std::string& path, const char* what) {
  const int code = errno;
  return failed(name_of(path) + " could not be " + what + " (" + std::generic_category().message(code) + ").");
}

tl::unexpected<Failure> no_file(const std::string& path, mode_t mode) {
  const char* const what = S_ISDIR(mode) ? "a folder" : S_ISFIFO(mode) ? "a pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
  return failed(path + " is " + what + ", not a file. Nothing was changed. Choose a file that ends in .standpoint.");
}

template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

class PosixFile final : public File {
 public:
  PosixFile(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  PosixFile(const PosixFile&) = delete;
  PosixFile& operator=(const PosixFile&) = delete;
  ~PosixFile() override { ::close(descriptor_); }

  Result<std::uint64_t> size() const override {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return trouble(path_, "looked at");
    return static_cast<std::uint64_t>(status.st_size);
  }

  Result<FileStamp> stamp() const override {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return trouble(path_, "looked at");
    return FileStamp{static_cast<std::uint64_t>(status.st_size), std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
  }

  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into) const override {
    std::size_t done = 0;
    while (done < into.size()) {
      const auto got = uninterrupted(
          [&] { return ::pread(descriptor_, into.data() + done, into.size() - done, static_cast<off_t>(offset + done)); });
      if (got < 0) return trouble(path_, "read");
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    return done;
  }

  Result<void> write_at(std::uint64_t offset, std::span<const std::byte> bytes) override {
    std::size_t done = 0;
    while (done < bytes.size()) {
      const auto put = uninterrupted(
          [&] { return ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done)); });
      if (put < 0) return trouble(path_, "written");
      if (put == 0) return failed(name_of(path_) + " could not be written (the disk takes nothing more).");
      done += static_cast<std::size_t>(put);
    }
    return {};
  }

  Result<void> sync() override {
    if (uninterrupted([&] { return ::fdatasync(descriptor_); }) != 0) return trouble(path_, "saved to disk");
    return {};
  }

  Result<void> truncate(std::uint64_t size) override {
    if (uninterrupted([&] { return ::ftruncate(descriptor_, static_cast<off_t>(size)); }) != 0) return trouble(path_, "shortened");
    return {};
  }

  Result<bool> lock() override {
    if (uninterrupted([&] { return ::flock(descriptor_, LOCK_EX | LOCK_NB); }) == 0) return true;
    if (errno == EWOULDBLOCK) return false;
    return trouble(path_, "locked");
  }

  Result<bool> is_still(const std::string& path) const override {
    struct stat ours {}, named {};
    if (::fstat(descriptor_, &ours) != 0) return trouble(path_, "looked at");
    if (::stat(path.c_str(), &named) != 0) return errno == ENOENT || errno == ENOTDIR ? Result<bool>(false) : trouble(path, "looked at");
    return ours.st_nlink != 0 && ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
  }

 private:
  int descriptor_;
  std::string path_;
};

class PosixFileSystem final : public FileSystem {
 public:
  Result<std::unique_ptr<File>> create(const std::string& path) override {
    const int descriptor = uninterrupted([&] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR); });
    if (descriptor < 0 && errno == EEXIST) return failed(name_of(path) + " is there already and was not touched. Choose another name.");
    if (descriptor < 0) return trouble(path, "created");
    return std::make_unique<PosixFile>(descriptor, path);
  }

  // Looked at before and after: opening a pipe would wait for somebody, opening a device may do something.
  Result<std::unique_ptr<File>> open(const std::string& path, Access access) override {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return no_file(path, status.st_mode);
    const int flags = (access == Access::read ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NONBLOCK;
    const int descriptor = uninterrupted([&] { return ::open(path.c_str(), flags); });
    if (descriptor < 0 && errno == ENOENT) return failed("There is no file " + path + ". Check its name.");
    if (descriptor < 0) return trouble(path, access == Access::read ? "opened" : "opened for writing");
    auto file = std::make_unique<PosixFile>(descriptor, path);
    if (::fstat(descriptor, &status) != 0) return trouble(path, "looked at");
    if (!S_ISREG(status.st_mode)) return no_file(path, status.st_mode);
    return file;
  }

  Result<bool> exists(const std::string& path) const override {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0) return true;
    if (errno == ENOENT) return false;
    return trouble(path, "looked at");
  }

  Result<void> rename(const std::string& from, const std::string& to) override {
    if (std::rename(from.c_str(), to.c_str()) != 0) return trouble(from, "renamed");
    return {};
  }

  Result<void> remove(const std::string& path) override {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) return trouble(path, "removed");
    return {};
  }

  Result<void> sync_directory(const std::string& directory) override {
    const int descriptor = uninterrupted([&] { return ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor < 0) return trouble(directory, "opened");
    const PosixFile closes_it(descriptor, directory);
    if (uninterrupted([&] { return ::fsync(descriptor); }) != 0) return trouble(directory, "saved to disk");
    return {};
  }

  Result<std::vector<std::string>> list(const std::string& directory) const override {
    DIR* const stream = ::opendir(directory.c_str());
    if (stream == nullptr) return trouble(directory, "listed");
    std::vector<std::string> names;
    while (true) {
      errno = 0;
      const dirent* const entry = ::readdir(stream);
      if (entry == nullptr) break;
      const std::string name = entry->d_name;
      if (name != "." && name != "..") names.push_back(name);
    }
    const int code = errno;
    ::closedir(stream);
    errno = code;
    if (code != 0) return trouble(directory, "listed");
    std::sort(names.begin(), names.end());
    return names;
  }
};

}  // namespace

std::unique_ptr<FileSystem> posix_file_system() { return std::make_unique<PosixFileSystem>(); }

}  // namespace standpoint
