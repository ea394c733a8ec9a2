// A temporary file and a rename. See whole_file.h.
#include "app/files/whole_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace standpoint {

namespace {

// For its owner alone: a picture may show who is said to resist. False: errno says why.
bool write_new_file(const char* path, std::string_view bytes) {
  const int file = ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return false;
  bool written = true;
  while (written && !bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    written = count > 0 || (count < 0 && errno == EINTR);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  const int reason = errno;
  const bool closed = ::close(file) == 0;
  if (!written) errno = reason;
  return written && closed;
}

}  // namespace

Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  std::error_code error;
  std::filesystem::remove(unfinished, error);
  error.clear();
  std::string reason = write_new_file(unfinished.c_str(), bytes) ? "" : std::strerror(errno);
  if (reason.empty()) std::filesystem::rename(unfinished, path, error);
  if (error) reason = error.message();
  if (reason.empty()) return {};
  std::filesystem::remove(unfinished, error);
  return failed(fmt::format("The picture {} could not be written: {}. The session is untouched. Choose another folder or free some space.",
                            path.string(), reason));
}

}  // namespace standpoint
