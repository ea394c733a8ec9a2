// Reads the desktop's wishes. See system_wishes.h.
#include "app/platform/system_wishes.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>

extern char** environ;

namespace standpoint {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::milliseconds(500);

std::optional<std::string> variable_of_process(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return value;
}

// Everything the other end writes until it closes; nullopt when it takes too long.
std::optional<std::string> read_all(int from) {
  std::string all;
  const auto until = Clock::now() + patience;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    const int ready = left <= 0 ? 0 : poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    char part[512];
    const ssize_t got = read(from, part, sizeof part);
    if (got < 0) return std::nullopt;
    if (got == 0) return all;
    all.append(part, static_cast<std::size_t>(got));
  }
}

std::optional<std::string> output_of_program(const std::vector<std::string>& words) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const bool started = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::optional<std::string> said;
  if (started) {
    said = read_all(ends[0]);
    if (!said) kill(child, SIGKILL);
    int status = 0;
    if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) said.reset();
  }
  close(ends[0]);
  if (said) said = said->substr(0, said->find('\n'));
  return said;
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The value of a key anywhere in an .ini file; empty when it is not there.
std::string ini_value(const fs::path& path, std::string_view key) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t equals = line.find('=');
    if (equals != std::string::npos && trimmed(line.substr(0, equals)) == key) return trimmed(line.substr(equals + 1));
  }
  return {};
}

std::string gnome(const WishSources& sources, const char* key) {
  return sources.output({"gsettings", "get", "org.gnome.desktop.interface", key}).value_or("");
}

std::string gtk(const WishSources& sources, std::string_view key) {
  for (const char* version : {"gtk-4.0", "gtk-3.0"})
    if (const std::string value = ini_value(sources.config / version / "settings.ini", key); !value.empty()) return value;
  return {};
}

bool is_yes(const std::string& value) { return value == "1" || value == "true"; }
bool is_no(const std::string& value) { return value == "0" || value == "false"; }

bool wishes_reduced_motion(const WishSources& sources) {
  if (const auto told = sources.variable("STANDPOINT_REDUCED_MOTION"); told && (*told == "0" || *told == "1")) return *told == "1";
  if (is_no(gnome(sources, "enable-animations"))) return true;
  if (sources.config.empty()) return false;
  const std::string factor = ini_value(sources.config / "kdeglobals", "AnimationDurationFactor");
  if (!factor.empty() && factor.find_first_not_of("0.") == std::string::npos) return true;
  return is_no(gtk(sources, "gtk-enable-animations"));
}

bool wishes_dark(const WishSources& sources) {
  if (gnome(sources, "color-scheme") == "'prefer-dark'") return true;
  if (sources.config.empty()) return false;
  if (ini_value(sources.config / "kdeglobals", "ColorScheme").find("Dark") != std::string::npos) return true;
  return is_yes(gtk(sources, "gtk-application-prefer-dark-theme"));
}

}  // namespace

WishSources WishSources::of_system() {
  WishSources sources;
  const auto config = variable_of_process("XDG_CONFIG_HOME"), home = variable_of_process("HOME");
  if (config && !config->empty()) sources.config = *config;
  else if (home && !home->empty()) sources.config = fs::path(*home) / ".config";
  sources.variable = variable_of_process;
  sources.output = output_of_program;
  return sources;
}

SystemWishes read_system_wishes(const WishSources& sources) { return {wishes_dark(sources), wishes_reduced_motion(sources)}; }

}  // namespace standpoint
