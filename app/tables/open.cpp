// See open.h.
#include "app/tables/open.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/tables/read.h"

namespace standpoint {

Result<std::string> list_bytes(const std::string& path) {
  std::error_code trouble;
  const std::uintmax_t size = std::filesystem::file_size(path, trouble);
  std::ifstream file;
  if (!trouble && std::filesystem::is_regular_file(path, trouble)) file.open(path, std::ios::binary);  // a pipe would wait for somebody
  if (trouble || !file.is_open()) return failed(path + " cannot be read. Nothing was imported; check the name.");
  if (size > largest_list) return failed(path + " is larger than 64 MB. Nothing was imported; split it.");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace standpoint
