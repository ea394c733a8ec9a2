// Draws the Cards board and its gestures: double click or N writes, a drag moves, Delete removes. See cards.h.
#include "app/screens/cards.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/paint/label.h"
#include "app/theme.h"
#include "app/widgets/controls.h"
#include "app/widgets/keys.h"
#include "app/widgets/layers.h"

namespace standpoint {
namespace {

constexpr std::array<std::pair<CardColour, const char*>, card_colour_count> colours{{{CardColour::paper, "Paper"},
                                                                                     {CardColour::lemon, "Lemon"},
                                                                                     {CardColour::sky, "Sky"},
                                                                                     {CardColour::rose, "Rose"},
                                                                                     {CardColour::mint, "Mint"},
                                                                                     {CardColour::lilac, "Lilac"}}};

bool edits(const Frame& frame) {
  return frame.chrome && !frame.read_only && (frame.role == Role::facilitator || frame.role == Role::participant);
}

Vec mouse_of(const Frame& frame) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return frame.design_from_screen({at.x, at.y});
}

// A card's middle, kept so far inside the area that the whole card can be seen.
Vec kept_inside(Box area, Vec middle) {
  const float x = card_look::zone_width / 2 + 8, y = card_look::zone_height / 2 + 8;
  return {std::clamp(middle.x, area.min.x + x, area.max.x - x), std::clamp(middle.y, area.min.y + y, area.max.y - y)};
}

// The first place in a zone where a new card covers no other.
Vec free_place(const CardsBoard& board, Box area, std::size_t zone) {
  const Box box = zone < board.zones.size() ? zone_box(area, board.zones[zone]) : area;
  const float w = card_look::zone_width + 16, h = card_look::zone_height + 16;
  for (float y = box.min.y + 64 + card_look::zone_height / 2; y + card_look::zone_height / 2 < box.max.y; y += h)
    for (float x = box.min.x + 20 + card_look::zone_width / 2; x + card_look::zone_width / 2 < box.max.x; x += w) {
      const bool taken = std::any_of(board.cards.begin(), board.cards.end(), [&](const PlacedCard& card) {
        const Vec at = cards_to_design(area, card.at);
        return std::abs(at.x - x) < card_look::zone_width && std::abs(at.y - y) < card_look::zone_height;
      });
      if (!taken) return {x, y};
    }
  return box.center();
}

void write_new(CardsUi& ui, const CardsBoard& board, Box area, Vec at) {
  ui.writing = true;
  ui.editing = {};
  ui.selected = {};
  ui.draft.clear();
  ui.draft_at = kept_inside(area, at);
  ui.draft_zone = zone_at(board, area, ui.draft_at);
}

void edit(CardsUi& ui, Box area, const PlacedCard& card) {
  ui.writing = true;
  ui.editing = card.id;
  ui.draft = card.text;
  ui.draft_at = cards_to_design(area, card.at);
}

void handle_drag(const Frame& frame, const CardsBoard& board, const PlacedCard& card, Box area, CardsUi& ui, Commands& commands) {
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
    commands.add(MoveCards{{{card.id, zone_at(board, area, at), cards_from_design(area, at)}}});
  }
  ui.held = {};
  ui.dragging = false;
}

void draw_card_item(const Frame& frame, const CardsBoard& board, const PlacedCard& card, Box box, Box area, CardsUi& ui, Commands& commands) {
  ImGui::PushID(std::to_string(card.id.value).c_str());
  const bool tapped = tap_area(frame, (card.text + "##card").c_str(), box);
  const bool hovered = ImGui::IsItemHovered(), by_key = tapped && !ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  const bool pressed = ImGui::IsItemActive() && hovered;
  if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible && !ui.writing) ui.selected = card.id;
  const bool long_press = tapped && !by_key && !ui.dragging && pressed_long();
  handle_drag(frame, board, card, area, ui, commands);
  if (by_key || long_press || (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) || key_of_item(ImGuiKey_F2)) edit(ui, area, card);
  const bool away = (ui.dragging && ui.held == card.id) || held_further(ui.hands, card.id.value);
  if (away) paint_slot(frame.painter, frame.theme, box);
  else if (!(ui.writing && ui.editing == card.id))
    paint_card(frame.painter, frame.theme, box, card.text, card.colour, {hovered, false, ui.selected == card.id, pressed});
  draw_focus_ring(frame, box, radius::card);
  ImGui::PopID();
}

// While the first finger drags a card, every further one drags the card it lands on, and drops it by itself (R131).
void follow_hands(const Frame& frame, const CardsBoard& board, std::span<const Box> boxes, Box area, CardsUi& ui, Commands& commands) {
  std::vector<FreeItem> free;
  if (ui.dragging)
    for (std::size_t i = 0; i < boxes.size(); ++i)
      if (!(board.cards[i].id == ui.held)) free.push_back({board.cards[i].id.value, boxes[i]});
  for (const FurtherHand& hand : follow_further_hands(frame, free, ui.hands)) {
    const auto card = std::find_if(board.cards.begin(), board.cards.end(), [&](const PlacedCard& c) { return c.id.value == hand.item; });
    if (card == board.cards.end() || length(hand.at - hand.from) <= touch::drag_slop) continue;
    const Vec at = kept_inside(area, cards_to_design(area, card->at) + hand.at - hand.from);
    commands.add(MoveCards{{{card->id, zone_at(board, area, at), cards_from_design(area, at)}}});
  }
}

void draw_carried(const Frame& frame, const PlacedCard& card, Vec at) {
  paint_card(frame.painter, frame.theme, card_box(frame.painter, card.text, at), card.text, card.colour, {false, true, true});
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

void commit_text(const Frame& frame, const Workshop& workshop, BoardId board, Box area, CardsUi& ui, Commands& commands) {
  const Card* card = find(workshop, ui.editing);
  if (card != nullptr && !ui.draft.empty() && ui.draft != card->text) commands.add(EditCard{card->id, ui.draft, card->colour});
  if (!ui.editing && !ui.draft.empty()) {
    Card added;
    added.id = mint<CardId>(frame.me, next_nth(workshop, frame.me));
    added.board = board;
    added.zone = ui.draft_zone;
    added.at = cards_from_design(area, ui.draft_at);
    added.colour = ui.colour;
    added.text = ui.draft;
    commands.add(AddCard{std::move(added)});
  }
  ui.writing = false;
  ui.editing = {};
}

void draw_writing(const Frame& frame, const Workshop& workshop, BoardId board, Box area, CardsUi& ui, Commands& commands) {
  if (!ui.writing) return;
  const Card* card = find(workshop, ui.editing);
  const Box box = card_box(frame.painter, ui.draft, ui.draft_at);
  paint_card(frame.painter, frame.theme, box.grown(10), {}, card == nullptr ? ui.colour : card->colour, {false, true, true});
  const FieldResult field = text_field(frame, "Words of the card", box_around(box.center(), card_look::zone_width / 2, 30), ui.draft,
                                       {.hint = "What is it about?", .focus_now = !ImGui::IsAnyItemActive()});
  if (field.cancelled) ui.writing = false;
  else if (field.committed) commit_text(frame, workshop, board, area, ui, commands);
}

void draw_foot_tools(const Frame& frame, const CardsBoard& board, Box area, CardsUi& ui) {
  const Box add = {{area.max.x - 168, area.max.y - 76}, {area.max.x - 20, area.max.y - 20}};
  if (button(frame, "Add card", add, {ButtonKind::primary, Icon::plus}) ||
      (!ImGui::IsAnyItemActive() && !ImGui::GetIO().WantTextInput && ImGui::IsKeyPressed(ImGuiKey_N, false) && !ImGui::GetIO().KeyCtrl)) {
    const PlacedCard* near = nullptr;
    for (const PlacedCard& card : board.cards)
      if (card.id == ui.selected) near = &card;
    write_new(ui, board, area, free_place(board, area, near == nullptr ? 0 : near->zone));
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
  CardsBoard placed = build_cards(workshop, id);
  const Box area = cards_ground(frame.area);
  const std::vector<Box> boxes = lay_out_cards(frame.painter, placed, area);
  const CardsBoard& board = placed;
  if (!edits(frame)) {
    paint_cards(frame.painter, frame.theme, board, area);
    return;
  }
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
    write_new(ui, board, area, mouse_of(frame));
  for (std::size_t i = 0; i < boxes.size(); ++i) draw_card_item(frame, board, board.cards[i], boxes[i], area, ui, commands);
  follow_hands(frame, board, boxes, area, ui, commands);
  draw_foot_tools(frame, board, area, ui);
  if (selected != board.cards.end() && !carried && !ui.writing) draw_card_tools(frame, *selected, boxes[static_cast<std::size_t>(selected - board.cards.begin())], area, ui, commands);
  ImGui::EndDisabled();
  if (board.cards.empty() && !ui.writing)
    draw_empty_lines(frame, {area.center().x, area.center().y - 20}, "No cards yet", "Double-click, or hold a finger, where the first one belongs.");
  if (carried) draw_carried(frame, *held, carried_to);
  for (const PlacedCard& card : board.cards)
    for (const FurtherHand& hand : ui.hands)
      if (hand.item == card.id.value) draw_carried(frame, card, kept_inside(area, cards_to_design(area, card.at) + hand.at - hand.from));
  draw_writing(frame, workshop, id, area, ui, commands);
  if (!ui.writing) handle_keys(ui, commands);
  ImGui::PopID();
}

}  // namespace standpoint
