// Draws the Canvas: which of its views, the blind round, the reveal and its rail. Agreed places are in agreed.cpp.
#include "app/boards/canvas/screen.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/activities/vote/paint_vote.h"
#include "app/boards/spoken.h"
#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "app/widgets/layers.h"
#include "app/widgets/semantics.h"
#include "app/widgets/tip.h"
#include "core/activities/activities.h"
#include "core/activities/place/result.h"
#include "core/workshop/activity_parts.h"

namespace standpoint {
namespace {

constexpr float tool_height = 56, tool_gap = 12, layer_choice_width = 200, narrow_tools = 440;

void look_at(const Frame& frame, BoardId board, CanvasUi& ui, ActivityId round, Commands& commands) {
  ui.show_moves = false;
  if (facilitates(frame)) commands.add(ShowOnStage{{board, round}});
  else ui.looked_at = round;
}

// A row of tools at their own size, ending where the stage has room for it.
Box tool_row(const Frame& frame, Box on_stage) {
  const Box row = frame.on_desk(on_stage);
  return {{row.min.x, row.max.y - std::max(row.height(), control::segment_track)}, row.max};
}

// Agreed, Round 1, Round 2 ... and, in a later round, what moved.
void draw_rounds(const Frame& outer, const Workshop& workshop, const Board& board, const Activity* round, bool has_moves, Box on_stage,
                 CanvasUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const Box row = tool_row(outer, on_stage);
  const std::vector<const Activity*> rounds = revealed_placings(workshop, board.id);
  std::vector<std::string> labels{"Agreed"};
  int selected = 0;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    labels.push_back("Round " + std::to_string(i + 1));
    if (rounds[i] == round) selected = static_cast<int>(i) + 1;
  }
  if (has_moves) labels.emplace_back("What moved");
  const int shown = has_moves && ui.show_moves ? static_cast<int>(labels.size()) - 1 : selected;
  const auto tapped = segmented(frame, "rounds", row, labels, shown);
  if (!tapped) return;
  if (has_moves && *tapped == static_cast<int>(labels.size()) - 1) ui.show_moves = true;
  else if (*tapped == selected) ui.show_moves = false;
  else look_at(frame, board.id, ui, *tapped == 0 ? ActivityId{} : rounds[static_cast<std::size_t>(*tapped) - 1]->id, commands);
}

// What a facilitator does with a revealed round.
void draw_round_tools(const Frame& outer, const Workshop& workshop, const Activity& activity, const CanvasBoard& board, Box on_stage,
                      CanvasUi& ui, Commands& commands) {
  const Frame frame = outer.desk();
  const Box both = outer.on_desk(on_stage);
  const bool narrow = both.width() < narrow_tools;  // one below the other
  const bool followed = std::any_of(workshop.activities.begin(), workshop.activities.end(),
                                    [&](const Activity& a) { return a.follows == activity.id; });
  const float half = (both.width() - tool_gap) / 2;
  const Box keep = narrow ? box_at(both.min.x, both.min.y, both.width(), tool_height) : box_at(both.min.x, both.min.y, half, tool_height);
  const Box again = narrow ? box_at(both.min.x, both.max.y - tool_height, both.width(), tool_height) : box_at(both.max.x - half, both.min.y, half, tool_height);
  const ButtonLook keeps = only_if(!board.items.empty(), "Nobody was placed.", {ButtonKind::secondary, Icon::check});
  const ButtonLook repeats = only_if(!followed, "The next round is on the agenda.", {ButtonKind::secondary, Icon::arrow_clockwise});
  if (button(frame, "Keep as agreed", keep, keeps)) {
    PlaceOnCanvas agreed{activity.board, {}};
    for (const CanvasItem& item : board.items) agreed.places.push_back({item.item, item.at});
    commands.add(std::move(agreed));
    look_at(frame, activity.board, ui, {}, commands);
  }
  if (button(frame, "Place again", again, repeats)) {
    const Activity next = round_after(workshop, activity, frame.me);
    commands.add(AddActivity{next});
    commands.add(ShowOnStage{{activity.board, next.id}});
  }
}

// Medians and rows of the rail: a tap makes the others step back, another lets go.
void draw_focus_targets(const Frame& frame, const CanvasBoard& board, const CanvasLayout& layout, CanvasUi& ui) {
  const auto target = [&](Item item, const std::string& label, Box box, float round, const std::string& place) {
    ImGui::PushID(static_cast<int>(item.kind));
    ImGui::PushID(std::to_string(item.id).c_str());
    if (tap_area(frame, label.c_str(), box)) ui.focused = ui.focused == item ? Item{} : item;
    tip(frame, box, visible(label));
    describe_item(frame, {.value = place});
    draw_focus_ring(frame, box, round);
    ImGui::PopID();
    ImGui::PopID();
  };
  if (tap_area(frame, "Plane##focus", layout.plane)) ui.focused = {};
  const ReadTogether list(frame, "Places");
  const Fanned discs = fanned_discs(board, layout.plane);
  for (std::size_t i = 0; i < board.items.size(); ++i)
    target(board.items[i].item, board.items[i].name + "##median", box_around(discs.at[i], 24, 24), 24, words_of_place(board, board.items[i]));
  if (!layout.has_rail) return;
  for (const RailRow& row : disagreement_rows(board, layout.rail)) {
    const auto item = std::find_if(board.items.begin(), board.items.end(), [&](const CanvasItem& i) { return i.item == row.item; });
    target(row.item, item->name + "##row", row.box, radius::control, words_of_place(board, *item));
  }
}

// What the facilitator's rail holds below the list; returns the rail that is left.
Box draw_rail_tools(const Frame& frame, const Workshop& workshop, const Activity& activity, const CanvasBoard& board, Box rail, bool moves,
                    CanvasUi& ui, Commands& commands) {
  const float gap = frame.off_desk(tool_gap);
  const auto row = [&](float height) {
    const Box box{{rail.min.x, rail.max.y - frame.off_desk(height)}, rail.max};
    rail.max.y = box.min.y - gap;
    return box;
  };
  const Frame desk = frame.desk();
  const bool narrow = frame.on_desk(rail).width() < narrow_tools;
  if (facilitates(frame)) draw_round_tools(frame, workshop, activity, board, row(narrow ? 2 * tool_height + tool_gap : tool_height), ui, commands);
  if (const Board* there = find(workshop, activity.board))
    draw_rounds(frame, workshop, *there, &activity, board.again.of > 0, row(tool_height), ui, commands);
  if (moves || board.items.empty()) return rail;
  const std::array<std::string, 2> labels{"Points", "Heat"};
  // Beside the rail's heading; where that is smaller than the choice, with the other tools.
  const Box choice = narrow ? tool_row(frame, row(control::segment_track))
                            : box_at(frame.on_desk(rail.max).x - layer_choice_width, frame.on_desk(rail.min + Vec{0, 28}).y, layer_choice_width, control::segment_track);
  if (const auto chosen = segmented(desk, "layer", choice, labels, ui.heat ? 1 : 0)) ui.heat = *chosen == 1;
  return rail;
}

void take_keys(const Frame& frame, CanvasUi& ui) {
  if (!facilitates(frame) || ImGui::GetIO().WantTextInput || ImGui::GetIO().KeyCtrl) return;
  if (ImGui::IsKeyPressed(ImGuiKey_H, false)) ui.heat = !ui.heat;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.focused = {};
}

// Who is called otherwise now than when the placing was opened; the first ones by name.
std::string later_changed_words(const CanvasBoard& board) {
  constexpr int named = 3;
  std::string words;
  int count = 0;
  for (const CanvasItem& item : board.items)
    if (item.later_changed && ++count <= named) words += (words.empty() ? "Later changed: " : ", ") + item.short_name;
  return count > named ? words + " and " + std::to_string(count - named) + " more" : words;
}

void draw_revealed(const Frame& frame, const Workshop& workshop, const Activity& activity, CanvasBoard board, CanvasLayout layout,
                   CanvasUi& ui, Commands& commands) {
  if (frame.chrome && facilitates(frame))
    if (const std::string changed = later_changed_words(board); !changed.empty()) board.lost += (board.lost.empty() ? "" : ". ") + changed;
  CanvasLook look{layout.plane};
  look.reduced_motion = frame.reduced_motion;
  const auto motion = reveal_in_motion(frame, ui.reveal, activity.id, canvas_reveal_ms(board.items.size(), frame.reduced_motion), commands);
  if (motion) look.since_reveal_ms = *motion;
  const bool moves = ui.show_moves && board.again.of > 0;
  take_keys(frame, ui);
  look.heat = ui.heat && !moves && !motion;
  look.focused = ui.focused;
  if (look.heat) {
    const Heat heat = heat_of(board, ui.focused);
    paint_plane(frame.painter, frame.theme, board, layout.plane, {.heat = &heat});
  } else {
    paint_plane(frame.painter, frame.theme, board, layout.plane);
  }
  if (frame.chrome && layout.has_rail) layout.rail = draw_rail_tools(frame, workshop, activity, board, layout.rail, moves, ui, commands);
  if (frame.chrome && !moves && !motion) draw_focus_targets(frame, board, layout, ui);  // nothing to tap while things move
  else say_places(frame, board, layout.plane);
  {
    const Unheard said_by_places(frame);
    (moves ? paint_moves : paint_spread)(frame.painter, frame.theme, board, look);
  }
  if (!layout.has_rail) return;
  if (moves) paint_move_list(frame.painter, frame.theme, board, layout.rail);
  else paint_disagreement(frame.painter, frame.theme, board, layout.rail, look);
}

// Before it opens: whom it is about, and how secret it is. The room reads how many.
void draw_plan(const Frame& frame, const Workshop& workshop, const Activity& activity, Box rail, Commands& commands) {
  const std::size_t count = items_of(activity).empty() ? items_by_default(workshop, activity).size() : items_of(activity).size();
  frame.painter.text({rail.min.x, rail.min.y + 47}, std::to_string(count) + " to place",
                     {stage_type::label, frame.theme.ink.tertiary, Align::left, Anchor::middle});
  if (!frame.chrome || !facilitates(frame)) return;
  const std::array<std::string, 2> labels{"Anonymous", "Named"};
  const Box choice = frame.on_desk(box_at(rail.min.x, rail.min.y + 184, rail.width(), control::segment_track));
  if (const auto chosen = segmented(frame.desk(), "secrecy", box_at(choice.min.x, choice.min.y, choice.width(), control::segment_track), labels,
                                    activity.secrecy == Secrecy::named ? 1 : 0))
    describe_activity(commands, activity, [&](Activity& changed) { changed.secrecy = *chosen == 1 ? Secrecy::named : Secrecy::anonymous; });
}

// Planned, open or closed: nothing of what was placed, progress only.
void draw_blind(const Frame& frame, const Workshop& workshop, const Activity& activity, const SealedState& sealed,
                const CanvasLayout& layout, PassUi& pass, Commands& commands) {
  const Theme& theme = frame.theme;
  const Box rail =
      layout.has_rail ? layout.rail
                      : Box{{layout.plane.center().x - 252, layout.plane.min.y + 100}, {layout.plane.center().x + 252, layout.plane.max.y}};
  frame.painter.text({rail.min.x, rail.min.y + 5}, progress_words(activity, sealed),
                     {stage_type::heading, theme.ink.primary, Align::left, Anchor::middle});
  float y = rail.min.y + (activity.phase == Phase::planned ? 92.0F : 60.0F);
  if (activity.phase == Phase::planned) draw_plan(frame, workshop, activity, rail, commands);
  else if (sealed.of > 0)
    y = rail.min.y + 68 + paint_progress(frame.painter, theme, {rail.min.x, rail.min.y + 68}, sealed.done, sealed.of, 10, rail.width()) +
        32;
  draw_secrecy(frame, activity, {rail.min.x, y}, {stage_type::label, rail.width()});
  if (frame.chrome && layout.has_rail) draw_beside_step(frame, activity, {{rail.min.x, rail.max.y - 64}, rail.max}, pass, commands);
}

}  // namespace

void draw_canvas(const Frame& frame, const Workshop& workshop, BoardId id, ActivityId on_stage, const SealedState& sealed, CanvasUi& ui,
                 PassUi& pass, Commands& commands) {
  const Board* board = find(workshop, id);
  if (board == nullptr || board->kind != BoardKind::canvas) return;
  if (facilitates(frame)) ui.looked_at.reset();
  const Activity* activity = find(workshop, ui.looked_at.value_or(on_stage));
  if (activity != nullptr && (!placing(activity) || !(activity->board == board->id))) activity = nullptr;
  const CanvasBoard places = build_canvas(workshop, board->id, activity == nullptr ? ActivityId{} : activity->id);
  const LowerItems below_panels;
  ImGui::PushID("canvas");
  if (activity == nullptr) {
    const bool rounds = frame.chrome && !revealed_placings(workshop, board->id).empty();
    CanvasLayout layout = layout_of_agreed(frame, places, rounds, ui);
    if (layout.has_rail && rounds) {
      draw_rounds(frame, workshop, *board, nullptr, false, {{layout.rail.min.x, layout.rail.max.y - tool_height}, layout.rail.max}, ui,
                  commands);
      layout.rail.max.y -= frame.off_desk(tool_height + tool_gap);
    }
    draw_agreed(frame, workshop, *board, places, layout, ui, commands);
  } else {
    const CanvasLayout layout = canvas_layout(frame.area);
    if (activity->phase == Phase::revealed) {
      draw_revealed(frame, workshop, *activity, places, layout, ui, commands);
    } else {
      await_reveal(ui.reveal, activity->id);
      ui.focused = {};
      const bool planning = activity->phase == Phase::planned && frame.chrome && facilitates(frame) && layout.has_rail;
      if (planning) draw_choices(frame, workshop, *activity, {frame.area.min + Vec{0, 8}, {layout.rail.min.x - 40, frame.area.max.y}}, ui.choices, commands);
      else paint_plane(frame.painter, frame.theme, places, layout.plane);
      draw_blind(frame, workshop, *activity, sealed, layout, pass, commands);
    }
  }
  ImGui::PopID();
}

}  // namespace standpoint
