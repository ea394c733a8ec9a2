// Compiles, links and feeds one program. See gl_program.h.
#include "app/render/gl_program.h"

#include <string>
#include <utility>
#include <vector>

namespace standpoint {
namespace {

std::string first_line(const std::string& words) { return words.substr(0, words.find('\n')); }

Result<GLuint> compiled(GLenum stage, const std::string& source) {
  const GLuint shader = glCreateShader(stage);
  const char* text = source.c_str();
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  GLint good = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
  if (good == GL_TRUE) return shader;
  std::string words(1024, '\0');
  glGetShaderInfoLog(shader, static_cast<GLsizei>(words.size()), nullptr, words.data());
  glDeleteShader(shader);
  return failed("The graphics driver refuses a shader: " + first_line(words.c_str()) + ".");
}

}  // namespace

Result<GlProgram> GlProgram::link(const ShaderSource& source) {
  const auto vertex = compiled(GL_VERTEX_SHADER, source.vertex);
  if (!vertex) return failed(vertex.error());
  const auto fragment = compiled(GL_FRAGMENT_SHADER, source.fragment);
  GlProgram program;
  program.name_ = glCreateProgram();
  glAttachShader(program.name_, *vertex);
  if (fragment) glAttachShader(program.name_, *fragment);
  glLinkProgram(program.name_);
  glDeleteShader(*vertex);
  if (!fragment) return failed(fragment.error());
  glDeleteShader(*fragment);
  GLint good = GL_FALSE;
  glGetProgramiv(program.name_, GL_LINK_STATUS, &good);
  if (good != GL_TRUE) {
    std::string words(1024, '\0');
    glGetProgramInfoLog(program.name_, static_cast<GLsizei>(words.size()), nullptr, words.data());
    return failed("The graphics driver refuses a shader: " + first_line(words.c_str()) + ".");
  }
  const auto place_of = [&](const char* name) { return glGetUniformLocation(program.name_, name); };
  program.view_ = place_of("view");
  program.area_ = place_of("area");
  program.place_ = place_of("place");
  program.limits_ = place_of("limits");
  program.colors_ = place_of("colors");
  return program;
}

GlProgram::~GlProgram() {
  if (name_ != 0) glDeleteProgram(name_);
}

GlProgram::GlProgram(GlProgram&& other) noexcept { *this = std::move(other); }

GlProgram& GlProgram::operator=(GlProgram&& other) noexcept {
  std::swap(name_, other.name_);
  view_ = other.view_;
  area_ = other.area_;
  place_ = other.place_;
  limits_ = other.limits_;
  colors_ = other.colors_;
  return *this;
}

void GlProgram::use() const { glUseProgram(name_); }
void GlProgram::set_view(const Vec4& value) const { glUniform4fv(view_, 1, value.data()); }
void GlProgram::set_area(const Vec4& value) const { glUniform4fv(area_, 1, value.data()); }
void GlProgram::set_place(const Vec4& value) const { glUniform4fv(place_, 1, value.data()); }
void GlProgram::set_limits(const Vec4& value) const { glUniform4fv(limits_, 1, value.data()); }

void GlProgram::set_colors(std::span<const Color> colors) const {
  std::vector<float> values;
  for (const Color& color : colors)
    for (const std::uint8_t channel : {color.r, color.g, color.b, color.a}) values.push_back(static_cast<float>(channel) / 255.0F);
  glUniform4fv(colors_, static_cast<GLsizei>(colors.size()), values.data());
}

}  // namespace standpoint
