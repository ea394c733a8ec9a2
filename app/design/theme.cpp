// The colours of the design, light and dark, and the little arithmetic on them. Called by all that draws.
// It must not hold sizes (app/design/measures.h) and must not choose colours for a meaning: screens do.
#include "app/design/theme.h"

#include <cmath>

namespace standpoint {

const Theme light_theme = {
    .bg = {.paper = rgb(0xF6F5F1), .surface = rgb(0xFFFFFF), .raised = rgb(0xFFFFFF), .sunken = rgb(0xECEAE3),
        .scrim = rgba(0x1B1A18CC)},
    .line = {.hair = rgb(0xE4E1D9), .soft = rgb(0xD3CFC4), .strong = rgb(0x878377)},
    .ink = {.primary = rgb(0x1B1A18), .secondary = rgb(0x4F4C46), .tertiary = rgb(0x6B675F), .disabled = rgb(0xA5A197),
        .inverse = rgb(0xFFFFFF)},
    .accent = {.base = rgb(0x473BC9), .hover = rgb(0x3B30B0), .pressed = rgb(0x2F2691), .soft = rgb(0xEAE8FA),
        .soft_line = rgb(0xBDB6F0), .ink = rgb(0x3B30B0), .on = rgb(0xFFFFFF)},
    .stance = {.leading = rgb(0x0B4F83), .supportive = rgb(0x2A82BD), .neutral = rgb(0x817D74),
        .resistant = rgb(0xC24A12), .unaware = rgb(0xFFFFFF), .unaware_line = rgb(0x6B675F), .glyph = rgb(0xFFFFFF),
        .glyph_unaware = rgb(0x4F4C46), .leading_soft = rgb(0xDCE9F3), .supportive_soft = rgb(0xE3F0F9),
        .neutral_soft = rgb(0xECEAE3), .resistant_soft = rgb(0xFBE7DC), .leading_ink = rgb(0x0B4F83),
        .supportive_ink = rgb(0x1B6497), .neutral_ink = rgb(0x5F5B53), .resistant_ink = rgb(0xA03A0A),
        .unaware_ink = rgb(0x5F5B53)},
    .spotlight = {.base = rgb(0xF2AE1C), .soft = rgb(0xFCEFD0), .line = rgb(0xB57A00), .ink = rgb(0x7A5200)},
    .status = {.success = rgb(0x18714A), .success_soft = rgb(0xDFF2E7), .warning = rgb(0xF2AE1C),
        .warning_soft = rgb(0xFCEFD0), .warning_ink = rgb(0x7A5200), .danger = rgb(0xB42318),
        .danger_soft = rgb(0xFBE5E2), .offline = rgb(0x4F4C46)},
    .tie = {.influences = rgb(0x33312D), .reports_to = rgb(0x817D74), .trusts = rgb(0x1B6497),
        .supports = rgb(0x1B6497), .conflicts_with = rgb(0xC24A12)},
    .ring = {.team = rgb(0xFFFFFF), .internal = rgb(0xFBFAF7), .external = rgb(0xF3F1EB), .regulator = rgb(0xECE9E1),
        .line = rgb(0xCFCABD)},
    .card = {.paper = rgb(0xFFFFFF), .lemon = rgb(0xFBF0C4), .sky = rgb(0xDCEBF8), .rose = rgb(0xFADFDD),
        .mint = rgb(0xDBF0E4), .lilac = rgb(0xE8E2F8), .ink = rgb(0x1B1A18), .edge = rgba(0x1B1A1814)},
    .dot = {.mine = rgb(0x473BC9), .others = rgb(0x8F89DC), .pending_line = rgb(0x473BC9), .empty = rgb(0xFFFFFF),
        .empty_line = rgb(0x8A867B), .decider = rgb(0xF2AE1C), .decider_ink = rgb(0x1B1A18)},
    .ledger = {.deposit = rgb(0x2A82BD), .withdrawal = rgb(0xC24A12), .zero = rgb(0x8A867B)},
    .heat = {rgb(0xF6F5F1), rgb(0xD9D5F3), rgb(0xAFA7E8), rgb(0x7A6EDB), rgb(0x473BC9), rgb(0x241C78)},
    .series = {rgb(0x473BC9), rgb(0xC24A12), rgb(0x1C7A4E), rgb(0x2A82BD), rgb(0x8A4FA3), rgb(0x7A5200)},
    .shadow_rest = {{{{0, 1}, 2, 0, rgba(0x1B1A1814)}, {{0, 2}, 6, 0, rgba(0x1B1A180D)}}},
    .shadow_raised = {{{{0, 2}, 4, 0, rgba(0x1B1A1814)}, {{0, 8}, 20, 0, rgba(0x1B1A1814)}}},
    .shadow_dragged = {{{{0, 4}, 8, 0, rgba(0x1B1A181F)}, {{0, 20}, 44, 0, rgba(0x1B1A1829)}}},
    .shadow_overlay = {{{{0, 8}, 16, 0, rgba(0x1B1A181A)}, {{0, 32}, 72, 0, rgba(0x1B1A1833)}}},
    .dark = false,
};

// One value differs from the design's tokens: ink.tertiary is a shade lighter, to have 4.5:1 on the innermost band of the map.
const Theme dark_theme = {
    .bg = {.paper = rgb(0x141416), .surface = rgb(0x1E1E21), .raised = rgb(0x27272B), .sunken = rgb(0x0D0D0F),
        .scrim = rgba(0x000000CC)},
    .line = {.hair = rgb(0x2B2B30), .soft = rgb(0x3A3A41), .strong = rgb(0x7C7B84)},
    .ink = {.primary = rgb(0xF4F2EC), .secondary = rgb(0xC3C0B8), .tertiary = rgb(0x9B9890), .disabled = rgb(0x5F5E63),
        .inverse = rgb(0x141416)},
    .accent = {.base = rgb(0x9A90FF), .hover = rgb(0xADA5FF), .pressed = rgb(0x857AF5), .soft = rgb(0x2A2752),
        .soft_line = rgb(0x4F48A0), .ink = rgb(0xB9B2FF), .on = rgb(0x141416)},
    .stance = {.leading = rgb(0xA8D8FB), .supportive = rgb(0x4EA6E0), .neutral = rgb(0x94918A),
        .resistant = rgb(0xF58549), .unaware = rgb(0x141416), .unaware_line = rgb(0xB0ADA5), .glyph = rgb(0x0D0D0F),
        .glyph_unaware = rgb(0xC3C0B8), .leading_soft = rgb(0x1B3448), .supportive_soft = rgb(0x182C3C),
        .neutral_soft = rgb(0x2B2B2E), .resistant_soft = rgb(0x40230F), .leading_ink = rgb(0xA8D8FB),
        .supportive_ink = rgb(0x7DC0EE), .neutral_ink = rgb(0xB5B2AA), .resistant_ink = rgb(0xFFA06B),
        .unaware_ink = rgb(0xB5B2AA)},
    .spotlight = {.base = rgb(0xFFC23D), .soft = rgb(0x3B2D0C), .line = rgb(0xE0A21F), .ink = rgb(0xFFD67F)},
    .status = {.success = rgb(0x5CC48F), .success_soft = rgb(0x15301F), .warning = rgb(0xFFC23D),
        .warning_soft = rgb(0x3B2D0C), .warning_ink = rgb(0xFFD67F), .danger = rgb(0xFF8A7D),
        .danger_soft = rgb(0x421A16), .offline = rgb(0xC3C0B8)},
    .tie = {.influences = rgb(0xD9D6CE), .reports_to = rgb(0x8A8892), .trusts = rgb(0x7DC0EE),
        .supports = rgb(0x7DC0EE), .conflicts_with = rgb(0xF58549)},
    .ring = {.team = rgb(0x303036), .internal = rgb(0x26262B), .external = rgb(0x1F1F23), .regulator = rgb(0x1A1A1D),
        .line = rgb(0x44444B)},
    .card = {.paper = rgb(0x27272B), .lemon = rgb(0x443B16), .sky = rgb(0x1C3448), .rose = rgb(0x472624),
        .mint = rgb(0x1B3A2A), .lilac = rgb(0x312A52), .ink = rgb(0xF4F2EC), .edge = rgba(0xFFFFFF14)},
    .dot = {.mine = rgb(0x9A90FF), .others = rgb(0x6F68C4), .pending_line = rgb(0x9A90FF), .empty = rgb(0x1E1E21),
        .empty_line = rgb(0x7C7B84), .decider = rgb(0xFFC23D), .decider_ink = rgb(0x141416)},
    .ledger = {.deposit = rgb(0x4EA6E0), .withdrawal = rgb(0xF58549), .zero = rgb(0x7C7B84)},
    .heat = {rgb(0x141416), rgb(0x26234A), rgb(0x423B86), rgb(0x6A60CC), rgb(0x9A90FF), rgb(0xDAD6FF)},
    .series = {rgb(0x9A90FF), rgb(0xF58549), rgb(0x5CC48F), rgb(0x4EA6E0), rgb(0xC792DF), rgb(0xE0A21F)},
    .shadow_rest = {{{{0, 1}, 2, 0, rgba(0x00000066)}, {{0, 2}, 6, 0, rgba(0x0000004D)}}},
    .shadow_raised = {{{{0, 2}, 4, 0, rgba(0x00000066)}, {{0, 8}, 20, 0, rgba(0x00000066)}}},
    .shadow_dragged = {{{{0, 4}, 8, 0, rgba(0x00000080)}, {{0, 20}, 44, 0, rgba(0x00000099)}}},
    .shadow_overlay = {{{{0, 8}, 16, 0, rgba(0x00000080)}, {{0, 32}, 72, 0, rgba(0x000000B3)}}},
    .dark = true,
};

const Theme& inverse_of(const Theme& theme) { return theme.dark ? light_theme : dark_theme; }

double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(Color one, Color other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::fmax(a, b) + 0.05) / (std::fmin(a, b) + 0.05);
}

}  // namespace standpoint
