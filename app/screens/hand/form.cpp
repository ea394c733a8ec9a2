// What a participant writes on a phone's list: somebody new for the Map, a tie, a card. One page each, with what saves it
// within reach of a thumb. Whatever the rules would refuse is not offered. See pages.h.
#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>

#include "app/boards/same_name.h"
#include "app/design/theme.h"
#include "app/screens/hand/pages.h"
#include "app/widgets/controls.h"
#include "core/workshop/changes.h"
#include "core/workshop/check.h"
#include "core/workshop/layers.h"

namespace standpoint {
namespace {

constexpr float field_high = 60, card_field_high = 132, stacked_below = 300, button_high = 56;
constexpr std::uint8_t usual_strength = 2;

bool says_something(const std::string& text) { return text.find_first_not_of(" \n") != std::string::npos; }

template <class A>
bool allowed(const Frame& frame, const Workshop& workshop, const A& action) { return !check_one(workshop, frame.me, action).has_value(); }

// One of several, a row each; true: it was tapped.
bool choice_row(const Frame& frame, HandPage& page, const std::string& label, bool chosen) {
  const Box box = box_at(page.left(), page.y, page.width(), touch::min_target);
  const bool tapped = hand_button(frame, label.c_str(), box, {ButtonKind::secondary, chosen ? std::optional(Icon::check) : std::nullopt, true, false, chosen});
  page.scroll().follow_focus(box);
  page.y = box.max.y + touch::gap;
  return tapped;
}

void draw_field(const Frame& frame, HandPage& page, const char* caption, HandForm& form, float height, std::string_view hint, TypedAs typed) {
  page.say(caption, page.look.label_strong, frame.theme.ink.primary);
  page.y += 8;
  const Box box = box_at(page.left(), page.y, page.width(), height);
  text_field(frame, caption, box, form.text, {.hint = hint, .multiline = height > field_high, .focus_now = std::exchange(form.takes_keyboard, false), .typed = typed});
  page.scroll().follow_focus(box);
  page.y = box.max.y + 24;
}

void title(const Frame& frame, HandPage& page, const std::string& words) {
  page.head_ends();
  page.say_heading(words, page.look.title, frame.theme.ink.primary, 1);
  page.y += 12;
}

void draw_person_form(const Frame& frame, const Workshop& workshop, HandPage& page, ParticipantUi& ui, Commands& commands) {
  HandForm& form = ui.form;
  title(frame, page, "Add a stakeholder");
  draw_field(frame, page, "Name", form, field_high, "Who is it?", TypedAs::name);
  if (const Stakeholder* const known = named_the_same(workshop, form.text)) {
    page.say(known->name + " is on the map already.", page.look.label, frame.theme.ink.secondary);
    page.y += 8;
    if (choice_row(frame, page, "Show them", false)) {
      ui.person = known->id;
      form = {};
      return;
    }
    page.y += 16;
  }
  page.say("How near", page.look.label_strong, frame.theme.ink.primary);
  page.y += 8;
  for (const Ring ring : {Ring::team, Ring::internal, Ring::external, Ring::regulator})
    if (choice_row(frame, page, std::string(ring_name(ring)), form.ring == ring)) form.ring = ring;
  Stakeholder person;
  person.id = mint<StakeholderId>(frame.me, next_nth(workshop, frame.me));
  person.name = form.text;
  person.ring = form.ring;
  const FootChoice choice = draw_two_buttons(frame, page, "Cancel", "Add", says_something(form.text));
  if (choice == FootChoice::second) commands.add(AddStakeholder{std::move(person)});
  if (choice != FootChoice::none) form = {};
}

BoardPoint middle_of(const Board& board, std::uint16_t zone) {
  if (zone >= board.zones.size()) return {board_max / 2, board_max / 2};
  const BoardRect& area = board.zones[zone].area;
  return {(area.min.x + area.max.x) / 2, (area.min.y + area.max.y) / 2};
}

void save_card(const Frame& frame, const Workshop& workshop, const Board& board, const HandForm& form, Commands& commands) {
  const Card* card = find(workshop, form.card);
  if (card == nullptr) {
    Card added;
    added.id = mint<CardId>(frame.me, next_nth(workshop, frame.me));
    added.board = board.id;
    added.zone = form.zone;
    added.at = middle_of(board, form.zone);
    added.text = form.text;
    commands.add(AddCard{std::move(added)});
    return;
  }
  commands.change(rewritten(*card, form.began, form.text));
  if (card->zone != form.zone) commands.add(MoveCards{{{card->id, form.zone, middle_of(board, form.zone)}}});
}

// What one is asked to do, or how many cards of this board are one's own: what was kept shows that it was.
std::string kept_words(const Frame& frame, const Workshop& workshop, const Board& board) {
  const auto own = std::count_if(workshop.cards.begin(), workshop.cards.end(), [&](const Card& card) { return card.board == board.id && minted_by(card.id) == frame.me; });
  return own == 0 ? std::string("Write a card.") : "You wrote " + std::to_string(own) + (own == 1 ? " card here." : " cards here.");
}

void draw_card_form(const Frame& frame, const Workshop& workshop, const Board& board, HandPage& page, ParticipantUi& ui, Commands& commands) {
  HandForm& form = ui.form;
  const Card* card = find(workshop, form.card);
  if (form.zone >= board.zones.size()) form.zone = 0;  // it was begun on a board with more of them
  const bool one_of_many = ui.writing && card == nullptr;
  const Activity* const asked = one_of_many ? find(workshop, workshop.stage.activity) : nullptr;
  title(frame, page, asked != nullptr ? asked->title : card == nullptr ? "Write a card" : "Edit the card");
  if (one_of_many) {
    page.say(kept_words(frame, workshop, board), page.look.label, frame.theme.ink.secondary);
    page.y += 12;
  }
  draw_field(frame, page, "Words of the card", form, card_field_high, "What is it about?", TypedAs::sentences);
  if (board.zones.size() > 1) {
    page.say("Where it belongs", page.look.label_strong, frame.theme.ink.primary);
    page.y += 8;
    for (std::uint16_t zone = 0; zone < board.zones.size(); ++zone)
      if (choice_row(frame, page, board.zones[zone].name + "##zone" + std::to_string(zone), form.zone == zone)) form.zone = zone;
  }
  const bool may_remove = card != nullptr && allowed(frame, workshop, RemoveItems{{}, {}, {form.card}});
  const Box remove = box_at(page.left(), page.y + 8, std::min(page.width(), 200.0F), touch::min_target);
  if (may_remove) page.y = remove.max.y + touch::gap;
  if (may_remove && hand_button(frame, "Remove card", remove, {ButtonKind::quiet, Icon::trash})) {
    commands.add(RemoveItems{{}, {}, {form.card}});
    form = {};
    return;
  }
  const FootChoice choice = draw_two_buttons(frame, page, one_of_many ? "All cards" : "Cancel", one_of_many ? "Keep" : "Save", says_something(form.text));
  if (choice == FootChoice::second) save_card(frame, workshop, board, form, commands);
  if (choice == FootChoice::second && one_of_many) form = {HandForm::What::card, true, {}, Ring::internal, {}, form.zone, {}, board.id};
  else if (choice != FootChoice::none) form = {};
}

constexpr std::array<const char*, tie_kind_count> tie_verbs{"influences", "reports to", "trusts", "supports", "conflicts with"};

// First whom, then how, read from one name over the verb to the other; a tie that is there already is not offered again.
void draw_tie_form(const Frame& frame, const Workshop& workshop, HandPage& page, ParticipantUi& ui, Commands& commands) {
  HandForm& form = ui.form;
  const Stakeholder *from = find(workshop, ui.person), *to = find(workshop, form.to);
  title(frame, page, to == nullptr ? "Tie " + from->name + " to" : "How are they tied?");
  if (to == nullptr) {
    if (const StakeholderId chosen = draw_rings(frame, workshop, page, ui.person)) {
      form.to = chosen;
      ui.scroll = {};
    }
  } else {
    page.say(from->name, page.look.heading, frame.theme.ink.primary);
    page.y += 8;
    for (std::uint8_t kind = 0; kind < tie_kind_count; ++kind) {
      Tie tie;
      tie.id = mint<TieId>(frame.me, next_nth(workshop, frame.me));
      tie.from = from->id;
      tie.to = to->id;
      tie.kind = static_cast<TieKind>(kind);
      tie.strength = usual_strength;
      if (!allowed(frame, workshop, AddTie{tie}) || (tie.kind == TieKind::conflicts_with && !open_layers(workshop).conflicts)) continue;
      if (!choice_row(frame, page, tie_verbs[kind], false)) continue;
      commands.add(AddTie{std::move(tie)});
      form = {};
      ui.scroll = {};
      return;
    }
    page.say(to->name, page.look.heading, frame.theme.ink.primary);
  }
  const Box foot = page.foot(true);
  if (hand_button(frame, "Cancel", box_at(foot.min.x, foot.min.y + 10, foot.width(), button_high), {ButtonKind::secondary})) form = {};
}

}  // namespace

float two_buttons_height(const Frame& frame) { return frame.area.width() < stacked_below ? 2 * button_high + 30 : button_high + 20; }

FootChoice draw_two_buttons(const Frame& frame, HandPage& page, const char* first, const char* second, bool enabled) {
  const Box foot = page.foot(true);
  const bool stacked = frame.area.width() < stacked_below;
  const float width = stacked ? foot.width() : (foot.width() - page.look.gap) / 2, top = foot.min.y + 10;
  const Box one = box_at(foot.min.x, stacked ? top + button_high + 10 : top, width, button_high);
  const Box two = box_at(foot.max.x - width, top, width, button_high);
  const bool does = hand_button(frame, second, two, {ButtonKind::primary, {}, enabled});
  if (hand_button(frame, first, one, {ButtonKind::secondary})) return FootChoice::first;
  return does ? FootChoice::second : FootChoice::none;
}

void begin_form(ParticipantUi& ui, const Board& board, HandForm form) {
  if (ui.form.what != HandForm::What::none) ui.waiting.push_back(std::move(ui.form));
  ui.form = std::move(form);
  ui.form.board = board.id;
}

bool takes_up_form(const Board& board, ParticipantUi& ui) {
  const auto belongs = [&board](const HandForm& form) { return form.what != HandForm::What::none && form.board == board.id; };
  if (belongs(ui.form)) return true;
  const auto own = std::find_if(ui.waiting.begin(), ui.waiting.end(), belongs);
  if (own == ui.waiting.end()) return false;
  std::swap(ui.form, *own);
  if (own->what == HandForm::What::none) ui.waiting.erase(own);
  return true;
}

bool writes(const Frame& frame) { return frame.role == Role::participant && !frame.read_only; }

bool draw_form_hand(const Frame& frame, const Workshop& workshop, const Board& board, const ParticipantState& state, ParticipantUi& ui, Commands& commands) {
  using What = HandForm::What;
  const bool gone = (ui.form.what == What::tie && find(workshop, ui.person) == nullptr) || (ui.form.card && find(workshop, ui.form.card) == nullptr);
  if (!writes(frame) || gone) ui.form = {};
  if (ui.form.what == What::none) return false;
  HandPage page(frame, ui.scroll, ui.form.what == What::tie ? button_high + 20 : two_buttons_height(frame));
  draw_hand_head(frame, workshop, state, "", page, HandClock::in_bar, commands);
  if (ui.form.what == What::person) draw_person_form(frame, workshop, page, ui, commands);
  else if (ui.form.what == What::card) draw_card_form(frame, workshop, board, page, ui, commands);
  else draw_tie_form(frame, workshop, page, ui, commands);
  if (ui.form.what == What::none) ui.scroll = {};
  return true;
}

}  // namespace standpoint
