// Between the files of the import page: import.cpp draws the frame of it, columns.cpp its left panel, rows.cpp its list.
#pragma once

#include "app/screens/import/import.h"

namespace standpoint {

inline constexpr float import_pad = 28, import_gap = 24;  // inside a panel; between panels

void draw_import_columns(const Frame&, const ImportFacts&, Box panel, ImportUi&, ImportStep&);
// What a column may hold, over everything else, while one is being chosen.
void draw_import_meanings(const Frame&, const ImportFacts&, Box panel, ImportUi&, ImportStep&);
void draw_import_rows(const Frame&, const ImportFacts&, Box panel, ImportUi&, ImportStep&);

}  // namespace standpoint
