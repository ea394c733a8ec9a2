// One linked shader program and its uniforms. Called by GlShapes; its context must be current.
#pragma once

#include <array>
#include <span>

#include <glad/gl.h>

#include "app/design/color.h"
#include "app/render/shader_source.h"
#include "core/workshop/result.h"

namespace standpoint {

using Vec4 = std::array<float, 4>;

class GlProgram {
 public:
  GlProgram() = default;
  // Fails with one sentence that holds the first line of what the driver says.
  static Result<GlProgram> link(const ShaderSource& source);
  ~GlProgram();
  GlProgram(GlProgram&& other) noexcept;
  GlProgram& operator=(GlProgram&& other) noexcept;

  void use() const;
  // Those that a program does not have are ignored.
  void set_view(const Vec4& value) const;
  void set_area(const Vec4& value) const;
  void set_place(const Vec4& value) const;
  void set_limits(const Vec4& value) const;
  void set_colors(std::span<const Color> colors) const;

 private:
  GLuint name_ = 0;
  GLint view_ = -1, area_ = -1, place_ = -1, limits_ = -1, colors_ = -1;
};

}  // namespace standpoint
