// Draws the modules of a QR code. See qr.h.
#include "app/paint/qr.h"

#include <algorithm>
#include <cmath>

#include "app/theme.h"

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
  for (int row = 0; row < code.side; ++row)
    for (int first = 0; first < code.side;) {
      const auto dark = [&](int column) { return code.dark[static_cast<std::size_t>(row * code.side + column)]; };
      int last = first;
      while (last < code.side && dark(last)) ++last;
      if (last == first) {
        ++first;
        continue;
      }
      // A run of modules is one box, so that no seam shows between them.
      const Vec corner_at = at + Vec{static_cast<float>(first), static_cast<float>(row)} * module;
      painter.fill_box(box_at(corner_at.x, corner_at.y, module * static_cast<float>(last - first), module), 0, light_theme.ink.primary);
      first = last;
    }
}

}  // namespace standpoint
