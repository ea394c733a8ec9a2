// The sheet about joining, in the host's own window only: by which of this computer's addresses, and the facilitator's own
// link with its QR code, or a second screen's. Whoever has the facilitator's link leads the session, so it opens by hand and never on a stage. Called by shell/app.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/design/frame.h"
#include "app/paint/qr.h"

namespace standpoint {

struct JoinSheet {
  std::vector<std::string> addresses;  // of this computer, as people type them
  std::size_t chosen = 0;
  QrModules own_link;                  // the facilitator's, or of a second screen that only watches, as `second_screen` says
  std::string own_url;                 // the same in letters, to be copied
  bool second_screen = false;
  std::string trouble;                 // why nobody can join; the rest is empty then
};
struct JoinSheetAnswer {
  bool open = true;
  std::optional<std::size_t> chosen;
  bool new_code = false;  // the old one shall open no more
  bool second_screen = false;  // whose link is to be shown
};
JoinSheetAnswer draw_join_sheet(const Frame&, const JoinSheet&);

}  // namespace standpoint
