// The row of screens, and a copy of their table with it.
#include <array>
#include <string>

#include "app/activities/rows.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "core/activities/vote/result.h"
#include "core/workshop/activity_parts.h"
#include "tests/one_more_kind/applause.h"

namespace standpoint {
namespace testing {
namespace {

void draw_applause(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState&, ActivityUis&, PassUi&, Commands&) {
  std::string words = "Clap now";
  if (activity.phase == Phase::revealed) {
    const VoteResult result = result_of(activity);
    words = "Loudest: " + name_of(workshop, result.rows.front().item) + ", " + std::to_string(result.rows.front().dots);
  }
  draw_label(frame.painter, frame.area.center(), words, {stage_type::heading, frame.theme.ink.primary, Align::center, Anchor::middle});
}

constexpr ActivityStage applause_stage{.draw = draw_applause,
                                       .pages = [](const ActivityUis&) { return std::size_t{1}; },
                                       .show_page = [](ActivityUis&, std::size_t) {},
                                       .page_of = [](const StageTurn&, std::size_t) { return std::size_t{0}; },
                                       .told = [](std::size_t page, std::size_t) { return page; },
                                       .turn_to = [](const Activity&, const StageTurn&, ActivityUis&) {},
                                       .tell = [](const Activity&, const ActivityUis&, const StageTurn&, StageTurn&) {}};

// A button for each, from the top of the box down; whoever was clapped for, or nobody.
Item draw_claps(const Frame& frame, const Workshop& workshop, const Activity& activity, Box box) {
  Item clapped;
  float y = box.min.y;
  for (const Item item : items_of(activity)) {
    if (hand_button(frame, ("Clap for " + name_of(workshop, item)).c_str(), box_at(box.min.x, y, box.width(), 56), {})) clapped = item;
    y += 64;
  }
  return clapped;
}

void draw_in_hand(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, Making& making, ParticipantUi& ui,
                  Commands& commands) {
  HandPage page(frame, ui.scroll, 0);
  draw_hand_head(frame, workshop, state, "claps", page, HandClock::in_bar, commands);
  draw_hand_title(frame, workshop, activity, page, commands);
  page.head_ends();
  const Item clapped = draw_claps(frame, workshop, activity, {{page.left(), page.y}, {page.right(), page.shown_to()}});
  if (clapped.id == 0) return;
  making.draft.dots = {{clapped, 1}};
  send_input(frame, activity, making, commands);
}

PassStep draw_passed(const Frame& frame, const Workshop& workshop, const Activity& activity, PassUi& ui, Commands&) {
  const Item clapped = draw_claps(frame, workshop, activity, {{200, 250}, {800, 900}});
  if (clapped.id == 0) return PassStep::stays;
  ui.draft.dots = {{clapped, 1}};
  return PassStep::sealed;
}

void draw_own_clap(const Frame& frame, const Workshop& workshop, const Activity&, const PassDraft& sent, HandPage& page) {
  page.say("For " + name_of(workshop, sent.dots.front().item), page.look.label, frame.theme.ink.secondary);
}

}  // namespace

const ActivityScreens applause_screens{.icon = Icon::hand_tap,
                                       .added_by_hand = true,
                                       .stage = &applause_stage,
                                       .draw_hand = draw_in_hand,
                                       .draw_pass = draw_passed,
                                       .draw_own = draw_own_clap};

}  // namespace testing

namespace {

constexpr std::array<const ActivityScreens*, 8> screens{&brainstorm_screens, &nominate_screens, &place_screens,  &vote_screens,
                                                        &rate_screens,       &discuss_screens,  &decide_screens, &testing::applause_screens};

}  // namespace

std::span<const ActivityScreens* const> all_screens() { return screens; }

}  // namespace standpoint
