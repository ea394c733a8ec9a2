// make_samples OUT-FOLDER: makes the sample sessions anew. Run by whoever changes sessions/data; the program never runs it.
#include <iostream>
#include <string>

#include "sessions/samples.h"

namespace {

using namespace standpoint;

// A sample made earlier is replaced only by a whole new one.
Result<void> make(const std::string& folder, const std::string& name, Result<void> (*make_it)(FileSystem&, const std::string&)) {
  const auto files = posix_file_system();
  const std::string path = folder + "/" + name, fresh = path + ".fresh";
  return files->remove(fresh)
      .and_then([&] { return make_it(*files, fresh); })
      .and_then([&] { return files->rename(fresh, path); })
      .and_then([&] { return files->sync_directory(folder); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "make_samples OUT-FOLDER makes the sample sessions.\n";
    return 64;
  }
  const std::string folder = argv[1];
  const auto made = make(folder, "florence-1434.standpoint", make_florence).and_then([&] {
    return make(folder, "checkout-relaunch.standpoint", make_checkout);
  });
  if (!made) std::cerr << made.error().sentence << '\n';
  return made ? 0 : 1;
}
