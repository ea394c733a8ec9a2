// One function per command of the command line, arguments already read. Called by cli.cpp only; each answers with the
// exit code, data on `out`, at most one sentence per trouble on `err`.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "core/file/session_store.h"
#include "core/insights/insights.h"

namespace standpoint {

struct Doors;

struct Streams {
  std::ostream& out;
  std::ostream& err;
};

struct ShowOptions {
  std::string path;
  std::optional<std::string> at;  // an event's number, or mm:ss since the session started
  bool json = false;
};
struct InsightsOptions : ShowOptions {
  std::string ties;  // kinds, separated by commas; empty: all
};
struct ImportOptions {
  std::string stakeholders;  // paths
  std::string ties;
  std::string out;   // a new session ...
  std::string into;  // ... or one that is there
  std::string title, subtitle;
  std::string encoding, separator;  // of text; empty: found out
  bool preview = false;             // only says what would come, as JSON
};
struct NewOptions {
  std::string template_name;  // empty: blank
  std::string title;
  std::string out;
};
struct PictureOptions {
  std::string path;
  std::string board;
  std::optional<std::string> at;
  std::string out;   // a file or, of `export`, a folder
  std::string size = "1920x1080";
  std::string theme = "light";
  std::vector<std::string> formats{"svg"};  // of `export`
  bool facilitator = false;
};
struct CheckOptions {
  std::string path;
  std::string repair;  // the new file; empty: only look
};

int show_session(const ShowOptions&, Streams);
int tell_log(const ShowOptions&, Streams);
int tell_insights(const InsightsOptions&, Streams);
int import_tables(const ImportOptions&, std::int64_t now_ms, Streams);
int new_session(const NewOptions&, std::int64_t now_ms, Streams);
int check_session(const CheckOptions&, Streams);
int draw_picture(const PictureOptions&, Streams, const Doors&);
int draw_pictures(const PictureOptions&, Streams, const Doors&);

// The event meant by --at. Failure: no such moment in this session.
Result<std::uint64_t> moment(const std::optional<std::string>& at, const Replay& replay);
// Of a session that is made now: a random number.
SessionIdentity new_identity(std::int64_t now_ms);
// Says the failure's sentence and answers exit_not_done.
int not_done(const Failure&, Streams);

}  // namespace standpoint
