// `show`, `log`, `insights` and `check`: sessions read and never written.
#include <algorithm>
#include <charconv>
#include <ostream>

#include <fmt/format.h>

#include "app/cli/cli.h"
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/files/iso_time.h"
#include "core/activities/activities.h"
#include "core/exchange/import_words.h"
#include "core/file/log_report.h"
#include "core/insights/story.h"
#include "core/workshop/apply.h"

namespace standpoint {
namespace {

// As the window says it: with the time of the last safe event, when there is one.
std::string sentence_of(const LogReport& report) {
  const auto last = decoded_event(report.last_payload, report.last_schema);
  if (report.state != LogState::damaged || report.last_payload.empty() || !last) return report.sentence;
  return damage_sentence(report, iso_time(last->time_ms).substr(11, 5) + " UTC");
}

// A session opened for reading; a damaged one says so on err and is read up to its last safe event.
struct Reading {
  std::unique_ptr<FileSystem> files = posix_file_system();
  Result<OpenedSession> session;

  Reading(const std::string& path, Streams streams) : session(open_session(*files, path, OpenFor::reading)) {
    if (session && !session->report.sentence.empty()) streams.err << sentence_of(session->report) << '\n';
  }
};

std::optional<std::uint64_t> whole(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "reports to" and the like, separated by commas; empty: all.
Result<TieKinds> kinds_of(const std::string& text) {
  if (text.empty()) return all_tie_kinds;
  TieKinds kinds = 0;
  std::string_view rest = text;
  while (true) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const auto kind = tie_kind_of(trimmed(rest.substr(0, comma)));
    if (!kind) return failed(kind.error());
    kinds = static_cast<TieKinds>(kinds | only(*kind));
    if (comma == rest.size()) return kinds;
    rest.remove_prefix(comma + 1);
  }
}

// "24:16" of an hour that started at `started_ms`; minutes go on past 59.
std::string clock_since(std::int64_t started_ms, std::int64_t ms) {
  const std::int64_t seconds = std::max<std::int64_t>(0, ms - started_ms) / 1000;
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

void print_summary(const Workshop& w, std::ostream& out) {
  out << w.title << (w.subtitle.empty() ? "" : ", " + w.subtitle) << '\n';
  const auto participants = std::count_if(w.seats.begin(), w.seats.end(), [](const Seat& s) { return s.role == Role::participant; });
  out << fmt::format("{} stakeholders, {} ties, {} cards, {} boards, {} participants, {} events, {} long\n", w.stakeholders.size(),
                     w.ties.size(), w.cards.size(), w.boards.size(), participants, w.sequence, clock_since(w.started_ms, w.changed_ms));
  for (const ActivityId id : w.agenda)
    if (const Activity* a = find(w, id)) out << fmt::format("{}: {}, {} min, {}\n", words(a->kind), a->title, a->minutes, words(a->phase));
  for (const Decision& d : w.decisions) out << fmt::format("Decided: {}{}\n", d.text, d.owner.empty() ? "" : " (" + d.owner + ")");
}

void print_insights(const Workshop& w, TieKinds kinds, std::ostream& out) {
  out << "betweenness  pagerank  ties\n";
  for (const Influence& i : influence_of(w, kinds))
    out << fmt::format("{:11.3f}  {:8.3f}  {:4}  {}{}\n", i.betweenness, i.pagerank, i.degree, name_of(w, Item(i.stakeholder)),
                       i.hidden ? ", hidden influencer" : "");
}

int exit_code_of(LogState state) {
  switch (state) {
    case LogState::sound:
    case LogState::torn_tail: return exit_done;
    case LogState::damaged: return exit_not_done;
    default: return exit_not_a_session;
  }
}

}  // namespace

int not_done(const Failure& failure, Streams streams) {
  streams.err << failure.sentence << '\n';
  return exit_not_done;
}

Result<std::uint64_t> moment(const std::optional<std::string>& at, const Replay& replay) {
  const std::uint64_t last = replay.last_sequence();
  if (!at) return last;
  const std::size_t colon = at->find(':');
  if (colon != at->npos) {
    const auto minutes = whole(std::string_view(*at).substr(0, colon)), seconds = whole(std::string_view(*at).substr(colon + 1));
    if (minutes && seconds && *minutes < 100'000 && *seconds < 60) {
      const auto ms = static_cast<std::int64_t>(*minutes * 60 + *seconds) * 1000 + 999;  // what the clock shows as that second
      return replay.last_at_or_before(replay.time_of(1) + ms);
    }
  } else if (const auto number = whole(*at); number && *number <= last) {
    return *number;
  }
  return failed(fmt::format("“{}” is no moment of this session, which has {} events. Nothing was shown; use 0 to {} or mm:ss since it started.", *at, grouped(last), last));
}

int show_session(const ShowOptions& o, Streams streams) {
  Reading reading(o.path, streams);
  if (!reading.session) return not_done(reading.session.error(), streams);
  const auto number = moment(o.at, reading.session->replay);
  if (!number) return not_done(number.error(), streams);
  const Workshop workshop = reading.session->replay.at(*number);
  if (o.json) streams.out << json_of(workshop) << '\n';
  else print_summary(workshop, streams.out);
  return exit_done;
}

int tell_log(const ShowOptions& o, Streams streams) {
  Reading reading(o.path, streams);
  if (!reading.session) return not_done(reading.session.error(), streams);
  const Replay& replay = reading.session->replay;
  Workshop before;
  for (std::uint64_t n = 1; n <= replay.last_sequence(); ++n) {
    const Event event = replay.event(n);
    if (o.json) {
      streams.out << json_of(before, event) << '\n';
    } else {
      const StoryLine story = story_of(before, event);
      streams.out << fmt::format("{:>5}  {}  {}{}\n", n, clock_since(replay.time_of(1), replay.time_of(n)), story.what,
                                 story.detail.empty() ? "" : ": " + story.detail);
      if (const std::string note = set_back_words(replay, n); !note.empty()) streams.out << "       (" << note << ")\n";
    }
    apply(before, event);
  }
  return exit_done;
}

int tell_insights(const InsightsOptions& o, Streams streams) {
  const auto kinds = kinds_of(o.ties);
  if (!kinds) return not_done(kinds.error(), streams);
  Reading reading(o.path, streams);
  if (!reading.session) return not_done(reading.session.error(), streams);
  const auto number = moment(o.at, reading.session->replay);
  if (!number) return not_done(number.error(), streams);
  const Workshop workshop = reading.session->replay.at(*number);
  if (o.json) streams.out << insights_json(workshop, *kinds) << '\n';
  else print_insights(workshop, *kinds, streams.out);
  return exit_done;
}

int check_session(const CheckOptions& o, Streams streams) {
  const auto files = posix_file_system();
  const LogReport report = inspect_session(*files, o.path);
  const bool readable = report.state == LogState::sound || report.state == LogState::torn_tail;
  if (readable) {  // sound bytes; do they fold as well?
    const auto session = open_session(*files, o.path, OpenFor::reading);
    if (!session) return not_done(session.error(), streams);
  }
  if (!o.repair.empty() && exit_code_of(report.state) != exit_not_a_session) {
    const auto repaired = repair_session(*files, o.path, o.repair);
    if (!repaired) return not_done(repaired.error(), streams);
    streams.out << fmt::format("Saved {} of {} events into {}; {} was not touched.\n", grouped(repaired->readable_events),
                               grouped(repaired->total_events), o.repair, o.path);
    return exit_done;
  }
  if (report.state == LogState::sound) streams.out << fmt::format("{} is sound: {} events.\n", name_of(o.path), grouped(report.safe_events));
  else streams.err << sentence_of(report) << '\n';
  return exit_code_of(report.state);
}

}  // namespace standpoint
