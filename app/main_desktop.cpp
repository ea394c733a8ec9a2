// The program's start on a desktop: arguments to the command line, the window behind a door.
#include <iostream>
#include <string>
#include <vector>

#include "app/cli.h"
#include "app/net/host.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return standpoint::run_cli(arguments, std::cout, std::cerr,
                             {standpoint::open_window, standpoint::write_picture, standpoint::export_pictures, standpoint::clock_now_ms,
                              standpoint::host_session, standpoint::send_robots});
}
