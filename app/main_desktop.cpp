// The program's start on a desktop: arguments to the command line, the window behind a door.
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "app/cli/cli.h"
#include "app/net/host.h"

namespace {

// Writing into a pipe that nobody reads any more, or past the largest size a file may have, fails with a sentence like any other
// write; by default it would end the program in the middle of a workshop.
void fail_instead_of_ending() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace

int main(int argc, char** argv) {
  fail_instead_of_ending();
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return standpoint::run_cli(arguments, std::cout, std::cerr,
                             {standpoint::open_window, standpoint::write_picture, standpoint::export_pictures, standpoint::clock_now_ms,
                              standpoint::host_session, standpoint::send_robots});
}
