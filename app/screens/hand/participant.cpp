// Chooses a participant's page and keeps what they make in secret no longer than it is needed. See participant.h.
#include "app/screens/hand/participant.h"

#include <algorithm>
#include <utility>

#include <imgui.h>

#include "app/activities/heading.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/screens/hand/kept_drafts.h"
#include "app/screens/hand/pages.h"
#include "app/widgets/semantics.h"
#include "core/insights/story.h"
#include "core/workshop/leader.h"

namespace standpoint {
namespace {

constexpr const char* way_to_board = "Back to the board";
constexpr float way_high = 52;

// Mixes a number so that neighbours land far apart (the finaliser of MurmurHash3, Appleby).
std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDULL;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33);
}

bool asks_for_input(const Workshop& workshop, const Activity& activity) {
  return activity.phase == Phase::open && collects_inputs(workshop, activity);
}

// What was made goes when its activity is revealed or gone.
void forget_the_done(const Workshop& workshop, ParticipantUi& ui) {
  for (auto made = ui.making.begin(); made != ui.making.end();) {
    const Activity* activity = find(workshop, made->first);
    const bool done = activity == nullptr || activity->phase == Phase::revealed;
    if (done) wipe(made->second);
    made = done ? ui.making.erase(made) : std::next(made);
  }
}

// A finger on the glass: nothing moves under it.
bool touched(const Frame& frame) {
  return ImGui::IsMouseDown(ImGuiMouseButton_Left) || frame.pinch != nullptr || (frame.further != nullptr && !frame.further->fingers.empty());
}

// What is opened comes to the hand by itself, once; over a board that is looked at, a moment after the last touch. What is done in
// secret brings its page, what is done in the open the board it is done on.
void come_to_hand(const Frame& frame, const Workshop& workshop, const Activity* activity, ParticipantUi& ui, Commands& commands) {
  if (activity == nullptr || activity->phase != Phase::open || frame.role != Role::participant) {
    ui.came = {};
    ui.called_since = -1;
    return;
  }
  if (ui.came == activity->id) return;
  if (ui.called_since < 0 || touched(frame)) ui.called_since = frame.seconds;
  const double until = ui.called_since + (ui.exploring ? motion::inert_after_moment / 1000.0 : 0);
  if (touched(frame)) return;  // letting go brings a frame
  if (frame.seconds < until) return commands.ask(WakeAt{until});
  ui.came = activity->id;
  ui.called_since = -1;
  if (!collects_inputs(workshop, *activity)) return lead_to_board(frame, workshop, *activity, ui);
  if (!std::exchange(ui.exploring, false)) return;
  ui.scroll = {};
  ui.making[activity->id].since = frame.seconds;  // what was meant for the board does nothing here
}

// Something this seat had chosen was removed, or came back: what it sent is in the hand again without it, or is whole again.
void hear_of_removal(const Frame& frame, const Activity& activity, const ParticipantState& state, Making& making) {
  making.came_back += keep_to_items(making.draft, activity);
  const bool came = state.lost && !making.lost, went = !state.lost && making.lost;
  making.lost = state.lost;
  if (activity.phase != Phase::open || making.awaiting) return;
  if (came && making.page == Making::Page::sent) {
    wipe(making.draft);
    making.draft = making.sent;
    making.came_back = keep_to_items(making.draft, activity);
    making.offered = making.draft;
    turn_to(frame, making, Making::Page::input);
  } else if (went) {
    const bool untouched = input_of(making.draft, activity) == input_of(making.offered, activity);
    wipe(making.offered);
    if (making.page != Making::Page::input || !state.mine_sealed || !untouched) return;
    wipe(making.draft);
    making.came_back = 0;
    turn_to(frame, making, Making::Page::sent);
  }
}

// The room has answered: the draft is in the box, or it was refused and stays in the hand while it can still be mended.
void hear_answer(const Frame& frame, const Activity& activity, const ParticipantState& state, Making& making) {
  if (making.awaiting && !state.sealing) {
    making.awaiting = false;
    if (state.refusal.empty()) {
      wipe(making.draft);
      making.came_back = 0;
    } else {
      wipe(making.sent);
      making.has_sent = false;
      turn_to(frame, making, activity.phase == Phase::open ? Making::Page::input : Making::Page::too_late);
    }
  }
  if (activity.phase == Phase::open && making.page == Making::Page::too_late) turn_to(frame, making, Making::Page::input);
  if (activity.phase != Phase::open && making.page == Making::Page::input && !state.mine_sealed)
    turn_to(frame, making, Making::Page::too_late);
  if (making.page == Making::Page::too_late || (activity.phase != Phase::open && making.page == Making::Page::input)) wipe(making.draft);
}

void draw_input(const Frame& frame, const Workshop& workshop, const Activity& activity, const ParticipantState& state, ParticipantUi& ui,
                Commands& commands) {
  Making& making = ui.making[activity.id];
  if (!std::exchange(making.begun, true)) {  // it came back after sleep or a reload, perhaps
    const bool begun_before = activity.phase == Phase::open && take_up_draft(activity, state.mine_sealed, ui, making);
    if (state.mine_sealed && !begun_before) making.page = Making::Page::sent;
  }
  hear_answer(frame, activity, state, making);
  hear_of_removal(frame, activity, state, making);
  const bool sends = making.page != Making::Page::input || activity.phase != Phase::open;
  ImGui::PushID(sends ? "sent" : "input");
  if (sends) draw_sent_hand(frame, workshop, activity, state, making, ui, commands);
  else if (activity.kind == ActivityKind::vote) draw_ballot_hand(frame, workshop, activity, state, making, ui, commands);
  else draw_placing_hand(frame, workshop, activity, state, making, ui, commands);
  ImGui::PopID();
}

bool shows_board(const Workshop& workshop, const Activity* activity, const Frame& frame, const ParticipantUi& ui) {
  const bool revealed_placing = activity != nullptr && activity->kind == ActivityKind::place && activity->phase == Phase::revealed;
  const bool board = find(workshop, workshop.stage.board) != nullptr || revealed_placing;
  return board && (ui.exploring || revealed_placing || (activity == nullptr && frame.role == Role::observer));
}

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

const Activity* activity_for(const Workshop& workshop) {
  const Activity* staged = find(workshop, workshop.stage.activity);
  if (staged != nullptr && (asks_for_input(workshop, *staged) || staged->phase != Phase::planned)) return staged;
  for (const ActivityId id : workshop.agenda)
    if (const Activity* activity = find(workshop, id); activity != nullptr && asks_for_input(workshop, *activity)) return activity;
  return staged;
}

std::vector<std::size_t> ballot_order(const Activity& activity, SeatId seat) {
  std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
  const std::uint64_t start = mixed(activity.id.value ^ mixed(seat.value + 1));
  for (std::size_t i = 0; i < activity.items.size(); ++i) {
    const Item item = activity.items[i];
    drawn.emplace_back(mixed(start ^ mixed(item.id * 2 + (item.kind == Item::Kind::card ? 1 : 0))), i);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> order;
  for (const auto& [key, index] : drawn) order.push_back(index);
  return order;
}

std::string secrecy_promise(const Activity& activity, std::uint32_t people) {
  constexpr std::uint32_t enough = 5;
  const bool vote = activity.kind == ActivityKind::vote;
  const std::string change = vote ? " You can change it until voting closes." : " You can change it until placing closes.";
  if (activity.secrecy == Secrecy::named) return "Named: your name is shown beside it after the reveal." + change;
  if (people > 0 && people < enough)
    return std::string(vote ? "Secret" : "Blind") + ", but in so small a group others may guess." + change;
  return (vote ? "Secret." : "Blind: others see nothing until the reveal.") + change;
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
  const bool blind = activity.kind == ActivityKind::place && activity.board == workshop.stage.board;
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

void draw_removal_notice(const Frame& frame, const Activity& activity, const Making& making, HandPage& page) {
  const bool vote = activity.kind == ActivityKind::vote;
  const std::string did = vote ? "Something you gave dots to was removed. " : "Something you placed was removed. ";
  if (making.came_back > 0 && vote)
    draw_notice(frame, page, did + (making.came_back == 1 ? "Its dot is" : "Its " + std::to_string(making.came_back) + " dots are") + " yours again" +
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

void draw_participant(const Frame& frame, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands) {
  forget_the_done(workshop, ui);
  const Activity* activity = activity_for(workshop);
  const ActivityId id = activity == nullptr ? ActivityId{} : activity->id;
  if (!(ui.on == id) && !touched(frame)) {  // another activity: from its top, and not somewhere else
    ui.on = id;
    ui.scroll = {};
    ui.exploring = ui.writing = false;
  }
  come_to_hand(frame, workshop, activity, ui, commands);
  const bool takes_part = activity != nullptr && collects_inputs(workshop, *activity) && activity->phase != Phase::planned &&
                          activity->phase != Phase::revealed && frame.role == Role::participant &&
                          (activity->phase == Phase::closed || ui.came == id);
  if (activity != nullptr && activity->phase != Phase::revealed) await_reveal(ui.reveal, activity->id);
  ImGui::PushID("participant");
  if (shows_board(workshop, activity, frame, ui)) draw_board_hand(frame, workshop, state, ui, commands);
  else if (takes_part) draw_input(frame, workshop, *activity, state, ui, commands);
  else if (activity != nullptr && activity->kind == ActivityKind::vote && activity->phase == Phase::revealed)
    draw_vote_result_hand(frame, workshop, *activity, state, ui, commands);
  else draw_waiting_hand(frame, workshop, activity, state, ui, commands);
  ImGui::PopID();
}

}  // namespace standpoint
