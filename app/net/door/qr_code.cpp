// See qr_code.h.
#include "app/net/door/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>

namespace standpoint {

QrModules qr_code_of(const std::string& text) {
  constexpr std::size_t longest = 2000;
  if (text.empty() || text.size() > longest) return {};
  const qrcodegen::QrCode code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
  QrModules modules;
  modules.side = code.getSize();
  modules.dark.reserve(static_cast<std::size_t>(modules.side * modules.side));
  for (int y = 0; y < modules.side; ++y)
    for (int x = 0; x < modules.side; ++x) modules.dark.push_back(code.getModule(x, y));
  return modules;
}

}  // namespace standpoint
