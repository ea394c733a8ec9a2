// Replay: any session, looked at event by event. The same boards, drawn from an earlier workshop and read only, above a
// timeline of what happened when, beside a list of it in plain words.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/widgets/scroll.h"
#include "core/file/replay.h"
#include "core/insights/story.h"

namespace standpoint {

// One bar of the timeline covers the same stretch of time as every other. Where nothing happened for hours the line is folded: such
// a stretch is a few bars wide, however long it was.
struct ReplayTimeline {
  struct Stretch {
    std::int64_t from_ms = 0, to_ms = 0;
    double from = 0, to = 1;  // of the line's length
    bool folded = false;
  };
  std::vector<std::uint32_t> bins;  // events in each 8 px of the timeline, which is as long as the window allows
  std::int64_t start_ms = 0, end_ms = 0;
  std::vector<Stretch> stretches;   // from start to end, one after the other
  std::vector<SeatId> by;           // who did event n, at [n - 1]
  // From these played times on the file's clock is behind by so much: it was set back (Replay::time_of).
  std::vector<std::pair<std::int64_t, std::int64_t>> set_backs;

  std::int64_t by_file(std::int64_t ms) const;  // what the file says at that played time
  double share_of(std::int64_t ms) const;  // where on the line a moment lies, 0 to 1
  std::int64_t time_at(double share) const;
};

struct ReplayUi {
  std::uint64_t at = 0;          // the moment: right after this event
  double playhead_ms = 0;        // since the start; runs ahead of `at` between two events while playing
  bool playing = false;
  int speed = 1;
  double last_seconds = 0;       // Frame::seconds of the last drawn frame, while playing
  BoardId board;                 // none: follows the stage
  SeatId only;                   // the list shows this person alone
  // The list that is open over what happened, and what is searched in it.
  enum class Choosing : std::uint8_t { nothing, person, board } choosing = Choosing::nothing;
  std::string search;
  bool search_takes_keyboard = false;
  ScrollState choices;
  // Kept from frame to frame so that a still picture costs nothing; remade when `at` changes.
  std::optional<ReplayTimeline> timeline;
  std::optional<Workshop> workshop;
  std::map<std::uint64_t, StoryLine> story;
};

// What replay draws a board with: the stage's own content, read only. Given by the program, so that replay names no board.
using DrawMoment = std::function<void(const Frame&, const Workshop&, BoardId)>;

// `banner`: one sentence above the board when the file is damaged; empty else.
void draw_replay(const Frame&, const Replay&, std::string_view banner, ReplayUi&, const DrawMoment&, Commands&);

// Puts the moment right after event n (0: before the first).
void seek(ReplayUi&, const Replay&, std::uint64_t n);

ReplayTimeline timeline_of(const Replay&, int bins);

}  // namespace standpoint
