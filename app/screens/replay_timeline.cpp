// The timeline of replay: density of events, spans of activities, bookmarks, playhead.
#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/replay_parts.h"
#include "app/widgets/controls.h"

namespace standpoint {

ReplayTimeline timeline_of(const Replay& replay, int bins) {
  ReplayTimeline timeline;
  timeline.bins.assign(static_cast<std::size_t>(bins), 0);
  const std::uint64_t last = replay.last_sequence();
  if (last == 0) return timeline;
  timeline.start_ms = replay.time_of(1);
  timeline.end_ms = std::max(replay.time_of(last), timeline.start_ms + 1);
  const auto span = static_cast<double>(timeline.end_ms - timeline.start_ms);
  timeline.by.reserve(static_cast<std::size_t>(last));
  for (std::uint64_t n = 1; n <= last; ++n) {
    const double share = static_cast<double>(replay.time_of(n) - timeline.start_ms) / span;
    const auto bin = std::min(static_cast<std::size_t>(share * bins), static_cast<std::size_t>(bins) - 1);
    ++timeline.bins[bin];
    timeline.by.push_back(replay.event(n).by);
  }
  return timeline;
}

namespace {

float x_of(const ReplayTimeline& timeline, Box box, std::int64_t ms) {
  const auto span = static_cast<double>(std::max<std::int64_t>(1, timeline.end_ms - timeline.start_ms));
  return box.min.x + box.width() * static_cast<float>(static_cast<double>(ms - timeline.start_ms) / span);
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

void draw_bookmarks(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box, float top, float base) {
  float free_from = -1e9F;
  std::vector<Bookmark> bookmarks = replay.latest().bookmarks;
  std::sort(bookmarks.begin(), bookmarks.end(), [](const Bookmark& a, const Bookmark& b) { return a.sequence < b.sequence; });
  for (const Bookmark& bookmark : bookmarks) {
    const float x = x_of(*ui.timeline, box, bookmark.time_ms);
    frame.painter.line({x, top + 4}, {x, base}, {frame.theme.spotlight.line, line_width::regular});
    Path flag;
    flag.move_to({x, top}).line_to({x + 16, top}).line_to({x + 11, top + 7}).line_to({x + 16, top + 14}).line_to({x, top + 14}).close();
    frame.painter.fill(flag, frame.theme.spotlight.base);
    frame.painter.stroke(flag, {frame.theme.spotlight.line, line_width::thin});
    const float width = label_width(frame.painter, bookmark.title, desk_type::caption);
    const bool room = x + 24 > free_from && x + 24 + width < box.max.x + 8;
    if (room) {
      draw_label(frame.painter, {x + 23, top + 7}, bookmark.title, {desk_type::caption, frame.theme.ink.secondary, Align::left, Anchor::middle});
      free_from = x + 24 + width + 16;
    }
    ImGui::PushID(static_cast<int>(bookmark.sequence));
    const Box area{{x - 8, top - 14}, {room ? x + 24 + width : x + 24, top + 28}};
    if (tap_area(frame, bookmark.title.c_str(), area)) seek(ui, replay, bookmark.sequence);
    draw_focus_ring(frame, area, radius::control);
    ImGui::PopID();
  }
}

void draw_spans(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box, float top) {
  const Workshop& latest = replay.latest();
  const std::int64_t now = ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms);
  for (const ActivityId id : latest.agenda) {
    const Activity* activity = find(latest, id);
    if (activity == nullptr || activity->opened_ms == 0) continue;
    const std::int64_t end = activity->closed_ms != 0 ? activity->closed_ms : ui.timeline->end_ms;
    const Box span{{x_of(*ui.timeline, box, activity->opened_ms) + 1, top}, {x_of(*ui.timeline, box, end) - 1, top + replay_look::span_height}};
    if (span.width() < 6) continue;
    const bool current = now >= activity->opened_ms && now < end;
    ImGui::PushID(static_cast<int>(id.value));
    if (tap_area(frame, activity->title.c_str(), span)) seek(ui, replay, replay.last_at_or_before(activity->opened_ms));
    frame.painter.fill_box(span, 8, current ? frame.theme.accent.soft : frame.theme.bg.sunken);
    if (current) frame.painter.stroke_box(span, 8, {frame.theme.accent.base, line_width::thin});
    draw_focus_ring(frame, span, 8);
    if (span.width() > 40)
      draw_label(frame.painter, {span.min.x + 12, span.center().y}, activity->title,
                 {current ? desk_type::caption_strong : desk_type::caption, current ? frame.theme.accent.ink : frame.theme.ink.secondary, Align::left, Anchor::middle},
                 span.width() - 20);
    ImGui::PopID();
  }
}

void draw_minutes(const Frame& frame, const ReplayUi& ui, Box box, float y) {
  const std::int64_t minutes = (ui.timeline->end_ms - ui.timeline->start_ms) / 60'000;
  const std::int64_t step = minutes <= 12 ? 2 : minutes <= 30 ? 5 : minutes <= 90 ? 10 : minutes <= 240 ? 30 : (minutes / 8 / 60 + 1) * 60;
  for (std::int64_t minute = 0; minute <= minutes; minute += step) {
    const float x = x_of(*ui.timeline, box, ui.timeline->start_ms + minute * 60'000);
    const Align align = minute == 0 ? Align::left : x > box.max.x - 40 ? Align::right : Align::center;
    draw_label(frame.painter, {x, y}, std::to_string(minute) + " min", {desk_type::caption, frame.theme.ink.tertiary, align, Anchor::middle});
  }
}

}  // namespace

void draw_timeline(const Frame& frame, const Replay& replay, ReplayUi& ui, Box box) {
  const float flags = box.min.y + 6, base = box.min.y + 86, spans = base + 10;
  // Spans and bookmarks lie over the scrubbing area; they are reserved first and so keep their taps.
  draw_density(frame, ui, box, base);
  draw_bookmarks(frame, replay, ui, box, flags, base);
  draw_spans(frame, replay, ui, box, spans);
  draw_minutes(frame, ui, box, spans + replay_look::span_height + 19);
  const Box area{{box.min.x - 8, flags + 14}, {box.max.x + 8, base + 4}};
  tap_area(frame, "Timeline", area);
  if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float share = std::clamp((frame.design_from_screen({mouse.x, mouse.y}).x - box.min.x) / box.width(), 0.0F, 1.0F);
    const double ms = share * static_cast<double>(ui.timeline->end_ms - ui.timeline->start_ms);
    seek(ui, replay, replay.last_at_or_before(ui.timeline->start_ms + static_cast<std::int64_t>(ms)));
    ui.playhead_ms = ms;
    ui.playing = false;
  }
  draw_focus_ring(frame, area, radius::control);
  const float head = x_of(*ui.timeline, box, ui.timeline->start_ms + static_cast<std::int64_t>(ui.playhead_ms));
  frame.painter.line({head, flags + 20}, {head, spans + replay_look::span_height}, {frame.theme.ink.primary, replay_look::playhead});
  frame.painter.fill_circle({head, base + 4}, replay_look::handle + line_width::regular, frame.theme.bg.surface);
  frame.painter.fill_circle({head, base + 4}, replay_look::handle - 1, frame.theme.ink.primary);
}

}  // namespace standpoint
