// The same events made durable by SessionLog and by SQLite, by turns. See parts.h.
#include <array>
#include <filesystem>
#include <memory>
#include <span>

#include <sqlite3.h>

#include "core/file/codec.h"
#include "core/file/session_log.h"
#include "tests/bench/busy_session.h"
#include "tests/bench/parts.h"

namespace standpoint::bench {
namespace {

// Groups written in one turn and turns taken, for each size of group: enough for a p99, in a minute on a slow disk.
struct Load {
  std::size_t group, groups_in_a_turn;
};
constexpr std::array<Load, 4> loads{{{1, 50}, {10, 50}, {100, 40}, {1000, 20}}};
constexpr int turns = 8;

class Store {
 public:
  virtual ~Store() = default;
  // Returns once all of them are on disk.
  virtual void append(std::uint64_t first, std::span<const Bytes> payloads) = 0;
};

class LogStore final : public Store {
 public:
  explicit LogStore(const std::string& folder)
      : files_(posix_file_system()), log_(expected(SessionLog::create(*files_, folder + "/log.standpoint", SessionIdentity{{9}, 1}))) {}

  void append(std::uint64_t first, std::span<const Bytes> payloads) override {
    records_.clear();
    for (const Bytes& payload : payloads) records_.push_back(LogRecord{first++, event_schema, payload});
    expected(log_.append(records_));
  }

 private:
  std::unique_ptr<FileSystem> files_;
  SessionLog log_;
  std::vector<LogRecord> records_;
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(const std::string& folder) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open((folder + "/sqlite.db").c_str(), &opened);
    database_.reset(opened);
    must(code, SQLITE_OK);
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE events(sequence INTEGER PRIMARY KEY, schema INTEGER NOT NULL, payload BLOB NOT NULL)");
    sqlite3_stmt* prepared = nullptr;
    must(sqlite3_prepare_v2(opened, "INSERT INTO events VALUES(?, ?, ?)", -1, &prepared, nullptr), SQLITE_OK);
    insert_.reset(prepared);
  }

  void append(std::uint64_t first, std::span<const Bytes> payloads) override {
    run("BEGIN IMMEDIATE");
    for (const Bytes& payload : payloads) {
      sqlite3_bind_int64(insert_.get(), 1, static_cast<sqlite3_int64>(first++));
      sqlite3_bind_int(insert_.get(), 2, event_schema);
      sqlite3_bind_blob(insert_.get(), 3, payload.data(), static_cast<int>(payload.size()), SQLITE_STATIC);
      must(sqlite3_step(insert_.get()), SQLITE_DONE);
      sqlite3_reset(insert_.get());
    }
    run("COMMIT");
  }

 private:
  void must(int code, int wanted) const {
    if (code != wanted) throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database_.get()));
  }
  void run(const char* sql) { must(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr), SQLITE_OK); }

  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<sqlite3_stmt, Close> insert_;
};

struct Run {
  std::vector<double> latencies_ms;  // of each group: every event in it is acknowledged when all are on disk
  double seconds = 0;
  std::uint64_t next = 1;

  void take_turn(Store& store, std::span<const Bytes> payloads, const Load& load) {
    const Stopwatch turn;
    for (std::size_t n = 0; n < load.groups_in_a_turn; ++n) {
      const Stopwatch watch;
      store.append(next, payloads.subspan((n * load.group) % (payloads.size() - load.group + 1), load.group));
      latencies_ms.push_back(watch.milliseconds());
      next += load.group;
    }
    seconds += turn.seconds();
  }
  double per_second(std::size_t in_a_group) const { return static_cast<double>(latencies_ms.size() * in_a_group) / seconds; }
  Json figures(std::size_t in_a_group) const {
    return {{"events_per_s", std::llround(per_second(in_a_group))},
            {"p50_ms", rounded(percentile(latencies_ms, 0.5))},
            {"p99_ms", rounded(percentile(latencies_ms, 0.99))}};
  }
};

Json measure_load(const std::string& folder, const Load& load, std::span<const Bytes> payloads) {
  const std::string own = folder + "/durable-" + std::to_string(load.group);
  std::filesystem::create_directories(own);
  LogStore log(own);
  SqliteStore sqlite(own);
  Run ours, theirs;
  for (int turn = 0; turn < turns; ++turn) {
    ours.take_turn(log, payloads, load);
    theirs.take_turn(sqlite, payloads, load);
  }
  return {{"group", load.group},
          {"groups", ours.latencies_ms.size()},
          {"session_log", ours.figures(load.group)},
          {"sqlite_wal_full", theirs.figures(load.group)},
          {"ratio_events_per_s", rounded(ours.per_second(load.group) / theirs.per_second(load.group))},
          {"ratio_p50", rounded(percentile(ours.latencies_ms, 0.5) / percentile(theirs.latencies_ms, 0.5))}};
}

}  // namespace

Json measure_durable(const std::string& folder) {
  BusySession session;
  std::vector<Bytes> payloads;
  while (payloads.size() < 20'000) payloads.push_back(encoded(session.next()));
  Json all = Json::array();
  for (const Load& load : loads) all.push_back(measure_load(folder, load, payloads));
  return all;
}

}  // namespace standpoint::bench
