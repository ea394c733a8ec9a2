// What was sent (09c), that it is on its way, that it is too late; and the wait between activities (17). See
// pages.h.
#include <algorithm>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "app/activities/activities.h"
#include "app/activities/next_step.h"
#include "app/activities/vote/paint_vote.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/hand/pages.h"
#include "app/widgets/controls.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"
#include "core/workshop/merging.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr double pending_turns_s = 10;  // an answer this late may never come: rest then
constexpr float sign_outer = 54, sign_inner = 36, widest_sent = 520, lower_still = 900, low_sent = 560;

struct Said {
  std::string title, body;
};
Said words_for(const Workshop& workshop, const Activity& activity, const ParticipantState& state, const Making& making) {
  const InputWords& words = rules_of(activity).input;
  const std::string input(words.input), doing(rules_of(activity).words.doing), leader = leader_of(workshop, false);
  const bool closed = activity.phase == Phase::closed;
  const std::string secret = activity.secrecy == Secrecy::named ? "Your name stands beside it then." : "Nobody sees which " + rules_of(activity).input.marks() + " are yours.";
  if (making.page == Making::Page::too_late)
    return {capitalised(doing) + " is closed", "No " + input + " of yours was counted. If " + leader + " opens " + doing + " again, you can make one."};
  if (making.awaiting || state.sealing)
    return {"Sending your " + input, state.connection == Connection::connected ? "It counts once it is saved." : "It is kept here and sent when you are back."};
  if (closed) return {capitalised(doing) + " is closed", "Your " + input + " is in. The room sees the result when " + leader + " reveals it. " + secret};
  return {capitalised(words.input) + " sent", "The room sees the result when " + leader + " reveals it. " + secret};
}

void draw_sign(const Frame& frame, const ParticipantState& state, const Making& making, Vec centre, float size, Commands& commands) {
  const Theme& theme = frame.theme;
  if (making.page == Making::Page::too_late) {
    frame.painter.fill_circle(centre, sign_outer * size, theme.bg.sunken);
    frame.painter.icon(centre, Icon::lock_simple, Face::icon_fill, 44 * size, theme.ink.tertiary);
  } else if (making.awaiting || state.sealing) {
    const bool turns = !frame.reduced_motion && frame.seconds < making.since + pending_turns_s;
    const double turn = turns ? frame.seconds - std::floor(frame.seconds) : 0;
    paint_dot(frame.painter, theme, centre, 2 * sign_inner * size, DotState::pending, static_cast<float>(turn * 2 * std::numbers::pi));
    if (turns) commands.ask(AnimateUntil{frame.seconds + 0.1});
  } else {
    frame.painter.fill_circle(centre, sign_outer * size, theme.accent.soft);
    frame.painter.fill_circle(centre, sign_inner * size, theme.accent.base);
    frame.painter.icon(centre + Vec{0, 1}, Icon::check, Face::icon_bold, 40 * size, theme.accent.on);
  }
}

void draw_own(const Frame& frame, const Workshop& workshop, const Activity& activity, const Making& making, HandPage& page) {
  if (making.page == Making::Page::too_late) return;
  if (making.lost)
    page.say(has_merged(workshop, activity) ? "Something you had chosen was removed, or is one with another now. The rest counts." : "Something you had chosen was removed. The rest counts.",
             page.look.label, frame.theme.ink.secondary, Align::center);
  if (!making.has_sent) {  // after a reload: what is in the box is never shown again
    page.say("What was sent cannot be shown again. Changing it starts from an empty one, which replaces it when it is sent.", page.look.label,
             frame.theme.ink.tertiary, Align::center);
    return;
  }
  PassDraft sent = making.sent;
  keep_to_items(sent, workshop, activity);
  screens_of(activity).draw_own(frame, workshop, activity, sent, page);
  wipe(sent);
}

void begin_change(const Frame& frame, Making& making) {
  wipe(making.draft);
  if (making.has_sent) making.draft = making.sent;
  making.draft.current = 0;
  turn_to(frame, making, Making::Page::input);
}

float foot_height(const Frame& frame, bool change) {
  const float words = 36;
  return change ? words + 60 + (frame.area.height() < 560 ? 16.0F : 28.0F) : words + 16;
}

}  // namespace

void draw_sent_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making,
                    ParticipantUi& ui, Commands& commands) {
  const bool change = activity.phase == Phase::open && making.page == Making::Page::sent;
  const bool waits = inert(frame, making, commands);
  HandPage page(frame, ui.scroll, foot_height(frame, change));
  draw_hand_head(frame, workshop, state, rules_of(activity).input.marks(), page, HandClock::in_bar, commands);
  page.narrow_to(widest_sent);
  page.head_ends();
  const float high = frame.area.height();
  const bool across = frame.area.width() > high;
  const float size = high < low_sent ? 0.5F : across && high < lower_still ? 0.75F : 1;  // what was sent is whole above the foot
  const float air = std::max(16.0F * size, (page.shown_to() - page.y - 420) / 4);
  page.y += air + sign_outer * size;
  draw_sign(frame, state, making, {page.center(), page.y}, size, commands);
  page.y += (sign_outer + 24) * size;
  const Said said = words_for(workshop, activity, state, making);
  page.say_heading(said.title, {Face::semibold, 26, 34}, frame.theme.ink.primary, 1, Align::center);
  page.y += 8;
  const float top = page.y;
  page.say(said.body, {Face::regular, 17, 24}, frame.theme.ink.secondary, Align::center);
  describe(frame, "sent", {{page.left(), top}, {page.right(), page.y}}, {.role = ItemRole::status, .name = said.body});
  page.y += 38 * size;
  draw_own(frame, workshop, activity, making, page);
  const Box foot = page.foot(false);
  const std::string progress = progress_words(activity, state.sealed);
  const bool one_line = frame.painter.text_width(progress, page.look.label) <= foot.width();
  draw_wrapped_label(frame.painter, {foot.center().x, foot.min.y + (one_line ? 12.0F : 18.0F)}, progress,
                     {one_line ? page.look.label : page.look.caption, frame.theme.ink.secondary, Align::center, Anchor::middle}, foot.width());
  if (!change) return;
  const std::string label = "Change my " + std::string(rules_of(activity).input.input);
  const Box box = box_at(foot.min.x, foot.min.y + 36, foot.width(), 60);
  if (hand_button(frame, label.c_str(), box, {ButtonKind::secondary, {}, !making.awaiting && !state.sealing}) && !waits) begin_change(frame, making);
}

void draw_waiting_hand(const Frame& frame, const Workshop& workshop, const Activity* activity, const ParticipantState& state, ParticipantUi& ui,
                       Commands& commands) {
  const bool board = find(workshop, workshop.stage.board) != nullptr;
  HandPage page(frame, ui.scroll, board ? 60 + 24.0F : 0.0F);
  draw_hand_head(frame, workshop, state, "", page, HandClock::in_bar, commands);
  page.narrow_to(widest_sent);
  page.head_ends();
  page.y += std::max(24.0F, (page.shown_to() - page.y - 180) / 2);
  for (int i = -1; i <= 1; ++i)
    frame.painter.stroke_circle({page.center() + static_cast<float>(i) * 36, page.y + 14}, 14, {frame.theme.dot.empty_line, 2.5F, {5, 3.8F}});
  page.y += 28 + 22;
  const bool secret = activity != nullptr && collects_inputs(workshop, *activity) && activity->phase != Phase::planned;
  page.say_heading(activity == nullptr ? std::string("Waiting for the next activity") : activity->title, {Face::semibold, 20, 26}, frame.theme.ink.primary, 1, Align::center);
  page.y += 6;
  std::string more = leader_of(workshop, true) + " opens it in a moment. Keep this page open.";
  if (secret) more = progress_words(*activity, state.sealed);
  else if (activity != nullptr && activity->phase == Phase::open) more = "This happens in the room now.";
  else if (activity != nullptr && activity->phase != Phase::planned)
    more = "This is done." + (next_step(workshop).kind == NextStep::Kind::none ? std::string() : " " + leader_of(workshop, true) + " goes on in a moment.");
  page.say(more, page.look.body, frame.theme.ink.secondary, Align::center);
  if (!board) return;
  const Box foot = page.foot(false);
  if (hand_button(frame, "See the board", box_at(foot.min.x, foot.min.y, foot.width(), 60), {ButtonKind::secondary})) {
    ui.exploring = true;
    ui.scroll = {};
  }
}

}  // namespace standpoint
