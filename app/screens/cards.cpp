// Draws the Cards board and its gestures: double click or N writes, a drag moves, Delete removes. See cards.h.
#include "app/screens/cards.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/screens/pager.h"
#include "app/theme.h"
#include "app/widgets/card_field.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/layers.h"
#include "app/widgets/tip.h"

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
  BoardPoint kept(Vec at) const { return laid.lines.kept(cards_from_design(area, at)); }
};

// A card's middle, kept so far inside the area that the whole card can be seen.
Vec kept_inside(Box area, Vec middle) {
  const float x = card_look::zone_width / 2 + 8, y = card_look::zone_height / 2 + 8;
  return {std::clamp(middle.x, area.min.x + x, area.max.x - x), std::clamp(middle.y, area.min.y + y, area.max.y - y)};
}

// The first place in a zone where a new card covers no other, nor what was written just now.
Vec free_place(const Ground& ground, std::size_t zone, std::optional<Vec> written = {}) {
  const CardsBoard& board = ground.board;
  const Box area = ground.area;
  const Box box = zone < board.zones.size() ? zone_box(area, board.zones[zone]) : area;
  const float w = card_look::zone_width + 16, h = card_look::zone_height + 16;
  for (float y = box.min.y + ground.laid.names + 4 + card_look::zone_height / 2; y + card_look::zone_height / 2 < box.max.y; y += h)
    for (float x = box.min.x + 20 + card_look::zone_width / 2; x + card_look::zone_width / 2 < box.max.x; x += w) {
      const bool taken = std::any_of(board.cards.begin(), board.cards.end(), [&](const PlacedCard& card) {
        const Vec at = cards_to_design(area, card.at);
        return std::abs(at.x - x) < card_look::zone_width && std::abs(at.y - y) < card_look::zone_height;
      });
      const bool just_written = written && std::abs(written->x - x) < card_look::zone_width && std::abs(written->y - y) < card_look::zone_height;
      if (!taken && !just_written) return {x, y};
    }
  return box.center();
}

void write_new(CardsUi& ui, const Ground& ground, Vec at) {
  ui.writing = true;
  ui.editing = {};
  ui.selected = {};
  ui.draft.clear();
  ui.finds_place = false;
  ui.draft_at = kept_inside(ground.area, at);
  ui.draft_zone = zone_at(ground.board, ground.area, ui.draft_at);
}

// A new card where its zone has room. While nothing is written on it, it goes on looking: the card before may just have come to lie there.
void write_next(CardsUi& ui, const Ground& ground, std::uint16_t zone, std::optional<Vec> written = {}) {
  write_new(ui, ground, free_place(ground, zone, written));
  ui.draft_zone = zone;
  ui.finds_place = true;
}

void edit(CardsUi& ui, Box area, const PlacedCard& card) {
  ui.writing = true;
  ui.editing = card.id;
  ui.draft = card.text;
  ui.draft_at = cards_to_design(area, card.at);
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
  if (by_key || long_press || (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) || key_of_item(ImGuiKey_F2)) edit(ui, ground.area, card);
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
    if (tap_area(frame, name, target) && colour != card.colour) commands.add(EditCard{card.id, card.text, colour});
    tip(frame, target, name);
    if (ImGui::IsItemHovered()) frame.painter.fill_box(target, radius::control, theme.bg.sunken);
    frame.painter.fill_circle(target.center(), 15, card_color(theme, colour));
    frame.painter.stroke_circle(target.center(), 15, {theme.line.strong, line_width::thin});
    if (colour == card.colour) frame.painter.icon(target.center(), Icon::check, Face::icon_bold, 18, theme.card.ink);
    draw_focus_ring(frame, target, radius::control);
    left += 48;
  }
  if (icon_button(frame, "Edit card", box_at(left, bar.min.y + 8, 48, 48), Icon::pencil_simple, {ButtonKind::quiet})) edit(ui, area, card);
  if (icon_button(frame, "Remove card", box_at(left + 48, bar.min.y + 8, 48, 48), Icon::trash, {ButtonKind::quiet})) {
    commands.add(RemoveItems{{}, {}, {card.id}});
    ui.selected = {};
  }
}

// What was written becomes a card, or the new words of one. True: it was a new one.
bool commit_text(const Frame& frame, const Workshop& workshop, BoardId board, const Ground& ground, const CardsUi& ui, Commands& commands) {
  if (ui.draft.find_first_not_of(' ') == std::string::npos) return false;
  if (const Card* card = find(workshop, ui.editing)) {
    if (ui.draft != card->text) commands.add(EditCard{card->id, ui.draft, card->colour});
    return false;
  }
  if (ui.editing) return false;  // somebody removed it meanwhile
  Card added;
  added.id = mint<CardId>(frame.me, next_nth(workshop, frame.me));
  added.board = board;
  added.zone = ui.draft_zone;
  added.at = ground.kept(ui.draft_at);
  added.colour = ui.colour;
  added.text = ui.draft;
  commands.add(AddCard{std::move(added)});
  return true;
}

// The card as it will be, grown with its words. Enter keeps it and begins the next one beside it; leaving the field keeps it, too.
void draw_writing(const Frame& frame, const Workshop& workshop, BoardId board, const Ground& ground, CardsUi& ui, Commands& commands) {
  if (!ui.writing) return;
  if (ui.finds_place && ui.draft.empty()) ui.draft_at = free_place(ground, ui.draft_zone, ui.written_at);
  const Card* card = find(workshop, ui.editing);
  const Box wanted = card_box(frame.painter, ui.draft, ui.draft_at, card_room(ground.board, ground.area, card == nullptr ? ui.draft_zone : card->zone));
  const Vec middle{std::clamp(ui.draft_at.x, ground.area.min.x + wanted.width() / 2 + 8, std::max(ground.area.min.x + wanted.width() / 2 + 8, ground.area.max.x - wanted.width() / 2 - 8)),
                   std::clamp(ui.draft_at.y, ground.area.min.y + wanted.height() / 2 + 8, std::max(ground.area.min.y + wanted.height() / 2 + 8, ground.area.max.y - wanted.height() / 2 - 8))};
  const Box box = box_around(middle, wanted.width() / 2, wanted.height() / 2);
  paint_card(frame.painter, frame.theme, box, {}, card == nullptr ? ui.colour : card->colour, {false, true, true});
  const Box words{box.min + Vec{card_look::zone_padding, 4}, box.max - Vec{card_look::zone_padding, 4}};
  const FieldResult field = card_field(frame, "Words of the card", words, ui.draft, card_words, "What is it about?", !ImGui::IsAnyItemActive());
  if (field.cancelled) {
    ui.writing = false;
    ui.written_at.reset();
  } else if (field.committed) {
    const bool added = commit_text(frame, workshop, board, ground, ui, commands);
    ui.editing = {};
    ui.writing = added && field.active;
    if (ui.writing) {
      ui.written_at = ui.draft_at;
      write_next(ui, ground, ui.draft_zone, ui.written_at);
    } else {
      ui.written_at.reset();
    }
  }
}

// Below the board: a new card, and the board's other pages.
void draw_foot_tools(const Frame& frame, const Ground& ground, CardsUi& ui) {
  const float y = ground.area.max.y + (cards_foot - add_height) / 2 + 4;
  const Box add = {{ground.area.max.x - add_width, y}, {ground.area.max.x, y + add_height}};
  draw_pager(frame, {ground.area.center().x, add.center().y}, ground.laid.pages, ui.page);
  if (button(frame, "Add card", add, {ButtonKind::primary, Icon::plus}) ||
      (!ImGui::IsAnyItemActive() && !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_N, false) && !ImGui::GetIO().KeyCtrl)) {
    const PlacedCard* near = nullptr;
    for (const PlacedCard& card : ground.board.cards)
      if (card.id == ui.selected) near = &card;
    write_next(ui, ground, near == nullptr ? std::uint16_t{0} : near->zone);
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
  const CardsBoard kept = build_cards(workshop, id);
  const bool can_edit = edits(frame);
  Box area = cards_ground(frame.area, can_edit);
  LaidCards laid = lay_out_cards(frame.painter, kept, area, ui.page);
  if (!can_edit && laid.pages > 1) {  // room for the number of the page
    area = cards_ground(frame.area, true);
    laid = lay_out_cards(frame.painter, kept, area, ui.page);
  }
  ui.pages = laid.pages;
  ui.page = laid.page;
  if (!can_edit) {
    paint_cards(frame.painter, frame.theme, laid, area);
    draw_pager(frame, {area.center().x, area.max.y + cards_foot / 2}, laid.pages, ui.page);
    return;
  }
  const Ground ground(laid, area);
  const CardsBoard& board = laid.board;
  const LowerItems below_panels;
  ImGui::PushID("cards");
  const auto held = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id == ui.held; });
  const bool carried = ui.dragging && held != board.cards.end();
  const Vec carried_to = carried ? kept_inside(area, mouse_of(frame) - ui.grip) : Vec{};
  paint_zones(frame.painter, frame.theme, board, area, carried && !board.zones.empty() ? zone_at(board, area, carried_to) : -1);
  const auto selected = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id == ui.selected; });
  ImGui::BeginDisabled(ui.writing);
  const bool on_paper = tap_area(frame, "Paper##cards", area) && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if (on_paper) ui.selected = {};
  if ((on_paper && pressed_long()) || (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)))
    write_new(ui, ground, mouse_of(frame));
  for (std::size_t i = 0; i < laid.boxes.size(); ++i) draw_card_item(frame, ground, board.cards[i], laid.boxes[i], ui, commands);
  follow_hands(frame, ground, ui, commands);
  draw_foot_tools(frame, ground, ui);
  if (selected != board.cards.end() && !carried && !ui.writing)
    draw_card_tools(frame, *selected, laid.boxes[static_cast<std::size_t>(selected - board.cards.begin())], area, ui, commands);
  ImGui::EndDisabled();
  if (kept.cards.empty() && !ui.writing) draw_nothing_yet(frame, ground);
  if (carried) draw_carried(frame, ground, *held, carried_to);
  for (const PlacedCard& card : board.cards)
    for (const FurtherHand& hand : ui.hands)
      if (hand.item == card.id.value) draw_carried(frame, ground, card, kept_inside(area, cards_to_design(area, card.at) + hand.at - hand.from));
  draw_writing(frame, workshop, id, ground, ui, commands);
  if (!ui.writing) handle_keys(ui, commands);
  ImGui::PopID();
}

}  // namespace standpoint
