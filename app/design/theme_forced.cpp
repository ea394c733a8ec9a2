// Gives every role of the theme one of the system's colours. See theme_forced.h.
#include "app/design/theme_forced.h"

namespace standpoint {
namespace {

// In place of a shadow: a line round what is raised.
Elevation outlined(Color ink, float width) { return {{{{0, 0}, 0, width, ink}, {{0, 0}, 0, 0, ink.with_alpha(0)}}}; }

}  // namespace

Theme forced_theme(const ForcedColors& colors) {
  const Color ground = colors.ground, ink = colors.ink, mark = colors.highlight;
  Theme theme = light_theme;
  theme.bg = {.paper = ground, .surface = ground, .raised = ground, .sunken = ground, .scrim = ground.with_alpha(0.9F)};
  theme.line = {.hair = ink, .soft = ink, .strong = ink};
  theme.ink = {.primary = ink, .secondary = ink, .tertiary = ink, .disabled = colors.disabled, .inverse = ground};
  theme.accent = {.base = mark, .hover = mark, .pressed = mark, .soft = ground, .soft_line = mark, .ink = ink, .on = colors.on_highlight};
  theme.stance = {.leading = ink, .supportive = ink, .neutral = ink, .resistant = ink, .unaware = ground, .unaware_line = ink, .glyph = ground,
                  .glyph_unaware = ink, .leading_soft = ground, .supportive_soft = ground, .neutral_soft = ground, .resistant_soft = ground,
                  .leading_ink = ink, .supportive_ink = ink, .neutral_ink = ink, .resistant_ink = ink, .unaware_ink = ink};
  theme.spotlight = {.base = mark, .soft = ground, .line = mark, .ink = ink};
  theme.status = {.success = ink, .success_soft = ground, .warning = mark, .warning_soft = ground, .warning_ink = ink, .danger = ink,
                  .danger_soft = ground, .offline = ink};
  theme.tie = {.influences = ink, .reports_to = ink, .trusts = ink, .supports = ink, .conflicts_with = ink};
  theme.ring = {.team = ground, .internal = ground, .external = ground, .regulator = ground, .line = ink};
  theme.card = {.paper = ground, .lemon = ground, .sky = ground, .rose = ground, .mint = ground, .lilac = ground, .ink = ink, .edge = ink.with_alpha(0)};
  theme.dot = {.mine = mark, .others = ink, .pending_line = mark, .empty = ground, .empty_line = ink, .decider = mark,
               .decider_ink = colors.on_highlight};
  theme.ledger = {.deposit = ink, .withdrawal = ink, .zero = ink};
  theme.heat = {ground, mix(ground, mark, 0.2F), mix(ground, mark, 0.4F), mix(ground, mark, 0.6F), mix(ground, mark, 0.8F), mark};
  theme.series = {ink, mark, ink, mark, ink, mark};
  theme.shadow_rest = theme.shadow_raised = outlined(ink, line_width::thin);
  theme.shadow_dragged = theme.shadow_overlay = outlined(ink, line_width::regular);
  theme.dark = luminance(ground) < luminance(ink);
  return theme;
}

// Every other theme tells its inks apart.
bool is_forced(const Theme& theme) { return theme.ink.primary == theme.ink.secondary; }

}  // namespace standpoint
