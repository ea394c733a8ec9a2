// The one way to draw what people typed: names, cards, titles in any script. Calls the Painter's text.
// Boards and screens call it; it must not know where the text comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/paint/painter.h"

namespace standpoint {

// Where words were left out.
inline constexpr std::string_view ellipsis = "\xE2\x80\xA6";

// User text as it can be shown: valid UTF-8 (broken bytes become U+FFFD), composed (NFC), control characters and line breaks as spaces.
std::string clean_label(std::string_view utf8);

// One line, as wide as it is.
void draw_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look);

// One line, cut with an ellipsis at `max_width` logical pixels.
void draw_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look, float max_width);

// Width of the cleaned text in one line.
float label_width(const Painter& painter, std::string_view utf8, const TextStyle& style);

// The text broken at spaces (and at its own line breaks) into lines no wider than `max_width`; a longer word is broken inside.
// More than `max_lines` (0: any number) end with an ellipsis.
std::vector<std::string> wrap_label(const Painter& painter, std::string_view utf8, const TextStyle& style, float max_width,
                                    int max_lines = 0);

// Wrapped text, `at` being the top (Anchor::top) or the middle (Anchor::middle) of the block; returns its height.
float draw_wrapped_label(Painter& painter, Vec at, std::string_view utf8, const TextLook& look, float max_width,
                         int max_lines = 0);

}  // namespace standpoint
