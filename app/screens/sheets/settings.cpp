// Draws the sheet of settings. See settings.h.
#include "app/screens/sheets/settings.h"

#include <array>
#include <string>

#include <imgui.h>

#include "app/paint/text/label.h"
#include "app/widgets/controls.h"

namespace standpoint {
namespace {

constexpr Vec settings_size{560, 504};
constexpr float settings_pad = 40;

void draw_choices(const Frame& frame, Box box, Settings& settings) {
  const float room = box.width() - 2 * settings_pad;
  const Vec at = box.min + Vec{settings_pad, 112};
  draw_caption(frame, at, "Theme");
  const std::array<std::string, 3> looks{"Light", "Dark", "As the system"};
  const Box look_box = box_at(at.x, at.y + 32, room, control::segment_track);
  if (const auto chosen = segmented(frame, "theme", look_box, looks, static_cast<int>(settings.look))) settings.look = static_cast<Settings::Look>(*chosen);
  draw_caption(frame, at + Vec{0, 108}, "Motion");
  const std::array<std::string, 2> motions{"As the system", "Reduced"};
  const Box motion_box = box_at(at.x, at.y + 140, room, control::segment_track);
  if (const auto chosen = segmented(frame, "motion", motion_box, motions, static_cast<int>(settings.motion)))
    settings.motion = static_cast<Settings::Motion>(*chosen);
  draw_caption(frame, at + Vec{0, 216}, "Tablets");
  const std::array<std::string, 2> tablets{"May join", "Only this computer"};
  const Box tablets_box = box_at(at.x, at.y + 248, room, control::segment_track);
  if (const auto chosen = segmented(frame, "tablets", tablets_box, tablets, static_cast<int>(settings.tablets) - 1))
    settings.tablets = static_cast<Settings::Tablets>(*chosen + 1);
  draw_wrapped_label(frame.painter, at + Vec{0, 312}, "Kept on this computer. Whether tablets may join holds from the next session that you open.",
                     {desk_type::small_body, frame.theme.ink.tertiary}, room);
}

}  // namespace

bool draw_settings(const Frame& outer, Settings& settings) {
  const Frame frame = outer.desk();
  const Entrance entrance(frame, "settings");
  draw_scrim(frame, entrance.shown());
  const Frame& inner = entrance.frame();
  const Box box = draw_sheet_ground(inner, settings_size.x, settings_size.y);
  draw_label(inner.painter, box.min + Vec{settings_pad, 38}, "Settings", {desk_type::title, frame.theme.ink.primary});
  const bool closed = icon_button(inner, "Close the settings", box_at(box.max.x - 88, box.min.y + 28, 56, 56), Icon::x, {ButtonKind::quiet});
  draw_choices(inner, box, settings);
  return !(closed || ImGui::IsKeyPressed(ImGuiKey_Escape, false));
}

}  // namespace standpoint
