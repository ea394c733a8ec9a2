// A theme of the few colours that a system asks every program to keep to (forced colours, high contrast). Called by the page for
// tablets. It must not choose colours of its own.
#pragma once

#include "app/design/theme.h"

namespace standpoint {

// As browsers name them: Canvas, CanvasText, Highlight, HighlightText, GrayText.
struct ForcedColors {
  Color ground, ink, highlight, on_highlight, disabled;
  bool operator==(const ForcedColors&) const = default;
};

// Nothing but these colours: what had a ground of its own gets an outline, what meant something by colour keeps its shape.
Theme forced_theme(const ForcedColors&);
bool is_forced(const Theme&);

}  // namespace standpoint
