// Starts the file manager. See show_file.h.
#include "app/platform/show_file.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

extern char** environ;

namespace standpoint {

Result<void> show_in_file_manager(const std::string& path) {
  const std::string folder = std::filesystem::absolute(path).parent_path().string();
  std::string program = "xdg-open", argument = folder;
  char* const arguments[] = {program.data(), argument.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int output : {STDOUT_FILENO, STDERR_FILENO}) posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const bool started = posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  if (!started)
    return failed("The folder could not be shown, because this computer has no xdg-open. The file is untouched. It lies in " + folder + ".");
  // It may stay as long as the file manager is open; somebody has to hear of its end.
  std::thread([child] {
    int status = 0;
    waitpid(child, &status, 0);
  }).detach();
  return {};
}

}  // namespace standpoint
