// Draws the door. See join.h.
#include "app/screens/join.h"

#include <algorithm>
#include <cctype>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/paint/mark.h"
#include "app/screens/hand_page.h"
#include "app/theme.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr float inset = 4, widest = 420, field_high = 60;
constexpr std::string_view privacy =
    "People in this session see your name. Votes and placements are shown without it. Everything stays on the facilitator’s computer.";

bool says_something(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return std::isspace(static_cast<unsigned char>(c)) == 0; });
}

bool asks_code(const JoinState& state) {
  using Why = TurnedAway::Why;
  const Why why = state.turned_away.why;
  return state.at == JoinState::At::code || (state.at == JoinState::At::turned_away && (why == Why::wrong_code || why == Why::old_code || why == Why::too_many_tries));
}
bool is_open(const JoinState& state) { return state.at == JoinState::At::name || state.at == JoinState::At::joining; }

void draw_title(const Frame& frame, const JoinState& state, HandPage& page) {
  const Theme& theme = frame.theme;
  paint_mark(frame.painter, theme, {page.left() + 14, page.y + 32}, 13.7F);
  draw_label(frame.painter, {page.left() + 38, page.y + 31}, "Standpoint", {page.look.body_strong, theme.ink.primary, Align::left, Anchor::middle});
  page.y += on_phone(frame) && frame.area.height() >= 560 ? 96.0F : 68.0F;
  const TextStyle title{Face::display, 30, 36};
  if (is_open(state)) {
    page.say(state.door.title, title, theme.ink.primary);
    page.y += 5;
    std::string under = state.door.subtitle;
    if (!under.empty() && under[0] >= 'a' && under[0] <= 'z') under[0] = static_cast<char>(under[0] - 'a' + 'A');
    if (!state.door.facilitator.empty()) under += (under.empty() ? "With " : " with ") + state.door.facilitator;
    page.say(under, page.look.body, theme.ink.secondary);
  } else if (state.at == JoinState::At::connecting) {
    page.say(state.offline ? "No answer yet" : "Finding the session", title, theme.ink.primary);
    page.y += 5;
    page.say(state.offline ? "The facilitator’s computer does not answer. This page keeps trying; be on the same network as it."
                           : "One moment.",
             page.look.body, theme.ink.secondary);
  } else if (asks_code(state)) {
    page.say("Join a session", title, theme.ink.primary);
    page.y += 5;
    page.say("Type the code that the screen in the room shows.", page.look.body, theme.ink.secondary);
  } else {
    page.say("This door is closed", title, theme.ink.primary);
    page.y += 5;
    page.say(state.turned_away.sentence, page.look.body, theme.ink.secondary);
  }
  page.y += 34;
}

// A caption, then the field; true: Enter was pressed in it.
bool draw_field(const Frame& frame, HandPage& page, const char* caption, std::string& draft, const FieldLook& look) {
  page.say(caption, page.look.label_strong, frame.theme.ink.primary);
  page.y += 8;
  const Box box{{page.left(), page.y}, {page.right(), page.y + field_high}};
  const FieldResult field = text_field(frame, caption, box, draft, look);
  page.scroll().follow_focus(box);
  page.y = box.max.y + (look.error.empty() ? 24 : 36);
  return field.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
}

void draw_found_code(const Frame& frame, HandPage& page, const std::string& code) {
  const Theme& theme = frame.theme;
  page.say("Join code", page.look.label_strong, theme.ink.primary);
  page.y += 8;
  const Box box{{page.left(), page.y}, {page.right(), page.y + field_high}};
  frame.painter.fill_box(box, radius::field, theme.bg.sunken);
  const TextStyle digits{Face::semibold, 24, 30};
  const bool roomy = box.width() > 240;  // else the check alone says it
  const float found = roomy ? label_width(frame.painter, "Found", page.look.label_strong) : 0;
  draw_label(frame.painter, {box.min.x + 18, box.center().y}, code, {digits, theme.ink.primary, Align::left, Anchor::middle}, box.width() - found - (roomy ? 70.0F : 52.0F));
  if (roomy)
    frame.painter.text({box.max.x - 18, box.center().y}, "Found", {page.look.label_strong, theme.status.success, Align::right, Anchor::middle});
  frame.painter.icon({box.max.x - 18 - found - 16, box.center().y}, Icon::check, Face::icon_bold, 18, theme.status.success);
  page.y = box.max.y + 24;
}

void draw_promise(const Frame& frame, HandPage& page) {
  frame.painter.icon({page.left() + 13, page.y + 11}, Icon::lock, Face::icon_regular, 24, frame.theme.ink.tertiary);
  page.y += draw_wrapped_label(frame.painter, {page.left() + 40, page.y}, privacy,
                               {TextStyle{Face::regular, 15, 22}, frame.theme.ink.secondary}, page.width() - 40);
}

JoinWish draw_code(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  const bool wrong = state.at == JoinState::At::turned_away;
  const std::string error = !wrong ? std::string()
                            : state.turned_away.why == TurnedAway::Why::wrong_code ? std::string("No session with this code")
                                                                                    : state.turned_away.sentence;
  bool go = draw_field(frame, page, "Join code", ui.code, {.hint = "7KQ 294", .error = error});
  const Box foot = page.foot(false);
  const bool can = says_something(ui.code);
  go = hand_button(frame, "Go on", box_at(foot.min.x, foot.min.y, foot.width(), field_high), {ButtonKind::primary, {}, can}) || go;
  return {go && can ? JoinWish::What::try_code : JoinWish::What::nothing};
}

// Somebody here has this name: the same person on a new device, or another one?
JoinWish draw_name_taken(const Frame& frame, const NameTaken& taken, HandPage& page) {
  const std::string who = taken.may_have_been_here ? taken.name + " is here already. Were you here before?" : taken.name + " is here already, and that name would be taken for theirs.";
  page.say(who, page.look.body_strong, frame.theme.ink.primary);
  page.y += 8;
  page.say(taken.may_have_been_here ? "If this is your second device, or the page lost its place: the facilitator puts what you did before and this screen together."
                                    : "You can also type another name.",
           page.look.body, frame.theme.ink.secondary);
  page.y += 24;
  const Box foot = page.foot(false);
  const Box first = box_at(foot.min.x, foot.min.y, foot.width(), field_high), second = box_at(foot.min.x, first.max.y + 10, foot.width(), touch::min_target);
  const std::string as_another = "Join as " + taken.proposed, no = "No, join as " + taken.proposed;
  if (!taken.may_have_been_here) {
    if (hand_button(frame, (as_another + "##addition").c_str(), first, {ButtonKind::primary})) return {JoinWish::What::with_addition};
    return {};
  }
  if (hand_button(frame, "Yes, that was me", first, {ButtonKind::primary})) return {JoinWish::What::was_here};
  if (hand_button(frame, (no + "##addition").c_str(), second, {ButtonKind::quiet})) return {JoinWish::What::with_addition};
  return {};
}

JoinWish draw_name(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  if (!ui.code.empty()) draw_found_code(frame, page, ui.code);
  const bool enter = draw_field(frame, page, "Your name", ui.name, {.hint = "First and last name", .error = state.refused});
  if (state.taken && ui.name == ui.asked_name) return draw_name_taken(frame, *state.taken, page);
  if (state.door.secret_inputs) draw_promise(frame, page);
  page.y += 16;
  const Box foot = page.foot(false);
  const bool joining = state.at == JoinState::At::joining, can = says_something(ui.name) && !joining;
  const bool join = hand_button(frame, joining ? "Joining##join" : "Join##join", box_at(foot.min.x, foot.min.y, foot.width(), field_high),
                                {ButtonKind::primary, {}, can || joining, joining});
  // The facilitator's link also makes a screen in the room the stage.
  const bool leads = state.door.role == Role::facilitator;
  const Box quiet = box_at(foot.min.x, foot.min.y + field_high + 10, foot.width(), touch::min_target);
  const bool other = hand_button(frame, leads ? "Show the stage here" : "Watch as an observer", quiet, {ButtonKind::quiet, {}, !joining});
  if (other && !joining) return {leads ? JoinWish::What::be_stage : JoinWish::What::watch};
  return {(join || enter) && can ? JoinWish::What::join : JoinWish::What::nothing};
}

}  // namespace

JoinWish draw_join(const Frame& frame, const JoinState& state, JoinUi& ui) {
  ImGui::PushID("join");
  JoinWish wish;
  {
    const bool open = is_open(state), code = asks_code(state), closed = state.at == JoinState::At::turned_away && !code;
    const bool low = frame.area.height() < 560;
    HandPage page(frame, ui.scroll, open || code || closed ? field_high + 10 + touch::min_target + (low ? 16.0F : 36.0F) : 0.0F);
    page.narrow_to(std::min(widest, page.width() - 2 * inset));
    if (!on_phone(frame)) page.y += std::max(0.0F, (frame.area.height() - 760) / 2);
    page.head_ends();
    draw_title(frame, state, page);
    if (open) wish = draw_name(frame, state, page, ui);
    else if (code) wish = draw_code(frame, state, page, ui);
    else if (closed) {
      const Box foot = page.foot(false);
      if (hand_button(frame, "Try again", box_at(foot.min.x, foot.min.y, foot.width(), field_high), {ButtonKind::primary}))
        wish.what = JoinWish::What::knock_again;
    }
  }
  ImGui::PopID();
  return wish;
}

}  // namespace standpoint
