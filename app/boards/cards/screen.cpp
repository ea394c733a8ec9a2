// Draws the Cards board and its gestures: double click or N writes, a drag moves, Delete removes. See screen.h.
#include "app/boards/cards/screen.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/card_field.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/layers.h"
#include "app/widgets/pager.h"
#include "app/widgets/tip.h"
#include "core/workshop/changes.h"

namespace standpoint {
namespace {

constexpr std::array<std::pair<CardColour, const char*>, card_colour_count> colours{{{CardColour::paper, "Paper"},
                                                                                     {CardColour::lemon, "Lemon"},
                                                                                     {CardColour::sky, "Sky"},
                                                                                     {CardColour::rose, "Rose"},
                                                                                     {CardColour::mint, "Mint"},
                                                                                     {CardColour::lilac, "Lilac"}}};

constexpr std::string_view nothing_yet = "No cards yet", how_to_write = "Double-click, or hold a finger, where the first one belongs.";
constexpr float add_width = 168, add_height = 56;

bool edits(const Frame& frame) {
  return frame.chrome && !frame.read_only && (frame.role == Role::facilitator || frame.role == Role::participant);
}

Vec mouse_of(const Frame& frame) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return frame.design_from_screen({at.x, at.y});
}

// What is on the board in this frame, and where.
struct Ground {
  const LaidCards& laid;
  const CardsBoard& board;  // laid.board
  Box area;

  Ground(const LaidCards& cards, Box ground) : laid(cards), board(cards.board), area(ground) {}
  // The place in the Workshop of what lies there on the glass.
  BoardPoint kept(Vec at) const { return laid.places.kept(cards_from_design(area, at), zone_at(board, area, at)); }
};

// A card's middle, kept so far inside the area that the whole card can be seen.
Vec kept_inside(Box area, Vec middle) {
  const float x = card_look::zone_width / 2 + 8, y = card_look::zone_height / 2 + 8;
  return {std::clamp(middle.x, area.min.x + x, area.max.x - x), std::clamp(middle.y, area.min.y + y, area.max.y - y)};
}

// Where the last card of a zone stands that has no room, at the end of its last page.
BoardPoint last_place(const Ground& ground, std::size_t zone) {
  return ground.laid.places.kept(zone < ground.board.zones.size() ? ground.board.zones[zone].area.min : BoardPoint{}, zone);
}

// The first place in a zone where a new card touches no other; where there is none, the place that is read last.
BoardPoint free_place(const Ground& ground, std::size_t zone) {
  const CardsBoard& board = ground.board;
  if (ground.laid.pages > 1) return last_place(ground, zone);
  const Vec half = Vec{std::min(card_look::zone_width, card_room(board, ground.area, zone).x), card_look::zone_height} * 0.5F;
  const Box box = zone < board.zones.size() ? zone_box(ground.area, board.zones[zone]) : ground.area;
  std::vector<float> xs{box.min.x + 2 * card_look::zone_gap + half.x}, ys{box.min.y + ground.laid.names + card_look::zone_gap + half.y};
  for (const Box& other : ground.laid.boxes) {
    xs.push_back(other.max.x + card_look::zone_gap + half.x);
    ys.push_back(other.max.y + card_look::zone_gap + half.y);
  }
  std::sort(xs.begin(), xs.end());
  std::sort(ys.begin(), ys.end());
  for (const float y : ys)
    for (const float x : xs) {
      const Box place = box_around({x, y}, half.x, half.y);
      if (place.min.x < box.min.x || place.max.x > box.max.x - card_look::zone_gap || place.min.y < box.min.y || place.max.y > box.max.y - card_look::zone_gap) continue;
      if (std::none_of(ground.laid.boxes.begin(), ground.laid.boxes.end(), [&](const Box& other) { return other.overlaps(place); })) return ground.kept({x, y});
    }
  return last_place(ground, zone);
}

void write_new(CardsUi& ui, BoardPoint at, std::uint16_t zone) {
  ui.writing = true;
  ui.editing = {};
  ui.selected = {};
  ui.draft.clear();
  ui.draft_at = at;
  ui.draft_zone = zone;
}

void edit(CardsUi& ui, CardId card, const std::string& text) {
  ui.writing = true;
  ui.editing = card;
  ui.draft = ui.began = text;
}

// With what is being written as the card it will be. Which of them that is; none while nothing is written.
std::optional<std::size_t> lay_draft(CardsBoard& board, CardsUi& ui) {
  if (!ui.writing) return {};
  if (!ui.editing) board.cards.push_back({{}, {}, ui.colour, ui.draft_zone, ui.draft_at});
  const auto card = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id == ui.editing; });
  ui.writing = card != board.cards.end();  // else somebody removed it meanwhile
  if (!ui.writing) return {};
  card->text = ui.draft;
  return static_cast<std::size_t>(card - board.cards.begin());
}

void handle_drag(const Frame& frame, const Ground& ground, const PlacedCard& card, CardsUi& ui, Commands& commands) {
  const CardsBoard& board = ground.board;
  const Box area = ground.area;
  const Vec mouse = mouse_of(frame);
  if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left) && !held_further(ui.hands, card.id.value)) {
    ui.held = card.id;
    ui.selected = card.id;
    ui.grip = mouse - cards_to_design(area, card.at);
    ui.pressed_at = mouse;
    ui.dragging = false;
  }
  if (!(ui.held == card.id)) return;
  ui.dragging = ui.dragging || length(mouse - ui.pressed_at) > touch::drag_slop;
  if (ImGui::IsItemActive()) return;
  if (ui.dragging && !ImGui::IsKeyDown(ImGuiKey_Escape)) {
    const Vec at = kept_inside(area, mouse - ui.grip);
    commands.add(MoveCards{{{card.id, zone_at(board, area, at), ground.kept(at)}}});
  }
  ui.held = {};
  ui.dragging = false;
}

void draw_card_item(const Frame& frame, const Ground& ground, const PlacedCard& card, Box box, CardsUi& ui, Commands& commands) {
  ImGui::PushID(std::to_string(card.id.value).c_str());
  const bool tapped = tap_area(frame, (card.text + "##card").c_str(), box);
  const bool hovered = ImGui::IsItemHovered(), by_key = tapped && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const bool pressed = ImGui::IsItemActive() && hovered;
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible && !ui.writing) ui.selected = card.id;
  const bool long_press = tapped && !by_key && !ui.dragging && pressed_long();
  handle_drag(frame, ground, card, ui, commands);
  if (by_key || long_press || (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) || key_of_item(ImGuiKey_F2)) edit(ui, card.id, card.text);
  const bool away = (ui.dragging && ui.held == card.id) || held_further(ui.hands, card.id.value);
  if (away) paint_slot(frame.painter, frame.theme, box);
  else if (!(ui.writing && ui.editing == card.id))
    paint_card(frame.painter, frame.theme, box, card.text, card.colour, {hovered, false, ui.selected == card.id, pressed});
  draw_focus_ring(frame, box, radius::card);
  ImGui::PopID();
}

// While the first finger drags a card, every further one drags the card it lands on, and drops it by itself (R131).
void follow_hands(const Frame& frame, const Ground& ground, CardsUi& ui, Commands& commands) {
  const LaidCards& laid = ground.laid;
  const CardsBoard& board = ground.board;
  const Box area = ground.area;
  std::vector<FreeItem> free;
  if (ui.dragging)
    for (std::size_t i = 0; i < laid.boxes.size(); ++i)
      if (!(board.cards[i].id == ui.held)) free.push_back({board.cards[i].id.value, laid.boxes[i]});
  for (const FurtherHand& hand : follow_further_hands(frame, free, ui.hands)) {
    const auto card = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id.value == hand.item; });
    if (card == board.cards.end() || length(hand.at - hand.from) <= touch::drag_slop) continue;
    const Vec at = kept_inside(area, cards_to_design(area, card->at) + hand.at - hand.from);
    commands.add(MoveCards{{{card->id, zone_at(board, area, at), ground.kept(at)}}});
  }
}

void draw_carried(const Frame& frame, const Ground& ground, const PlacedCard& card, Vec at) {
  paint_card(frame.painter, frame.theme, card_box(frame.painter, card.text, at, card_room(ground.board, ground.area, card.zone)), card.text, card.colour, {false, true, true});
}

// Above the selected card: its colours and its removal.
void draw_card_tools(const Frame& frame, const PlacedCard& card, Box box, Box area, CardsUi& ui, Commands& commands) {
  const Theme& theme = frame.theme;
  const float width = 48.0F * (card_colour_count + 2) + 24, height = 64;
  const float x = std::clamp(box.center().x - width / 2, area.min.x, area.max.x - width);
  const float y = box.min.y - height - 12 > area.min.y ? box.min.y - height - 12 : box.max.y + 12;
  const Box bar = box_at(x, y, width, height);
  draw_elevation(frame.painter, theme, bar, radius::control_large, theme.shadow_overlay);
  frame.painter.fill_box(bar, radius::control_large, theme.bg.raised);
  float left = bar.min.x + 12;
  for (const auto& [colour, name] : colours) {
    const Box target = box_at(left, bar.min.y + 8, 48, 48);
    if (tap_area(frame, name, target) && colour != card.colour) commands.add(ChangeCard{card.id, {}, colour});
    tip(frame, target, name);
    if (ImGui::IsItemHovered()) frame.painter.fill_box(target, radius::control, theme.bg.sunken);
    frame.painter.fill_circle(target.center(), 15, card_color(theme, colour));
    frame.painter.stroke_circle(target.center(), 15, {theme.line.strong, line_width::thin});
    if (colour == card.colour) frame.painter.icon(target.center(), Icon::check, Face::icon_bold, 18, theme.card.ink);
    draw_focus_ring(frame, target, radius::control);
    left += 48;
  }
  if (icon_button(frame, "Edit card", box_at(left, bar.min.y + 8, 48, 48), Icon::pencil_simple, {ButtonKind::quiet})) edit(ui, card.id, card.text);
  if (icon_button(frame, "Remove card", box_at(left + 48, bar.min.y + 8, 48, 48), Icon::trash, {ButtonKind::quiet})) {
    commands.add(RemoveItems{{}, {}, {card.id}});
    ui.selected = {};
  }
}

// What was written becomes a card, or the new words of one. True: it was a new one.
bool commit_text(const Frame& frame, const Workshop& workshop, BoardId board, const CardsUi& ui, Commands& commands) {
  if (ui.draft.find_first_not_of(' ') == std::string::npos) return false;
  if (const Card* card = find(workshop, ui.editing)) {
    commands.change(rewritten(*card, ui.began, ui.draft));
    return false;
  }
  if (ui.editing) return false;
  Card added;
  added.id = mint<CardId>(frame.me, next_nth(workshop, frame.me));
  added.board = board;
  added.zone = ui.draft_zone;
  added.at = ui.draft_at;
  added.colour = ui.colour;
  added.text = ui.draft;
  commands.add(AddCard{std::move(added)});
  return true;
}

// The card as it will be, grown with its words. Enter keeps it and begins the next one beside it; leaving the field keeps it, too.
void draw_writing(const Frame& frame, const Workshop& workshop, BoardId board, const Ground& ground, CardsUi& ui, Commands& commands) {
  const auto card = std::find_if(ground.board.cards.begin(), ground.board.cards.end(), [&](const PlacedCard& c) { return c.id == ui.editing; });
  if (!ui.writing || card == ground.board.cards.end()) return;
  const auto n = static_cast<std::size_t>(card - ground.board.cards.begin());
  const Box& area = ground.area;  // more words than its place has are written on a card as wide as they need
  const Box box = !ground.laid.cut[n] ? ground.laid.boxes[n] : card_box(frame.painter, ui.draft, area.center(), {area.width() - 2 * card_look::zone_padding, area.height()});
  paint_card(frame.painter, frame.theme, box, {}, card->colour, {false, true, true});
  const Box words{box.min + Vec{card_look::zone_padding, 4}, box.max - Vec{card_look::zone_padding, 4}};
  const FieldResult field = card_field(frame, "Words of the card", words, ui.draft, card_words, "What is it about?", !ImGui::IsAnyItemActive());
  if (field.cancelled) {
    ui.writing = false;
  } else if (field.committed) {
    const bool added = commit_text(frame, workshop, board, ui, commands);
    ui.editing = {};
    ui.writing = added && field.active;
    if (ui.writing) write_new(ui, free_place(ground, ui.draft_zone), ui.draft_zone);
  }
}

void read(CardsUi& ui, CardId card) {
  ui.reading = card;
  ui.reading_page = 0;
}

// What lies over the board is one card, all its words as large as on the board: as wide as they need, on several pages if need be.
// Where it lies; nothing while nobody reads.
std::optional<Box> draw_reading(const Frame& frame, const Workshop& workshop, BoardId board, Box area, CardsUi& ui) {
  const Card* card = find(workshop, ui.reading);
  if (card == nullptr || !(card->board == board) || ui.writing) {
    ui.reading = {};
    return {};
  }
  constexpr float comfortable = 1180, above = 84, pad = card_look::zone_padding;  // above it stand its tools
  const auto most = static_cast<std::size_t>(std::max(1.0F, (area.height() - above - pager_height - 2 * pad) / card_words.line));
  const float widest = area.width() - 2 * pad;
  float width = std::min(comfortable, widest);
  std::vector<std::string> lines = wrap_label(frame.painter, card->text, card_words, width - 2 * pad);
  if (lines.size() > most && width < widest) lines = wrap_label(frame.painter, card->text, card_words, (width = widest) - 2 * pad);
  const std::size_t pages = (lines.size() + most - 1) / most;
  ui.reading_page = std::min(ui.reading_page, pages - 1);
  const float high = static_cast<float>(std::min(most, lines.size())) * card_words.line + 2 * pad + (pages > 1 ? pager_height : 0.0F);
  const Box box = box_around({area.center().x, std::max(area.center().y, area.min.y + above + high / 2)}, width / 2, high / 2);
  if (frame.chrome && tap_area(frame, "Close##reading", box)) ui.reading = ui.selected = {};
  if (edits(frame) && ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) edit(ui, card->id, card->text);
  paint_card(frame.painter, frame.theme, box, {}, card->colour, {false, true});
  const WordsScope whole(frame.painter, card->text);
  for (std::size_t n = ui.reading_page * most; n < std::min(lines.size(), (ui.reading_page + 1) * most); ++n)
    frame.painter.text(box.min + Vec{pad, pad + static_cast<float>(n % most) * card_words.line}, lines[n], {card_words, frame.theme.card.ink});
  draw_pager(frame, {box.center().x, box.max.y - pager_height / 2}, pages, ui.reading_page, "Words before", "Words after");
  return box;
}

// Below the board: a new card, in the zone of the selected one or else where one is asked for, and the board's other pages.
void draw_foot_tools(const Frame& frame, const Ground& ground, std::uint16_t asked, CardsUi& ui) {
  const float y = ground.area.max.y + (cards_foot - add_height) / 2 + 4;
  const Box add = {{ground.area.max.x - add_width, y}, {ground.area.max.x, y + add_height}};
  draw_pager(frame, {ground.area.center().x, add.center().y}, ground.laid.pages, ui.page);
  if (button(frame, "Add card", add, {ButtonKind::primary, Icon::plus}) ||
      (!ImGui::IsAnyItemActive() && !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_N, false) && !ImGui::GetIO().KeyCtrl)) {
    const PlacedCard* near = nullptr;
    for (const PlacedCard& card : ground.board.cards)
      if (card.id == ui.selected) near = &card;
    const std::uint16_t zone = near == nullptr ? asked : near->zone;
    write_new(ui, free_place(ground, zone), zone);
  }
}

// In the middle of the board; where the middle has zones, below it, in the words that have room there.
void draw_nothing_yet(const Frame& outer, const Ground& ground) {
  if (ground.board.zones.size() < 2) return draw_empty_lines(outer, {ground.area.center().x, ground.area.center().y - 20}, nothing_yet, how_to_write, ground.area.width() - 2 * card_look::zone_padding);
  const Frame frame = outer.desk();
  const float room = ground.area.width() - 2 * (add_width + 24);
  const TextLook look{desk_type::small_body, frame.theme.ink.secondary, Align::center, Anchor::middle};
  for (const std::string& said : {std::string(nothing_yet) + ". " + std::string(how_to_write), std::string(nothing_yet) + "."}) {
    if (label_width(frame.painter, said, look.style) * frame.scale > room * outer.scale) continue;
    return draw_label(frame.painter, outer.on_desk(Vec{ground.area.center().x, ground.area.max.y + cards_foot / 2 + 4}), said, look);
  }
}

// The board where nobody writes: a card with more words than its place can be read all the same.
void draw_only_shown(const Frame& frame, const Workshop& workshop, BoardId id, const CardsBoard& kept, CardsUi& ui) {
  // Several pages need room for their number. Where there were more than two in the last frame, that room does not make them one.
  Box area = cards_ground(frame.area, ui.pages > 2);
  LaidCards laid = lay_out_cards(frame.painter, kept, area, ui.page);
  if (const bool foot = laid.pages > 1; foot != (ui.pages > 2)) {
    area = cards_ground(frame.area, foot);
    laid = lay_out_cards(frame.painter, kept, area, ui.page);
  }
  ui.pages = laid.pages;
  ui.page = laid.page;
  const LowerItems below_panels;
  paint_cards(frame.painter, frame.theme, laid, area);
  for (std::size_t i = 0; frame.chrome && i < laid.boxes.size(); ++i)
    if (laid.cut[i] && tap_area(frame, (laid.board.cards[i].text + "##card").c_str(), laid.boxes[i])) read(ui, laid.board.cards[i].id);
  draw_pager(frame, {area.center().x, area.max.y + cards_foot / 2}, laid.pages, ui.page);
  draw_reading(frame, workshop, id, area, ui);
}

void handle_keys(CardsUi& ui, Commands& commands) {
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.selected = {};
  if (!ui.selected || ImGui::IsAnyItemActive()) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Delete, false) || ImGui::IsKeyPressed(ImGuiKey_Backspace, false)) {
    commands.add(RemoveItems{{}, {}, {ui.selected}});
    ui.selected = {};
  }
}

}  // namespace

void draw_cards(const Frame& frame, const Workshop& workshop, BoardId id, CardsUi& ui, Commands& commands) {
  const Board* there = find(workshop, id);
  if (there == nullptr || there->kind != BoardKind::cards) return;
  CardsBoard kept = build_cards(workshop, id);
  const bool can_edit = edits(frame);
  if (!can_edit) return draw_only_shown(frame, workshop, id, kept, ui);
  const bool nothing_yet_there = kept.cards.empty() && !ui.writing;
  const std::optional<std::size_t> written = lay_draft(kept, ui);
  const Box area = cards_ground(frame.area, true);
  const LaidCards laid = lay_out_cards(frame.painter, kept, area, ui.page, written);
  ui.pages = laid.pages;
  ui.page = laid.page;
  const Ground ground(laid, area);
  const CardsBoard& board = laid.board;
  const LowerItems below_panels;
  ImGui::PushID("cards");
  const auto held = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id && c.id == ui.held; });
  const bool carried = ui.dragging && held != board.cards.end();
  const Vec carried_to = carried ? kept_inside(area, mouse_of(frame) - ui.grip) : Vec{};
  paint_zones(frame.painter, frame.theme, board, area, carried && !board.zones.empty() ? zone_at(board, area, carried_to) : -1);
  const auto selected = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id && c.id == ui.selected; });
  ImGui::BeginDisabled(ui.writing);
  const bool on_paper = tap_area(frame, "Paper##cards", area) && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if (on_paper) ui.selected = {};
  if ((on_paper && pressed_long()) || (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)))
    write_new(ui, ground.kept(mouse_of(frame)), zone_at(board, area, mouse_of(frame)));
  for (std::size_t i = 0; i < laid.boxes.size(); ++i)
    if (board.cards[i].id) draw_card_item(frame, ground, board.cards[i], laid.boxes[i], ui, commands);
  follow_hands(frame, ground, ui, commands);
  draw_foot_tools(frame, ground, zone_asked(workshop, *there), ui);
  if (nothing_yet_there && !ui.writing) draw_nothing_yet(frame, ground);
  if (carried) draw_carried(frame, ground, *held, carried_to);
  for (const PlacedCard& card : board.cards)
    for (const FurtherHand& hand : ui.hands)
      if (hand.item == card.id.value) draw_carried(frame, ground, card, kept_inside(area, cards_to_design(area, card.at) + hand.at - hand.from));
  if (selected != board.cards.end() && !carried && !ui.writing) {
    const auto n = static_cast<std::size_t>(selected - board.cards.begin());
    if (!(ui.reading == selected->id)) read(ui, laid.cut[n] ? selected->id : CardId{});
    const std::optional<Box> whole = draw_reading(frame, workshop, id, area, ui);
    draw_card_tools(frame, *selected, whole.value_or(laid.boxes[n]), area, ui, commands);
  } else {
    ui.reading = {};
  }
  ImGui::EndDisabled();
  draw_writing(frame, workshop, id, ground, ui, commands);
  if (!ui.writing) handle_keys(ui, commands);
  ImGui::PopID();
}

}  // namespace standpoint
