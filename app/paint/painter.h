// What a board is drawn with: shapes, lines, soft light, text and icons, in logical pixels, x to the right and y down.
// Boards and screens call it; ScreenPainter draws on the window, other back ends write files. It must not name a drawing library.
// A back end overrides the few virtual functions below; everything else is made of them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/design/color.h"
#include "app/design/elevation.h"
#include "app/design/icons.h"
#include "app/design/text_style.h"
#include "app/paint/path.h"
#include "app/paint/shapes.h"

namespace standpoint {

// Line pattern: `on` drawn, `off` left out, along the line, in logical pixels; on and off both 0 is a solid line.
// With round caps, on = 0 gives round dots of the line's width at a pitch of `off`.
struct Dash {
  float on = 0.0F;
  float off = 0.0F;
  float shift = 0.0F;  // how far into the pattern the line starts; animate it to let dashes walk
  constexpr bool solid() const { return off <= 0.0F; }
};

enum class Cap : std::uint8_t { butt, round };

struct Stroke {
  Color color;
  float width = 1.0F;
  Dash dash = {};
  Cap cap = Cap::butt;
};

// A point of a radial gradient: `at` 0..1 of the radius, alpha multiplies the colour's own.
struct GlowStop {
  float at = 0.0F;
  float alpha = 0.0F;
};

enum class Align : std::uint8_t { left, center, right };
// Where `at` lies vertically: top of the line box, middle of it (also the middle of the capitals), or the baseline.
enum class Anchor : std::uint8_t { top, middle, baseline };
enum class Turn : std::uint8_t { none, upward };  // upward: read from bottom to top, as beside a vertical axis

// A contour round the letters in the colour of the ground, so that names stay legible over ties. Width as in an SVG stroke: half of it shows.
struct Halo {
  Color color;
  float width = 6.0F;
};

struct TextLook {
  TextStyle style;
  Color color;
  Align align = Align::left;
  Anchor anchor = Anchor::top;
  std::optional<Halo> halo = {};
  bool tabular = false;  // every digit as wide as 0, for timers, counts and tables
  Turn turn = Turn::none;
};

// A field of values 0..1 at regular points, row by row from the top left; the outer points lie on the edges of the box it fills.
struct HeatField {
  int columns = 0;
  int rows = 0;
  std::span<const float> values;
};

class Painter {
 public:
  Painter() = default;
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;
  virtual ~Painter() = default;

  // --- what a back end provides ----------------------------------------------------------------------------------
  // Fills a closed path (convex or not, no holes).
  virtual void fill(const Path& path, Color color) = 0;
  virtual void stroke(const Path& path, const Stroke& stroke) = 0;
  // A line whose width runs evenly from `start_width` to `end_width`.
  virtual void taper(const Path& path, float start_width, float end_width, Color color) = 0;
  virtual void shadow(Box box, float corner, const Shadow& shadow) = 0;
  virtual void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) = 0;
  // Text of our own, one line. User text goes through draw_label (app/paint/text/label.h), which calls this.
  virtual void text(Vec at, std::string_view utf8, const TextLook& look) = 0;
  virtual float text_width(std::string_view utf8, const TextStyle& style, bool tabular = false) const = 0;
  // The icon centred at `center`; `size` is the em, `cut` one of the icon faces.
  virtual void icon(Vec center, Icon icon, Face cut, float size, Color color) = 0;
  // Nothing outside the box is drawn until the matching pop; boxes nest by intersection.
  virtual void push_clip(Box box) = 0;
  virtual void pop_clip() = 0;
  // What is drawn until the matching end belongs together and is called `title`: a person, a tie. Files keep it for people
  // who cannot see the picture, and for search; a screen does nothing with it. Compose titles only when groups are kept.
  virtual bool keeps_groups() const { return false; }
  virtual void begin_group(std::string_view title);
  virtual void end_group();
  // What is written until the matching end is one text, `whole`: for those who hear it instead of reading it. Of texts in
  // texts the outer one is heard.
  virtual void begin_words(std::string_view whole);
  virtual void end_words();
  // Many people, many ties (app/paint/shapes.h), each a group with its title; without anything better they are drawn one by
  // one (shapes.cpp). `version` is MapShapes'.
  virtual void people(std::span<const NodeShape> nodes, std::uint64_t version, const ShapeView& view, const Theme& theme,
                      const ShapeTitle& title);
  virtual void ties(std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view, const Theme& theme,
                    const ShapeTitle& title);
  // Fills the box with the field's bands: of n bands, band i stands where the value is at least i / n. Without anything
  // better, paths do it (app/paint/heat.cpp).
  virtual void heat(Box box, const HeatField& field, std::span<const Color> bands);

  // --- made of the above -------------------------------------------------------------------------------------------
  void fill_circle(Vec center, float radius, Color color);
  void stroke_circle(Vec center, float radius, const Stroke& line);
  void fill_box(Box box, float corner, Color color);
  void stroke_box(Box box, float corner, const Stroke& line);  // the line lies inside the box
  void fill_ellipse(Vec center, Vec semi_axes, float radians, Color color);
  void stroke_ellipse(Vec center, Vec semi_axes, float radians, const Stroke& line);
  void line(Vec from, Vec to, const Stroke& stroke);
  void arc(Vec center, float radius, float from_radians, float to_radians, const Stroke& line);
  // 45 degree lines inside the rounded box (locked cards, withdrawals), `pitch` apart.
  void hatch(Box box, float corner, float pitch, const Stroke& line);
};

// Keeps a clip for a scope.
class ClipScope {
 public:
  ClipScope(Painter& painter, Box box) : painter_(painter) { painter_.push_clip(box); }
  ~ClipScope() { painter_.pop_clip(); }
  ClipScope(const ClipScope&) = delete;
  ClipScope& operator=(const ClipScope&) = delete;

 private:
  Painter& painter_;
};

// Keeps a group for a scope.
class GroupScope {
 public:
  GroupScope(Painter& painter, std::string_view title) : painter_(painter) { painter_.begin_group(title); }
  ~GroupScope() { painter_.end_group(); }
  GroupScope(const GroupScope&) = delete;
  GroupScope& operator=(const GroupScope&) = delete;

 private:
  Painter& painter_;
};

// Keeps words together for a scope.
class WordsScope {
 public:
  WordsScope(Painter& painter, std::string_view whole) : painter_(painter) { painter_.begin_words(whole); }
  ~WordsScope() { painter_.end_words(); }
  WordsScope(const WordsScope&) = delete;
  WordsScope& operator=(const WordsScope&) = delete;

 private:
  Painter& painter_;
};

}  // namespace standpoint
