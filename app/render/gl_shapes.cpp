// Keeps shapes on the card and draws them where their callback stands in the draw list. See gl_shapes.h.
#include "app/render/gl_shapes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <utility>

#include "imgui.h"

namespace standpoint {
namespace {

// A board that nobody has looked at for so many frames leaves the card.
constexpr std::uint64_t keep_frames = 240;

// The list's own order decides when this runs; the data was copied into the list with the sink it belongs to.
struct Waiting {
  GlShapes* shapes = nullptr;
  ShapeCall call;
};

void draw_waiting(const ImDrawList*, const ImDrawCmd* command) {
  Waiting waiting;
  std::memcpy(&waiting, command->UserCallbackData, sizeof waiting);  // the list keeps it at any address
  const ImDrawData& data = *ImGui::GetDrawData();
  const ShapeTarget target{{data.DisplayPos.x, data.DisplayPos.y}, {data.DisplaySize.x, data.DisplaySize.y},
                           {data.FramebufferScale.x, data.FramebufferScale.y}};
  // As ImGui's own back end does for triangles; OpenGL counts rows from below.
  const Vec low{(command->ClipRect.x - target.first.x) * target.density.x, (command->ClipRect.y - target.first.y) * target.density.y};
  const Vec high{(command->ClipRect.z - target.first.x) * target.density.x, (command->ClipRect.w - target.first.y) * target.density.y};
  if (high.x <= low.x || high.y <= low.y) return;
  const float height = target.size.y * target.density.y;
  glScissor(static_cast<GLint>(low.x), static_cast<GLint>(height - high.y), static_cast<GLsizei>(high.x - low.x), static_cast<GLsizei>(high.y - low.y));
  waiting.shapes->draw(waiting.call, target);
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void describe_nodes() {
  constexpr auto stride = static_cast<GLsizei>(sizeof(NodeShape));
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(NodeShape, x)));
  glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, stride, offset(offsetof(NodeShape, radius)));
  glVertexAttribIPointer(2, 4, GL_UNSIGNED_BYTE, stride, offset(offsetof(NodeShape, kind)));
}

void describe_ties() {
  constexpr auto stride = static_cast<GLsizei>(sizeof(TieShape));
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, stride, offset(offsetof(TieShape, from_x)));
  glVertexAttribIPointer(1, 1, GL_SHORT, stride, offset(offsetof(TieShape, bow)));
  glVertexAttribIPointer(2, 2, GL_UNSIGNED_SHORT, stride, offset(offsetof(TieShape, from_radius)));
  glVertexAttribIPointer(3, 1, GL_UNSIGNED_SHORT, stride, offset(offsetof(TieShape, look)));
}

Vec4 view_of(const ShapeView& view) { return {view.origin.x, view.origin.y, view.scale, view.node_scale}; }
Vec4 area_of(Box box) { return {box.center().x, box.center().y, box.width() / 2, box.height() / 2}; }
float pixels(const ShapePlace& place) { return place.scale * place.density; }

void copy_colors(std::span<const Color> from, ShapeCall& call) {
  std::copy_n(from.begin(), std::min(from.size(), call.colors.size()), call.colors.begin());
}

std::size_t color_count(ShapeProgram program) {
  switch (program) {
    case ShapeProgram::person: return node_color::count;
    case ShapeProgram::tie: return 5;
    case ShapeProgram::shadow: return 1;
    case ShapeProgram::heat: return most_heat_colors;
  }
  return 0;
}

}  // namespace

Result<std::unique_ptr<GlShapes>> GlShapes::make(GlKind kind) {
  std::unique_ptr<GlShapes> shapes(new GlShapes);
  for (int i = 0; i < shape_program_count; ++i) {
    auto program = GlProgram::link(shader_source(static_cast<ShapeProgram>(i), kind));
    if (!program) return failed(program.error());
    shapes->programs_[static_cast<std::size_t>(i)] = std::move(*program);
  }
  glGenVertexArrays(1, &shapes->no_instances_);
  return shapes;
}

GlShapes::~GlShapes() {
  for (const Kept& kept : kept_) forget(kept);
  if (no_instances_ != 0) glDeleteVertexArrays(1, &no_instances_);
}

void GlShapes::forget(const Kept& kept) {
  if (kept.buffer != 0) glDeleteBuffers(1, &kept.buffer);
  if (kept.array != 0) glDeleteVertexArrays(1, &kept.array);
  if (kept.texture != 0) glDeleteTextures(1, &kept.texture);
}

void GlShapes::frame_done() {
  std::erase_if(kept_, [this](const Kept& kept) {
    const bool old = kept.used + keep_frames < frame_;
    if (old) forget(kept);
    return old;
  });
  ++frame_;
}

GlShapes::Kept* GlShapes::find(ShapeProgram program, std::uint64_t version) {
  for (Kept& kept : kept_)
    if (kept.program == program && kept.version == version) {
      kept.used = frame_;
      return &kept;
    }
  return nullptr;
}

// A place on the card: one that neither this frame nor the one before draws, so that a board in motion takes turns between
// a few, or a new one.
GlShapes::Kept& GlShapes::room_for(ShapeProgram program) {
  for (Kept& kept : kept_)
    if (kept.program == program && kept.used + 1 < frame_) return kept;
  kept_.push_back({});
  kept_.back().program = program;
  return kept_.back();
}

void GlShapes::keep(ShapeProgram program, std::uint64_t version, std::span<const std::byte> content, std::size_t stride) {
  if (find(program, version) != nullptr) return;
  Kept& kept = room_for(program);
  kept.version = version;
  kept.used = frame_;
  kept.count = static_cast<GLsizei>(content.size() / stride);
  GLint array = 0, buffer = 0;
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &array);
  glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &buffer);
  const bool made = kept.buffer != 0;
  if (!made) {
    glGenBuffers(1, &kept.buffer);
    glGenVertexArrays(1, &kept.array);
  }
  glBindVertexArray(kept.array);
  glBindBuffer(GL_ARRAY_BUFFER, kept.buffer);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(content.size()), content.data(), GL_DYNAMIC_DRAW);
  bytes_sent_ += content.size();
  if (!made) {
    program == ShapeProgram::person ? describe_nodes() : describe_ties();
    const GLuint attributes = program == ShapeProgram::person ? 3 : 4;
    for (GLuint i = 0; i < attributes; ++i) {
      glEnableVertexAttribArray(i);
      glVertexAttribDivisor(i, 1);
    }
  }
  glBindVertexArray(static_cast<GLuint>(array));
  glBindBuffer(GL_ARRAY_BUFFER, static_cast<GLuint>(buffer));
}

ShapeCall GlShapes::people_call(const ShapePlace& place, std::span<const NodeShape> nodes, std::uint64_t version, const ShapeView& view,
                                std::span<const Color> colors) {
  keep(ShapeProgram::person, version, std::as_bytes(nodes), sizeof(NodeShape));
  ShapeCall call{ShapeProgram::person, version, place, view_of(view), {view.radius_least, pixels(place), view.show_stance ? 1.0F : 0.0F, 0}, {}};
  copy_colors(colors, call);
  return call;
}

ShapeCall GlShapes::ties_call(const ShapePlace& place, std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view,
                              std::span<const Color> colors) {
  keep(ShapeProgram::tie, version, std::as_bytes(ties), sizeof(TieShape));
  ShapeCall call{ShapeProgram::tie, version, place, view_of(view), {view.radius_least, pixels(place), view.weight, 0}, {}};
  copy_colors(colors, call);
  return call;
}

ShapeCall GlShapes::shadow_call(const ShapePlace& place, Box box, float corner, float blur, Color color) {
  const float deviation = std::max(blur, 1.0F / pixels(place)) / 2.0F;
  const float half_width = box.width() / 2, half_height = box.height() / 2;
  // As the triangles have it: the corner of what blurs is at least as round as the blur is wide.
  const float round = std::max(corner, std::min(blur, std::min(half_width, half_height)));
  ShapeCall call{ShapeProgram::shadow, 0, place, area_of(box.grown(2.5F * deviation)),
                 {half_width, half_height, std::min(round, std::min(half_width, half_height)), deviation}, {}};
  call.colors.front() = color;
  return call;
}

ShapeCall GlShapes::heat_call(const ShapePlace& place, Box box, int columns, int rows, std::span<const float> values, std::span<const Color> bands) {
  std::vector<std::uint8_t> levels;
  levels.reserve(values.size());
  for (const float value : values) levels.push_back(static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F));
  const std::uint64_t version = version_of(std::as_bytes(std::span(levels))) + static_cast<std::uint64_t>(columns);
  if (find(ShapeProgram::heat, version) == nullptr) {
    Kept& kept = room_for(ShapeProgram::heat);
    kept.version = version;
    kept.used = frame_;
    if (kept.texture == 0) glGenTextures(1, &kept.texture);
    GLint texture = 0, alignment = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture);
    glGetIntegerv(GL_UNPACK_ALIGNMENT, &alignment);
    glBindTexture(GL_TEXTURE_2D, kept.texture);
    for (const auto& [name, value] : {std::pair{GL_TEXTURE_MIN_FILTER, GL_LINEAR}, {GL_TEXTURE_MAG_FILTER, GL_LINEAR},
                                      {GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE}, {GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE}})
      glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(name), value);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, columns, rows, 0, GL_RED, GL_UNSIGNED_BYTE, levels.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, alignment);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    bytes_sent_ += levels.size();
  }
  ShapeCall call{ShapeProgram::heat, version, place, area_of(box),
                 {static_cast<float>(columns), static_cast<float>(rows), static_cast<float>(std::min<std::size_t>(bands.size(), most_heat_colors)), 0}, {}};
  copy_colors(bands, call);
  return call;
}

void GlShapes::draw(const ShapeCall& call, const ShapeTarget& target) {
  const bool instanced = call.program == ShapeProgram::person || call.program == ShapeProgram::tie;
  const Kept* kept = call.program == ShapeProgram::shadow ? nullptr : find(call.program, call.version);
  if (call.program != ShapeProgram::shadow && kept == nullptr) return;  // drawn twice from one list, the card having moved on
  const GlProgram& program = programs_[static_cast<std::size_t>(call.program)];
  program.use();
  const float x = 2.0F / target.size.x, y = -2.0F / target.size.y;
  program.set_place({call.place.scale * x, call.place.scale * y, (call.place.origin.x - target.first.x) * x - 1.0F,
                     (call.place.origin.y - target.first.y) * y + 1.0F});
  program.set_view(call.view);
  program.set_area(call.view);
  program.set_limits(call.limits);
  program.set_colors(std::span(call.colors).first(color_count(call.program)));
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // shaders multiply by alpha themselves
  glBindVertexArray(instanced ? kept->array : no_instances_);
  if (call.program == ShapeProgram::heat) glBindTexture(GL_TEXTURE_2D, kept->texture);
  if (instanced) glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, call.program == ShapeProgram::person ? 4 : 2 * ribbon_stations, kept->count);
  else glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void GlShapes::add(ImDrawList& list, const ShapeCall& call) {
  Waiting waiting{this, call};
  list.AddCallback(draw_waiting, &waiting, sizeof waiting);
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void GlShapes::people(ImDrawList& list, const ShapePlace& place, std::span<const NodeShape> nodes, std::uint64_t version,
                      const ShapeView& view, std::span<const Color> colors) {
  if (!nodes.empty()) add(list, people_call(place, nodes, version, view, colors));
}

void GlShapes::ties(ImDrawList& list, const ShapePlace& place, std::span<const TieShape> ties, std::uint64_t version, const ShapeView& view,
                    std::span<const Color> colors) {
  if (!ties.empty()) add(list, ties_call(place, ties, version, view, colors));
}

void GlShapes::shadow(ImDrawList& list, const ShapePlace& place, Box box, float corner, float blur, Color color) {
  if (color.a != 0 && box.width() > 0 && box.height() > 0) add(list, shadow_call(place, box, corner, blur, color));
}

void GlShapes::heat(ImDrawList& list, const ShapePlace& place, Box box, int columns, int rows, std::span<const float> values,
                    std::span<const Color> bands) {
  if (!values.empty() && bands.size() > 1) add(list, heat_call(place, box, columns, rows, values, bands));
}

}  // namespace standpoint
