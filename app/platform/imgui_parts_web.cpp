// Parts of Dear ImGui and of the C library that would be loaded by every tablet and are never reached there: tables and columns, which
// no screen has, settings files, which none is kept in, and printing and reading of fractions, which nothing but those two does.
// Linked before both libraries, so that theirs stay out. Knows nothing of Standpoint.
#include <cstdarg>
#include <cstddef>

#include "imgui.h"
#include "imgui_internal.h"

extern "C" {
int vsniprintf(char* text, std::size_t room, const char* format, va_list values);
int vsnprintf(char* text, std::size_t room, const char* format, va_list values) { return vsniprintf(text, room, format, values); }
int sscanf(const char*, const char*, ...) { return 0; }
}

namespace ImGui {

void EndTable() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
