// A program of its own, started by tests/run: the real host is killed with SIGKILL at random moments between the first
// input and the end of the reveal, while robots vote or, every other round, place; it is started again on the same file and
// port, and the robots come back by themselves. No input may be lost or counted twice, the session must replay, and afterwards
// neither the files, nor what lay where the box was, nor the host's memory (all that a core dump holds) may say whose
// input was which, or which placements were one person's.   net_kill PROGRAM [ROUNDS]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/net/robots/choices.h"
#include "app/net/robots/crowd.h"
#include "core/activities/activities.h"
#include "core/activities/vote/result.h"
#include "core/file/session_store.h"
#include "core/workshop/activity_parts.h"
#include "tests/app/net/hosted_program.h"
#include "tests/app/net/telltale.h"

namespace standpoint {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t voters = 8;
constexpr std::uint32_t choices_of_all = 10;
constexpr auto patience = 60s;  // for one step of a round, on a busy machine
const ActivityId asked_id = mint<ActivityId>(SeatId{1}, 4711);
const BoardId canvas_id = mint<BoardId>(SeatId{1}, 4712);

struct Wrong : std::runtime_error { using std::runtime_error::runtime_error; };

void must(bool so, const std::string& otherwise) {
  if (!so) throw Wrong(otherwise);
}

Activity activity(ActivityKind kind) {
  Activity asked;
  asked.id = asked_id;
  set_kind(asked, kind);
  asked.title = "Where must we act first?";
  if (kind == ActivityKind::vote) vote_in(asked)->dots_per_person = 40;
  else asked.board = canvas_id;
  for (std::uint32_t nth = 1; nth <= choices_of_all; ++nth) items_in(asked)->emplace_back(mint<StakeholderId>(SeatId{1}, 0xABC000 + nth));
  return asked;
}

std::string new_session(const std::string& folder, ActivityKind kind) {
  std::vector<Command> commands = {{{}, 0, StartSession{"Killed", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Facilitator", Role::facilitator, {}}}};
  const Activity asked = activity(kind);
  for (const Item& item : items_of(asked)) {
    Stakeholder person;
    person.id = StakeholderId{item.id};
    person.name = "Person " + std::to_string(item.id & 0xFF);
    commands.push_back({SeatId{1}, 0, AddStakeholder{person}});
  }
  Board canvas;
  canvas.id = canvas_id;
  canvas.kind = BoardKind::canvas;
  canvas.title = "Power and interest";
  commands.push_back({SeatId{1}, 0, AddBoard{canvas}});
  commands.push_back({SeatId{1}, 0, AddActivity{activity(kind), agenda_end}});
  commands.push_back({SeatId{1}, 0, OpenActivity{asked_id}});
  const auto files = posix_file_system();
  const std::string path = folder + "/killed.standpoint";
  const auto made = create_session(*files, path, {{1}, 1'795'093'200'000}, commands);
  must(made.has_value(), "the session could not be made");
  return path;
}

// ---- looking for whose input is which ----

template <class Look>
int found_in_folder(const std::string& folder, const Look& look) {
  int found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    found += look(std::as_bytes(std::span(text)));
  }
  return found;
}

// ---- one round ----

class Round {
 public:
  Round(const std::string& program, const std::string& folder, std::uint64_t seed)
      : program_(program), folder_(folder), kind_(seed % 2 == 0 ? ActivityKind::place : ActivityKind::vote), path_(new_session(folder, kind_)), choices_(seed), host_(std::make_unique<HostedProgram>(program, path_, 0)),
        port_(host_->port()), sockets_(*Sockets::to("127.0.0.1", port_)), crowd_(*sockets_) {}

  void run() {
    for (std::size_t n = 0; n < voters; ++n) crowd_.add(choices_.key(), host_->room().secret, choices_.name(), Role::participant);
    crowd_.add(choices_.key(), host_->facilitator_key(), "Lead", Role::facilitator);
    until("everybody is in", [&] { return crowd_.joined() == crowd_.size() && find(seen_by(voters), asked_id) != nullptr; });
    answer_and_kill();
    until("everybody is answered", [&] { return everybody_answered(); });
    const Telltale of_latest(asked_id, latest());
    must(found_in_folder(folder_, [&](auto bytes) { return of_latest.found_in(bytes); }) == static_cast<int>(voters), "the box does not hold each latest input once");
    go_on(CloseActivity{asked_id}, Phase::closed);
    keep_hold_of_the_box();
    go_on(RevealActivity{asked_id, {}}, Phase::revealed);
    until("everybody saw the reveal", [&] { return everybody_answered() && everybody_saw(Phase::revealed); });
    check_counted();
    check_nothing_tells();
    must(host_->stop() == 0, "the host did not end well");
    check_replay();
  }
  int kills() const { return kills_; }
  std::size_t inputs() const { return cast_.size(); }

 private:
  void kill_host() {
    ++kills_;
    host_->kill();
    host_ = std::make_unique<HostedProgram>(program_, path_, port_);
    must(host_->port() == port_, "the host came back on another port");
  }
  // Everybody answers again and again; the host dies somewhere in between.
  void answer_and_kill() {
    int kills_left = 1 + static_cast<int>(choices_.below(2));
    std::uint32_t to_cast = 30;
    while (to_cast > 0 || kills_left > 0) {
      const auto voter = choices_.below(voters);
      if (to_cast > 0 && crowd_.visitor(voter).stage() == Visitor::Stage::joined) {
        --to_cast;
        const Input input = some_input();
        const std::uint32_t counter = crowd_.issue(voter, SealInput{asked_id, input});
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
        const Input input = some_input();
        cast_.push_back({crowd_.visitor(n).replica().seat(), crowd_.issue(n, SealInput{asked_id, input}), input});
      }
  }
  // The lead's command, half of the time with the host dying right after it was sent.
  void go_on(Action action, Phase phase) {
    crowd_.issue(voters, std::move(action));
    for (const auto pause = Clock::now() + std::chrono::microseconds(choices_.below(6000)); Clock::now() < pause;) crowd_.step(200us);
    if (choices_.below(2) == 0) kill_host();
    until("the lead sees it done", [&] { return everybody_answered() && find(seen_by(voters), asked_id)->phase == phase; });
  }
  // Something about every choice: all inputs begin alike, and no two of them are likely to be the same.
  Input some_input() {
    Ballot ballot;
    PlacementSheet sheet;
    const Activity asked = activity(kind_);
    for (const Item& item : items_of(asked)) {
      const auto coordinate = [&] { return static_cast<std::int32_t>(choices_.below(board_max)); };
      ballot.dots.push_back({item, static_cast<std::uint16_t>(1 + choices_.below(4))});
      const std::int32_t x = coordinate();
      sheet.placements.push_back({item, {x, coordinate()}});
    }
    return kind_ == ActivityKind::vote ? Input(ballot) : Input(sheet);
  }
  // A second name for the box's bytes: whoever reads the disk itself finds there what was there when the name went.
  void keep_hold_of_the_box() {
    std::filesystem::create_directory(held());
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      if (entry.path().filename().string().find("ballots") != std::string::npos)
        std::filesystem::create_hard_link(entry.path(), held() + "/" + entry.path().filename().string());
    must(!std::filesystem::is_empty(held()), "there is no box to look at");
  }
  std::string held() const { return folder_ + "/held"; }
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
      if (find(seen_by(n), asked_id)->phase != phase) return false;
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
    for (const RevealedInput& one : find(workshop, asked_id)->inputs) {
      must(!one.seat, "an anonymous input names a seat");
      inputs.push_back(one.input);
    }
    return sorted_contents(inputs);
  }
  // Every ballot; every placement by itself.
  std::vector<Bytes> contents_cast() const {
    std::vector<Input> inputs;
    for (const Cast& one : latest()) {
      if (std::holds_alternative<Ballot>(one.input)) inputs.push_back(one.input);
      else
        for (const CanvasPlace& place : std::get<PlacementSheet>(one.input).placements) inputs.emplace_back(PlacementSheet{{place}});
    }
    return sorted_contents(inputs);
  }
  void check_counted() {
    must(crowd_.figures().refused == 0, std::to_string(crowd_.figures().refused) + " commands were refused");
    must(crowd_.figures().duplicated == 0, "a command was done twice");
    for (std::size_t n = 0; n < crowd_.size(); ++n) must(contents_counted(seen_by(n)) == contents_cast(), "the revealed inputs are not those that were sealed");
  }
  void check_nothing_tells() {
    const Telltale telltale(asked_id, cast_);
    const auto look = [&](std::span<const std::byte> bytes) { return telltale.found_in(bytes) + telltale.sheets_in(bytes); };
    must(found_in_folder(held(), look) == 0, "where the box was the disk says whose input is which");
    std::filesystem::remove_all(held());
    must(found_in_folder(folder_, look) == 0, "the folder says whose input is which");
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      must(entry.path().filename().string().find("ballots") == std::string::npos, "a ballot box is left: " + entry.path().filename().string());
    int found = 0, together = 0;
    host_->for_each_memory([&](std::span<const std::byte> piece) {
      found += telltale.found_in(piece);
      together += telltale.sheets_in(piece);
    });
    must(found == 0, "the host's memory says whose input is which, " + std::to_string(found) + " times");
    must(together == 0, "the host's memory holds placements of one person together, " + std::to_string(together) + " times");
  }
  void check_replay() {
    const auto files = posix_file_system();
    const auto opened = open_session(*files, path_, OpenFor::reading);
    must(opened.has_value() && opened->report.state == LogState::sound, "the session file is not sound");
    must(opened->replay.latest() == opened->workshop && contents_counted(opened->workshop) == contents_cast(), "the replay shows something else");
  }

  std::string program_, folder_;
  ActivityKind kind_;
  std::string path_;
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
  std::size_t inputs = 0;
  for (int round = 1; round <= rounds; ++round) {
    std::string folder = (std::filesystem::temp_directory_path() / "standpoint-net-kill-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw Wrong("no folder");
    try {
      Round one(program, folder, static_cast<std::uint64_t>(round));
      one.run();
      kills += one.kills();
      inputs += one.inputs();
    } catch (const std::exception& trouble) {
      throw Wrong("round " + std::to_string(round) + ": " + trouble.what() + " (files kept in " + folder + ")");
    }
    std::filesystem::remove_all(folder);
  }
  std::printf("%d rounds, %d kills, %zu inputs: none lost, none counted twice, nothing left that tells whose is which\n", rounds, kills, inputs);
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
