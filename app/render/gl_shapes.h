// People, ties, shadows and heat on the graphics card of one OpenGL context: the ShapeSink of a window or an off-screen
// picture. What was sent once stays on the card while it is drawn, so a frame that shows the same board sends nothing, also
// while somebody zooms or pans. Everything here needs the context that was current in `make`.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/paint/shapes.h"
#include "app/render/gl_program.h"
#include "app/render/shader_source.h"
#include "core/workshop/result.h"

namespace standpoint {

// The picture that is drawn into: ImGui's draw data says it, and tests say it themselves.
struct ShapeTarget {
  Vec first;                  // what its top left is called in the list
  Vec size;                   // in the list's units
  Vec density{1, 1};          // physical pixels of one unit
};

// One thing to draw, as it waits in a draw list for its turn. Plain data: the list copies it.
struct ShapeCall {
  ShapeProgram program = ShapeProgram::person;
  std::uint64_t version = 0;  // of the instances or the field
  ShapePlace place;
  Vec4 view{};                // `view` or `area`
  Vec4 limits{};
  std::array<Color, most_heat_colors> colors{};
};

class GlShapes final : public ShapeSink {
 public:
  static Result<std::unique_ptr<GlShapes>> make(GlKind kind);
  ~GlShapes() override;

  void people(ImDrawList& list, const ShapePlace& place, std::span<const NodeShape> nodes, std::uint64_t version,
              const ShapeView& view, std::span<const Color> colors) override;
  void ties(ImDrawList& list, const ShapePlace& place, std::span<const TieShape> ties, std::uint64_t version,
            const ShapeView& view, std::span<const Color> colors) override;
  void shadow(ImDrawList& list, const ShapePlace& place, Box box, float corner, float blur, Color color) override;
  void heat(ImDrawList& list, const ShapePlace& place, Box box, int columns, int rows, std::span<const float> values,
            std::span<const Color> bands) override;

  // The same without a list: what has to be sent is sent, and the call can be drawn. For tests, and for the above.
  ShapeCall people_call(const ShapePlace& place, std::span<const NodeShape> nodes, std::uint64_t version, const ShapeView& view,
                        std::span<const Color> colors);
  ShapeCall ties_call(const ShapePlace& place, std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view,
                      std::span<const Color> colors);
  static ShapeCall shadow_call(const ShapePlace& place, Box box, float corner, float blur, Color color);
  ShapeCall heat_call(const ShapePlace& place, Box box, int columns, int rows, std::span<const float> values, std::span<const Color> bands);
  // Draws inside the current scissor box; leaves program, vertex array, blending and texture 0 changed.
  void draw(const ShapeCall& call, const ShapeTarget& target);

  // After each frame that was shown: what has not been drawn for a while is forgotten.
  void frame_done();

  // All that was ever sent to the card.
  std::uint64_t bytes_sent() const { return bytes_sent_; }

 private:
  // Instances in a buffer, or a field in a texture.
  struct Kept {
    ShapeProgram program{};
    std::uint64_t version = 0;
    GLuint buffer = 0, array = 0, texture = 0;
    GLsizei count = 0;
    std::uint64_t used = 0;  // in this frame last
  };
  GlShapes() = default;
  Kept* find(ShapeProgram program, std::uint64_t version);
  Kept& room_for(ShapeProgram program);
  void keep(ShapeProgram program, std::uint64_t version, std::span<const std::byte> content, std::size_t stride);
  void add(ImDrawList& list, const ShapeCall& call);
  static void forget(const Kept& kept);

  std::array<GlProgram, shape_program_count> programs_;
  GLuint no_instances_ = 0;  // a vertex array for what needs no attributes
  std::vector<Kept> kept_;
  std::uint64_t frame_ = 1;
  std::uint64_t bytes_sent_ = 0;
};

}  // namespace standpoint
