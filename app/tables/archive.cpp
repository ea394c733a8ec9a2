#include "app/tables/archive.h"

#include <array>

#include <zip.h>

#include "app/tables/parts.h"

namespace standpoint {
namespace {

Failure too_large() { return {"This workbook unpacks to more than 20 MB, or to more than a hundred times its size. Nothing was imported; save the one sheet as CSV and import that."}; }
Failure broken() { return {"This workbook is broken. Nothing was imported; open it in a spreadsheet, save it again, and import that."}; }
constexpr std::size_t small_enough = 256 * 1024;  // a part this small may be packed as tightly as it likes

}  // namespace

Archive::Archive(std::string_view bytes) {
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  zip_ = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (zip_ == nullptr) zip_source_free(source);
}

Archive::~Archive() {
  if (zip_ != nullptr) zip_discard(zip_);
}

bool Archive::has(const char* entry) const { return zip_ != nullptr && zip_name_locate(zip_, entry, 0) >= 0; }

Result<std::string> Archive::part(const std::string& entry) {
  zip_stat_t stat;
  if (zip_ == nullptr || zip_stat(zip_, entry.c_str(), 0, &stat) != 0) return std::string();
  if ((stat.valid & ZIP_STAT_COMP_SIZE) == 0) return tl::unexpected(broken());
  zip_file_t* const file = zip_fopen(zip_, entry.c_str(), 0);
  if (file == nullptr) return tl::unexpected(broken());
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> closing(file, zip_fclose);
  std::string text;
  std::array<char, 16384> piece{};
  for (;;) {
    const zip_int64_t read = zip_fread(file, piece.data(), piece.size());
    if (read < 0) return tl::unexpected(broken());
    if (read == 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(read));
    unpacked_ += static_cast<std::size_t>(read);
    if (unpacked_ > largest_unpacked || (text.size() > small_enough && text.size() > most_ratio * stat.comp_size)) return tl::unexpected(too_large());
  }
}

bool is_zip(std::string_view bytes) { return Archive(bytes).open(); }
bool zip_has(std::string_view bytes, const char* entry) { return Archive(bytes).has(entry); }

}  // namespace standpoint
