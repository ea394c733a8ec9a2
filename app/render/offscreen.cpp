// ImGui's OpenGL back end into a frame buffer, in a context without a display.
#include "app/render/offscreen.h"

#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>

#include "app/paint/gui_context.h"
#include "app/render/egl_context.h"
#include "app/render/gl_shapes.h"
#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

namespace standpoint {

namespace {

// Pictures are drawn in pieces no larger than this, or than the card allows: a large one needs little memory there.
constexpr int largest_piece = 4096;

}  // namespace

struct Offscreen::State {
  std::unique_ptr<EglContext> egl;
  int width = 0;
  int height = 0;
  int piece_width = 0;   // of the frame buffer; the last piece of a row or column may use less of it
  int piece_height = 0;
  GLuint frame_buffer = 0;
  GLuint color_buffer = 0;
  std::unique_ptr<GuiContext> gui;
  std::unique_ptr<GlShapes> shapes;
  bool drawing_ready = false;

  ~State() {
    if (gui) gui->make_current();
    shapes.reset();
    if (drawing_ready) ImGui_ImplOpenGL3_Shutdown();
    if (frame_buffer != 0) glDeleteFramebuffers(1, &frame_buffer);
    if (color_buffer != 0) glDeleteRenderbuffers(1, &color_buffer);
  }

  bool make_frame_buffer() {
    GLint possible = 1024;  // what every OpenGL 3.3 can do
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &possible);
    piece_width = std::min({width, possible, largest_piece});
    piece_height = std::min({height, possible, largest_piece});
    glGenRenderbuffers(1, &color_buffer);
    glBindRenderbuffer(GL_RENDERBUFFER, color_buffer);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, piece_width, piece_height);
    glGenFramebuffers(1, &frame_buffer);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_buffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_buffer);
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }

  void begin() {
    gui->make_current();
    egl->make_current();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DeltaTime = 1.0F / 60.0F;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
  }

  // Ends a frame that nobody looks at: only what the next one needs is done.
  void end_unseen() {
    ImGui::Render();
    whiten_new_textures();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
      if (texture->Status != ImTextureStatus_OK) ImGui_ImplOpenGL3_UpdateTexture(texture);
    shapes->frame_done();
  }

  Result<Picture> end_seen(Color ground) {
    ImGui::Render();
    whiten_new_textures();
    Picture picture{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
    glBindFramebuffer(GL_FRAMEBUFFER, frame_buffer);
    glViewport(0, 0, piece_width, piece_height);
    glClearColor(static_cast<float>(ground.r) / 255.0F, static_cast<float>(ground.g) / 255.0F, static_cast<float>(ground.b) / 255.0F, 1.0F);
    for (int y = 0; y < height; y += piece_height)
      for (int x = 0; x < width; x += piece_width) draw_piece(x, y, picture);
    shapes->frame_done();
    if (glGetError() != GL_NO_ERROR)
      return failed("The picture could not be read back from OpenGL. The session is untouched. Try a smaller size.");
    return picture;
  }

  // What was drawn is opaque whatever alpha the blending left behind, and OpenGL counts rows from below.
  void draw_piece(int x, int y, Picture& into) const {
    ImDrawData* drawn = ImGui::GetDrawData();
    drawn->DisplayPos = {static_cast<float>(x), static_cast<float>(y)};
    drawn->DisplaySize = {static_cast<float>(piece_width), static_cast<float>(piece_height)};
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(drawn);
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(piece_width) * static_cast<std::size_t>(piece_height) * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, piece_width, piece_height, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (std::size_t i = 3; i < rows.size(); i += 4) rows[i] = 255;
    const auto row = static_cast<std::size_t>(piece_width) * 4;
    const auto used = static_cast<std::size_t>(std::min(piece_width, width - x)) * 4;
    for (int line = 0; line < std::min(piece_height, height - y); ++line) {
      const auto from = rows.begin() + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(piece_height - 1 - line));
      const std::size_t to = (static_cast<std::size_t>(y + line) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
      std::copy(from, from + static_cast<std::ptrdiff_t>(used), into.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
};

Offscreen::Offscreen(std::unique_ptr<State> state) : state_(std::move(state)) {}
Offscreen::~Offscreen() = default;

Result<std::unique_ptr<Offscreen>> Offscreen::open(int width, int height) {
  if (width < 16 || height < 16 || width > 8192 || height > 8192)
    return failed(fmt::format("A picture of {}x{} cannot be drawn. The session is untouched. Choose 16 to 8192 pixels a side.", width, height));
  auto state = std::make_unique<State>();
  state->width = width;
  state->height = height;
  auto egl = EglContext::open(GlKind::core_330);
  if (!egl) return failed(egl.error());
  state->egl = std::move(*egl);
  if (!state->make_frame_buffer())
    return failed(fmt::format("There is no room for a picture of {}x{}. The session is untouched. Choose a smaller one.", width, height));
  auto gui = GuiContext::make();
  if (!gui) return failed(gui.error());
  state->gui = std::move(*gui);
  if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
    return failed("OpenGL 3.3 could not be set up for drawing. The session is untouched. Install the package libgl1-mesa-dri and try again.");
  state->drawing_ready = true;
  auto shapes = GlShapes::make(GlKind::core_330);
  if (!shapes) return failed(shapes.error());
  state->shapes = std::move(*shapes);
  return std::unique_ptr<Offscreen>(new Offscreen(std::move(state)));
}

ShapeSink* Offscreen::shapes() const { return state_->shapes.get(); }
std::uint64_t Offscreen::bytes_sent() const { return state_->shapes->bytes_sent(); }
const Fonts& Offscreen::fonts() const { return state_->gui->fonts(); }

Result<Picture> Offscreen::paint(Color ground, const std::function<void(ImDrawList&)>& paint) {
  return frame(ground, [&paint] { paint(*ImGui::GetBackgroundDrawList()); }, 1);
}

Result<Picture> Offscreen::frame(Color ground, const std::function<void()>& draw, int frames) {
  for (int i = 1; i < frames; ++i) {
    state_->begin();
    draw();
    state_->end_unseen();
  }
  state_->begin();
  draw();
  return state_->end_seen(ground);
}

}  // namespace standpoint
