// A program of its own, started by tests/run: guests join a large session on the real host and never read what they are told, while the
// facilitator goes on, so that no two of them are told the same. What the host holds for them stays under 64 MB, however many they are,
// and whoever reads is answered.   deaf_lines PROGRAM [LINES]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <unistd.h>

#include "core/file/session_store.h"
#include "tests/app/net/hosted_program.h"
#include "tests/bench/figures.h"
#include "tests/bench/seats.h"

namespace standpoint {
namespace {

using namespace std::chrono_literals;

constexpr double most_mb = 64;
constexpr std::uint32_t cards = 2000;
constexpr std::size_t letters = 1900;
const BoardId board_id = mint<BoardId>(SeatId{1}, 1);
const CardId first_card = mint<CardId>(SeatId{1}, 2);

Card card(std::uint32_t nth, std::size_t length) {
  Card made;
  made.id = CardId{first_card.value + nth};
  made.board = board_id;
  made.text = std::to_string(nth) + std::string(length, 'w');
  return made;
}

std::string new_session(const std::string& folder) {
  std::vector<Command> commands = {{{}, 0, StartSession{"Large", ""}}, {{}, 0, JoinSeat{SeatId{1}, "Facilitator", Role::facilitator, {}}}};
  Board board;
  board.id = board_id;
  board.kind = BoardKind::cards;
  board.title = "Cards";
  commands.push_back({SeatId{1}, 0, AddBoard{board}});
  for (std::uint32_t nth = 0; nth < cards; ++nth) commands.push_back({SeatId{1}, 0, AddCard{card(nth, letters)}});
  const std::string path = folder + "/large.standpoint";
  const auto files = posix_file_system();
  if (!create_session(*files, path, {{1}, 1'795'093'200'000}, commands)) throw std::runtime_error("the session could not be made");
  return path;
}

void run(const std::string& program, std::size_t lines, const std::string& folder) {
  const std::string session = new_session(folder);
  HostedProgram host(program, session, 0);
  bench::Seats seats(host.room(), host.facilitator_key());
  seats.join(1, Role::facilitator);
  seats.join(2, Role::participant);
  const double before = host.resident_mb();
  double most = before;
  for (std::size_t n = 0; n < lines; ++n) {
    seats.join_deaf(1);
    seats.issue(0, ChangeCard{first_card, "Change " + std::to_string(n)});
    seats.until_acknowledged(20);  // else those who join together are told the same, once
    most = std::max(most, host.resident_mb());
  }
  if (seats.unacknowledged() != 0) throw std::runtime_error("the facilitator was not answered");
  std::vector<double> answers = seats.acknowledged_ms();
  std::sort(answers.begin(), answers.end());
  most = std::max(most, host.resident_mb());
  const double whole_mb = static_cast<double>(cards * letters) / 1e6;
  std::printf("%zu lines that never read, each owed %.1f MB: %.1f MB more than before (%.1f MB); the facilitator was answered within %.0f ms\n", lines, whole_mb, most - before,
              before, answers.back());
  if (most - before > most_mb) throw std::runtime_error("they cost more than " + std::to_string(static_cast<int>(most_mb)) + " MB");
}

}  // namespace
}  // namespace standpoint

int main(int argc, char** argv) {
  if (argc < 2) return 64;
  const std::string folder = std::filesystem::temp_directory_path() / ("deaf-lines-" + std::to_string(::getpid()));
  int result = 0;
  try {
    std::filesystem::create_directories(folder);
    standpoint::run(argv[1], argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 300, folder);
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "deaf_lines: %s\n", wrong.what());
    result = 1;
  }
  std::filesystem::remove_all(folder);
  return result;
}
