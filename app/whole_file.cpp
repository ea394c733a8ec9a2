// A temporary file and a rename. See whole_file.h.
#include "app/whole_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace standpoint {

Result<void> write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  errno = 0;
  std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::string reason = file ? "" : errno != 0 ? std::strerror(errno) : "the system took only a part of it";
  std::error_code error;
  if (reason.empty()) std::filesystem::rename(unfinished, path, error);
  if (error) reason = error.message();
  if (reason.empty()) return {};
  std::filesystem::remove(unfinished, error);
  return failed(fmt::format("The picture {} could not be written: {}. The session is untouched. Choose another folder or free some space.",
                            path.string(), reason));
}

}  // namespace standpoint
