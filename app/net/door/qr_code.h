// Works out the QR code of an address. Called by the reception, for stages in browsers, and by the window; it must not draw.
#pragma once

#include <string>

#include "app/paint/qr.h"

namespace standpoint {

// With at least 15 % of error correction (M), as small as the text allows. Too long a text (over 2,000 bytes): no code.
QrModules qr_code_of(const std::string& text);

}  // namespace standpoint
