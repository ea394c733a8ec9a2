// The board on the stage, to look at on a tablet or phone, and to change where the rules allow it: the boards' own screens,
// made smaller. See participant_pages.h.
#include <algorithm>
#include <array>
#include <string>

#include <imgui.h>

#include "app/frame_scope.h"
#include "app/screens/participant_pages.h"
#include "app/theme.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

// Boards are set for a room; on glass in the hand their smallest type of 24 px becomes 15.
constexpr float smaller = 0.625F;
constexpr float foot_room = 76;

template <class Draw>
void draw_smaller(const Frame& outer, Box box, float factor, Draw draw) {
  const float scale = outer.scale * factor;
  ScreenPainter painter(*ImGui::GetWindowDrawList(), outer.fonts, {outer.origin, scale}, ImGui::GetIO().DisplayFramebufferScale.x, outer.shapes);
  Frame inner = outer.drawn_by(painter);
  inner.scale = scale;
  inner.area = {box.min * (1 / factor), box.max * (1 / factor)};
  draw(inner);
}

void draw_board(const Frame& frame, const Workshop& workshop, const Board& board, const Activity* placing, const ParticipantState& state,
                ParticipantUi& ui, Commands& commands) {
  if (board.kind == BoardKind::map) draw_map(frame, workshop, ui.map, commands);
  else if (board.kind == BoardKind::canvas) draw_canvas(frame, workshop, board.id, placing == nullptr ? ActivityId{} : placing->id, state.sealed, ui.canvas, ui.pass, commands);
  else draw_cards(frame, workshop, board.id, ui.cards, commands);
}

// The Map with its tools needs its whole size under a finger; the others are only looked at and keep to the reading size.
bool edits(const Frame& frame, const Board& board) {
  return frame.role == Role::participant && !frame.read_only && !on_phone(frame) && board.kind == BoardKind::map;
}

// Of a later round: its places, or where the medians went since the round before.
void draw_round_choice(const Frame& frame, HandPage& page, ParticipantUi& ui) {
  const std::array<std::string, 2> labels{"This round", "What moved"};
  const Box box{{page.left(), page.y}, {page.right(), page.y + control::segment_track}};
  if (const auto chosen = segmented(frame, "round", box, labels, ui.canvas.show_moves ? 1 : 0)) ui.canvas.show_moves = *chosen == 1;
  page.y = box.max.y + page.look.gap;
}

}  // namespace

void draw_board_hand(const Frame& frame, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands) {
  const Activity* staged = find(workshop, workshop.stage.activity);
  const Activity* placing = staged != nullptr && staged->kind == ActivityKind::place && staged->phase == Phase::revealed ? staged : nullptr;
  const Board* board = find(workshop, placing != nullptr ? placing->board : workshop.stage.board);
  if (board == nullptr) return;
  const bool back = ui.exploring, list = board->kind != BoardKind::canvas && on_phone(frame);
  HandPage page(frame, ui.scroll, back ? foot_room : 0.0F);
  draw_hand_head(frame, workshop, state, "", page, commands);
  page.say(placing != nullptr ? placing->title : board->title, page.look.title, frame.theme.ink.primary);
  page.y += 12;
  if (placing != nullptr && find(workshop, placing->follows) != nullptr) draw_round_choice(frame, page, ui);
  page.head_ends();
  const Box whole{{frame.area.min.x + (on_phone(frame) ? 0.0F : 8.0F), page.y}, {frame.area.max.x - 8, std::max(page.y + 280, page.shown_to() - 8)}};
  if (list && board->kind == BoardKind::map) draw_people(frame, workshop, page, ui);
  else if (list) draw_card_list(frame, workshop, *board, page);
  else page.y = whole.max.y;
  if (back) {
    const Box foot = page.foot(list);
    if (hand_button(frame, "Back", box_at(foot.min.x, foot.min.y + 8, foot.width(), 52), {ButtonKind::secondary})) ui.exploring = false;
  }
  if (list) return;
  const bool hands_on = edits(frame, *board);
  if (placing != nullptr && ui.reveal.waiting == placing->id) {  // handed on once: the canvas plays the moment
    ui.canvas.reveal.waiting = placing->id;
    ui.reveal.waiting = {};
  }
  draw_smaller(frame, whole, hands_on ? 1.0F : smaller, [&](const Frame& inner) {
    Frame looked_at = inner;
    looked_at.chrome = hands_on;
    looked_at.read_only = frame.read_only || !hands_on;
    draw_board(looked_at, workshop, *board, placing, state, ui, commands);
  });
}

}  // namespace standpoint
