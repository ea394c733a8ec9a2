// Draws the door. See join.h.
#include "app/screens/hand/join.h"

#include <algorithm>
#include <cctype>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/mark.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/activities/hand/page.h"
#include "app/widgets/controls.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

constexpr float inset = 4, widest = 420, door_field = 60, buttons_high = door_field + 10 + touch::min_target, low_door = 560, beside_from = 600, column_gap = 32;
// What everybody may know before they join. Only while it is true of all that the agenda asks for.
constexpr std::string_view without_names = "People in this session see your name. Votes and placements are shown without it.";
constexpr std::string_view with_names = "People in this session see your name. Some answers are shown with it; those say “named” before you begin.";
constexpr std::string_view is_kept = " What you do on the boards is kept with your name and can be played back. Everything stays on the facilitator’s computer; on the way it is sealed.";
constexpr std::string_view forgets = "This browser keeps nothing for this page: loaded again, you are somebody new with a new seat. Keep the page open.";

bool has_words(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return std::isspace(static_cast<unsigned char>(c)) == 0; });
}

bool asks_code(const JoinState& state) {
  using Why = TurnedAway::Why;
  const Why why = state.turned_away.why;
  return state.at == JoinState::At::code || (state.at == JoinState::At::turned_away && (why == Why::wrong_code || why == Why::old_code || why == Why::too_many_tries));
}
bool is_open(const JoinState& state) { return state.at == JoinState::At::name || state.at == JoinState::At::joining; }

// Held across, a phone has no room for the fields below the title: they stand beside it.
bool beside(const Frame& frame) { return frame.area.height() < low_door && frame.area.width() >= beside_from; }

struct Head {
  std::string title, under;
};
Head head_of(const JoinState& state) {
  if (is_open(state)) {
    Head head{state.door.title, capitalised(state.door.subtitle)};
    if (!state.door.facilitator.empty()) head.under += (head.under.empty() ? "With " : " with ") + state.door.facilitator;
    return head;
  }
  if (state.at == JoinState::At::connecting && state.offline)
    return {"No answer yet", "The facilitator’s computer does not answer. This page keeps trying; be on the same network as it."};
  if (state.at == JoinState::At::connecting) return {"Finding the session", "One moment."};
  if (asks_code(state)) return {"Join a session", "Type the code that the screen in the room shows."};
  return {"This door is closed", state.turned_away.sentence};
}

void draw_title(const Frame& frame, const JoinState& state, HandPage& page) {
  const Theme& theme = frame.theme;
  const bool low = frame.area.height() < low_door;
  const float mark = page.y + (beside(frame) ? 24.0F : 32.0F);
  paint_mark(frame.painter, theme, {page.left() + 14, mark}, 13.7F);
  draw_label(frame.painter, {page.left() + 38, mark - 1}, "Standpoint", {page.look.body_strong, theme.ink.primary, Align::left, Anchor::middle});
  page.y += beside(frame) ? 52.0F : on_phone(frame) && !low ? 96.0F : 68.0F;
  const Head head = head_of(state);
  const TextStyle title = low ? page.look.title : TextStyle{Face::display, 30, 36};
  page.say_heading(head.title, title, theme.ink.primary, 1);
  page.y += 5;
  if (!head.under.empty()) page.say(head.under, page.look.body, theme.ink.secondary);
  page.y += low ? 16.0F : 34.0F;
}

// A caption, then the field; true: Enter was pressed in it, or on the page while nothing has the keyboard.
bool draw_field(const Frame& frame, HandPage& page, const char* caption, std::string& draft, const FieldLook& look) {
  page.say(caption, page.look.label_strong, frame.theme.ink.primary);
  page.y += 8;
  const Box box{{page.left(), page.y}, {page.right(), page.y + door_field}};
  const FieldResult field = text_field(frame, caption, box, draft, look);
  if (field.active) page.scroll().show(Box{{box.min.x, box.min.y - page.look.label_strong.line - 8}, box.max});
  page.scroll().follow_focus(box);
  page.y = box.max.y + 24 + (look.error.empty() ? 0.0F : field_error_height(frame, look.error, box.width()));
  return field.entered || (!field.active && !ImGui::GetIO().NavVisible && ImGui::IsKeyPressed(ImGuiKey_Enter, false));
}

void draw_found_code(const Frame& frame, HandPage& page, const std::string& code) {
  const Theme& theme = frame.theme;
  page.say("Join code", page.look.label_strong, theme.ink.primary);
  page.y += 8;
  const Box box{{page.left(), page.y}, {page.right(), page.y + door_field}};
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

void draw_promise(const Frame& frame, const JoinState& state, HandPage& page) {
  frame.painter.icon({page.left() + 13, page.y + 11}, Icon::lock, Face::icon_regular, 24, frame.theme.ink.tertiary.with_alpha(page.scroll().shown(page.y, 22)));
  const std::string promise = std::string(state.door.secret_inputs ? without_names : with_names).append(is_kept);
  page.say(promise, TextStyle{Face::regular, 15, 22}, frame.theme.ink.secondary, Align::left, 40);
  if (!state.forgets) return;
  page.y += 16;
  draw_notice(frame, page, forgets, Icon::warning);
}

// Where the buttons go: the page's foot, or beside the title below the field.
Box buttons_of(const Frame& frame, HandPage& page) {
  if (!beside(frame)) return page.foot(false);
  const Box box{{page.left(), page.y}, {page.right(), page.y + buttons_high}};
  page.y = box.max.y;
  return box;
}

JoinWish draw_code(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  const bool wrong = state.at == JoinState::At::turned_away;
  const std::string error = !wrong ? std::string()
                            : state.turned_away.why == TurnedAway::Why::wrong_code ? std::string("No session with this code")
                                                                                    : state.turned_away.sentence;
  bool go = draw_field(frame, page, "Join code", ui.code, {.hint = "7KQ 294", .error = error, .typed = TypedAs::code});
  const Box foot = buttons_of(frame, page);
  const bool can = has_words(ui.code);
  go = hand_button(frame, "Go on", box_at(foot.min.x, foot.min.y, foot.width(), door_field), {ButtonKind::primary, {}, can}) || go;
  return {go && can ? JoinWish::What::try_code : JoinWish::What::nothing};
}

// Somebody here has this name: the same person on a new device, or another one?
JoinWish draw_name_taken(const Frame& frame, const NameTaken& taken, HandPage& page) {
  const std::string here = taken.name + " is here already.", name = standpoint::quoted(taken.proposed);
  page.say(taken.may_have_been_here ? here + " Were you here before?" : here, page.look.body_strong, frame.theme.ink.primary);
  page.y += 8;
  page.say(taken.may_have_been_here
               ? "If you were, the facilitator puts what you did then and this screen together. If you are somebody else, you are called " + name + " here."
               : "So that nobody takes one of you for the other, you are called " + name + " here. You can also type another name.",
           page.look.body, frame.theme.ink.secondary);
  page.y += 24;
  const Box foot = buttons_of(frame, page);
  const Box first = box_at(foot.min.x, foot.min.y, foot.width(), door_field), second = box_at(foot.min.x, first.max.y + 10, foot.width(), touch::min_target);
  if (!taken.may_have_been_here)
    return {hand_button(frame, "Join with this name", first, {ButtonKind::primary}) ? JoinWish::What::with_addition : JoinWish::What::nothing};
  if (hand_button(frame, "Yes, I was here", first, {ButtonKind::primary})) return {JoinWish::What::was_here};
  if (hand_button(frame, "No, I am somebody else", second, {ButtonKind::quiet})) return {JoinWish::What::with_addition};
  return {};
}

JoinWish draw_name(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  if (!ui.code.empty() && !beside(frame)) draw_found_code(frame, page, ui.code);
  const bool enter = draw_field(frame, page, "Your name", ui.name, {.hint = "First and last name", .error = state.refused, .typed = TypedAs::name});
  if (state.taken && ui.name == ui.asked_name) return draw_name_taken(frame, *state.taken, page);
  if (!beside(frame)) draw_promise(frame, state, page);
  const Box foot = buttons_of(frame, page);
  const bool joining = state.at == JoinState::At::joining, can = has_words(ui.name) && !joining;
  const bool join = hand_button(frame, joining ? "Joining##join" : "Join##join", box_at(foot.min.x, foot.min.y, foot.width(), door_field),
                                {ButtonKind::primary, {}, can || joining, joining});
  // The facilitator's link also makes a screen in the room the stage.
  const bool leads = state.door.role == Role::facilitator;
  const Box quiet = box_at(foot.min.x, foot.min.y + door_field + 10, foot.width(), touch::min_target);
  const bool other = hand_button(frame, leads ? "Show the stage here" : "Watch as an observer", quiet, {ButtonKind::quiet, {}, !joining});
  if (other && !joining) return {leads ? JoinWish::What::be_stage : JoinWish::What::watch};
  return {(join || enter) && can ? JoinWish::What::join : JoinWish::What::nothing};
}

}  // namespace

namespace {

JoinWish draw_choices(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  if (is_open(state)) return draw_name(frame, state, page, ui);
  if (asks_code(state)) return draw_code(frame, state, page, ui);
  if (state.at != JoinState::At::turned_away) return {};
  const Box foot = buttons_of(frame, page);
  const bool again = hand_button(frame, "Try again", box_at(foot.min.x, foot.min.y, foot.width(), door_field), {ButtonKind::primary});
  return {again ? JoinWish::What::knock_again : JoinWish::What::nothing};
}

// The title and what is promised at the left, what to do at the right.
JoinWish draw_beside(const Frame& frame, const JoinState& state, HandPage& page, JoinUi& ui) {
  page.head_ends();
  const float top = page.y, left = page.left(), right = page.right(), middle = (left + right) / 2;
  page.stand_between(left, middle - column_gap / 2);
  draw_title(frame, state, page);
  if (is_open(state)) draw_promise(frame, state, page);
  const float end = page.y;
  page.stand_between(middle + column_gap / 2, right);
  page.y = top + 16;
  const JoinWish wish = draw_choices(frame, state, page, ui);
  page.y = std::max(page.y, end);
  return wish;
}

}  // namespace

JoinWish draw_join(const Frame& frame, const JoinState& state, JoinUi& ui) {
  ImGui::PushID("join");
  JoinWish wish;
  {
    const bool low = frame.area.height() < low_door, asks = state.at != JoinState::At::connecting;
    HandPage page(frame, ui.scroll, asks && !beside(frame) ? buttons_high + (low ? 16.0F : 36.0F) : 0.0F);
    if (beside(frame)) {
      wish = draw_beside(frame, state, page, ui);
    } else {
      page.narrow_to(std::min(widest, page.width() - 2 * inset));
      if (!on_phone(frame)) page.y += std::max(0.0F, (frame.area.height() - 760) / 2);
      page.head_ends();
      draw_title(frame, state, page);
      wish = draw_choices(frame, state, page, ui);
    }
  }
  ImGui::PopID();
  return wish;
}

}  // namespace standpoint
