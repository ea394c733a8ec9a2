// See parts.h.
#include "app/activities/hand/parts.h"

#include <algorithm>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"
#include "core/workshop/leader.h"
#include "core/workshop/merging.h"

namespace standpoint {
namespace {

constexpr const char* way_to_board = "Back to the board";
constexpr float way_high = 52;

}  // namespace

ParticipantUi::~ParticipantUi() {
  for (auto& [id, made] : making) wipe(made);
  for (auto& [id, text] : kept) std::fill(text.begin(), text.end(), '\0');
}

void wipe(Making& making) {
  wipe(making.draft);
  wipe(making.sent);
  wipe(making.offered);
  making = Making{};
}

std::string secrecy_promise(const Activity& activity, std::uint32_t people) {
  constexpr std::uint32_t enough = 5;
  const ActivityRules& rules = rules_of(activity);
  const std::string change = " You can change it until " + std::string(rules.words.doing) + " closes.";
  if (activity.secrecy == Secrecy::named) return "Named: your name is shown beside it after the reveal." + change;
  if (people > 0 && people < enough) return std::string(rules.input.veil) + ", but in so small a group others may guess." + change;
  return std::string(rules.input.promise) + change;
}

std::string leader_of(const Workshop& workshop, bool begins) {
  const std::string name = leader_name(workshop);
  if (name.empty()) return begins ? "The facilitator" : "the facilitator";
  return name.substr(0, name.find(' '));
}

void turn_to(const Frame& frame, Making& making, Making::Page page) {
  making.page = page;
  making.since = frame.seconds;
}

bool inert(const Frame& frame, const Making& making, Commands& commands) {
  const double until = making.since + motion::inert_after_moment / 1000.0;
  if (frame.seconds < until) commands.ask(WakeAt{until});
  return frame.seconds < until;
}

void draw_hand_title(const Frame& frame, const Workshop& workshop, const Activity& activity, HandPage& page, Commands& commands,
                     float taken) {
  const Theme& theme = frame.theme;
  if (on_phone(frame)) {
    page.y += frame.area.height() < 560 ? 0.0F : 3.0F;
    describe(frame, "title", {{page.left(), page.y}, {page.right(), page.y + page.look.title.line}}, {.role = ItemRole::heading, .name = activity.title, .level = 1});
    page.y += draw_wrapped_label(frame.painter, {page.left(), page.y}, activity.title, {page.look.title, theme.ink.primary}, page.width() - taken);
    return;
  }
  const float digits = draw_digits(frame, workshop, {page.right(), page.y + 51}, page.look.timer, commands);
  if (digits > 0) taken = digits + 24;
  frame.painter.icon({page.left() + 10, page.y + 18}, icon_of(activity.kind), Face::icon_fill, 20, theme.accent.base);
  draw_label(frame.painter, {page.left() + 28, page.y + 18}, words(activity.kind), {page.look.body, theme.ink.secondary, Align::left, Anchor::middle});
  page.y += 31;
  describe(frame, "title", {{page.left(), page.y}, {page.right(), page.y + page.look.title.line}}, {.role = ItemRole::heading, .name = activity.title, .level = 1});
  page.y += draw_wrapped_label(frame.painter, {page.left(), page.y}, activity.title, {page.look.title, theme.ink.primary}, page.width() - taken, 3);
}

void draw_hand_head(const Frame& frame, const Workshop& workshop, const ParticipantState& state, std::string_view kept, HandPage& page,
                    HandClock clock, Commands& commands, std::string_view title) {
  if (title.empty()) draw_hand_bar(frame, workshop, page, state.connection, clock, commands);
  else draw_titled_bar(frame, workshop, page, title, state.connection, commands);
  if (!state.read_only.empty()) draw_notice(frame, page, state.read_only, Icon::warning);
  else if (state.connection == Connection::offline && kept.empty()) draw_notice(frame, page, "You are offline. This page comes back by itself.", Icon::wifi_slash);
  else if (state.connection == Connection::offline)
    draw_notice(frame, page, "You are offline. Your " + std::string(kept) + " are kept and sent when you are back.", Icon::wifi_slash);
}

bool may_look_at_board(const Workshop& workshop, const Activity& activity) {
  const bool blind = rules_of(activity).needs_plane && activity.board == workshop.stage.board;
  return find(workshop, workshop.stage.board) != nullptr && !blind;
}

void draw_way_to_board(const Frame& frame, const Workshop& workshop, const Activity& activity, HandPage& page, ParticipantUi& ui) {
  if (!may_look_at_board(workshop, activity)) return;
  const float wide = frame.painter.text_width(way_to_board, page.look.label_strong) + 2 * touch::gap;
  const Box box = on_phone(frame) ? box_at(page.left(), page.y + 4, page.width(), way_high) : box_at(page.left() - touch::gap, page.y + 4, wide, way_high);
  if (tap_area(frame, way_to_board, box)) ui.exploring = true;
  page.scroll().follow_focus(box);
  page.write(box.center(), way_to_board, {page.look.label_strong, frame.theme.ink.primary, Align::center, Anchor::middle}, box.width());  // whole, or not yet
  draw_focus_ring(frame, box, radius::control);
  page.y = box.max.y + page.look.gap;
}

float draw_way_in_foot(const Frame& frame, const Workshop& workshop, const Activity& activity, Box beside, ParticipantUi& ui) {
  if (!may_look_at_board(workshop, activity)) return 0;
  const ButtonLook look{ButtonKind::quiet};
  const float wide = button_width(frame, way_to_board, look, beside.height());
  if (hand_button(frame, way_to_board, box_at(beside.min.x - touch::gap - wide, beside.min.y, wide, beside.height()), look)) ui.exploring = true;
  return wide + touch::gap;
}

void draw_removal_notice(const Frame& frame, const Workshop& workshop, const Activity& activity, const Making& making, HandPage& page) {
  const InputWords& words = rules_of(activity).input;
  const bool spent = std::holds_alternative<VoteSetup>(activity.setup);  // what comes back can be given to something else
  const bool merged = has_merged(workshop, activity);
  const std::string did = merged ? "Something was removed, or two of these are one person now. " : std::string(words.removed) + " ", mark(words.mark);
  if (making.came_back > 0 && spent)
    draw_notice(frame, page, did + (merged ? "" : "Its ") + (making.came_back > 1 ? std::to_string(making.came_back) + " " + mark + "s are" : (merged ? "One " : "") + mark + " is") + " yours again" +
                                 (making.lost ? ": give them and submit." : "."), Icon::info);
  else if (making.came_back > 0) draw_notice(frame, page, did + (making.lost ? "Send the others again." : "The others are as they were."), Icon::info);
  else if (making.lost) draw_notice(frame, page, did + "The rest of what you sent counts until you answer again.", Icon::info);
}

void send_input(const Frame& frame, const Activity& activity, Making& making, Commands& commands) {
  if (making.awaiting || inert(frame, making, commands)) return;
  wipe(making.sent);
  making.sent = making.draft;
  making.has_sent = making.awaiting = true;
  commands.add(SealInput{activity.id, input_of(making.draft, activity)});
  turn_to(frame, making, Making::Page::sent);
}

}  // namespace standpoint
