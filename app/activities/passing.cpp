// See passing.h.
#include "app/activities/passing.h"

namespace standpoint {

void open_pass(PassUi& ui, ActivityId activity) {
  close_pass(ui);
  ui.activity = activity;
}

void close_pass(PassUi& ui) {
  wipe(ui.draft);
  ui = PassUi{};
}

}  // namespace standpoint
