// Reads the folder. See site.h.
#include "app/net/server/site.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace standpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unbuilt_page =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"10\"><title>Standpoint</title>"
    "<p>The page for tablets is not built on this computer yet. While it is being built this page waits for it; else run app/run once more.</p></html>\n";
constexpr std::size_t least_hash_letters = 8;

std::string type_of(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".otf", "font/otf"},
      {".ttf", "font/ttf"},
      {".woff2", "font/woff2"},
  }};
  const std::string end = fs::path(name).extension().string();
  const auto* const found = std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == end; });
  return std::string(found == types.end() ? "application/octet-stream" : found->second);
}

// "standpoint-1f2e3d4c5b.wasm": a dash, at least eight hexadecimal digits, a dot.
bool has_hash(std::string_view name) {
  for (std::size_t dash = name.find('-'); dash != name.npos; dash = name.find('-', dash + 1)) {
    const std::size_t end = name.find_first_not_of("0123456789abcdef", dash + 1);
    if (end != name.npos && name[end] == '.' && end - dash - 1 >= least_hash_letters) return true;
  }
  return false;
}

Result<std::string> content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), {}};
  if (!file) return failed("The file " + path.string() + " of the page for tablets cannot be read. The session is untouched; run app/run again.");
  return content;
}

}  // namespace

Result<Site> Site::read(const std::string& folder) {
  Site site;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (!entry->is_regular_file(error)) continue;
    Result<std::string> content = content_of(entry->path());
    if (!content) return failed(content.error());
    const bool compressed = entry->path().extension() == ".gz";
    const std::string name = compressed ? entry->path().stem().string() : entry->path().filename().string();
    SiteFile& file = site.files_["/" + name];
    (compressed ? file.gzip : file.body) = std::move(*content);
    file.type = type_of(name);
    file.for_ever = has_hash(name);
  }
  const auto index = site.files_.find("/index.html");
  site.built_ = index != site.files_.end() && !index->second.body.empty();
  if (!site.built_) site = unbuilt();
  site.folder_ = folder;
  return site;
}

std::optional<Site> Site::built_since() const {
  if (built_ || folder_.empty()) return std::nullopt;
  Result<Site> now = read(folder_);
  if (!now || !now->built_) return std::nullopt;
  return std::move(*now);
}

Site Site::unbuilt() {
  Site site;
  site.files_["/index.html"] = SiteFile{type_of("index.html"), std::string(unbuilt_page), "", false};
  return site;
}

std::string Site::usual_folder() {
  const char* const chosen = std::getenv("STANDPOINT_SITE");
  return chosen != nullptr && *chosen != '\0' ? chosen : STANDPOINT_SITE_DIR;
}

const SiteFile* Site::find(std::string_view path) const {
  const auto file = files_.find(path == "/" ? std::string_view("/index.html") : path);
  return file == files_.end() || file->second.body.empty() ? nullptr : &file->second;
}

}  // namespace standpoint
