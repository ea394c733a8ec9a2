// Draws the plane of the Canvas with the words of its axes and regions: each has its own room, wraps in it, and ends with an
// ellipsis where even that is too small. See paint_board.h.
#include <algorithm>
#include <array>
#include <numbers>

#include "app/boards/canvas/paint_board.h"
#include "app/paint/painter.h"
#include "app/paint/text/label.h"

namespace standpoint {
namespace {

using namespace canvas_look;

constexpr float word_inset_x = 24, word_inset_y = 32;
constexpr float most_of_axis = 0.24F;     // that "low" or "high" may take
constexpr float words_off = 3;            // between the plane and the words beside it
constexpr float word_pitch = 1.15F;       // of the type's size
constexpr int axis_lines = 2, region_lines = 3;

// Lines of one word: the middle of the block along the way it is read from, and across it.
struct Word {
  std::vector<std::string> lines;
  TextLook look;
  Vec at;          // of the first line
  Vec next;        // from line to line
  float width = 0;
};
struct Words {
  std::array<Word, 6> axes;  // across: low, high, name; up: low, high, name
  std::array<Word, 4> regions;
};

struct Types {
  TextStyle ends, names;
  float below, beside;  // from the plane to the middle of one line
};
Types types_of(const PlaneLook& look) {
  const float line = look.text * 1.3F;
  if (!look.compact) return {stage_type::label, stage_type::strong, 32, 33};
  return {TextStyle{Face::medium, look.text, line}, TextStyle{Face::semibold, look.text, line}, line, look.text * 1.2F};
}

Word broken(const Painter& painter, const std::string& text, const TextLook& look, float room, int lines) {
  Word word{wrap_label(painter, text, look.style, std::max(room, look.style.size), lines), look, {}, {}};
  for (const std::string& line : word.lines) word.width = std::max(word.width, label_width(painter, line, look.style));
  return word;
}

float block(const Word& word) { return static_cast<float>(word.lines.size()) * word.look.style.size * word_pitch; }

// Low, high and name of one axis in their share of its length. The name stands in the middle, so the wider end counts twice.
std::array<Word, 3> axis_words(const Painter& painter, const Theme& theme, const Types& types, std::array<const std::string*, 3> texts, float length, Turn turn) {
  TextLook ends{types.ends, theme.ink.tertiary, Align::left, Anchor::middle};
  ends.turn = turn;
  TextLook name{types.names, theme.ink.secondary, Align::center, Anchor::middle};
  name.turn = turn;
  std::array<Word, 3> words{broken(painter, *texts[0], ends, length * most_of_axis, 1), broken(painter, *texts[1], ends, length * most_of_axis, 1), Word{}};
  words[1].look.align = Align::right;
  const float taken = std::max(words[0].width, words[1].width) + types.ends.size * 0.8F;
  words[2] = broken(painter, *texts[2], name, length - 2 * taken, axis_lines);
  return words;
}

// Puts a block of lines `away` from the plane's edge, further where it has more lines.
float away_from_plane(const Word& word, float away) { return std::max(away, words_off + block(word) / 2); }

Words words_on(const Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, const PlaneLook& look) {
  const Types types = types_of(look);
  Words words;
  const auto across = axis_words(painter, theme, types, {&board.x_low, &board.x_high, &board.x_name}, plane.width(), Turn::none);
  const auto up = axis_words(painter, theme, types, {&board.y_low, &board.y_high, &board.y_name}, plane.height(), Turn::upward);
  for (std::size_t i = 0; i < 3; ++i) {
    Word& x = words.axes[i] = across[i];
    Word& y = words.axes[3 + i] = up[i];
    const float pitch = x.look.style.size * word_pitch, along = i == 0 ? 0.0F : i == 1 ? 1.0F : 0.5F;
    const auto first = [pitch](const Word& word) { return -static_cast<float>(word.lines.size() - 1) * pitch / 2; };
    x.next = {0, pitch};
    y.next = {pitch, 0};
    x.at = {plane.min.x + along * plane.width(), plane.max.y + away_from_plane(x, types.below) + (x.lines.empty() ? 0 : first(x))};
    y.at = {plane.min.x - away_from_plane(y, types.beside) + (y.lines.empty() ? 0 : first(y)), plane.max.y - along * plane.height()};
  }
  const float in_x = look.compact ? look.text : word_inset_x, in_y = look.compact ? look.text * 1.3F : word_inset_y;
  for (std::size_t i = 0; i < 4 && i < board.regions.size(); ++i) {
    const bool left = i % 2 == 0, low = i < 2;
    TextLook of{types.names, theme.ink.tertiary, left ? Align::left : Align::right, Anchor::middle};
    if (look.heat != nullptr) of.halo = Halo{theme.bg.surface, heat_halo};
    Word& word = words.regions[i] = broken(painter, board.regions[i], of, plane.width() / 2 - in_x - types.names.size / 2, region_lines);
    word.next = {0, of.style.size * word_pitch};
    const float rest = word.lines.empty() ? 0 : static_cast<float>(word.lines.size() - 1) * word.next.y;
    word.at = {left ? plane.min.x + in_x : plane.max.x - in_x, low ? plane.max.y - in_y - rest : plane.min.y + in_y};
  }
  return words;
}

void paint_word(Painter& painter, const Word& word) {
  for (std::size_t i = 0; i < word.lines.size(); ++i) draw_label(painter, word.at + word.next * static_cast<float>(i), word.lines[i], word.look);
}

// The letters of a region's name alone.
Box letters_of(const Word& word) {
  const float rest = word.lines.empty() ? 0 : static_cast<float>(word.lines.size() - 1) * word.next.y, half = word.look.style.size / 2;
  const float left = word.look.align == Align::left ? word.at.x : word.at.x - word.width;
  return {{left, word.at.y - half}, {left + word.width, word.at.y + rest + half}};
}

// The box of a word for fingers: at least 96 x 48.
Box box_of(const Word& word) {
  const float wide = std::max(96.0F, word.width + 24), rest = word.lines.empty() ? 0 : static_cast<float>(word.lines.size() - 1);
  const Vec last = word.at + word.next * rest, middle = lerp(word.at, last, 0.5F);
  const float high = std::max(48.0F, 48 + rest * std::max(word.next.x, word.next.y));
  if (word.look.turn == Turn::upward) return box_around(middle, high / 2, wide / 2);
  if (word.look.align == Align::center) return box_around(middle, wide / 2, high / 2);
  const float left = word.look.align == Align::left ? middle.x - 12 : middle.x + 12 - wide;
  return box_at(left, middle.y - high / 2, wide, high);
}

// The paper beyond the plane's round corners, over what filled it to the edge.
void round_corners(Painter& painter, const Theme& theme, Box plane) {
  for (const float x : {-1.0F, 1.0F})
    for (const float y : {-1.0F, 1.0F}) {
      const Vec tip = plane.center() + Vec{x * plane.width() / 2, y * plane.height() / 2};
      const Vec arc = tip - Vec{x * corner, y * corner};
      const float straight_up = y * std::numbers::pi_v<float> / 2, sideways = x > 0 ? 0.0F : 2 * straight_up;
      Path path;
      path.move_to(tip + Vec{x, y}).line_to({arc.x, tip.y + y}).line_to({arc.x, tip.y});
      path.arc_to(arc, corner, straight_up, sideways).line_to({tip.x + x, arc.y}).close();
      painter.fill(path, theme.bg.paper);
    }
}

}  // namespace

CanvasWords words_of(const Painter& painter, const CanvasBoard& board, Box plane, const PlaneLook& look) {
  const Words words = words_on(painter, light_theme, board, plane, look);  // the colours make no difference
  CanvasWords boxes{box_of(words.axes[2]), box_of(words.axes[5]), {}};
  for (std::size_t i = 0; i < 4; ++i) boxes.regions[i] = box_of(words.regions[i]);
  return boxes;
}

void paint_plane(Painter& painter, const Theme& theme, const CanvasBoard& board, Box plane, const PlaneLook& look) {
  painter.fill_box(plane, corner, theme.bg.surface);
  const Vec c = plane.center();
  if (look.heat != nullptr && look.heat->columns > 0) {
    painter.heat(plane, {look.heat->columns, look.heat->rows, look.heat->values}, theme.heat);
    round_corners(painter, theme, plane);
  } else {
    const ClipScope clip(painter, {{c.x, plane.min.y}, {plane.max.x, c.y}});
    painter.fill_box(plane, corner, mix(theme.bg.surface, theme.bg.paper, 0.55F));
  }
  painter.line({c.x, plane.min.y}, {c.x, plane.max.y}, {theme.line.soft, midline_stroke});
  painter.line({plane.min.x, c.y}, {plane.max.x, c.y}, {theme.line.soft, midline_stroke});
  if (!look.compact) {
    painter.stroke(
        polyline_path(std::array<Vec, 3>{Vec{plane.min.x, plane.min.y - 7}, {plane.min.x, plane.max.y}, {plane.max.x + 7, plane.max.y}}),
        {theme.ink.tertiary, axis_stroke, {}, Cap::round});
  }
  const Words words = words_on(painter, theme, board, plane, look);
  for (const Word& word : words.regions) {
    const Box letters = letters_of(word);
    if (std::none_of(look.held.begin(), look.held.end(), [&](const Box& held) { return held.overlaps(letters); })) paint_word(painter, word);
  }
  for (const Word& word : words.axes) paint_word(painter, word);
}

}  // namespace standpoint
