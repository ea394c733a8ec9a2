// `standpoint robots` and `standpoint host` as whoever starts them meets them: JSON, sentences and exit codes, over a real
// network of this computer.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/cli/cli.h"
#include "tests/app/net/hosted_room.h"

namespace standpoint::robots_test {

namespace {

struct Printed {
  int code = 0;
  std::string out, err;
  nlohmann::json json() const { return nlohmann::json::parse(out); }
  bool is_one_sentence_saying(const std::string& words) const {
    return code == exit_not_done && out.empty() && std::count(err.begin(), err.end(), '\n') == 1 && err.find(words) != err.npos;
  }
};

Printed robots(const RobotsRequest& request) {
  std::ostringstream out, err;
  const int code = send_robots(request, out, err);
  return {code, out.str(), err.str()};
}

RobotsRequest request_for(const HostedRoom& room, std::uint32_t seats, const std::string& script) {
  RobotsRequest request;
  request.url = room.info.addresses.front().url;
  request.lead = room.info.addresses.front().facilitator_url;
  request.seats = seats;
  request.script = script;
  request.seconds = 60;
  return request;
}

// Inputs in the session's file after the reveal of the vote that the robots led: the last activity on the agenda.
std::size_t ballots_on_disk(HostedRoom& room) {
  const Workshop workshop = room.on_disk();
  const Activity* const led = find(workshop, workshop.agenda.back());
  REQUIRE(led);
  REQUIRE(led->phase == Phase::revealed);
  return led->inputs.size();
}

// Only hosts that cannot start: one that can would wait for a signal.
Printed not_hosted(const HostRequest& request) {
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, nullptr, &before);
  std::ostringstream out, err;
  const int code = host_session(request, out, err);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return {code, out.str(), err.str()};
}

struct SessionOnDisk {
  std::filesystem::path folder;
  std::unique_ptr<FileSystem> files = posix_file_system();
  HostRequest request;
  SessionOnDisk() {
    std::string name = (std::filesystem::temp_directory_path() / "standpoint-host-XXXXXX").string();
    folder = mkdtemp(name.data());
    request.path = (folder / "team.standpoint").string();
    request.bind = "127.0.0.1";
    request.port = 0;
    REQUIRE(create_session(*files, request.path, {{1}, sample_start_ms}, std::vector<Command>{{{}, 0, StartSession{"Team", ""}}}));
  }
  ~SessionOnDisk() { std::filesystem::remove_all(folder); }
  SessionOnDisk(const SessionOnDisk&) = delete;
  SessionOnDisk& operator=(const SessionOnDisk&) = delete;
};

}  // namespace

TEST_CASE("R136 robots vote to the end of their script and print what they saw as JSON") {
  HostedRoom room;
  const Printed answer = robots(request_for(room, 5, "vote"));
  REQUIRE(answer.code == exit_done);
  CHECK(answer.err.empty());
  const nlohmann::json told = answer.json();
  CHECK(told["seats"] == 5);
  CHECK(told["joined"] == 5);
  CHECK(told["finished"] == true);
  CHECK(told["lost"] == 0);
  CHECK(told["duplicated"] == 0);
  CHECK(told["accepted"] == told["sent"]);
  CHECK(told["acknowledged"]["samples"] == told["sent"]);
  CHECK(told["acknowledged"]["p50_ms"] > 0);
  CHECK(told["acknowledged"]["p99_ms"] >= told["acknowledged"]["p50_ms"]);
  CHECK(told["visible"]["samples"] > 0);
  CHECK(ballots_on_disk(room) == 5);
}

TEST_CASE("R136 lines that end at random and robots that stop reading cost the others nothing") {
  HostedRoom room;
  RobotsRequest request = request_for(room, 8, "vote");
  request.flaky = true;
  request.stalled = 2;
  const Printed answer = robots(request);
  CHECK(answer.code == exit_done);
  const nlohmann::json told = answer.json();
  CHECK(told["finished"] == true);
  CHECK(told["lost"] == 0);
  CHECK(told["duplicated"] == 0);
  CHECK(ballots_on_disk(room) == 6);
}

TEST_CASE("R136 a host that is restarted meanwhile loses nothing, and the robots come back") {
  HostedRoom room;
  const RobotsRequest request = request_for(room, 6, "vote");
  std::thread restarts([&] {
    RawTablet sees(room, token_of(8), room.facilitator_key());
    if (sees.join("Ines Roth")) sees.hear_until([](const HostMessage& message) { return std::holds_alternative<Progress>(message) && std::get<Progress>(message).done > 1; });
    room.restart();
  });
  const Printed answer = robots(request);
  restarts.join();
  CHECK(answer.code == exit_done);
  const nlohmann::json told = answer.json();
  CHECK(told["reconnects"] >= 6);
  CHECK(told["lost"] == 0);
  CHECK(told["duplicated"] == 0);
}

TEST_CASE("R136 what a host that is gone never answered is counted as lost, and the exit code says so") {
  HostedRoom room;
  RobotsRequest request = request_for(room, 10, "vote");
  request.seconds = 4;
  std::thread ends([&] {
    RawTablet sees(room, token_of(8), room.facilitator_key());
    if (sees.join("Ines Roth")) sees.hear_until([](const HostMessage& message) { return std::holds_alternative<Progress>(message) && std::get<Progress>(message).done > 0; });
    room.host.reset();
  });
  const Printed answer = robots(request);
  ends.join();
  CHECK(answer.code == exit_not_done);
  const nlohmann::json told = answer.json();
  CHECK(told["finished"] == false);
  CHECK(told["lost"] > 0);
  CHECK(told["lost"] == told["sent"].get<int>() - told["accepted"].get<int>() - told["refused"].get<int>());
}

TEST_CASE("R136 robots that cannot join say why in one sentence") {
  RobotsRequest request;
  request.seconds = 2;
  request.url = "team.standpoint";
  CHECK(robots(request).is_one_sentence_saying("is not the address of a session"));
  HostedRoom room;
  request = request_for(room, 2, "vote");
  request.lead = "http://127.0.0.1/";
  CHECK(robots(request).is_one_sentence_saying("is not the address of a session"));
  room.host.reset();
  request.lead.clear();
  request.seconds = 2;
  request.url = room.info.addresses.front().url;
  CHECK(robots(request).is_one_sentence_saying("Nobody answers at 127.0.0.1"));
}

TEST_CASE("R137 a session that cannot be hosted is left as it was, and one sentence says why") {
  SessionOnDisk session;
  HostRequest request = session.request;
  request.path = (session.folder / "missing.standpoint").string();
  CHECK(not_hosted(request).is_one_sentence_saying("missing.standpoint"));
  CHECK_FALSE(std::filesystem::exists(request.path));
  request.path = session.folder.string();
  CHECK(not_hosted(request).is_one_sentence_saying(session.folder.filename().string()));
  request.path = (session.folder / "notes.txt").string();
  std::ofstream(request.path) << "no session";
  CHECK(not_hosted(request).is_one_sentence_saying("notes.txt"));
  request = session.request;
  request.bind = "upstairs";
  CHECK(not_hosted(request).is_one_sentence_saying("“upstairs” is no address of this computer"));
  request = session.request;
  const HostedRoom other;
  request.port = other.info.port;
  CHECK(not_hosted(request).is_one_sentence_saying("Port " + std::to_string(other.info.port) + " of 127.0.0.1 cannot be used"));
  const Result<OpenedSession> held = open_session(*session.files, session.request.path, OpenFor::writing);
  REQUIRE(held);
  CHECK(not_hosted(session.request).is_one_sentence_saying("is open in another window"));
  CHECK(held->store->writable());
}

}  // namespace standpoint::robots_test
