// Sizes, distances and durations of the design, in logical pixels (stage and desk: at 1920x1080) and milliseconds.
// Screens and boards read them. Colours are in app/design/theme.h; nothing here draws.
#pragma once

#include <array>

#include "app/design/text_style.h"

namespace standpoint {

// --- type: the display cut from 30 px upward ---------------------------------------------------------------------
namespace stage_type {
inline constexpr float smallest = 24;
inline constexpr TextStyle display{Face::display, 72, 80};
inline constexpr TextStyle timer{Face::display, 64, 72};
inline constexpr TextStyle title{Face::display, 48, 56};
inline constexpr TextStyle heading{Face::display, 34, 42};
inline constexpr TextStyle card_text{Face::display_medium, 36, 46};
inline constexpr TextStyle row_text{Face::medium, 26, 34};
inline constexpr TextStyle strong{Face::semibold, 26, 34};      // regions and axes of a canvas, actions on the stage
inline constexpr TextStyle rail_title{Face::semibold, 28, 38};  // a name in the rail beside a board
inline constexpr TextStyle body{Face::medium, 28, 38};
inline constexpr TextStyle label{Face::medium, 24, 32};
inline constexpr TextStyle label_strong{Face::semibold, 24, 32};
inline constexpr TextStyle label_bold{Face::bold, 24, 32};  // the name in the spotlight, numbers inside dots
}  // namespace stage_type

namespace desk_type {
inline constexpr float smallest = 15;
inline constexpr TextStyle display{Face::display, 40, 48};
inline constexpr TextStyle title{Face::display, 30, 38};
inline constexpr TextStyle heading{Face::semibold, 22, 28};
inline constexpr TextStyle section{Face::semibold, 20, 26};    // the title of a session, the head of a side list
inline constexpr TextStyle question{Face::semibold, 18, 25};   // the title of a dialog
inline constexpr TextStyle nothing{Face::semibold, 19, 25};    // the first line where nothing is yet
inline constexpr TextStyle template_title{Face::semibold, 19, 26};
inline constexpr TextStyle task{Face::semibold, 17, 24};       // the name of a long task
inline constexpr TextStyle body{Face::regular, 18, 26};
inline constexpr TextStyle field{Face::regular, 17, 24};       // what is typed
inline constexpr TextStyle small_body{Face::regular, 16, 23};  // below a question, facts of a session
inline constexpr TextStyle detail{Face::regular, 15, 20};      // the second line of a list's row
inline constexpr TextStyle body_medium{Face::medium, 18, 26};
inline constexpr TextStyle body_strong{Face::semibold, 18, 26};
inline constexpr TextStyle label{Face::medium, 16, 22};
inline constexpr TextStyle label_strong{Face::semibold, 16, 22};
inline constexpr TextStyle caption{Face::medium, 15, 20};
inline constexpr TextStyle caption_strong{Face::semibold, 15, 20};
}  // namespace desk_type

// Tablets and phones, in logical pixels of their own glass.
namespace hand_type {
inline constexpr float smallest = 14;
struct Look {
  TextStyle title, heading, body, body_strong, label, label_strong, caption, card, timer;
  float margin, gap, top_bar, bottom_bar, action, dot, dot_pitch;
};
inline constexpr Look phone{{Face::semibold, 24, 30}, {Face::semibold, 19, 24}, {Face::regular, 17, 23}, {Face::semibold, 17, 23},
                            {Face::medium, 15, 20},   {Face::semibold, 15, 20}, {Face::medium, 14, 18},  {Face::medium, 16, 22},
                            {Face::semibold, 18, 24}, 16, 10, 56, 124, 60, 22, 27};
inline constexpr Look tablet{{Face::display, 34, 42},  {Face::semibold, 20, 26}, {Face::regular, 17, 24}, {Face::semibold, 17, 24},
                             {Face::medium, 15, 20},   {Face::semibold, 16, 22}, {Face::medium, 15, 20},  {Face::medium, 19, 26},
                             {Face::display, 38, 46}, 28, 16, 72, 128, 64, 28, 36};
}  // namespace hand_type

// All sizes of stage and desk, which text is drawn in exactly; other sizes are steps on the way between two.
inline constexpr std::array<float, 14> type_sizes{72, 64, 48, 40, 36, 34, 30, 28, 26, 24, 22, 18, 16, 15};

// --- space, corners, strokes --------------------------------------------------------------------------------------
namespace space {
inline constexpr float s1 = 4, s2 = 8, s3 = 12, s4 = 16, s5 = 20, s6 = 24;
}  // namespace space

namespace radius {
inline constexpr float chip = 999, control = 12, control_large = 16, primary = 18, card = 14, panel = 18, card_stage = 20,
                       canvas = 20, sheet = 28, tooltip = 10, thumbnail = 16, zone = 28, field = 14, segment = 9;
}  // namespace radius

namespace line_width {
inline constexpr float hair = 1, thin = 1.5F, regular = 2, strong = 3, heavy = 4, focus_ring = 3, focus_gap = 3, selected = 3;
}  // namespace line_width

// --- motion, in milliseconds ---------------------------------------------------------------------------------------
namespace motion {
inline constexpr float press = 80, hover = 120, state = 160, enter = 220, leave = 160, move = 320, drop = 240, phase = 480,
                       reveal = 900, reveal_stagger = 40, reveal_stagger_max = 600, layout = 700, toast_in = 220,
                       toast_stay = 6000, undo_stay = 10000, halo_period = 3200, reduced = 120, inert_after_moment = 600,
                       busy_turn = 1000, tip = 400;
// How far what enters comes up, in design pixels.
inline constexpr float rise = 8;
struct Easing {
  float x1, y1, x2, y2;  // the two inner points of a cubic Bezier, as in CSS
};
inline constexpr Easing standard{0.2F, 0, 0, 1}, entering{0, 0, 0.2F, 1}, leaving{0.4F, 0, 1, 1}, linear{0, 0, 1, 1};
}  // namespace motion

namespace touch {
inline constexpr float min_target = 48, moment_button = 88, gap = 8, drag_slop = 8, long_press = 450;
}  // namespace touch

// --- screens ---------------------------------------------------------------------------------------------------------
namespace stage {
inline constexpr float width = 1920, height = 1080, key_width = 290, rail_width = 504;
// The safe area, and where what stands below the header begins.
inline constexpr float margin_x = 64, margin_y = 48, header = 168;
}  // namespace stage

// The facilitator's bar below the stage, and the agenda beside it. Step and agenda are as wide as their share of a narrow window, at most
// `step` and `agenda_width`.
namespace bar_look {
inline constexpr float button = 52, side = 24, gap = 8, step = 340, step_share = 0.19F, tab_padding = 40, tab_most = 230, tab_least = 96,
                       menu_row = 52, menu_width = 380, agenda_width = 540, agenda_share = 0.42F, narrow = 1280;
}  // namespace bar_look

namespace desk {
inline constexpr float width = 1920, height = 1080, margin = 48, home_margin = 72, timeline_height = 268, row_height = 71;
}  // namespace desk

namespace control {
inline constexpr float button_height = 52, button_high = 56, button_padding = 18, button_padding_icon = 22, button_padding_high = 26,
                       icon_gap = 10, chip_height = 32, chip_padding = 12, field_height = 60, segment_track = 48,
                       segment_padding = 4, toast_height = 60, banner_height = 64, dialog_width = 420, dialog_padding = 24,
                       dialog_sign = 22, icon_scale = 1.2F, busy_arc = 20;
}  // namespace control

// --- the map ---------------------------------------------------------------------------------------------------------
namespace map_look {
// Radius of a node at stage size, for influence 1..5; smaller boards multiply by min(width/1480, height/880).
constexpr float node_radius(int influence) { return 16.0F + 5.0F * static_cast<float>(influence); }
inline constexpr float node_radius_min = 12, outer_x = 740, outer_y = 440;

// Outlines of the kinds in multiples of the radius, so that all have the same visual area.
inline constexpr float sponsor_radius = 0.97F, sponsor_ring_offset = 5.5F, sponsor_ring_stroke = 0.075F, sponsor_ring_clear = 1.0F;
inline constexpr float external_half_side = 0.9F, external_corner = 0.31F;
inline constexpr float customer_half_diagonal = 1.24F, customer_corner = 0.34F;
inline constexpr float regulator_circumradius = 1.1F, regulator_corner = 0.28F;
inline constexpr float partner_half_width = 1.24F, partner_half_height = 0.78F;
inline constexpr float node_gap = 3;

inline constexpr float unaware_stroke = 0.08F, unaware_stroke_min = 1.5F, unaware_dash_on = 0.2F, unaware_dash_off = 0.16F;
inline constexpr float glyph_half_width = 0.36F, glyph_rise = 0.18F, glyph_stroke = 0.155F, glyph_stroke_min = 1.5F,
                       glyph_double_offset = 0.19F;
// The question mark of the unaware, in multiples of the radius: a bowl, a stem that bends back to the middle, a dot. y runs down.
inline constexpr float question_stroke = 0.13F, question_bowl = 0.165F, question_bowl_y = -0.125F, question_bowl_from = 190,
                       question_bowl_to = 435, question_dot = 0.08F, question_dot_y = 0.285F;

inline constexpr float label_gap = 10, label_halo = 6, label_max_width = 220;
// With many people, how far apart two names of the stage's size are on average: the one who matters less waits for more room.
inline constexpr float calm_width = 210, calm_height = 90;

inline constexpr float ring_stroke = 2, ring_exponent = 2.5F;
inline constexpr int ring_segments = 128;
inline constexpr float ring_pill_height = 36, ring_pill_padding = 12;

inline constexpr float halo_glow_plus = 46, halo_ring_plus = 15, halo_ring_stroke = 3, halo_dash_on = 3, halo_dash_off = 8,
                       halo_caption_height = 42, halo_caption_gap = 20;
struct Stop {
  float at, alpha;
};
inline constexpr std::array<Stop, 3> halo_stops{{{0, 0.75F}, {0.45F, 0.42F}, {1, 0}}};

inline constexpr float tie_start_gap = 7, tie_end_gap = 8, arrow_length = 18, arrow_width = 15, arrow_notch = 0.28F,
                       arrow_most = 0.6F;  // of a short tie's length
// How often the place where a tie leaves an outline is improved: ties bend so little that each step gains two digits.
inline constexpr int leaving_steps = 4;
// Width of a tie of strength 1..3 where it starts.
constexpr float influences_start_width(int strength) { return 3.0F + 1.6F * static_cast<float>(strength); }
constexpr float supports_width(int strength) { return 2.0F + 0.6F * static_cast<float>(strength); }
inline constexpr float influences_end_width = 1.8F, reports_width = 2.2F, reports_ring_radius = 6, reports_ring_stroke = 2.4F,
                       trusts_diameter = 5, trusts_pitch = 12, supports_dash_on = 14, supports_dash_off = 8,
                       conflicts_width = 3, conflicts_amplitude = 6, conflicts_half_pitch = 14;
inline constexpr float tie_alpha = 0.8F, tie_dim_alpha = 0.12F, focus_ring_plus = 8, focus_ring_stroke = 3,
                       dim_node_alpha = 0.3F, dim_label_alpha = 0.35F;
// Over these counts the map shows less (design guide, declutter).
inline constexpr std::size_t many_ties = 40, crowd_of_ties = 250;
inline constexpr int many_nodes = 30, named_influence = 3;
// Over so many ties that are drawn, every place of a name crosses some.
inline constexpr std::size_t countless_ties = 1000;
}  // namespace map_look

// --- the canvas ------------------------------------------------------------------------------------------------------
namespace canvas_look {
inline constexpr float axis_stroke = 2.5F, midline_stroke = 2, corner = 20;
inline constexpr float median_radius = 11, median_disputed_radius = 15, median_outline = 3;
inline constexpr float point_radius = 3.5F, point_alpha = 0.22F, point_disputed_radius = 4.5F, point_disputed_alpha = 0.5F;
inline constexpr float ellipse_min_x = 22, ellipse_min_y = 18, ellipse_stroke = 1.5F, ellipse_stroke_alpha = 0.4F,
                       ellipse_fill_alpha = 0.045F, ellipse_disputed_stroke = 2.5F, ellipse_dash_on = 9, ellipse_dash_off = 6,
                       ellipse_disputed_fill_alpha = 0.1F;
inline constexpr float strip_dot = 13, strip_pitch = 15, strip_dot_tight = 11, strip_pitch_tight = 12, strip_tick_width = 4,
                       strip_tick_height = 16;
inline constexpr float handle = 24, aura = 46, aura_alpha = 0.12F, crosshair = 1.5F, crosshair_dash_on = 2,
                       crosshair_dash_off = 6, caption_offset = 64;
inline constexpr float drift_ghost_radius = 7, drift_ghost_radius_top = 9, drift_start_width = 1.5F, drift_end_width = 5,
                       drift_top_start_width = 2, drift_top_end_width = 8, drift_ghost_stroke = 2.5F, drift_alpha = 0.6F,
                       drift_top_alpha = 0.9F, drift_gap = 6;
// Heads of the arrows, length and width.
inline constexpr float drift_head = 12, drift_head_width = 11, drift_head_top = 20, drift_head_width_top = 18;
// Names: from the disc's edge to the name; under and over it a little less, since tails and capitals leave room.
inline constexpr float name_gap = 5, name_rise = 3, heat_halo = 8;
// Over so many items the calm ones step back; somebody looked at makes the others step back.
inline constexpr std::size_t many_items = 30;
inline constexpr float crowded_point_share = 0.5F, unfocused_alpha = 0.2F, unfocused_row_alpha = 0.45F;
}  // namespace canvas_look

// --- votes, cards, replay -------------------------------------------------------------------------------------------
namespace vote_look {
inline constexpr float dot = 30, dot_pitch = 38, empty_stroke = 2, empty_dash_on = 3, empty_dash_off = 3, pending_ring = 0.09F, decider_star = 52,
                       progress = 34, progress_pitch = 48;
inline constexpr int number_from = 13, pips_up_to = 24, one_by_one_under = 60;
}  // namespace vote_look

namespace card_look {
inline constexpr float stage_width = 436, stage_height = 304, stage_padding = 32, stage_gap_x = 16, stage_gap_y = 24;
inline constexpr float row_width = 1300, row_height = 88, row_pitch = 101;
inline constexpr float zone_width = 246, zone_least = 96, zone_height = 112, zone_padding = 18, zone_padding_least = 10, zone_title = 60, zone_gap = 10;
inline constexpr float lift_scale = 1.03F, pressed_scale = 0.98F, check_size = 30, check_in = 24;
}  // namespace card_look

namespace replay_look {
inline constexpr float bin = 8, bar = 6, bar_max = 62, span_height = 36, playhead = 3, handle = 10;
inline constexpr std::array<int, 6> speeds{1, 2, 4, 8, 20, 60};
}  // namespace replay_look

}  // namespace standpoint
