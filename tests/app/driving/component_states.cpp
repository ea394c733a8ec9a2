// The sheet of states. See component_states.h.
#include "tests/app/driving/component_states.h"

#include <array>
#include <string>

#include <imgui.h>

#include "app/activities/vote/paint_vote.h"
#include "app/boards/cards/paint_board.h"
#include "app/paint/elevation.h"
#include "app/paint/node.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/paint/text/label.h"
#include "app/paint/tie.h"
#include "app/widgets/controls.h"
#include "app/widgets/notices.h"
#include "app/widgets/toast.h"

namespace standpoint::testing {
namespace {

void heading(const Frame& frame, Vec at, std::string_view words) {
  draw_label(frame.painter, at, words, {desk_type::body_strong, frame.theme.ink.primary, Align::left, Anchor::middle});
}

void caption(const Frame& frame, Vec at, std::string_view words, Align align = Align::left) {
  draw_label(frame.painter, at, words, {desk_type::caption, frame.theme.ink.tertiary, align, Anchor::middle});
}

void draw_buttons(const Frame& frame) {
  heading(frame, {56, 116}, "Buttons");
  constexpr std::array<const char*, 4> states{"Rest", "Hover", "Pressed", "Off"};
  constexpr std::array<std::pair<const char*, ButtonKind>, 3> rows{{{"Reveal", ButtonKind::primary}, {"Close", ButtonKind::secondary}, {"Skip", ButtonKind::quiet}}};
  for (std::size_t column = 0; column < states.size(); ++column) {
    const float x = 56 + static_cast<float>(column) * 107;
    caption(frame, {x, 147}, states[column]);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const ItemLook item{column == 1 || column == 2 ? 1.0F : 0.0F, column == 2 ? 1.0F : 0.0F, false};
      draw_button(frame, rows[row].first, box_at(x, 164 + static_cast<float>(row) * 64, 97, 52), {rows[row].second, {}, column != 3}, item);
    }
  }
  draw_button(frame, "Reveal", box_at(56, 372, 95, 52), {ButtonKind::primary}, {0, 0, true});
  draw_button(frame, "Close", box_at(186, 372, 80, 52), {ButtonKind::secondary}, {0, 0, true});
  Frame still = frame;
  still.reduced_motion = true;  // a sheet that turns would never be done
  draw_button(still, "Saving", box_at(296, 372, 128, 52), {ButtonKind::primary, {}, true, true}, {});
  caption(frame, {56, 447}, "Focus: 3 px ring, gap 3");
  caption(frame, {296, 447}, "Busy");
}

void draw_chips(const Frame& frame) {
  heading(frame, {56, 504}, "Chips");
  float x = 56 + draw_note_chip(frame, "Everyone", {56, 524}, Tone::plain) + 10;
  x += draw_note_chip(frame, "Regulators", {x, 524}, Tone::accent, Icon::check) + 10;
  draw_note_chip(frame, "14 connected", {x, 524}, Tone::success, Icon::wifi_high);
  x = 56 + draw_note_chip(frame, "17 days over", {56, 566}, Tone::warning, Icon::clock) + 10;
  draw_note_chip(frame, "2 not saved", {x, 566}, Tone::danger, Icon::warning);
}

void draw_fields(const Frame& frame) {
  heading(frame, {56, 652}, "Field");
  std::string empty, code = "7KQ 2O4";
  text_field(frame, "Name", box_at(56, 672, 200, 56), empty, {.hint = "Your name"});
  text_field(frame, "Code", box_at(276, 672, 200, 56), code, {.error = "No session with this code"});
}

void draw_dots(const Frame& frame) {
  heading(frame, {56, 796}, "Dots");
  constexpr float y = 836;
  paint_dot(frame.painter, frame.theme, {80, y}, 32, DotState::empty);
  paint_dot(frame.painter, frame.theme, {150, y}, 32, DotState::mine);
  paint_dot(frame.painter, frame.theme, {220, y}, 32, DotState::pending);
  paint_dot(frame.painter, frame.theme, {290, y}, 32, DotState::others);
  paint_star(frame.painter, frame.theme, {360, y}, 0.75F);
  constexpr std::array<std::pair<const char*, float>, 5> names{{{"Empty", 80}, {"Mine", 150}, {"Pending", 220}, {"Others", 290}, {"Decider", 360}}};
  for (const auto& [name, x] : names) caption(frame, {x, 872}, name, Align::center);
}

void draw_connections(const Frame& frame) {
  heading(frame, {56, 936}, "Connection");
  draw_connection(frame, {56, 970}, Connection::connected);
  draw_connection(frame, {190, 970}, Connection::reconnecting);
  draw_connection(frame, {345, 970}, Connection::offline);
}

// Cards as on the board, at the size of the sheet.
void draw_cards(const Frame& frame) {
  heading(frame, {532, 116}, "Cards");
  constexpr float scale = 0.7F;
  const auto card = [&](Vec at, const CardLook& look, std::string_view name, Vec name_at) {
    ScreenPainter small(*ImGui::GetWindowDrawList(), frame.fonts, {frame.screen_from_design(at), frame.scale * scale}, ImGui::GetIO().DisplayFramebufferScale.x);
    paint_card(small, frame.theme, box_at(0, 0, 200 / scale, 124 / scale), "Pilot with two marketplace sellers", CardColour::paper, look);
    caption(frame, name_at, name);
  };
  card({532, 140}, {}, "Idle", {532, 282});
  card({752, 140}, {true, false, false}, "Hover: level raised", {752, 282});
  card({532, 322}, {false, false, false, true}, "Pressed: 98 %", {532, 464});
  card({532, 506}, {false, false, true}, "Selected", {532, 648});
  paint_slot(frame.painter, frame.theme, box_at(752, 322, 200, 124));
  card({764, 312}, {false, true, false}, "Dragged: lifts, leaves a slot", {752, 464});
}

void draw_map_focus(const Frame& frame) {
  heading(frame, {532, 720}, "Focus on the map");
  Painter& painter = frame.painter;
  const Theme& theme = frame.theme;
  paint_tie(painter, theme, {{646, 806}, {676, 804}, {706, 806}}, {TieKind::influences, 2, 1, 1});
  paint_tie(painter, theme, {{784, 808}, {816, 806}, {850, 808}}, {TieKind::trusts, 2, map_look::tie_dim_alpha, 1});
  paint_node(painter, theme, {602, 802}, {36, StakeholderKind::internal, Stance::supportive, true, 1, theme.bg.paper, 1});
  painter.stroke_circle({602, 802}, 36 + map_look::focus_ring_plus, {theme.accent.base, map_look::focus_ring_stroke});
  paint_node(painter, theme, {746, 802}, {31, StakeholderKind::internal, Stance::neutral, true, 1, theme.bg.paper, 1});
  paint_node(painter, theme, {888, 802}, {24, StakeholderKind::customer, Stance::unaware, true, map_look::dim_node_alpha, theme.bg.paper, 1});
  caption(frame, {602, 865}, "Focused", Align::center);
  caption(frame, {746, 865}, "Neighbour", Align::center);
  caption(frame, {888, 865}, "Dimmed", Align::center);
}

void draw_notices(const Frame& frame) {
  heading(frame, {532, 920}, "Long task");
  draw_long_task(frame, box_at(532, 944, 420, 110), {"Exporting the replay", 0.62F, "748 of 1,204 events, about 20 s left"});
  heading(frame, {1008, 116}, "Toasts");
  draw_toast_panel(frame, box_at(1008, 140, 420, 60), {"Session saved", Icon::check_circle, false, 0}, 1);
  draw_toast_panel(frame, box_at(1008, 216, 420, 60), {"Card removed", Icon::trash, true, 0}, 0.64F);
  draw_toast_panel(frame, box_at(1008, 292, 420, 60), {"Diego Álvarez joined", Icon::hand_waving, false, 0}, 1);
  caption(frame, {1008, 371}, "Undo stays 10 s; the line shows the time left");
  heading(frame, {1008, 428}, "Banner");
  draw_banner(frame, box_at(1008, 450, 420, 64), "You are offline. Your dots are kept and sent when you are back.", Tone::plain, Icon::wifi_slash);
  draw_banner(frame, box_at(1008, 526, 420, 64), "The stage is frozen. The room sees 10:42.", Tone::warning, Icon::snowflake, "Unfreeze");
}

void draw_dialogs(const Frame& frame) {
  heading(frame, {1008, 646}, "Error");
  const auto panel = [&](Vec at, const DialogText& text) {
    draw_elevation(frame.painter, frame.theme, box_at(at.x, at.y, control::dialog_width, dialog_height(frame, text)), radius::panel, frame.theme.shadow_raised);
    dialog_panel(frame, at, text);
  };
  panel({1008, 668}, {"This session file is damaged after\u00A014:32", "1,204 of 1,204 earlier events are safe.", "Show the file", "Open to 14:32", true, true});
  panel({1008, 894}, {"Reveal before everyone has voted?", "5 people lose their ballot.", "Keep voting", "Reveal now"});
}

void draw_empty_states(const Frame& frame) {
  heading(frame, {1484, 116}, "Empty states");
  draw_empty_state(frame, box_at(1484, 140, 380, 270), {EmptyDrawing::rings, "No stakeholders yet", "Name the first one, or paste a list.", "Add stakeholder", false});
  draw_empty_state(frame, box_at(1484, 426, 380, 270), {EmptyDrawing::dots, "Waiting for the next activity", "Nadia opens it in a moment. Keep this page open.", nullptr, false});
  draw_empty_state(frame, box_at(1484, 712, 380, 270), {EmptyDrawing::bars, "No sessions to review", "Finished sessions appear here.", "Open a session file", true});
  caption(frame, {1484, 1011}, "One drawing, one line, at most one action");
}

}  // namespace

void draw_component_states(const Frame& window) {
  Frame frame = window;  // a sheet of the design's size, in any window
  frame.desk_painter = nullptr;
  draw_label(frame.painter, {56, 58}, "Component states", {stage_type::heading, frame.theme.ink.primary, Align::left, Anchor::middle});
  draw_buttons(frame);
  draw_chips(frame);
  draw_fields(frame);
  draw_dots(frame);
  draw_connections(frame);
  draw_cards(frame);
  draw_map_focus(frame);
  draw_notices(frame);
  draw_dialogs(frame);
  draw_empty_states(frame);
}

}  // namespace standpoint::testing
