// Draws the modules of a QR code. See qr.h.
#include "app/paint/qr.h"

#include <algorithm>
#include <cmath>

#include "app/design/theme.h"

namespace standpoint {

float qr_module_size(const QrModules& code, float width) {
  return std::max(1.0F, std::floor(width / static_cast<float>(code.side + 2 * qr_quiet_zone)));
}

void paint_qr(Painter& painter, Box card, float corner, const QrModules& code) {
  painter.fill_box(card, corner, light_theme.bg.surface);
  if (code.empty()) return;
  const float module = qr_module_size(code, std::min(card.width(), card.height()));
  const float half = module * static_cast<float>(code.side) / 2;
  const Vec at{std::round(card.center().x - half), std::round(card.center().y - half)};
  // A run of modules is one box, along rows and again along columns: where a window's scale puts an edge between two pixels, no
  // seam shows in either direction.
  for (const bool along_rows : {true, false})
    for (int line = 0; line < code.side; ++line)
      for (int first = 0, last = 0; first < code.side; first = ++last) {
        const auto dark = [&](int n) { return n < code.side && code.dark[static_cast<std::size_t>(along_rows ? line * code.side + n : n * code.side + line)]; };
        for (last = first; dark(last);) ++last;
        if (last == first) continue;
        const auto from = static_cast<float>(first), run = static_cast<float>(last - first), across = static_cast<float>(line);
        const Vec start = at + (along_rows ? Vec{from, across} : Vec{across, from}) * module;
        painter.fill_box(box_at(start.x, start.y, module * (along_rows ? run : 1), module * (along_rows ? 1 : run)), 0, light_theme.ink.primary);
      }
}

}  // namespace standpoint
