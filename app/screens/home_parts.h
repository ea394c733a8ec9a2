// The parts of the home screen that stand in files of their own. Included by home*.cpp only.
#pragma once

#include "app/measures.h"
#include "app/screens/home.h"

namespace standpoint {

inline constexpr float home_left = desk::home_margin, home_right = design_width - desk::home_margin;

void draw_home_heading(const Frame&, float y, std::string_view text);
// "All 23 >" at the right margin; the label may carry "##id". True: it was tapped.
bool home_link(const Frame&, const char* label, float y);
// A file that could not be read has only its name.
std::string title_of(const HomeSession&);
// "Thu 29 Oct, 58 min, 12 people"
std::string session_facts(const HomeSession&);

void draw_templates(const Frame&, const HomeModel&, HomeUi&);
void draw_new_sheet(const Frame&, const HomeModel&, HomeUi&, Commands&);
void draw_files_sheet(const Frame&, const HomeModel&, HomeUi&, Commands&);

}  // namespace standpoint
