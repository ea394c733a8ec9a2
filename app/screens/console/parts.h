// The cards of the console, one function each, and the metrics they share. Included in this folder only.
#pragma once

#include "app/screens/console/console.h"

namespace standpoint {

namespace console_look {
inline constexpr float bar = 64, margin = 20, gap = 16, agenda = 280, people = 276, now_height = 427, tabs = 64, pages_below = 1100,
                       short_below = 560, notes_least = 160;
inline constexpr TextStyle card_title = desk_type::task;
}  // namespace console_look

// What is on the stage: the activity's title, the board's, or the session's.
std::string staged_title(const Workshop&);
// "Vote is open", "Next up: Vote".
std::string state_words(const Activity&);
void draw_console_agenda(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Box, Commands&);
void draw_console_now(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Box, Commands&);
void draw_console_stage(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Box, Commands&);
// How high their card is when everybody is on one page.
float console_people_height(const Frame&, const Workshop&, const ConsoleState&, float width);
void draw_console_people(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Box);
// Everybody, with a search: where the card has pages.
void draw_console_search(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&);
// The small picture's pages, layers and camera: turned here, for the whole room.
float draw_console_pager(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Vec right_middle, Commands&);
// The Decide on the stage, open or over, where decisions can be read and written; nullptr: there is none.
const Activity* staged_decide(const Workshop&);
// The row that opens its sheet, and the sheet.
void draw_way_to_decisions(const Frame&, const Workshop&, const Activity& decide, Box, ConsoleUi&);
void draw_console_decisions(const Frame&, const Workshop&, const Activity& decide, ConsoleUi&, Commands&);
void draw_console_notes(const Frame&, const Workshop&, ConsoleUi&, Box, Commands&);

// A ground in the middle of the console, over a scrim.
Box draw_console_sheet(const Frame&, float width, float height);
// What lies over the cards: the menu, a person's sheet, a new activity, the questions. True: something does.
bool console_is_covered(const ConsoleUi&);
void draw_console_menu(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Commands&);
void draw_console_sheets(const Frame&, const Workshop&, const ConsoleState&, ConsoleUi&, Commands&);

}  // namespace standpoint
