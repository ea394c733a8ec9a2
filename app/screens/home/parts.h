// The parts of the home screen that stand in files of their own. Included in this folder only.
#pragma once

#include "app/design/measures.h"
#include "app/screens/home/home.h"

namespace standpoint {

// The design's own window is roomy; on a smaller one templates are flat and sessions fewer in a row.
namespace home_look {
inline constexpr float roomy_width = 1500, roomy_height = 1000, roomy_top = 72, roomy_heading = 99, compact_margin = 32, compact_top = 50,
                       compact_heading = 66, above_banner = 46, below_banner = 42;
inline constexpr float sessions_below = 40, session_gap = 22, session_width = 427, session_least = 280, session_words = 96, row_gap = 20, least_picture = 100, continue_width = 115, beside_continue = 400;
inline constexpr std::size_t compact_most = 4, session_rows = 4, template_most = 6;
inline constexpr float templates_below = 43, roomy_between = 83, compact_between = 30, roomy_template = 316, compact_template = 104,
                       roomy_template_gap = 23.28F, compact_template_gap = 14, template_least = 284;
inline constexpr float flat_picture_width = 96, flat_picture_height = 80, flat_picture_scale = 0.45F;
}  // namespace home_look

// Where things lie. A window smaller than the design has less margin, fewer sessions in a row and flat cards of templates;
// a high one has more rows of sessions.
struct HomeLayout {
  explicit HomeLayout(const Frame&, const HomeModel&);
  bool compact = false;
  float left = 0, right = 0, top = 0;    // margins, and the middle of the top bar
  Box banner;                            // empty: nothing is to be said
  float sessions = 0;                    // the middle of the heading
  std::size_t columns = 4, rows = 1;     // of sessions
  float width = 0, height = 0, gap = 0;  // of a session's picture
  float templates = 0;                   // the middle of the heading
  std::size_t template_columns = 6;
  float template_width = 0, template_height = 0, template_gap = 0;
  Box session(std::size_t) const;
  Box card(std::size_t) const;  // of a template
};

void draw_home_heading(const Frame&, const HomeLayout&, float y, std::string_view text);
// "All 23 >" at the right margin; the label may carry "##id". True: it was tapped.
bool home_link(const Frame&, const HomeLayout&, const char* label, float y);
// "checkout-relaunch.standpoint"
std::string file_of(const HomeSession&);
// A file that could not be read has only its name.
std::string title_of(const HomeSession&);
// "Thu 29 Oct, 58 min, 12 people"
std::string session_facts(const HomeSession&);

void draw_templates(const Frame&, const HomeLayout&, const HomeModel&, HomeUi&);
void draw_new_sheet(const Frame&, const HomeModel&, HomeUi&, Commands&);
void draw_files_sheet(const Frame&, const HomeModel&, HomeUi&, Commands&);
// What lies beside no session any more; a tap asks whether it is to be destroyed.
void draw_lone_boxes(const Frame&, const HomeLayout&, const HomeModel&, HomeUi&);
// The question that is asked, over everything else.
void draw_home_question(const Frame&, const HomeModel&, HomeUi&, Commands&);

}  // namespace standpoint
