// The Painter that draws on a window or an off-screen picture, through an ImGui draw list.
// Screens make one per frame and area; it scales logical pixels (the stage is 1920x1080) to the pixels of the list.
// It must not keep anything from frame to frame and must not handle input.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/paint/mesh.h"
#include "app/paint/painter.h"
#include "app/paint/text/fonts.h"

namespace standpoint {

// Where logical (0, 0) lies in the draw list, and how many of its units one logical pixel is.
struct Placement {
  Vec origin;
  float scale = 1.0F;

  constexpr Vec to_screen(Vec logical) const { return origin + logical * scale; }
  constexpr Vec to_logical(Vec screen) const { return (screen - origin) * (1.0F / scale); }
  constexpr Box to_screen(Box logical) const { return {to_screen(logical.min), to_screen(logical.max)}; }
};

// Hears every text that is drawn, and where, in units of the draw list.
class TextEar {
 public:
  virtual ~TextEar() = default;
  virtual void hear(Box box, std::string_view utf8) = 0;
};

class ScreenPainter final : public Painter {
 public:
  // `density`: physical pixels per unit of the draw list (ImGui's DisplayFramebufferScale).
  // `shapes`: the graphics card of the list's window; null: everything is drawn as triangles.
  ScreenPainter(ImDrawList& list, const Fonts& fonts, Placement placement, float density = 1.0F, ShapeSink* shapes = nullptr);

  void listen(TextEar* ear) { ear_ = ear; }

  const Placement& placement() const { return placement_; }

  void fill(const Path& path, Color color) override;
  void stroke(const Path& path, const Stroke& stroke) override;
  void taper(const Path& path, float start_width, float end_width, Color color) override;
  void shadow(Box box, float corner, const Shadow& shadow) override;
  void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) override;
  void text(Vec at, std::string_view utf8, const TextLook& look) override;
  float text_width(std::string_view utf8, const TextStyle& style, bool tabular = false) const override;
  void icon(Vec center, Icon icon, Face cut, float size, Color color) override;
  void push_clip(Box box) override;
  void pop_clip() override;
  void begin_words(std::string_view whole) override;
  void end_words() override;
  void people(std::span<const NodeShape> nodes, std::uint64_t version, const ShapeView& view, const Theme& theme,
              const ShapeTitle& title) override;
  void ties(std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view, const Theme& theme,
            const ShapeTitle& title) override;
  void heat(Box box, const HeatField& field, std::span<const Color> bands) override;

 private:
  struct Run;  // glyphs of one line with their places, in screen units from the start of the baseline
  Run lay_out(std::string_view utf8, const TextStyle& style, bool tabular) const;
  Run shaped(std::string_view utf8, const TextStyle& style) const;
  static Run without_colors(Run run);
  void draw_run(const Run& run, Vec baseline, Turn turn, Color color);
  void tell_ear(Box box, std::string_view utf8);
  std::vector<Polyline> on_screen(const Path& path) const;

  MeshTarget target_;
  const Fonts& fonts_;
  Placement placement_;
  float density_;
  ShapeSink* shapes_;
  ShapePlace place_;
  TextEar* ear_ = nullptr;
  std::string words_;         // the whole that is being drawn in parts
  int words_within_ = 0;      // how many wholes are begun; 0: each line is a text of its own
  std::optional<Box> heard_;  // of the parts so far
};

}  // namespace standpoint
