// libFuzzer target: any bytes as a session file (and, behind a mark, as its second segment) and as a ballot box. Nothing
// may crash, hang or take much memory, and opening for writing must end in a state that opens again without work.
// Seeds: run it once with the environment variable STANDPOINT_FUZZ_SEEDS set to an empty folder to have them written.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/file/ballot_box.h"
#include "core/file/session_log.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/file/log_samples.h"

namespace {

using namespace standpoint;
using fake::Bytes;
using fake::Disk;

constexpr SessionUuid box_session{};
const std::string box_path = "s/a.ballots-1";

void require(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", rule);
  std::abort();
}

std::uint64_t count_events(const SessionLog& log) {
  std::uint64_t count = 0;
  const auto visited = log.for_each(1, [&](const LogRecord& record) -> Result<void> {
    require(record.sequence == ++count, "events are numbered without gaps");
    return {};
  });
  require(visited.has_value(), "what was called safe can be read");
  return count;
}

void open_as_session(const fake::Files& files) {
  Disk disk(files);
  const LogReport report = inspect_session(disk, samples::session_path);
  require(report.safe_events <= report.total_events, "no more is safe than there was");
  require(disk.changes() == 0, "checking changes nothing");
  std::uint64_t found = 0;
  {
    auto opened = SessionLog::open(disk, samples::session_path, OpenFor::writing);
    if (!opened) return;
    found = count_events(opened->log);
    require(found == (opened->log.writable() ? report.readable_events : report.safe_events), "check and open agree");
    if (report.state == LogState::damaged) require(disk.contents() == files, "a damaged file is left alone");
    if (!opened->log.writable()) return;
    require(samples::append_events(opened->log, found + 1, 2).has_value(), "a sound session takes events");
  }
  auto again = SessionLog::open(disk, samples::session_path, OpenFor::writing);
  require(again && again->report.state == LogState::sound && count_events(again->log) == found + 2, "what was added is there");
}

void open_as_box(const Bytes& bytes) {
  Disk disk({{box_path, bytes}});
  // One after the other: an open box is nobody else's.
  const auto read = [&]() -> std::optional<decltype(std::declval<BallotBox&>().read_all())> {
    auto box = BallotBox::open(disk, box_path, box_session, ActivityId{1});
    if (!box) return std::nullopt;
    return box->read_all();
  };
  const auto ballots = read();
  if (!ballots) return;
  require(read() == ballots, "a box opens twice the same");
  require(BallotBox::destroy(disk, box_path) && disk.contents().empty(), "a box can be destroyed");
}

// The bytes as instructions for a file whose checksums are right, so that the fuzzer also gets behind them: each three
// bytes are one record's kind, sequence step and length.
Bytes well_framed(std::span<const std::byte> instructions) {
  const auto header = encode_header(SegmentHeader{.identity = samples::identity});
  Bytes file(header.begin(), header.end());
  LogPoint point;
  point.crc = stored_header_crc(header);
  std::uint32_t count = 0;
  for (; instructions.size() >= 3; instructions = instructions.subspan(3)) {
    const auto kind = std::to_integer<unsigned>(instructions[0]);
    const auto step = std::to_integer<unsigned>(instructions[1]);
    if (kind % 4 == 0) {
      encode_commit(file, point, step % 8 == 0 ? kind : count, stored_header_crc(header));
      count = 0;
      continue;
    }
    const std::uint64_t sequence = step < 250 ? point.sequence + 1 : point.sequence + step - 251;
    encode_event(file, point, sequence, static_cast<std::uint16_t>(kind), Bytes(std::to_integer<std::size_t>(instructions[2]), instructions[1]));
    ++count;
  }
  return file;
}

void write_seed(const std::string& folder, const std::string& name, const Bytes& bytes) {
  std::ofstream(folder + "/" + name, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void write_seeds(const std::string& folder) {
  Disk disk;
  auto log = SessionLog::create(disk, samples::session_path, samples::identity);
  write_seed(folder, "empty", disk.contents().at(samples::session_path));
  for (std::uint64_t group = 1; group <= 4; ++group) require(samples::append_events(*log, log->last_sequence() + 1, group).has_value(), "seed");
  Bytes session = disk.contents().at(samples::session_path);
  write_seed(folder, "session", session);
  session.resize(session.size() - 30);
  write_seed(folder, "torn", session);
  session[100] ^= std::byte{1};
  write_seed(folder, "damaged", session);
  auto box = BallotBox::create(disk, box_path, box_session, ActivityId{1});
  require(box->put(SeatId{1}, 1, samples::event_payload(1)).has_value(), "seed");
  write_seed(folder, "box", disk.contents().at(box_path));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***);
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  if (const char* const folder = std::getenv("STANDPOINT_FUZZ_SEEDS")) write_seeds(folder);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto* const first = reinterpret_cast<const std::byte*>(data);
  const Bytes bytes(first, first + size);
  open_as_session({{samples::session_path, bytes}});
  open_as_box(bytes);
  open_as_session({{samples::session_path, well_framed(bytes)}});
  // The first two bytes say where a second segment begins.
  if (size > 2) {
    const std::size_t split = std::min<std::size_t>(size, 2u + data[0] + 256u * data[1]);
    const auto middle = bytes.begin() + static_cast<std::ptrdiff_t>(split);
    open_as_session({{samples::session_path, Bytes(bytes.begin() + 2, middle)}, {samples::session_path + ".2", Bytes(middle, bytes.end())}});
  }
  return 0;
}
