// What a person wants of the program itself, whatever session is open: theme, motion and whether tablets may join. The sheet is opened from home and
// from the stage's bar; app/shell/settings_file keeps the values. It must not know how the system says its own wishes.
#pragma once

#include <cstdint>

#include "app/design/frame.h"

namespace standpoint {

struct Settings {
  enum class Look : std::uint8_t { light, dark, system } look = Look::system;
  enum class Motion : std::uint8_t { system, reduced } motion = Motion::system;
  // Whether other devices on the networks of this computer can join what is open here; unasked: nobody has said so yet.
  enum class Tablets : std::uint8_t { unasked, may_join, stay_out } tablets = Tablets::unasked;
  bool operator==(const Settings&) const = default;
};

// What the desktop asks of every program.
struct SystemWishes {
  bool dark = false;
  bool reduced_motion = false;
  bool operator==(const SystemWishes&) const = default;
};

constexpr bool wants_dark(const Settings& settings, const SystemWishes& system) {
  return settings.look == Settings::Look::dark || (settings.look == Settings::Look::system && system.dark);
}
constexpr bool wants_reduced_motion(const Settings& settings, const SystemWishes& system) {
  return settings.motion == Settings::Motion::reduced || system.reduced_motion;
}

// Draws the sheet over everything and changes `settings` as choices are tapped; false: it was closed.
bool draw_settings(const Frame&, Settings& settings);

}  // namespace standpoint
