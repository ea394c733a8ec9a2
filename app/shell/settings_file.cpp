// Reads and writes the settings. See settings_file.h.
#include "app/shell/settings_file.h"

#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "app/files/environment.h"
#include "app/files/whole_file.h"

namespace standpoint {
namespace {

namespace fs = std::filesystem;

// In the order of the enums.
constexpr std::array<std::string_view, 3> look_words{"light", "dark", "system"};
constexpr std::array<std::string_view, 2> motion_words{"system", "reduced"};
constexpr std::array<std::string_view, 3> tablets_words{"unasked", "may join", "stay out"};

template <std::size_t n>
std::optional<std::size_t> index_of(const nlohmann::json& file, const char* name, const std::array<std::string_view, n>& words, std::size_t missing) {
  if (!file.contains(name)) return missing;
  if (!file[name].is_string()) return std::nullopt;
  const auto said = file[name].get<std::string>();
  for (std::size_t i = 0; i < n; ++i)
    if (words[i] == said) return i;
  return std::nullopt;
}

Failure not_understood(const fs::path& path) {
  return {"The settings in " + path.string() + " cannot be read, so the usual ones are used. The file is left as it is; a change in the settings replaces it."};
}

}  // namespace

fs::path settings_path() {
  const std::string config = from_environment("XDG_CONFIG_HOME"), home = from_environment("HOME");
  if (!config.empty()) return fs::path(config) / "standpoint" / "settings.json";
  if (!home.empty()) return fs::path(home) / ".config" / "standpoint" / "settings.json";
  return {};
}

Result<Settings> read_settings(const fs::path& path) {
  std::error_code error;
  if (path.empty() || !fs::exists(path, error)) return Settings{};
  if (!fs::is_regular_file(path, error)) return failed(not_understood(path));  // reading a pipe would wait for ever
  std::ifstream in(path);
  const auto file = nlohmann::json::parse(in, nullptr, false);
  if (!file.is_object()) return failed(not_understood(path));
  const Settings usual;
  const auto look = index_of(file, "theme", look_words, static_cast<std::size_t>(usual.look));
  const auto motion = index_of(file, "motion", motion_words, static_cast<std::size_t>(usual.motion));
  const auto tablets = index_of(file, "tablets", tablets_words, static_cast<std::size_t>(usual.tablets));
  if (!look || !motion || !tablets) return failed(not_understood(path));
  return Settings{static_cast<Settings::Look>(*look), static_cast<Settings::Motion>(*motion), static_cast<Settings::Tablets>(*tablets)};
}

Result<void> write_settings(const fs::path& path, const Settings& settings) {
  if (path.empty()) return {};
  const auto not_kept = [&path] { return failed("The settings could not be kept in " + path.string() + ". They hold until the program is closed; make that folder writable."); };
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const nlohmann::ordered_json file = {{"theme", look_words[static_cast<std::size_t>(settings.look)]},
                                       {"motion", motion_words[static_cast<std::size_t>(settings.motion)]},
                                       {"tablets", tablets_words[static_cast<std::size_t>(settings.tablets)]}};
  if (!write_whole_file(path, file.dump(2) + "\n")) return not_kept();
  return {};
}

}  // namespace standpoint
