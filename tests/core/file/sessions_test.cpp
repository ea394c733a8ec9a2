// Every session in sessions/ loads and folds to the value recorded in tests/golden/hashes.txt, natively and in
// WebAssembly: the fold is the same on every machine. After an intended change of a sample, the new line is printed.
#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#ifndef __EMSCRIPTEN__
#include <filesystem>
#endif

#include "core/file/session_store.h"
#include "tests/core/file/fake_file_system.h"

namespace standpoint::sessions_test {

namespace {

const std::string root = STANDPOINT_SOURCE_DIR;

struct Golden {
  std::string name;
  std::uint64_t events = 0;
  std::string hash;
};

std::vector<Golden> recorded() {
  std::ifstream file(root + "/tests/golden/hashes.txt");
  std::vector<Golden> all;
  Golden g;
  while (file >> g.name >> g.events >> g.hash) all.push_back(g);
  return all;
}

std::string hex(std::uint64_t hash) {
  std::ostringstream text;
  text << std::hex << std::setw(16) << std::setfill('0') << hash;
  return text.str();
}

// The shipped file on a disk of its own: tests never write beside it.
Result<OpenedSession> opened(fake::Disk& disk, const std::string& name) { return open_session(disk, name, OpenFor::reading); }

fake::Disk disk_with(const std::string& name) {
  std::ifstream file(root + "/sessions/" + name, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  fake::Bytes bytes(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) bytes[i] = static_cast<std::byte>(text[i]);
  return fake::Disk(fake::Files{{name, bytes}});
}

}  // namespace

TEST_CASE("R116 every sample session is sound and folds to its recorded hash") {
  const std::vector<Golden> golden = recorded();
  REQUIRE(golden.size() >= 2);
  for (const Golden& expected : golden) {
    CAPTURE(expected.name);
    fake::Disk disk = disk_with(expected.name);
    const auto session = opened(disk, expected.name);
    REQUIRE_MESSAGE(session.has_value(), (session ? "" : session.error().sentence));
    CHECK(session->report.state == LogState::sound);
    INFO("the line for tests/golden/hashes.txt: ", expected.name, " ", session->workshop.sequence, " ", hex(hash_of(session->workshop)));
    CHECK(session->workshop.sequence == expected.events);
    CHECK(hex(hash_of(session->workshop)) == expected.hash);
  }
}

TEST_CASE("the middle of a sample, sought in replay, is the fold of its first half") {
  for (const Golden& expected : recorded()) {
    CAPTURE(expected.name);
    fake::Disk disk = disk_with(expected.name);
    const auto session = opened(disk, expected.name);
    REQUIRE(session.has_value());
    Replay first_half;
    for (std::uint64_t n = 1; n <= expected.events / 2; ++n) first_half.add(session->replay.event(n));
    CHECK(session->replay.at(expected.events / 2) == first_half.latest());
  }
}

#ifndef __EMSCRIPTEN__
TEST_CASE("every session that ships has its recorded hash") {
  std::set<std::string> named, there;
  for (const Golden& g : recorded()) named.insert(g.name);
  for (const auto& entry : std::filesystem::directory_iterator(root + "/sessions"))
    if (entry.path().extension() == ".standpoint") there.insert(entry.path().filename().string());
  CHECK(named == there);
}
#endif

}  // namespace standpoint::sessions_test
