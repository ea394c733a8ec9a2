// The text of the shaders as a compiler takes it: head for the kind of OpenGL, measures of the design, body. Called by
// GlShapes. It must not call OpenGL.
#pragma once

#include <string>

#include "app/render/egl_context.h"

namespace standpoint {

struct ShaderSource {
  std::string vertex;
  std::string fragment;
};

enum class ShapeProgram { person, tie, shadow, heat };
inline constexpr int shape_program_count = 4;

ShaderSource shader_source(ShapeProgram program, GlKind kind);

// A tie's ribbon: pairs of vertices along it.
inline constexpr int ribbon_stations = 12;
inline constexpr int most_heat_colors = 16;

}  // namespace standpoint
