// Every value of the design that screens use: colours of both themes here, sizes and durations in app/design/measures.h.
// Screens, widgets and paint read it through `const Theme&`. No colour is written as digits anywhere else; nothing here draws.
#pragma once

#include <array>

#include "app/design/color.h"
#include "app/design/elevation.h"
#include "app/design/measures.h"

namespace standpoint {

struct BgColors {
  Color paper, surface, raised, sunken, scrim;
};
struct LineColors {
  Color hair, soft, strong;
};
struct InkColors {
  Color primary, secondary, tertiary, disabled, inverse;
};
struct AccentColors {
  Color base, hover, pressed, soft, soft_line, ink, on;
};
struct StanceColors {
  Color leading, supportive, neutral, resistant, unaware, unaware_line, glyph, glyph_unaware, leading_soft,
        supportive_soft, neutral_soft, resistant_soft, leading_ink, supportive_ink, neutral_ink, resistant_ink,
        unaware_ink;
};
struct SpotlightColors {
  Color base, soft, line, ink;
};
struct StatusColors {
  Color success, success_soft, warning, warning_soft, warning_ink, danger, danger_soft, offline;
};
struct TieColors {
  Color influences, reports_to, trusts, supports, conflicts_with;
};
struct RingColors {
  Color team, internal, external, regulator, line;
};
struct CardColors {
  Color paper, lemon, sky, rose, mint, lilac, ink, edge;
};
struct DotColors {
  Color mine, others, pending_line, empty, empty_line, decider, decider_ink;
};
struct LedgerColors {
  Color deposit, withdrawal, zero;
};

struct Theme {
  BgColors bg;
  LineColors line;
  InkColors ink;
  AccentColors accent;
  StanceColors stance;
  SpotlightColors spotlight;
  StatusColors status;
  TieColors tie;
  RingColors ring;
  CardColors card;
  DotColors dot;
  LedgerColors ledger;
  std::array<Color, 6> heat;    // from none to most
  std::array<Color, 6> series;  // for several lines in one chart
  Elevation shadow_rest;
  Elevation shadow_raised;
  Elevation shadow_dragged;
  Elevation shadow_overlay;
  bool dark;
};

// Paper, the default, and the theme for dim rooms.
extern const Theme light_theme;
extern const Theme dark_theme;

// The other theme: for ink-coloured surfaces such as toasts.
const Theme& inverse_of(const Theme& theme);

// WCAG 2.1 relative luminance (0..1) of an opaque colour, and the contrast ratio (1..21) of two.
// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(Color color);
double contrast(Color one, Color other);

}  // namespace standpoint
