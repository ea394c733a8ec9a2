// The session file: its bytes, what opening believes, what it refuses, and what it says.
#include "core/file/session_log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "core/file/crc32c.h"
#include "tests/core/file/fake_file_system.h"
#include "tests/core/file/log_samples.h"

namespace standpoint::session_log_test {
namespace {

using fake::Bytes;
using fake::Disk;
using namespace samples;

Bytes from_hex(const std::string& hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes.push_back(static_cast<std::byte>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  return bytes;
}

Bytes bytes_of(const std::string& text) {
  Bytes bytes;
  for (const char each : text) bytes.push_back(static_cast<std::byte>(each));
  return bytes;
}

// A session of `events` events, `per_group` to a group.
Disk disk_with(std::uint64_t events, std::uint64_t per_group = 1) {
  Disk disk;
  auto log = SessionLog::create(disk, session_path, identity);
  REQUIRE(log);
  for (std::uint64_t next = 1; next <= events; next += per_group) {
    REQUIRE(append_events(*log, next, std::min(per_group, events - next + 1)));
  }
  return disk;
}

// What a reader finds: how many events, each one right.
std::uint64_t events_found(Disk& disk) {
  const auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  return opened ? sound_events(opened->log) : 0;
}

}  // namespace

TEST_CASE("crc32c gives the published check values, with and without the processor's help") {
  const Bytes digits = bytes_of("123456789");
  CHECK(crc32c(0, digits) == 0xE3069283u);
  CHECK(crc32c_portable(0, digits) == 0xE3069283u);
  CHECK(crc32c(0, Bytes(32)) == 0x8A9136AAu);                     // RFC 3720 B.4: 32 bytes of zeros
  CHECK(crc32c(0, Bytes(32, std::byte{0xFF})) == 0x62A8AB43u);  // and of ones
  for (std::size_t split = 0; split <= digits.size(); ++split) {
    const std::span<const std::byte> all(digits);
    CHECK(crc32c(crc32c(0, all.first(split)), all.subspan(split)) == 0xE3069283u);
  }
  for (std::uint64_t length = 0; length < 100; ++length) CHECK(crc32c(7, event_payload(length)) == crc32c_portable(7, event_payload(length)));
}

TEST_CASE("format 1: every byte of a session of two events is as the description says") {
  Disk disk;
  SessionIdentity named;
  for (std::uint8_t i = 0; i < 16; ++i) named.uuid[i] = static_cast<std::uint8_t>(0xA0 + i);
  named.created_ms = 0x0123456789ABCDEF;
  {
    auto log = SessionLog::create(disk, session_path, named);
    REQUIRE(log);
    const Bytes hello = bytes_of("hello");
    const Bytes longer = bytes_of("a longer event");
    const std::vector<LogRecord> group = {{1, 7, hello}, {2, 0x0102, longer}};
    REQUIRE(log->append(group));
  }
  // Made from the description alone by an independent program, bit by bit.
  const Bytes golden = from_hex(
      "53544e44504e540a0100400001000000a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
      "0100000000000000000000000000000000000000efcdab896745230129f4e2b1"
      "05000000884edc3b01000700010000000000000068656c6c6f"
      "0e0000006315c97001000201020000000000000061206c6f6e67657220657665"
      "6e74"
      "18000000b10bb816020000000200000000000000020000002c76f96c0b69cc69"
      "fb26e29ce59ae5d05e1b77c3");
  CHECK(disk.contents().at(session_path) == golden);

  Disk other({{session_path, golden}});
  const auto opened = SessionLog::open(other, session_path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->log.identity() == named);
  CHECK(opened->log.last_sequence() == 2);
}

TEST_CASE("what was appended is read back in order, from any number on") {
  Disk disk = disk_with(300, 7);
  const auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::sound);
  CHECK(opened->report.sentence.empty());
  CHECK(sound_events(opened->log) == 300);
  for (const std::uint64_t first : {1u, 2u, 150u, 299u, 300u, 301u}) {
    std::uint64_t expected = first;
    const auto visited = opened->log.for_each(first, [&](const LogRecord& record) -> Result<void> {
      CHECK(record.sequence == expected);
      CHECK(is_event(record));
      ++expected;
      return {};
    });
    CHECK(visited);
    CHECK(expected == std::max<std::uint64_t>(301, first));
  }
}

TEST_CASE("a visitor's failure ends the visit and is handed on") {
  Disk disk = disk_with(10);
  const auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  REQUIRE(opened);
  int visits = 0;
  const auto visited = opened->log.for_each(1, [&](const LogRecord& record) -> Result<void> {
    ++visits;
    if (record.sequence == 3) return failed("Enough.");
    return {};
  });
  CHECK(!visited);
  CHECK(visited.error().sentence == "Enough.");
  CHECK(visits == 3);
}

TEST_CASE("R40 one append costs one write and one sync, however many events it has") {
  Disk disk;
  auto log = SessionLog::create(disk, session_path, identity);
  REQUIRE(log);
  const std::uint64_t before = disk.changes();
  REQUIRE(append_events(*log, 1, 200));
  CHECK(disk.changes() == before + 2);
}

TEST_CASE("R50 append refuses a gap in the numbers and an event that is too large, and stays usable") {
  Disk disk;
  auto log = SessionLog::create(disk, session_path, identity);
  REQUIRE(log);
  CHECK(!append_events(*log, 2, 1));
  const Bytes large(max_payload + 1);
  const LogRecord record{1, 1, large};
  CHECK(!log->append(std::span(&record, 1)));
  CHECK(log->append({}));
  CHECK(log->writable());
  const Bytes largest(max_payload, std::byte{5});
  const LogRecord fits{1, 1, largest};
  CHECK(log->append(std::span(&fits, 1)));
  CHECK(log->last_sequence() == 1);
  const auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  REQUIRE(opened);
  CHECK(opened->log.last_sequence() == 1);
}

TEST_CASE("R46 a session has one writer; readers need no lock") {
  Disk disk = disk_with(3);
  {
    const auto writer = SessionLog::open(disk, session_path, OpenFor::writing);
    REQUIRE(writer);
    const auto second = SessionLog::open(disk, session_path, OpenFor::writing);
    REQUIRE(!second);
    CHECK(second.error().sentence.find("open in another window") != std::string::npos);
    CHECK(SessionLog::open(disk, session_path, OpenFor::reading));
  }
  CHECK(SessionLog::open(disk, session_path, OpenFor::writing));
}

TEST_CASE("R51 a new session does not take the name of another file") {
  Disk disk = disk_with(3);
  CHECK(!SessionLog::create(disk, session_path, identity));
  CHECK(events_found(disk) == 3);
}

TEST_CASE("opening for reading changes nothing, and such a log refuses to append") {
  Disk disk = disk_with(3);
  fake::Files files = disk.contents();
  files[session_path].resize(files[session_path].size() - 5);
  Disk torn(files);
  auto opened = SessionLog::open(torn, session_path, OpenFor::reading);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::torn_tail);
  CHECK(opened->log.last_sequence() == 2);
  CHECK(!append_events(opened->log, 3, 1));
  CHECK(torn.changes() == 0);
}

TEST_CASE("R42 a torn tail is kept aside, cut, and reported once") {
  Disk disk = disk_with(3);
  fake::Files files = disk.contents();
  const Bytes whole = files[session_path];
  const std::size_t sound = whole.size() - commit_size - 5;  // in the third event
  files[session_path].resize(sound);
  Disk torn(files);
  {
    auto opened = SessionLog::open(torn, session_path, OpenFor::writing);
    REQUIRE(opened);
    CHECK(opened->report.state == LogState::torn_tail);
    CHECK(opened->report.safe_events == 2);
    CHECK(opened->report.tail_path == session_path + ".torn-1");
    const Bytes aside = torn.contents().at(session_path + ".torn-1");
    CHECK(aside.size() == opened->report.tail_bytes);
    const Bytes kept = torn.contents().at(session_path);
    CHECK(kept.size() + aside.size() == sound);
    CHECK(std::equal(aside.begin(), aside.end(), whole.begin() + static_cast<std::ptrdiff_t>(kept.size())));
    REQUIRE(append_events(opened->log, 3, 1));
  }
  const auto again = SessionLog::open(torn, session_path, OpenFor::writing);
  REQUIRE(again);
  CHECK(again->report.state == LogState::sound);
  CHECK(torn.contents().size() == 2);
  CHECK(sound_events(again->log) == 3);
}

TEST_CASE("R43 damage before other groups opens read-only at the last safe event and counts what was there") {
  Disk disk = disk_with(20);
  fake::Files files = disk.contents();
  const std::size_t place = group_offset(11) + 30;
  files[session_path][place] ^= std::byte{0x10};
  Disk damaged(files);
  auto opened = SessionLog::open(damaged, session_path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::damaged);
  CHECK(opened->report.safe_events == 10);
  CHECK(opened->report.total_events == 20);
  CHECK(opened->report.last_payload == event_payload(10));
  CHECK(opened->report.last_schema == event_schema_of(10));
  CHECK(opened->report.sentence.find("10 of 20 events are safe") != std::string::npos);
  CHECK(sound_events(opened->log) == 10);
  CHECK(!opened->log.writable());
  CHECK(!append_events(opened->log, 11, 1));
  CHECK(damaged.contents() == files);
}

TEST_CASE("damage to the very last group is not taken for a torn tail") {
  for (const std::size_t from_end : {1u, 20u, 44u, 60u}) {
    Disk disk = disk_with(5);
    fake::Files files = disk.contents();
    Bytes& bytes = files[session_path];
    bytes[bytes.size() - from_end] ^= std::byte{0x01};
    Disk damaged(files);
    const auto opened = SessionLog::open(damaged, session_path, OpenFor::writing);
    REQUIRE(opened);
    CHECK(opened->report.state == LogState::damaged);
    CHECK(opened->log.last_sequence() == 4);
    CHECK(damaged.contents() == files);
  }
}

// As a recovery leaves it that lost power while it wrote the commit that a torn group had not had.
TEST_CASE("R42 a last commit that lacks what it has of one sector is torn, not damaged") {
  const auto place_in_sector = [](std::uint64_t events) { return (group_offset(events + 1) - commit_size) % 512; };
  std::uint64_t events = 2;
  while (place_in_sector(events) + commit_size <= 512) ++events;
  fake::Files files = disk_with(events).contents();
  Bytes& bytes = files[session_path];
  std::fill_n(bytes.end() - static_cast<std::ptrdiff_t>(commit_size), 512 - place_in_sector(events), std::byte{0});
  Disk torn(files);
  const auto opened = SessionLog::open(torn, session_path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::torn_tail);
  CHECK(sound_events(opened->log) == events);  // the event itself is whole
}

TEST_CASE("rubbish after the last group is set aside like a torn tail") {
  Disk disk = disk_with(5);
  fake::Files files = disk.contents();
  for (const char each : std::string("these bytes are no record at all")) files[session_path].push_back(static_cast<std::byte>(each));
  Disk rubbish(files);
  const auto opened = SessionLog::open(rubbish, session_path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::torn_tail);
  CHECK(sound_events(opened->log) == 5);
  CHECK(opened->log.writable());
}

TEST_CASE("R268 a session whose file changes underneath goes on whole in a new file beside it, and says so once") {
  const std::string beside = "s/a-kept.standpoint", elsewhere = "t/b.standpoint";
  struct Change {
    const char* what;
    std::function<void(Disk&)> make;
  };
  const auto cut_to = [](std::uint64_t size) {
    return [size](Disk& disk) { REQUIRE((*disk.open(session_path, Access::write))->truncate(size)); };
  };
  const std::vector<Change> changes = {
      {"removed", [](Disk& disk) { REQUIRE(disk.remove(session_path)); }},
      {"renamed", [&](Disk& disk) { REQUIRE(disk.rename(session_path, elsewhere)); }},
      {"replaced", [&](Disk& disk) {
         REQUIRE(SessionLog::create(disk, elsewhere, {}));
         REQUIRE(disk.rename(elsewhere, session_path));
       }},
      {"emptied", cut_to(0)},
      {"cut", cut_to(group_offset(4) + 3)},
      {"written over at the same length", [](Disk& disk) { REQUIRE((*disk.open(session_path, Access::write))->write_at(group_offset(3) + 30, event_payload(1))); }},
      {"its end written over at the same length", [](Disk& disk) { REQUIRE((*disk.open(session_path, Access::write))->write_at(group_offset(8) - 8, std::vector<std::byte>(8, std::byte{7}))); }},
      {"written to", [](Disk& disk) { REQUIRE((*disk.open(session_path, Access::write))->write_at(group_offset(8), event_payload(1))); }},
  };
  for (const bool opened_again : {false, true}) {
    for (const Change& change : changes) {
      INFO(std::string(change.what));
      Disk disk;
      auto log = SessionLog::create(disk, session_path, identity);
      REQUIRE(log);
      for (std::uint64_t event = 1; event <= 7; ++event) REQUIRE(append_events(*log, event, 1));
      if (opened_again) {
        log = failed("Closed.");
        auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
        REQUIRE(opened);
        log = std::move(opened->log);
      }
      CHECK(log->append({}));
      CHECK(!log->take_news());
      change.make(disk);
      const auto as_changed = disk.contents();
      CHECK(log->append({}));
      CHECK(log->path() == beside);
      const auto news = log->take_news();
      REQUIRE(news);
      CHECK(news->find("a-kept.standpoint") != std::string::npos);
      CHECK(!log->take_news());
      REQUIRE(append_events(*log, 8, 3));
      CHECK(sound_events(*log) == 10);
      CHECK(log->identity() == identity);
      auto after = disk.contents();
      after.erase(beside);
      CHECK(after == as_changed);  // what was changed is left as it is
    }
  }
}

TEST_CASE("R312 a file that was only touched is read and goes on, with all segments it has") {
  Disk disk = disk_with(5);
  auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  SessionLog& log = opened->log;
  const auto touch = [&](const std::string& path) {
    const auto file = disk.open(path, Access::write);
    std::vector<std::byte> same(16);
    REQUIRE((*file)->read_at(64, same));
    REQUIRE((*file)->write_at(64, same));
  };
  touch(session_path);
  REQUIRE(append_events(log, 6, 1));
  disk.fail_at(1, fake::Fault::half_done, false);
  REQUIRE(append_events(log, 7, 1));  // goes to a second segment
  touch(session_path);
  touch(session_path + ".2");
  REQUIRE(append_events(log, 8, 1));
  CHECK(log.path() == session_path);
  CHECK_FALSE(log.take_news());
  CHECK(sound_events(log) == 8);
  REQUIRE((*disk.open(session_path, Access::write))->write_at(group_offset(2) + 30, event_payload(9)));
  REQUIRE(log.append({}));
  CHECK(log.take_news());
  CHECK(sound_events(log) == 8);
}

TEST_CASE("R268 the same happens with the events that find it changed, twice if need be, and is refused in words when there is no room") {
  Disk disk = disk_with(5);
  auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  SessionLog& log = opened->log;
  REQUIRE(disk.remove(session_path));
  REQUIRE(append_events(log, 6, 2));
  REQUIRE(disk.remove("s/a-kept.standpoint"));
  REQUIRE(append_events(log, 8, 1));
  CHECK(sound_events(log) == 8);
  const std::string last = log.path();
  REQUIRE(disk.remove(last));
  disk.fail_at(1, fake::Fault::nothing_done, true);
  CHECK(!append_events(log, 9, 1));
  CHECK(!log.writable());
  CHECK(log.read_only_because().find("All 8 events") != std::string::npos);
}

TEST_CASE("R300 the file grows ahead of its events, seldom and by bounded steps, and is given its own length back at the end") {
  Disk disk;
  std::set<std::size_t> lengths;
  {
    auto log = SessionLog::create(disk, session_path, identity);
    REQUIRE(log);
    for (std::uint64_t event = 1; event <= 2000; ++event) {
      REQUIRE(append_events(*log, event, 1));
      const std::size_t length = disk.contents().at(session_path).size(), used = group_offset(event + 1);
      lengths.insert(length);
      REQUIRE(length > used);
      REQUIRE(length < used + 300 * 1024);
    }
  }
  CHECK(lengths.size() < 10);
  CHECK(disk.contents().at(session_path).size() == group_offset(2001));
}

TEST_CASE("R300 a file with room, as a copy or a crash takes it, is sound and goes on where its events end") {
  Disk disk;
  auto log = SessionLog::create(disk, session_path, identity);
  REQUIRE(log);
  for (std::uint64_t event = 1; event <= 30; ++event) REQUIRE(append_events(*log, event, 1));
  const fake::Files files = disk.contents();
  const std::size_t length = files.at(session_path).size();
  Disk copy(files);
  const LogReport report = inspect_session(copy, session_path);
  CHECK(report.state == LogState::sound);
  CHECK(report.total_events == 30);
  auto opened = SessionLog::open(copy, session_path, OpenFor::writing);
  REQUIRE(opened);
  REQUIRE(append_events(opened->log, 31, 1));
  CHECK(copy.contents().at(session_path).size() == length);
  CHECK(sound_events(SessionLog::open(copy, session_path, OpenFor::reading)->log) == 31);
}

TEST_CASE("R300 a flipped bit in a file with room yields no wrong event, and in the room loses none") {
  Disk disk;
  auto log = SessionLog::create(disk, session_path, identity);
  REQUIRE(log);
  for (std::uint64_t event = 1; event <= 20; ++event) REQUIRE(append_events(*log, event, 1));
  const fake::Files files = disk.contents();
  const std::size_t used = group_offset(21);
  std::size_t right = 0, flips = 0;
  for (std::size_t at = log_header_size; at < files.at(session_path).size(); ++at) {
    fake::Files changed = files;
    changed[session_path][at] ^= static_cast<std::byte>(1 << at % 8);
    Disk flipped(changed);
    const auto opened = SessionLog::open(flipped, session_path, OpenFor::writing);
    REQUIRE(opened);
    const bool in_room = at >= used;
    right += opened->report.state == (in_room ? LogState::torn_tail : LogState::damaged) && opened->log.writable() == in_room &&
             sound_events(opened->log) == (in_room ? 20 : groups_within(at, 20, 1));
    ++flips;
  }
  CHECK(right == flips);
}

TEST_CASE("R300 a disk that failed is asked for no room any more") {
  Disk disk = disk_with(4);
  auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  disk.fail_at(1, fake::Fault::nothing_done, false);
  for (std::uint64_t event = 5; event <= 8; ++event) REQUIRE(append_events(opened->log, event, 1));
  const fake::Files files = disk.contents();
  CHECK(files.size() == 2);
  CHECK(files.at(session_path).size() == group_offset(5));
  CHECK(files.at(session_path + ".2").size() == log_header_size + group_offset(9) - group_offset(5));
}

TEST_CASE("R44 every truncation of a session of 100 events is detected and keeps what stands before it") {
  Disk disk = disk_with(100, 3);
  const Bytes whole = disk.contents().at(session_path);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    Disk cut({{session_path, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))}});
    const LogReport report = inspect_session(cut, session_path);
    if (length < log_header_size) {
      CHECK(report.state == LogState::not_a_session);
      continue;
    }
    const auto opened = SessionLog::open(cut, session_path, OpenFor::reading);
    REQUIRE(opened);
    const std::uint64_t whole_groups = groups_within(length, 100, 3);
    const LogState cut_off = whole_groups == 0 ? LogState::damaged : LogState::torn_tail;
    CHECK(report.state == (length == group_offset(whole_groups * 3 + 1, 3) ? LogState::sound : cut_off));
    CHECK(sound_events(opened->log) == whole_groups * 3);
  }
}

TEST_CASE("R266 of a group that was cut off, every whole event is kept, in the session when others were confirmed before it, else in a copy") {
  Disk disk = disk_with(12, 4);
  const Bytes whole = disk.contents().at(session_path);
  for (std::size_t length = log_header_size; length < whole.size(); ++length) {
    const std::uint64_t groups = groups_within(length, 12, 4);
    std::uint64_t events = groups * 4;  // whole events: of whole groups, then one after the other
    for (std::size_t at = group_offset(events + 1, 4); events < 12 && at + 20 + payload_size(events + 1) <= length; ++events) at += 20 + payload_size(events + 1);
    const fake::Files files = {{session_path, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))}};
    Disk cut(files);
    const std::string copy = "s/copy.standpoint";
    CHECK(inspect_session(cut, session_path).readable_events == events);
    CHECK(repair_session(cut, session_path, copy).has_value() == (events != 0));
    CHECK(cut.contents().at(session_path) == files.at(session_path));
    if (events != 0) CHECK(sound_events(SessionLog::open(cut, copy, OpenFor::reading)->log) == events);
    Disk started(files);
    const auto opened = SessionLog::open(started, session_path, OpenFor::writing);
    REQUIRE(opened);
    const bool nothing_written = length == log_header_size;
    CHECK(opened->log.writable() == (groups != 0 || nothing_written));
    if (!opened->log.writable()) CHECK(started.contents() == files);
    else CHECK(sound_events(opened->log) == events);
    const bool torn = length != group_offset(groups * 4 + 1, 4);
    if (!torn || groups == 0) continue;
    const Bytes tail(files.at(session_path).begin() + static_cast<std::ptrdiff_t>(group_offset(groups * 4 + 1, 4)), files.at(session_path).end());
    CHECK(started.contents().at(opened->report.tail_path) == tail);
  }
}

TEST_CASE("R267 what was refused because the disk failed is not there at the next start") {
  for (const fake::Fault fault : {fake::Fault::nothing_done, fake::Fault::half_done, fake::Fault::all_done}) {
    // Call 1 and 2 write and sync the group; the next one makes a new segment, and three more write it and sync it and its name.
    for (const std::uint64_t first : {1u, 2u}) {
      for (const std::uint64_t later : {1u, 2u, 3u, 4u}) {
        Disk disk = disk_with(4, 2);
        {
          auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
          REQUIRE(opened);
          disk.fail_at(first, fault, false);
          disk.fail_again_at(first + later);
          CHECK(!append_events(opened->log, 5, 2));
          CHECK(!opened->log.writable());
        }
        const auto again = SessionLog::open(disk, session_path, OpenFor::writing);
        REQUIRE(again);
        CHECK(again->log.writable());
        CHECK(sound_events(again->log) == 4);
      }
    }
  }
}

TEST_CASE("R44 every single-bit flip of a session of 100 events is detected and yields no wrong event") {
  Disk disk = disk_with(100);
  const Bytes whole = disk.contents().at(session_path);
  std::size_t flips = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      fake::Files files = {{session_path, whole}};
      files[session_path][at] ^= static_cast<std::byte>(1 << bit);
      Disk flipped(files);
      const auto opened = SessionLog::open(flipped, session_path, OpenFor::writing);
      REQUIRE(opened);
      const std::uint64_t before = at < log_header_size ? 100 : groups_within(at, 100, 1);
      const bool as_expected = opened->report.state == LogState::damaged && sound_events(opened->log) == before &&
                               !opened->log.writable() && opened->report.total_events == 100 && flipped.changes() == 0;
      CHECK_MESSAGE(as_expected, "byte ", at, " bit ", bit);
      ++flips;
    }
  }
  CHECK(flips == whole.size() * 8);
}

TEST_CASE("R47 a file of a newer version is named as such and left alone") {
  Disk disk = disk_with(2);
  fake::Files files = disk.contents();
  SegmentHeader header;
  header.identity = identity;
  header.version = log_format_version + 1;
  const auto bytes = encode_header(header);
  std::copy(bytes.begin(), bytes.end(), files[session_path].begin());
  Disk newer(files);
  CHECK(inspect_session(newer, session_path).state == LogState::newer);
  const auto opened = SessionLog::open(newer, session_path, OpenFor::writing);
  REQUIRE(!opened);
  CHECK(opened.error().sentence.find("newer version") != std::string::npos);
  CHECK(newer.contents() == files);
}

TEST_CASE("check tells a session from other files") {
  Disk disk({{"notes.txt", bytes_of("Shopping: bread, milk, and everything else that makes a list longer than a header.")}, {"empty.standpoint", {}}});
  CHECK(inspect_session(disk, "notes.txt").state == LogState::not_a_session);
  CHECK(inspect_session(disk, "empty.standpoint").state == LogState::not_a_session);
  CHECK(inspect_session(disk, "nowhere.standpoint").state == LogState::unreadable);
  CHECK(!inspect_session(disk, "nowhere.standpoint").sentence.empty());
  CHECK(!SessionLog::open(disk, "notes.txt", OpenFor::writing));
  CHECK(disk.changes() == 0);
}

TEST_CASE("records of a type that this version does not know are skipped") {
  Bytes file;
  const auto header = encode_header(SegmentHeader{.identity = identity});
  file.assign(header.begin(), header.end());
  LogPoint point;
  point.crc = stored_header_crc(header);
  // An event record whose type is changed to 99 and whose crc is made right again.
  const std::size_t start = file.size();
  LogPoint unknown = point;
  encode_event(file, unknown, 1, 1, event_payload(1));
  file[start + 8] = std::byte{99};
  const std::uint32_t crc = record_crc(point.crc, std::span<const std::byte>(file).subspan(start));
  for (std::size_t i = 0; i < 4; ++i) file[start + 4 + i] = static_cast<std::byte>((crc >> (8 * i)) & 0xFFu);
  point.crc = crc;
  point.offset = file.size();
  encode_event(file, point, 1, event_schema_of(1), event_payload(1));
  encode_commit(file, point, 1, stored_header_crc(header));
  Disk disk({{session_path, file}});
  const auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::sound);
  CHECK(sound_events(opened->log) == 1);
}

TEST_CASE("R45 after a failed write or sync the session goes on in a new segment, and both are read as one") {
  for (const std::uint64_t call : {1u, 2u}) {
    for (const fake::Fault fault : {fake::Fault::nothing_done, fake::Fault::half_done, fake::Fault::all_done}) {
      Disk disk = disk_with(4);
      {
        auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
        REQUIRE(opened);
        disk.fail_at(call, fault, false);
        REQUIRE(append_events(opened->log, 5, 3));
        CHECK(disk.contents().count(session_path + ".2") == 1);
        REQUIRE(append_events(opened->log, 8, 1));
        CHECK(sound_events(opened->log) == 8);
      }
      const auto again = SessionLog::open(disk, session_path, OpenFor::writing);
      REQUIRE(again);
      CHECK(again->report.state == LogState::sound);
      CHECK(sound_events(again->log) == 8);
      // The failed file is never written again: its acknowledged part is what it was.
      CHECK(disk.contents().at(session_path).size() >= group_offset(5));
      CHECK(again->log.writable());
    }
  }
}

TEST_CASE("R45 when the disk fails for good, nothing is acknowledged any more and the sentence says what is safe") {
  Disk disk = disk_with(4);
  auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  disk.fail_at(1, fake::Fault::nothing_done, true);
  const auto appended = append_events(opened->log, 5, 1);
  REQUIRE(!appended);
  CHECK(appended.error().sentence.find("All 4 events") != std::string::npos);
  CHECK(!opened->log.writable());
  const std::uint64_t before = disk.changes();
  CHECK(!append_events(opened->log, 5, 1));
  CHECK(disk.changes() == before);
  CHECK(sound_events(opened->log) == 4);
}

TEST_CASE("R325 a disk that failed and takes everything again has the whole session in a new file, whatever failed") {
  for (const fake::Fault fault : {fake::Fault::nothing_done, fake::Fault::half_done})
    for (std::uint64_t first = 1; first <= 4; ++first) {
      Disk disk = disk_with(4);
      auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
      REQUIRE(opened);
      SessionLog& log = opened->log;
      REQUIRE(append_events(log, 5, 2));
      disk.fail_at(first, fault, true);
      if (append_events(log, 7, 1)) continue;  // done before the first failure
      CHECK(log.may_try_again());
      CHECK_FALSE(log.try_again());
      CHECK_FALSE(log.writable());
      CHECK_FALSE(log.take_news());
      disk.stop_failing();
      REQUIRE(log.try_again());
      CHECK(log.writable());
      CHECK_FALSE(log.may_try_again());
      CHECK(log.path() != session_path);
      const std::optional<std::string> news = log.take_news();
      REQUIRE(news);
      CHECK(news->find("Nothing is lost") != std::string::npos);
      REQUIRE(append_events(log, 7, 2));
      CHECK(sound_events(log) == 8);
      CHECK(inspect_session(disk, log.path()).state == LogState::sound);
    }
}

TEST_CASE("a log that was opened for reading, or is damaged, is never tried again") {
  Disk disk = disk_with(4);
  auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  REQUIRE(opened);
  CHECK_FALSE(opened->log.may_try_again());
  CHECK_FALSE(opened->log.try_again());
}

TEST_CASE("a missing or foreign later segment is damage, not the end of the session") {
  Disk disk = disk_with(4);
  auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
  REQUIRE(opened);
  disk.fail_at(1, fake::Fault::nothing_done, false);
  REQUIRE(append_events(opened->log, 5, 2));
  disk.fail_at(1, fake::Fault::nothing_done, false);
  REQUIRE(append_events(opened->log, 7, 2));
  const fake::Files sound = disk.contents();
  REQUIRE(sound.count(session_path + ".3") == 1);

  fake::Files missing = sound;
  missing.erase(session_path + ".2");
  Disk gap(missing);
  const LogReport report = inspect_session(gap, session_path);
  CHECK(report.state == LogState::damaged);
  CHECK(report.safe_events == 4);
  CHECK(report.total_events == 8);

  fake::Files swapped = sound;
  std::swap(swapped[session_path + ".2"], swapped[session_path + ".3"]);
  Disk foreign(swapped);
  CHECK(inspect_session(foreign, session_path).state == LogState::damaged);

  Disk later(sound);
  CHECK(inspect_session(later, session_path + ".2").state == LogState::not_a_session);
}

TEST_CASE("every single-bit flip of a later segment yields no wrong event and no silent loss") {
  Disk disk = disk_with(3);
  {
    auto opened = SessionLog::open(disk, session_path, OpenFor::writing);
    REQUIRE(opened);
    disk.fail_at(2, fake::Fault::all_done, false);
    REQUIRE(append_events(opened->log, 4, 2));
  }
  const fake::Files sound = disk.contents();
  for (std::size_t at = 0; at < sound.at(session_path + ".2").size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      fake::Files files = sound;
      files[session_path + ".2"][at] ^= static_cast<std::byte>(1 << bit);
      Disk flipped(files);
      const auto opened = SessionLog::open(flipped, session_path, OpenFor::writing);
      REQUIRE(opened);
      const std::uint64_t found = sound_events(opened->log);
      CHECK_MESSAGE((opened->report.state == LogState::damaged && found >= 3 && found <= 5 && flipped.changes() == 0), "byte ", at, " bit ", bit);
    }
  }
}

TEST_CASE("R48 repair writes the safe events into a new sound file and never touches the original") {
  Disk disk = disk_with(20);
  fake::Files files = disk.contents();
  files[session_path][group_offset(11) + 30] ^= std::byte{0x10};
  Disk damaged(files);
  const auto repaired = repair_session(damaged, session_path, "s/repaired.standpoint");
  REQUIRE(repaired);
  CHECK(repaired->safe_events == 10);
  CHECK(repaired->total_events == 20);
  CHECK(damaged.contents().at(session_path) == files.at(session_path));
  CHECK(damaged.contents().size() == 2);
  const auto opened = SessionLog::open(damaged, "s/repaired.standpoint", OpenFor::writing);
  REQUIRE(opened);
  CHECK(opened->report.state == LogState::sound);
  CHECK(opened->log.identity() == identity);
  CHECK(sound_events(opened->log) == 10);
}

TEST_CASE("repair refuses to replace a file, and leaves nothing behind when the disk fails") {
  Disk disk = disk_with(2000, 50);
  const fake::Files files = disk.contents();
  CHECK(!repair_session(disk, session_path, session_path));
  CHECK(disk.contents() == files);
  CHECK(!repair_session(disk, "s/nothing.standpoint", "s/out.standpoint"));
  for (std::uint64_t call = 1;; ++call) {
    Disk failing(files);
    failing.fail_at(call, fake::Fault::half_done, false);
    const auto repaired = repair_session(failing, session_path, "s/out.standpoint");
    CHECK(failing.contents().at(session_path) == files.at(session_path));
    if (failing.changes() < call) {
      CHECK(repaired);
      break;
    }
    if (!repaired) CHECK(failing.contents() == files);
  }
}

TEST_CASE("a session of many megabytes is read in pieces") {
  Disk disk;
  {
    auto log = SessionLog::create(disk, session_path, identity);
    REQUIRE(log);
    const Bytes large(300'000, std::byte{7});
    for (std::uint64_t next = 1; next <= 20; ++next) {
      const LogRecord record{next, 1, large};
      REQUIRE(log->append(std::span(&record, 1)));
    }
  }
  auto opened = SessionLog::open(disk, session_path, OpenFor::reading);
  REQUIRE(opened);
  std::uint64_t last = 0;
  CHECK(opened->log.for_each(12, [&](const LogRecord& record) -> Result<void> {
    CHECK(record.payload.size() == 300'000);
    last = record.sequence;
    return {};
  }));
  CHECK(last == 20);
}

}  // namespace standpoint::session_log_test
