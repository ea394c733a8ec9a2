// What the desktop asks of every program: a dark theme, little motion. Read once when the program starts, on a thread of
// its own, because asking may start another program. Called by cli/open.cpp. It must not know the program's settings.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/sheets/settings.h"

namespace standpoint {

// Where wishes are read; tests hand in their own.
struct WishSources {
  std::filesystem::path config;  // $XDG_CONFIG_HOME or ~/.config; empty: no files are read
  // A variable of the environment; nullopt when it is not set.
  std::function<std::optional<std::string>(const char*)> variable;
  // The first line a program writes; nullopt when there is no such program, it fails, or it takes longer than half a second.
  std::function<std::optional<std::string>(const std::vector<std::string>&)> output;

  static WishSources of_system();
};

// STANDPOINT_REDUCED_MOTION (1 or 0) decides alone where it is set. Else little motion is wished by whoever says so: GNOME
// (gsettings org.gnome.desktop.interface enable-animations), KDE (AnimationDurationFactor=0 in kdeglobals) or GTK
// (gtk-enable-animations=0 in gtk-4.0 or gtk-3.0/settings.ini). Dark likewise: color-scheme, ColorScheme, and
// gtk-application-prefer-dark-theme.
SystemWishes read_system_wishes(const WishSources&);

}  // namespace standpoint
