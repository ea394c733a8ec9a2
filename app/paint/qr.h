// Draws a QR code that somebody else worked out (app/net/door/qr_code). Called by the lobby and the sheet for joining. It must not
// know what the code says.
#pragma once

#include <vector>

#include "app/paint/painter.h"

namespace standpoint {

// The dark squares of a code, row by row from the top left; side 0: there is none.
struct QrModules {
  int side = 0;
  std::vector<bool> dark;
  bool empty() const { return side == 0; }
  bool operator==(const QrModules&) const = default;
};

// What cameras need round a code, in modules.
inline constexpr int qr_quiet_zone = 4;

// How large a module is in a card of this width, in whole pixels so that no edge is blurred; the quiet zone fits as well.
float qr_module_size(const QrModules& code, float width);
// Dark on a white card with round corners, in both themes: some cameras do not read a code that is light on dark.
void paint_qr(Painter& painter, Box card, float corner, const QrModules& code);

}  // namespace standpoint
