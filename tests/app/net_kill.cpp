// A program of its own, started by tests/run: the real host is killed with SIGKILL at random moments between the first
// ballot and the end of the reveal, while robots vote; it is started again on the same file and port, and the robots come
// back by themselves. No ballot may be lost or counted twice, the session must replay, and afterwards neither the files nor
// the host's memory may say whose ballot was which.   net_kill PROGRAM [ROUNDS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/net/crowd.h"
#include "app/net/robot_choices.h"
#include "core/little_endian.h"
#include "core/session_store.h"
#include "tests/app/hosted_program.h"

namespace standpoint {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t voters = 8;
constexpr std::uint32_t choices_of_the_vote = 10;
constexpr auto patience = 60s;  // for one step of a round, on a busy machine
const ActivityId vote = mint<ActivityId>(SeatId{1}, 4711);

struct Wrong : std::runtime_error { using std::runtime_error::runtime_error; };

void must(bool so, const std::string& otherwise) {
  if (!so) throw Wrong(otherwise);
}

// A ballot as somebody sealed it.
struct Cast {
  SeatId seat;
  std::uint32_t counter = 0;
  Input input;
};

Activity activity() {
  Activity asked;
  asked.id = vote;
  asked.kind = ActivityKind::vote;
  asked.title = "Where must we act first?";
  asked.dots_per_person = 40;
  for (std::uint32_t nth = 1; nth <= choices_of_the_vote; ++nth) asked.items.emplace_back(mint<StakeholderId>(SeatId{1}, 0xABC000 + nth));
  return asked;
}

std::string new_session(const std::string& folder) {
  std::vector<Command> commands = {{{}, 0, StartSession{"Killed", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Facilitator", Role::facilitator, {}}}};
  for (const Item& item : activity().items) {
    Stakeholder person;
    person.id = StakeholderId{item.id};
    person.name = "Person " + std::to_string(item.id & 0xFF);
    commands.push_back({SeatId{1}, 0, AddStakeholder{person}});
  }
  commands.push_back({SeatId{1}, 0, AddActivity{activity(), agenda_end}});
  commands.push_back({SeatId{1}, 0, OpenActivity{vote}});
  const auto files = posix_file_system();
  const std::string path = folder + "/killed.standpoint";
  const auto made = create_session(*files, path, {{1}, 1'795'093'200'000}, commands);
  must(made.has_value(), "the session could not be made");
  return path;
}

// ---- looking for whose ballot is which ----

// Bytes that would tell: a sealed input with its seat, as it travels and as it lies in the box. All begin their input
// alike, so that memory is searched once.
class Telltale {
 public:
  explicit Telltale(const std::vector<Cast>& all) {
    for (const Cast& cast : all) {
      const Bytes input = encoded(cast.input);
      const Bytes wire = encoded(Command{cast.seat, cast.counter, SealInput{vote, cast.input}});
      Bytes slot(12 + input.size());
      put_number<std::uint32_t>(slot, 0, cast.seat.value);
      put_number<std::uint32_t>(slot, 4, cast.counter);
      put_number<std::uint32_t>(slot, 8, static_cast<std::uint32_t>(input.size()));
      std::copy(input.begin(), input.end(), slot.begin() + 12);
      start_ = start_.empty() ? input : Bytes(start_.begin(), std::mismatch(start_.begin(), start_.end(), input.begin(), input.end()).first);
      patterns_.push_back({slot, 12});
      patterns_.push_back({wire, wire.size() - input.size()});
    }
    must(start_.size() >= 12, "ballots begin too differently to be searched for");
  }
  int found_in(std::span<const std::byte> memory) const {
    int found = 0;
    for (const std::byte* at = memory.data(); (at = next(memory, at)) != nullptr; ++at)
      found += std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& pattern) { return stands_at(memory, at, pattern); }) ? 1 : 0;
    return found;
  }

 private:
  struct Pattern { Bytes bytes; std::size_t input_at = 0; };
  const std::byte* next(std::span<const std::byte> memory, const std::byte* from) const {
    const auto left = static_cast<std::size_t>(memory.data() + memory.size() - from);
    return static_cast<const std::byte*>(::memmem(from, left, start_.data(), start_.size()));
  }
  static bool stands_at(std::span<const std::byte> memory, const std::byte* input, const Pattern& pattern) {
    const auto before = static_cast<std::size_t>(input - memory.data());
    if (before < pattern.input_at || memory.size() - before < pattern.bytes.size() - pattern.input_at) return false;
    return std::equal(pattern.bytes.begin(), pattern.bytes.end(), input - pattern.input_at);
  }
  Bytes start_;
  std::vector<Pattern> patterns_;
};

int found_in_folder(const Telltale& telltale, const std::string& folder) {
  int found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    found += telltale.found_in(std::as_bytes(std::span(text)));
  }
  return found;
}

// ---- one round ----

class Round {
 public:
  Round(const std::string& program, const std::string& folder, std::uint64_t seed)
      : program_(program), folder_(folder), path_(new_session(folder)), choices_(seed), host_(std::make_unique<HostedProgram>(program, path_, 0)),
        port_(host_->port()), sockets_(*Sockets::to("127.0.0.1", port_)), crowd_(*sockets_) {}

  void run() {
    for (std::size_t n = 0; n < voters; ++n) crowd_.add(choices_.key(), host_->room().secret, choices_.name(), Role::participant);
    crowd_.add(choices_.key(), host_->facilitator_key(), "Lead", Role::facilitator);
    until("everybody is in", [&] { return crowd_.joined() == crowd_.size() && find(seen_by(voters), vote) != nullptr; });
    vote_and_kill();
    until("everybody is answered", [&] { return everybody_answered(); });
    must(found_in_folder(Telltale(latest()), folder_) == static_cast<int>(voters), "the box does not hold each latest ballot once");
    go_on(CloseActivity{vote}, Phase::closed);
    go_on(RevealActivity{vote, {}}, Phase::revealed);
    until("everybody saw the reveal", [&] { return everybody_answered() && everybody_saw(Phase::revealed); });
    check_counted();
    check_nothing_tells();
    must(host_->stop() == 0, "the host did not end well");
    check_replay();
  }
  int kills() const { return kills_; }
  std::size_t ballots() const { return cast_.size(); }

 private:
  void kill_host() {
    ++kills_;
    host_->kill();
    host_ = std::make_unique<HostedProgram>(program_, path_, port_);
    must(host_->port() == port_, "the host came back on another port");
  }
  // Everybody votes again and again; the host dies somewhere in between.
  void vote_and_kill() {
    int kills_left = 1 + static_cast<int>(choices_.below(2));
    std::uint32_t to_cast = 30;
    while (to_cast > 0 || kills_left > 0) {
      const auto voter = choices_.below(voters);
      if (to_cast > 0 && crowd_.visitor(voter).stage() == Visitor::Stage::joined) {
        --to_cast;
        const Input input = ballot();
        const std::uint32_t counter = crowd_.issue(voter, SealInput{vote, input});
        cast_.push_back({crowd_.visitor(voter).replica().seat(), counter, input});
      }
      for (const auto pause = Clock::now() + std::chrono::microseconds(choices_.below(4000)); Clock::now() < pause;) crowd_.step(200us);
      if (kills_left > 0 && choices_.below(15) == 0) {
        --kills_left;
        kill_host();
      }
    }
    for (std::uint32_t n = 0; n < voters; ++n)  // who was never drawn votes too
      if (std::none_of(cast_.begin(), cast_.end(), [&](const Cast& one) { return one.seat == crowd_.visitor(n).replica().seat(); })) {
        const Input input = ballot();
        cast_.push_back({crowd_.visitor(n).replica().seat(), crowd_.issue(n, SealInput{vote, input}), input});
      }
  }
  // The lead's command, half of the time with the host dying right after it was sent.
  void go_on(Action action, Phase phase) {
    crowd_.issue(voters, std::move(action));
    for (const auto pause = Clock::now() + std::chrono::microseconds(choices_.below(6000)); Clock::now() < pause;) crowd_.step(200us);
    if (choices_.below(2) == 0) kill_host();
    until("the lead sees it done", [&] { return everybody_answered() && find(seen_by(voters), vote)->phase == phase; });
  }
  // Dots for every choice: all ballots begin alike, and no two of them are likely to be the same.
  Input ballot() {
    Ballot given;
    for (const Item& item : activity().items) given.dots.push_back({item, static_cast<std::uint16_t>(1 + choices_.below(4))});
    return given;
  }
  template <class Done>
  void until(const std::string& what, Done done) {
    for (const auto end = Clock::now() + patience; !done(); crowd_.step(2ms)) must(Clock::now() < end, "not within a minute: " + what);
  }
  const Workshop& seen_by(std::size_t n) { return crowd_.visitor(n).replica().confirmed(); }
  bool everybody_answered() {
    for (std::size_t n = 0; n < crowd_.size(); ++n)
      if (!crowd_.visitor(n).connected() || !crowd_.visitor(n).replica().all_answered()) return false;
    return true;
  }
  bool everybody_saw(Phase phase) {
    for (std::size_t n = 0; n < crowd_.size(); ++n)
      if (find(seen_by(n), vote)->phase != phase) return false;
    return true;
  }
  // Each seat's ballot of the highest counter.
  std::vector<Cast> latest() const {
    std::vector<Cast> last;
    for (const Cast& one : cast_) {
      std::erase_if(last, [&](const Cast& earlier) { return earlier.seat == one.seat; });
      last.push_back(one);
    }
    return last;
  }
  static std::vector<Bytes> sorted_contents(const std::vector<Input>& inputs) {
    std::vector<Bytes> contents;
    for (const Input& input : inputs) contents.push_back(encoded(input));
    std::sort(contents.begin(), contents.end());
    return contents;
  }
  std::vector<Bytes> contents_counted(const Workshop& workshop) const {
    std::vector<Input> inputs;
    for (const RevealedInput& one : find(workshop, vote)->inputs) {
      must(!one.seat, "an anonymous ballot names a seat");
      inputs.push_back(one.input);
    }
    return sorted_contents(inputs);
  }
  std::vector<Bytes> contents_cast() const {
    std::vector<Input> inputs;
    for (const Cast& one : latest()) inputs.push_back(one.input);
    return sorted_contents(inputs);
  }
  void check_counted() {
    must(crowd_.figures().refused == 0, std::to_string(crowd_.figures().refused) + " commands were refused");
    must(crowd_.figures().duplicated == 0, "a command was done twice");
    for (std::size_t n = 0; n < crowd_.size(); ++n) must(contents_counted(seen_by(n)) == contents_cast(), "the revealed ballots are not those that were cast");
  }
  void check_nothing_tells() {
    const Telltale telltale(cast_);
    must(found_in_folder(telltale, folder_) == 0, "the folder says whose ballot is which");
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      must(entry.path().filename().string().find("ballots") == std::string::npos, "a ballot box is left: " + entry.path().filename().string());
    int found = 0;
    host_->for_each_memory([&](std::span<const std::byte> piece) { found += telltale.found_in(piece); });
    must(found == 0, "the host's memory says whose ballot is which, " + std::to_string(found) + " times");
  }
  void check_replay() {
    const auto files = posix_file_system();
    const auto opened = open_session(*files, path_, OpenFor::reading);
    must(opened.has_value() && opened->report.state == LogState::sound, "the session file is not sound");
    must(opened->replay.latest() == opened->workshop && contents_counted(opened->workshop) == contents_cast(), "the replay shows something else");
  }

  std::string program_, folder_, path_;
  RobotChoices choices_;
  std::unique_ptr<HostedProgram> host_;
  std::uint16_t port_;
  std::unique_ptr<Sockets> sockets_;
  Crowd crowd_;
  std::vector<Cast> cast_;
  int kills_ = 0;
};

int run(const std::string& program, int rounds) {
  int kills = 0;
  std::size_t ballots = 0;
  for (int round = 1; round <= rounds; ++round) {
    std::string folder = (std::filesystem::temp_directory_path() / "standpoint-net-kill-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw Wrong("no folder");
    try {
      Round one(program, folder, static_cast<std::uint64_t>(round));
      one.run();
      kills += one.kills();
      ballots += one.ballots();
    } catch (const std::exception& trouble) {
      throw Wrong("round " + std::to_string(round) + ": " + trouble.what() + " (files kept in " + folder + ")");
    }
    std::filesystem::remove_all(folder);
  }
  std::printf("%d rounds, %d kills, %zu ballots: none lost, none counted twice, nothing left that tells whose is which\n", rounds, kills, ballots);
  return kills >= rounds ? 0 : 1;
}

}  // namespace
}  // namespace standpoint

int main(int count, char** words) {
  if (count < 2) return 64;
  try {
    return standpoint::run(words[1], count > 2 ? std::atoi(words[2]) : 30);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "net_kill: %s\n", trouble.what());
    return 1;
  }
}
