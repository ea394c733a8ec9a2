// Draws the export sheet. See export.h.
#include "app/screens/sheets/export.h"

#include <array>
#include <vector>

#include <imgui.h>

#include "app/design/theme.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"
#include "app/widgets/controls.h"
#include "core/workshop/text.h"

namespace standpoint {
namespace {

struct Format {
  const char* label;
  const char* word;  // what the command line calls it
  const char* about;
};
constexpr std::array<Format, 3> formats{{
    {"SVG", "svg", "Sharp at any size, with text that can be searched and edited."},
    {"PDF", "pdf", "For printing and mail, with text that can be searched."},
    {"PNG", "png", ""},
}};
constexpr int png = 2;
struct Size {
  const char* label;
  const char* word;
};
constexpr std::array<Size, 3> sizes{{{"1920 × 1080", "1920x1080"}, {"3840 × 2160", "3840x2160"}, {"7680 × 4320", "7680x4320"}}};

constexpr Vec export_size{680, 618};
constexpr float export_pad = 40, row_pitch = 92;
constexpr std::size_t longest_title = 36;  // characters that one segment has room for

// One captioned row of choices; changes `chosen`.
template <class Choices>
void choose(const Frame& frame, const char* id, Vec at, const Choices& choices, int& chosen) {
  std::vector<std::string> labels;
  for (const auto& choice : choices) labels.emplace_back(choice);
  draw_caption(frame, at, id);
  if (const auto tapped = segmented(frame, id, box_at(at.x, at.y + 28, export_size.x - 2 * export_pad, control::segment_track), labels, chosen)) chosen = *tapped;
}

std::string words_of_all(std::size_t count) {
  return count == 1 ? "1 board, with all its pages" : std::to_string(count) + " boards and results, with all their pages";
}

}  // namespace

void draw_export(const Frame& outer, const ExportFacts& facts, ExportUi& ui, Commands& commands) {
  const Frame desk = outer.desk();
  const Entrance entrance(desk, "export");
  draw_scrim(desk, entrance.shown());
  const Frame& frame = entrance.frame();
  const Theme& theme = frame.theme;
  const Box box = draw_sheet_ground(frame, export_size.x, export_size.y);
  const float left = box.min.x + export_pad;
  const TextLook quiet{desk_type::body, theme.ink.secondary};
  draw_label(frame.painter, {left, box.min.y + 34}, "Export pictures", {desk_type::title, theme.ink.primary});
  const std::string into = "Into “", beside = "” beside the session.";
  const float room = export_size.x - 2 * export_pad - label_width(frame.painter, into + beside, quiet.style);
  const std::vector<std::string> folder = wrap_label(frame.painter, facts.folder, quiet.style, room, 1);
  draw_label(frame.painter, {left, box.min.y + 76}, into + (folder.empty() ? "" : folder.front()) + beside, quiet, export_size.x - 2 * export_pad);
  draw_label(frame.painter, {left, box.min.y + 76 + quiet.style.line}, "Private notes stay out.", quiet);
  if (facts.shown.empty()) ui.all = true;
  int all = ui.all ? 1 : 0;
  float y = box.min.y + 124 + quiet.style.line;
  choose(frame, "What", {left, y}, std::array{facts.shown.empty() ? std::string("Nothing is shown") : shortened(facts.shown, longest_title), std::string("All boards")}, all);
  ui.all = all == 1 || facts.shown.empty();
  y += row_pitch;
  int whole = ui.facilitator ? 1 : 0;
  choose(frame, "Stances and conflicts", {left, y}, std::array{std::string("As the room saw it"), std::string("All of them")}, whole);
  ui.facilitator = whole == 1;
  y += row_pitch;
  choose(frame, "Format", {left, y}, std::array{formats[0].label, formats[1].label, formats[2].label}, ui.format);
  y += row_pitch;
  if (ui.format == png) choose(frame, "Pixels", {left, y}, std::array{sizes[0].label, sizes[1].label, sizes[2].label}, ui.size);
  else draw_label(frame.painter, {left, y}, formats[static_cast<std::size_t>(ui.format)].about, quiet, export_size.x - 2 * export_pad);
  const float go = button_width(frame, "Export"), cancel = button_width(frame, "Cancel");
  y = box.max.y - export_pad + 8 - control::button_height;
  const float x = box.max.x - export_pad - go;
  if (ui.all) draw_label(frame.painter, {left, y + control::button_height / 2}, words_of_all(facts.all),
                         {desk_type::label, theme.ink.secondary, Align::left, Anchor::middle}, x - 12 - cancel - 16 - left);
  if (button(frame, "Cancel##export", box_at(x - 12 - cancel, y, cancel, control::button_height)) || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ui.open = false;
  if (!button(frame, "Export##export", box_at(x, y, go, control::button_height), only_if(!ui.all || facts.all > 0, "This session has no board yet.", {ButtonKind::primary}))) return;
  ui.open = false;
  commands.ask(ExportPictures{ui.all, ui.facilitator, formats[static_cast<std::size_t>(ui.format)].word,
                              sizes[static_cast<std::size_t>(ui.format == png ? ui.size : 0)].word});
}

}  // namespace standpoint
