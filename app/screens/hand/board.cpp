// The board on the stage, to look at on a tablet or phone, and to change where the rules allow it: the boards' own screens,
// made smaller. See pages.h.
#include <algorithm>
#include <array>
#include <string>

#include <imgui.h>

#include "app/activities/moment.h"
#include "app/boards/canvas/paint_board.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/screens/hand/pages.h"
#include "app/widgets/controls.h"
#include "app/widgets/frame_scope.h"
#include "app/widgets/semantics.h"
#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/insights/story.h"
#include "core/workshop/sorted.h"

namespace standpoint {
namespace {

// Boards are set for a room; on glass in the hand their smallest type of 24 px becomes 15.
constexpr float smaller = 0.625F;
constexpr float foot_room = 76, cards_width = 1500, board_least = 200, low_glass = 560;

template <class Draw>
void draw_smaller(const Frame& outer, Box box, float factor, Draw draw) {
  const float scale = outer.scale * factor;
  ScreenPainter painter(*ImGui::GetWindowDrawList(), outer.fonts, {outer.origin, scale}, ImGui::GetIO().DisplayFramebufferScale.x, outer.shapes);
  painter.listen(outer.semantics);
  Frame inner = outer.drawn_by(painter);
  inner.scale = scale;
  inner.size = outer.size * (1 / factor);
  inner.area = {box.min * (1 / factor), box.max * (1 / factor)};
  draw(inner);
}

void draw_board(const Frame& frame, const Workshop& workshop, const Board& board, const Activity* placing, const ParticipantState& state,
                ParticipantUi& ui, Commands& commands) {
  if (board.kind == BoardKind::map) draw_map(frame, workshop, ui.map, commands);
  else if (board.kind == BoardKind::canvas) draw_canvas(frame, workshop, board.id, placing == nullptr ? ActivityId{} : placing->id, state.sealed, ui.canvas, ui.pass, commands);
  else draw_cards(frame, workshop, board.id, ui.cards, commands);
}

// Boards with their tools need their whole size under a finger, and cards a shared screen's width; what is only looked at
// keeps to the reading size.
bool edits(const Frame& frame, const Board& board) {
  return writes(frame) && !on_phone(frame) && (board.kind != BoardKind::cards || frame.area.width() >= cards_width);
}

enum class Foot : std::uint8_t { none, back, add, tie, list, board };
// What stands beside Back.
Foot foot_of(const Frame& frame, const Board& board, bool list, const ParticipantUi& ui) {
  if (!ui.exploring) return Foot::none;
  if (!writes(frame) || board.kind == BoardKind::canvas) return Foot::back;
  if (board.kind == BoardKind::map) return !list ? Foot::back : ui.person ? Foot::tie : Foot::add;
  return on_phone(frame) || edits(frame, board) ? Foot::back : list ? Foot::board : Foot::list;
}

// Where Back leads: to what is still to be answered, by its name.
std::string back_words(const Frame& frame, const Workshop& workshop) {
  const Activity* activity = activity_for(workshop);
  const bool asked = activity != nullptr && activity->phase == Phase::open && collects_inputs(workshop, *activity) && frame.role == Role::participant;
  return asked ? "Back to my " + std::string(rules_of(*activity).input.input) : std::string("Back");
}

void draw_foot(const Frame& frame, const Workshop& workshop, const Board& board, Foot foot, HandPage& page, bool raised, ParticipantUi& ui) {
  if (foot == Foot::none) return;
  if (foot == Foot::back) {
    const Box box = page.foot(raised);
    if (hand_button(frame, back_words(frame, workshop).c_str(), box_at(box.min.x, box.min.y + 10, box.width(), 56), {ButtonKind::secondary})) ui.exploring = false;
    return;
  }
  const char* what = foot == Foot::add ? "Add somebody" : foot == Foot::tie ? "Add a tie" : foot == Foot::list ? "Write cards" : "See the board";
  const FootChoice choice = draw_two_buttons(frame, page, "Back", what, true);
  if (choice == FootChoice::first) ui.exploring = false;
  if (choice != FootChoice::second) return;
  if (foot == Foot::add) begin_form(ui, board, {HandForm::What::person, true, {}, Ring::internal, {}, 0, {}});
  if (foot == Foot::tie) begin_form(ui, board, {HandForm::What::tie, false, {}, Ring::internal, {}, 0, {}});
  if (foot == Foot::list || foot == Foot::board) ui.listing = foot == Foot::list;
  ui.scroll = {};
}

// Of a later round: its places, or where the medians went since the round before.
void draw_round_choice(const Frame& frame, HandPage& page, ParticipantUi& ui) {
  const std::array<std::string, 2> labels{"This round", "What moved"};
  const Box box{{page.left(), page.y}, {page.right(), page.y + control::segment_track}};
  if (const auto chosen = segmented(frame, "round", box, labels, ui.canvas.show_moves ? 1 : 0)) ui.canvas.show_moves = *chosen == 1;
  page.y = box.max.y + page.look.gap;
}

// Of a revealed placing on narrow glass: what stands beside the plane on wider glass stands below it, as a list.
void draw_rail_below(const Frame& frame, const Workshop& workshop, const Activity& placing, HandPage& page, ParticipantUi& ui) {
  constexpr float head = 168, row = 148;  // design px, as the rail has them beside the plane
  const CanvasBoard board = build_canvas(workshop, placing.board, placing.id);
  const bool moves = ui.canvas.show_moves && board.again.of > 0;
  const auto rows = moves ? std::count_if(board.drifts.begin(), board.drifts.end(), [](const CanvasDrift& drift) { return drift.rank > 0; })
                          : std::count_if(board.items.begin(), board.items.end(), [](const CanvasItem& item) { return item.disputed > 0; });
  const Box box = box_at(page.left(), page.y + page.look.gap, page.width(), (head + row * static_cast<float>(rows)) * smaller);
  draw_smaller(frame, box, smaller, [&](const Frame& inner) {
    if (moves) paint_move_list(inner.painter, inner.theme, board, inner.area);
    else paint_disagreement(inner.painter, inner.theme, board, inner.area, {});
  });
  page.y = box.max.y + page.look.gap;
}

// What the glass has for the board, and on glass too narrow for the list beside it so much that the list's first rows show below.
struct BoardRoom {
  Box box;
  bool listed_below = false;
};
BoardRoom board_room(const Frame& frame, const HandPage& page, bool placing, float side) {
  constexpr float highest = 1.08F;   // of its width
  constexpr float list_title = 46;  // with how many placed
  Box box{{frame.area.min.x + (on_phone(frame) ? 0.0F : side), page.y}, {frame.area.max.x - side, std::max(page.y + board_least, page.shown_to() - page.look.gap)}};
  const bool below = placing && !canvas_layout({box.min * (1 / smaller), box.max * (1 / smaller)}).has_rail;
  if (!below) return {box, false};
  // The list's title shows whole below the plane, or where there is no room for it, not at all.
  const float titled = page.shown_to() - page.look.gap - list_title;
  box.max.y = titled >= page.y + board_least ? std::min(titled, page.y + box.width() * highest) : std::max(box.max.y, page.shown_to());
  return {box, below};
}

// What is asked for on this board now, else the board itself.
void draw_board_head(const Frame& frame, const Workshop& workshop, const Board& board, const Activity* placing, const ParticipantState& state,
                     HandPage& page, ParticipantUi& ui, Commands& commands) {
  const Activity* staged = find(workshop, workshop.stage.activity);
  const bool asked = staged != nullptr && staged->phase == Phase::open && staged->board == board.id;
  const std::string& title = placing != nullptr ? placing->title : board.title;
  const bool in_bar = !asked && frame.area.height() < low_glass;  // one line less, for the board
  draw_hand_head(frame, workshop, state, "", page, asked ? HandClock::by_title : HandClock::in_bar, commands, in_bar ? std::string_view(title) : "");
  if (asked) draw_hand_title(frame, workshop, *staged, page, commands);
  else if (!in_bar) page.say_heading(title, page.look.title, frame.theme.ink.primary, 1);
  page.y += in_bar ? 0.0F : 12.0F;
  if (const LostInputs* lost = placing == nullptr ? nullptr : find_in(workshop.lost, placing->id)) page.say(words_of_lost(workshop, *lost, placing->kind) + ".", page.look.label, frame.theme.ink.secondary);
  if (placing != nullptr && find(workshop, placing->follows) != nullptr) draw_round_choice(frame, page, ui);
  page.head_ends();
}

}  // namespace

void lead_to_board(const Frame& frame, const Workshop& workshop, const Activity& activity, ParticipantUi& ui) {
  const Board* board = find(workshop, workshop.stage.board);
  const bool talk = rules_of(activity).talks;
  if (board == nullptr || talk || !writes(frame) || (activity.board && activity.board != board->id) || answered_on(workshop, board->id)) return;
  ui.exploring = true;
  ui.scroll = {};
  ui.writing = rules_of(activity).writes && board->kind == BoardKind::cards && !edits(frame, *board);
  if (!ui.writing) return;
  ui.listing = true;
  if (!takes_up_form(*board, ui)) begin_form(ui, *board, {HandForm::What::card, false, {}, Ring::internal, {}, 0, {}});
  if (!ui.form.card) ui.form.zone = zone_asked(workshop, *board);
}

void draw_board_hand(const Frame& outer, const Workshop& workshop, const ParticipantState& state, ParticipantUi& ui, Commands& commands) {
  const Activity* staged = find(workshop, workshop.stage.activity);
  const bool revealed = placing(staged) != nullptr && staged->phase == Phase::revealed;
  const Board* board = find(workshop, revealed ? staged->board : workshop.stage.board);
  if (board == nullptr) return;
  const Activity* shown = placing_shown(workshop, board->id, staged);
  const Activity* placing = shown != nullptr && shown->phase == Phase::revealed ? shown : nullptr;
  Frame frame = outer;
  frame.read_only = outer.read_only || (outer.role == Role::participant && answered_on(workshop, board->id) != nullptr);
  if (frame.read_only == outer.read_only && takes_up_form(*board, ui) && draw_form_hand(frame, workshop, *board, state, ui, commands)) return;
  const bool hands_on = placing == nullptr && edits(frame, *board);
  const bool list = board->kind != BoardKind::canvas && (on_phone(frame) || (ui.listing && board->kind == BoardKind::cards && !hands_on));
  if (find(workshop, ui.person) == nullptr) ui.person = {};
  const Foot foot = foot_of(frame, *board, list, ui);
  HandPage page(frame, ui.scroll, foot == Foot::none ? 0.0F : foot == Foot::back ? foot_room : two_buttons_height(frame));
  draw_board_head(frame, workshop, *board, placing, state, page, ui, commands);
  const float side = hands_on ? 16 : 8;  // nothing to tap nearer to the edge of the glass
  const auto [whole, listed_below] = board_room(frame, page, placing != nullptr, side);
  if (list && board->kind == BoardKind::map) draw_people(frame, workshop, page, ui, commands);
  else if (list) draw_card_list(frame, workshop, *board, page, ui);
  else page.y = whole.max.y;
  if (listed_below) draw_rail_below(frame, workshop, *placing, page, ui);
  if (hands_on) page.scroll().leave_drags(whole);  // the board's own
  draw_foot(frame, workshop, *board, foot, page, list, ui);
  if (list) return;
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
