// The timeline of replay: density of events, spans of activities, bookmarks, playhead.
#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/replay/parts.h"
#include "app/widgets/controls.h"
#include "app/widgets/time_words.h"
#include "app/widgets/tip.h"

namespace standpoint {

namespace {

constexpr float span_least = 26, spans_height = 50;  // two lanes of 24, or one whose titles have two lines
constexpr float span_padding = 12, span_tight = 8, span_icon_below = 50;  // beside a title; narrower spans have their icon only

float x_of(const ReplayTimeline& timeline, Box box, std::int64_t ms) {
  return box.min.x + box.width() * static_cast<float>(timeline.share_of(ms));
}

void draw_density(const Frame& frame, const ReplayUi& ui, Box box, float base) {
  const auto& bins = ui.timeline->bins;
  const std::uint32_t most = std::max<std::uint32_t>(1, *std::max_element(bins.begin(), bins.end()));
  const float pitch = box.width() / static_cast<float>(bins.size());
  const float head = x_of(*ui.timeline, box, ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms));
  const Color past = frame.theme.accent.base.with_alpha(0.86F), future = mix(frame.theme.line.soft, frame.theme.ink.disabled, 0.35F);
  for (std::size_t i = 0; i < bins.size(); ++i) {
    // The square root keeps quiet minutes visible beside a burst.
    const float height = std::max(4.0F, replay_look::bar_max * std::sqrt(static_cast<float>(bins[i]) / static_cast<float>(most)));
    const float x = box.min.x + static_cast<float>(i) * pitch;
    frame.painter.fill_box({{x, base - height}, {x + pitch - 2, base}}, 2, x < head ? past : future);
  }
}

// Bookmarks that stand too near each other for a finger are one flag with their number.
struct Flag {
  float x = 0;
  std::vector<const Bookmark*> bookmarks;
};
std::vector<Flag> flags_of(const Replay& replay, const ReplayTimeline& timeline, Box box) {
  constexpr float apart = 30;
  std::vector<const Bookmark*> sorted;
  for (const Bookmark& bookmark : replay.latest().bookmarks) sorted.push_back(&bookmark);
  std::sort(sorted.begin(), sorted.end(), [](const Bookmark* a, const Bookmark* b) { return a->sequence < b->sequence; });
  std::vector<Flag> flags;
  for (const Bookmark* bookmark : sorted) {
    const float x = x_of(timeline, box, replay.time_of(bookmark->sequence));
    if (flags.empty() || x - flags.back().x > apart) flags.push_back({x, {}});
    flags.back().bookmarks.push_back(bookmark);
  }
  return flags;
}

std::string tip_of(const Flag& flag) {
  std::string words;
  for (const Bookmark* bookmark : flag.bookmarks) words += (words.empty() ? "" : "; ") + moment_words(bookmark->time_ms) + " " + bookmark->title;
  return words;
}

void draw_flag(const Frame& frame, float x, float top, float base) {
  frame.painter.line({x, top + 4}, {x, base}, {frame.theme.spotlight.line, line_width::regular});
  Path flag;
  flag.move_to({x, top}).line_to({x + 16, top}).line_to({x + 11, top + 7}).line_to({x + 16, top + 14}).line_to({x, top + 14}).close();
  frame.painter.fill(flag, frame.theme.spotlight.base);
  frame.painter.stroke(flag, {frame.theme.spotlight.line, line_width::thin});
}

// A flag's words end before the next flag begins. A tap goes to its bookmark, of several to the one after the moment.
void draw_bookmarks(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box, float top, float base) {
  constexpr float words_after = 23, least_words = 40, before_next = 12;
  const std::vector<Flag> flags = flags_of(replay, *ui.timeline, box);
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const Flag& flag = flags[i];
    draw_flag(frame, flag.x, top, base);
    const bool one = flag.bookmarks.size() == 1;
    const std::string words = one ? flag.bookmarks.front()->title : std::to_string(flag.bookmarks.size());
    const float from = flag.x + words_after, room = (i + 1 < flags.size() ? flags[i + 1].x - before_next : box.max.x) - from;
    const float width = std::min(room, label_width(frame.painter, words, desk_type::caption));
    const bool said = width > 0 && (room >= least_words || width < room);
    if (said) draw_label(frame.painter, {from, top + 7}, words, {desk_type::caption, frame.theme.ink.secondary, Align::left, Anchor::middle}, room);
    const Bookmark* next = flag.bookmarks.front();
    for (const Bookmark* bookmark : flag.bookmarks)
      if (bookmark->sequence > ui.at && next->sequence <= ui.at) next = bookmark;
    ImGui::PushID(static_cast<int>(flag.bookmarks.front()->sequence));
    const Box area{{flag.x - 8, top - 10}, {said ? from + width : flag.x + 24, top + 22}};
    if (tap_area(frame, flag.bookmarks.front()->title.c_str(), area)) seek(ui, replay, next->sequence);
    tip(frame, area, tip_of(flag));
    draw_focus_ring(frame, area, radius::control);
    ImGui::PopID();
  }
}

// An activity on the timeline. The short ones are as wide as a pointer needs; those that would lie on another stand a lane lower.
struct Span {
  const Activity* activity;
  std::int64_t from_ms = 0, to_ms = 0;  // played
  Box box = {};
  std::size_t lane = 0;
};
std::vector<Span> spans_of(const Painter& painter, const Replay& replay, const ReplayTimeline& timeline, Box box, float top) {
  constexpr std::size_t lanes = 2;
  constexpr float gap = 2;
  std::vector<Span> spans;
  const Workshop& latest = replay.latest();
  for (const ActivityId id : latest.agenda)
    if (const Activity* activity = find(latest, id); activity != nullptr && activity->opened_ms != 0)
      spans.push_back({activity, replay.played(activity->opened_ms), activity->closed_ms != 0 ? replay.played(activity->closed_ms) : timeline.end_ms});
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from_ms < b.from_ms; });
  if (spans.empty()) return spans;
  const float least = std::min(span_least, box.width() * lanes / static_cast<float>(spans.size()) - gap);
  float free_from[lanes] = {box.min.x, box.min.x};
  bool both = false;
  for (Span& span : spans) {
    const float from = std::min(x_of(timeline, box, span.from_ms), box.max.x - least), to = std::max(x_of(timeline, box, span.to_ms), from + least);
    // The lane that is free by then, or else the one that is free first; what begins within a hand's breadth is moved on a little.
    constexpr float nearly = 8;
    const bool upper = free_from[0] <= from + nearly || free_from[0] <= free_from[1];
    span.lane = upper ? 0 : 1;
    const float begin = std::max(from, free_from[span.lane]);
    span.box = {{begin, 0}, {std::min(std::max(to, begin + least), box.max.x), 0}};
    free_from[span.lane] = span.box.max.x + gap;
    both = both || span.lane == 1;
  }
  const bool long_title = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return span.box.width() >= span_icon_below && label_width(painter, span.activity->title, desk_type::caption_strong) > span.box.width() - 2 * span_padding;
  });
  const float height = both ? (spans_height - gap) / 2 : long_title ? spans_height - gap : replay_look::span_height;
  for (Span& span : spans) {
    span.box.min.y = top + static_cast<float>(span.lane) * (height + gap);
    span.box.max.y = span.box.min.y + height;
  }
  return spans;
}

// The whole title where there is room, else in as many lines as the span is high.
void draw_span_title(const Frame& frame, const Activity& activity, Box box, bool current) {
  const TextStyle style = current ? desk_type::caption_strong : desk_type::caption;
  const bool fits = label_width(frame.painter, activity.title, style) <= box.width() - 2 * span_padding;
  const float padding = fits ? span_padding : span_tight;
  draw_wrapped_label(frame.painter, {box.min.x + padding, box.center().y}, activity.title,
                     {style, current ? frame.theme.accent.ink : frame.theme.ink.secondary, Align::left, Anchor::middle}, box.width() - 2 * padding,
                     std::max(1, static_cast<int>(box.height() / style.line)));
}

void draw_spans(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box, float top) {
  const Theme& theme = frame.theme;
  const std::int64_t now = ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms);
  bool darker = false;  // every other one, so that two beside each other are two
  for (const Span& span : spans_of(frame.painter, replay, *ui.timeline, box, top)) {
    const Activity& activity = *span.activity;
    const bool current = now >= span.from_ms && now < span.to_ms;
    darker = !darker;
    ImGui::PushID(std::to_string(activity.id.value).c_str());
    if (tap_area(frame, activity.title.c_str(), span.box)) seek(ui, replay, replay.last_at_or_before(span.from_ms));
    tip(frame, span.box, activity.title + ", " + moment_words(activity.opened_ms) + " to " + moment_words(replay.by_file(span.to_ms)));
    const Color ground = darker ? theme.bg.sunken : mix(theme.bg.sunken, theme.line.soft, 0.6F);
    frame.painter.fill_box(span.box, 8, current ? theme.accent.soft : ground);
    if (current) frame.painter.stroke_box(span.box, 8, {theme.accent.base, line_width::thin});
    draw_focus_ring(frame, span.box, 8);
    if (span.box.width() >= span_icon_below) draw_span_title(frame, activity, span.box, current);
    else frame.painter.icon(span.box.center(), icon_of(activity.kind), Face::icon_fill, 16, current ? theme.accent.ink : theme.ink.tertiary);
    ImGui::PopID();
  }
}

// "Thu 19 Nov": the year says nothing on one line of time.
std::string day_words(std::int64_t ms) {
  const std::string date = date_words(ms);
  return date.substr(0, date.rfind(' '));
}

// Below the line, where there is room: what is told first stays.
class Axis {
 public:
  Axis(const Frame& frame, Box box, float y) : frame_(frame), box_(box), y_(y) {}
  void tell(float x, const std::string& words) {
    const float half = label_width(frame_.painter, words, desk_type::caption) / 2;
    const float middle = std::clamp(x, box_.min.x + half, box_.max.x - half);
    const Box own{{middle - half - space::s4 / 2, 0}, {middle + half + space::s4 / 2, 1}};
    if (std::any_of(told_.begin(), told_.end(), [&](const Box& other) { return other.overlaps(own); })) return;
    told_.push_back(own);
    draw_label(frame_.painter, {middle, y_}, words, {desk_type::caption, frame_.theme.ink.tertiary, Align::center, Anchor::middle});
  }

 private:
  const Frame& frame_;
  Box box_;
  float y_;
  std::vector<Box> told_;
};

constexpr std::int64_t minute_ms = 60'000, day_minutes = 1440;

std::int64_t active_minutes(const ReplayTimeline& timeline) {
  std::int64_t ms = 0;
  for (const ReplayTimeline::Stretch& stretch : timeline.stretches) ms += stretch.folded ? 0 : stretch.to_ms - stretch.from_ms;
  return ms / minute_ms;
}

// Minutes since the start, or for a long day the time by the clock, at full minutes of it; beyond two days the dates. After a
// fold the line begins anew: with its date, or on one day with its time.
void draw_axis(const Frame& frame, const ReplayUi& ui, Box box, float y) {
  constexpr std::int64_t long_day = 120;
  constexpr float apart = 76;
  const ReplayTimeline& timeline = *ui.timeline;
  const std::int64_t start = timeline.start_ms, minutes = (timeline.end_ms - start) / minute_ms, active = active_minutes(timeline);
  const bool by_clock = minutes > long_day, by_date = active > 2 * day_minutes, folded = timeline.stretches.size() > 1;
  Axis axis(frame, box, y);
  for (const ReplayTimeline::Stretch& stretch : timeline.stretches)
    if (folded && !stretch.folded) axis.tell(x_of(timeline, box, stretch.from_ms), minutes > day_minutes ? day_words(timeline.by_file(stretch.from_ms)) : moment_words(timeline.by_file(stretch.from_ms)));
  std::int64_t step = by_date ? day_minutes : 2;
  for (const std::int64_t wider : {5, 10, 15, 30, 60, 120, 240, 480, 1440, 7 * 1440, 28 * 1440})
    if (wider > step && box.width() / (static_cast<float>(std::max<std::int64_t>(1, active)) / static_cast<float>(step)) < apart) step = wider;
  const LocalTime begins = local_time(start);
  const std::int64_t first = by_date ? day_minutes - begins.hour * 60 - begins.minute : by_clock ? (step - begins.minute % step) % step : 0;
  auto stretch = timeline.stretches.begin();
  for (std::int64_t minute = first; minute <= minutes; minute += step) {
    const std::int64_t at = start + minute * minute_ms;
    while (at > stretch->to_ms && std::next(stretch) != timeline.stretches.end()) ++stretch;
    if (stretch->folded) continue;
    axis.tell(x_of(timeline, box, at), by_date ? day_words(timeline.by_file(at)) : by_clock ? moment_words(timeline.by_file(at)) : std::to_string(minute) + " min");
  }
}

// Where the line is folded it is hatched paper.
void draw_folds(const Frame& frame, const ReplayTimeline& timeline, Box box, float top, float base) {
  for (const ReplayTimeline::Stretch& stretch : timeline.stretches) {
    if (!stretch.folded) continue;
    const Box fold{{x_of(timeline, box, stretch.from_ms), top}, {box.min.x + box.width() * static_cast<float>(stretch.to), base}};
    frame.painter.fill_box(fold, 0, frame.theme.bg.surface);
    frame.painter.hatch(fold, 0, 8, {frame.theme.line.soft, line_width::hair});
  }
}

std::string time_under_pointer(const Frame& frame, const ReplayTimeline& timeline, Box box) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float share = std::clamp((frame.design_from_screen({mouse.x, mouse.y}).x - box.min.x) / box.width(), 0.0F, 1.0F);
  const std::int64_t ms = timeline.time_at(static_cast<double>(share));
  for (const ReplayTimeline::Stretch& stretch : timeline.stretches)
    if (stretch.folded && ms >= stretch.from_ms && ms < stretch.to_ms) return "Nothing happened for " + duration_words((stretch.to_ms - stretch.from_ms) / minute_ms);
  return moment_in_full(timeline, ms);
}

}  // namespace

void draw_timeline(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box) {
  const float flags = box.min.y + 6, base = box.min.y + 82, spans = base + 8;
  // Spans and bookmarks lie over the scrubbing area; they are reserved first and so keep their taps.
  draw_density(frame, ui, box, base);
  draw_folds(frame, *ui.timeline, box, flags + 20, spans + spans_height);
  draw_bookmarks(frame, replay, ui, box, flags, base);
  draw_spans(frame, replay, ui, box, spans);
  draw_axis(frame, ui, box, box.max.y - 6);
  const Box area{{box.min.x - 8, flags + 14}, {box.max.x + 8, base + 4}};
  tap_area(frame, "Timeline", area);
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float share = std::clamp((frame.design_from_screen({mouse.x, mouse.y}).x - box.min.x) / box.width(), 0.0F, 1.0F);
    const std::int64_t ms = ui.timeline->time_at(static_cast<double>(share));
    seek(ui, replay, replay.last_at_or_before(ms));
    ui.playhead_ms = static_cast<double>(ms - ui.timeline->start_ms);
    ui.playing = false;
  }
  draw_focus_ring(frame, area, radius::control);
  tip(frame, area, time_under_pointer(frame, *ui.timeline, box));
  const float head = x_of(*ui.timeline, box, ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms));
  frame.painter.line({head, flags + 20}, {head, spans + spans_height}, {frame.theme.ink.primary, replay_look::playhead});
  frame.painter.fill_circle({head, base + 4}, replay_look::handle + line_width::regular, frame.theme.bg.surface);
  frame.painter.fill_circle({head, base + 4}, replay_look::handle - 1, frame.theme.ink.primary);
}

}  // namespace standpoint
