// A session on disk: the session file and the ballot boxes beside it, behind the ports that the room knows. Used by the
// host, review and the command line. Knows files and codec; decides nothing about the workshop.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/file/ballot_box.h"
#include "core/file/ports.h"
#include "core/file/replay.h"
#include "core/file/session_files.h"
#include "core/file/session_log.h"

namespace standpoint {

// Where boxes may lie that are not beside their session, because it was moved; and who is told in which folder one was made.
struct BoxPlaces {
  std::vector<std::string> elsewhere;  // folders
  std::function<void(const std::string& folder)> made;
};

// The only writer of a session while it lives. One thread at a time. `files` must outlive it.
class SessionStore final : public OrderedLog, public BallotBoxes {
 public:
  SessionStore(FileSystem& files, SessionLog log, BoxPlaces places = {}) : files_(files), log_(std::move(log)), places_(std::move(places)) {}

  Result<void> append(std::span<const Event> events) override;
  Result<std::vector<Event>> read_from(std::uint64_t first) override;

  Result<void> put(ActivityId, std::span<const Sealed>) override;
  Result<std::vector<Sealed>> read(ActivityId) override;
  Result<std::uint32_t> unreadable(ActivityId) override;
  Result<void> destroy(ActivityId) override;
  // Boxes nobody will ever open: of activities that are gone or were revealed before a crash.
  Result<void> destroy_boxes_not_in(const Workshop&);

  // The session file with which the answers of this workshop lie that are not revealed; empty: they lie with this one, or there are none.
  std::string who_has_boxes_of(const Workshop&);

  // After a failure of the disk (SessionLog::try_again). True: it takes the session again.
  bool try_again();
  // Looks whether the session file is still the one that is written (SessionLog::append).
  Result<void> look_after_file();
  // Once: what a person should know about the session's files.
  std::optional<std::string> take_news() { return log_.take_news(); }

  const SessionLog& log() const { return log_; }
  bool writable() const { return log_.writable(); }

 private:
  struct BoxPath {
    std::string path, belongs;  // where it is, and where it belongs: beside the session, under its name
    std::string with;           // there is none, but another session file of the same id has one
  };
  Result<BallotBox*> box_of(ActivityId, bool make);
  Result<BoxPath> box_path(ActivityId) const;
  std::string who_else_has(const FoundBox&) const;
  Result<void> append_records(std::span<const LogRecord>);
  void take_boxes_along(const std::string& from);

  FileSystem& files_;
  SessionLog log_;
  BoxPlaces places_;
  std::map<ActivityId, BallotBox> boxes_;
};

struct OpenedSession {
  Workshop workshop;  // after the last safe event
  Replay replay;
  LogReport report;   // sound, torn tail or damaged; its sentence is empty when there is nothing to say
  std::string note;   // what else a person should know; empty: nothing
  std::unique_ptr<SessionStore> store;
};

// Opens and folds a session. Failure: not a session, unreadable, open in another window (writing), made by a newer
// version. A damaged file opens up to its last safe event and is never written again (store->writable() is false).
Result<OpenedSession> open_session(FileSystem& files, const std::string& path, OpenFor purpose, BoxPlaces places = {});

// A new session file with its first commands, as one group at that time; StartSession by seat 0 comes first, counters
// may be 0. `identity.uuid` is 16 random bytes. Failure: the name is taken, a command the rules refuse, or the disk;
// then no file is left behind.
Result<OpenedSession> create_session(FileSystem& files, const std::string& path, const SessionIdentity& identity,
                                     std::span<const Command> first_commands);

}  // namespace standpoint
