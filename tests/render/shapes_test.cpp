// People, ties, shadows and heat drawn by the graphics card and by triangles: the two must look alike at any size and zoom, in
// both heads of the shaders; and what was sent once is not sent again. Needs no display.
#include <doctest/doctest.h>

#include <glad/gl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/boards/map/paint_board.h"
#include "app/paint/elevation.h"
#include "app/paint/painter.h"
#include "app/paint/screen_painter.h"
#include "app/render/gl_shapes.h"
#include "app/render/offscreen.h"
#include "core/file/session_store.h"

namespace standpoint::shapes_test {
namespace {

MapBoard sample_board(const std::string& session) {
  const std::unique_ptr<FileSystem> files = posix_file_system();
  const auto opened = open_session(*files, std::string(STANDPOINT_SOURCE_DIR) + "/sessions/" + session, OpenFor::reading);
  REQUIRE(opened.has_value());
  return build_map(opened->workshop, {}, influence_of(opened->workshop));
}

// Every kind with every stance in rows, tied to the next in every way and strength.
MapBoard every_shape() {
  MapBoard board;
  for (int kind = 0; kind < stakeholder_kind_count; ++kind)
    for (int stance = 0; stance < stance_count; ++stance) {
      MapNode node;
      node.id = mint<StakeholderId>(SeatId{1}, static_cast<std::uint32_t>(board.nodes.size() + 1));
      node.at = {-600.0 + 240 * kind, 330.0 - 165 * stance};
      node.influence = 1 + (kind + stance) % 5;
      node.radius = map_look::node_radius(node.influence);
      node.kind = static_cast<StakeholderKind>(kind);
      node.stance = static_cast<Stance>(stance);
      board.nodes.push_back(node);
    }
  for (std::size_t i = 0; i < board.nodes.size(); ++i)
    for (const std::size_t step : {std::size_t{1}, std::size_t{6}, std::size_t{13}}) {
      MapTie tie;
      tie.id = mint<TieId>(SeatId{1}, static_cast<std::uint32_t>(100 + board.ties.size()));
      tie.from = i;
      tie.to = (i + step) % board.nodes.size();
      tie.kind = static_cast<TieKind>((i + step) % tie_kind_count);
      tie.strength = 1 + static_cast<int>((i / 2 + step) % 3);
      tie.bow = std::array{0.1, -0.1, 0.18}[(i + step) % 3];
      board.ties.push_back(tie);
    }
  return board;
}

MapLook look_at(int width, int height, const Camera& camera = {}) {
  MapLook look;
  look.view = map_view({{0, 0}, {static_cast<float>(width), static_cast<float>(height)}}, camera);
  look.names = false;
  look.halo = false;
  return look;
}

// How many of the pixels differ by more than a trace in any channel, and by how much the mean channel does.
struct Difference {
  double share = 0;
  double mean = 0;
  int most = 0;
};
constexpr int trace = 24;  // of 255: what an edge inside one pixel may come to

Difference difference(const Picture& one, const Picture& other) {
  Difference found;
  REQUIRE(one.rgba.size() == other.rgba.size());
  std::size_t differing = 0;
  for (std::size_t i = 0; i < one.rgba.size(); i += 4) {
    int worst = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      const int by = std::abs(static_cast<int>(one.rgba[i + channel]) - static_cast<int>(other.rgba[i + channel]));
      worst = std::max(worst, by);
      found.mean += by;
    }
    found.most = std::max(found.most, worst);
    if (worst > trace) ++differing;
  }
  const double pixels = static_cast<double>(one.rgba.size()) / 4;
  found.share = static_cast<double>(differing) / pixels;
  found.mean /= pixels * 3;
  return found;
}

// Both pictures, beside the build's other scraps, for whoever has to find out what differs.
std::string kept(const std::string& name, const Picture& meshes, const Picture& shapes) {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "standpoint-shapes";
  std::filesystem::create_directories(folder);
  for (const auto& [way, picture] : {std::pair{"-triangles.png", &meshes}, {"-card.png", &shapes}}) {
    const auto bytes = png_of(*picture);
    if (bytes) std::ofstream(folder / (name + way), std::ios::binary) << *bytes;
  }
  return folder.string();
}

Picture painted(Offscreen& offscreen, const Theme& theme, ShapeSink* shapes, const std::function<void(Painter&)>& paint, float scale = 1) {
  auto picture = offscreen.paint(theme.bg.paper, [&](ImDrawList& list) {
    ScreenPainter painter(list, offscreen.fonts(), {{}, scale}, 1, shapes);
    paint(painter);
  });
  REQUIRE(picture.has_value());
  return *picture;
}

struct Size {
  int width, height;
};
constexpr std::array<Size, 3> sizes{{{1280, 720}, {1920, 1080}, {3840, 2160}}};

// What fills 1920x1080 design pixels, at another size of the window.
void check_alike(const std::string& name, Size size, const Theme& theme, double most_share, const std::function<void(Painter&)>& paint) {
  auto offscreen = Offscreen::open(size.width, size.height);
  REQUIRE(offscreen.has_value());
  const float scale = static_cast<float>(size.height) / 1080;
  const Picture meshes = painted(**offscreen, theme, nullptr, paint, scale);
  const Picture shapes = painted(**offscreen, theme, (*offscreen)->shapes(), paint, scale);
  const Difference found = difference(meshes, shapes);
  INFO(name, ": ", found.share * 100, " % of the pixels differ, by ", found.most, " at most; mean ", found.mean);
  const bool alike = found.share <= most_share;
  if (!alike || std::getenv("STANDPOINT_KEEP_PICTURES") != nullptr) MESSAGE("pictures in ", kept(name, meshes, shapes));
  CHECK(found.share <= most_share);
  CHECK(found.mean < 0.5);
}

}  // namespace

TEST_CASE("a map looks the same by triangles and by the graphics card, at any size and zoom, in both themes") {
  const MapBoard board = sample_board("checkout-relaunch.standpoint");
  for (const Size size : sizes)
    for (const float zoom : {1.0F, 2.7F})
      for (const bool dark : {false, true}) {
        const Theme& theme = dark ? dark_theme : light_theme;
        MapLook look = look_at(1920, 1080, {{80, -40}, zoom});
        look.names = true;
        look.halo = true;
        const std::string name = "relaunch-" + std::to_string(size.height) + (zoom > 1 ? "-zoomed" : "") + (dark ? "-dark" : "");
        check_alike(name, size, theme, 0.0003, [&](Painter& painter) { paint_map(painter, theme, board, look); });
      }
}

TEST_CASE("every kind, stance and tie looks the same by triangles and by the graphics card") {
  MapBoard board = every_shape();
  for (const Size size : sizes) {
    MapLook look = look_at(1920, 1080);
    const std::string height = std::to_string(size.height);
    check_alike("every-" + height, size, light_theme, 0.002, [&](Painter& painter) { paint_map(painter, light_theme, board, look); });
    look.focused = board.nodes[7].id;
    check_alike("focus-" + height, size, dark_theme, 0.002, [&](Painter& painter) { paint_map(painter, dark_theme, board, look); });
    look.show_stance = false;
    look.show_conflicts = false;
    look.focused = {};
    check_alike("no-stance-" + height, size, light_theme, 0.002, [&](Painter& painter) { paint_map(painter, light_theme, board, look); });
  }
}

TEST_CASE("a shadow looks the same by triangles and by the graphics card") {
  check_alike("shadow", sizes[0], light_theme, 0.0002, [](Painter& painter) {
    draw_elevation(painter, light_theme, {{60, 60}, {340, 220}}, radius::panel, light_theme.shadow_rest);
    draw_elevation(painter, light_theme, {{420, 80}, {700, 240}}, radius::card_stage, light_theme.shadow_raised);
    draw_elevation(painter, light_theme, {{100, 330}, {380, 520}}, radius::panel, light_theme.shadow_overlay);
    painter.shadow({{480, 340}, {700, 500}}, 24, {{8, 12}, 60, 4, light_theme.ink.primary.with_alpha(0.5F)});
  });
}

TEST_CASE("heat looks the same by paths and by the graphics card, but for corners that paths round off") {
  constexpr int columns = 41, rows = 31;
  std::vector<float> values;
  for (int i = 0; i < columns * rows; ++i) {
    const float x = static_cast<float>(i % columns) / 20 - 1, y = static_cast<float>(i / columns) / 15 - 1;
    values.push_back(std::max(0.0F, 1 - 2 * (x * x + y * y)) * 0.9F + std::max(0.0F, 0.4F - 3 * ((x - 0.7F) * (x - 0.7F) + (y + 0.5F) * (y + 0.5F))));
  }
  check_alike("heat", sizes[1], light_theme, 0.004, [&](Painter& painter) {
    painter.heat({{300, 200}, {1500, 1000}}, {columns, rows, values}, light_theme.heat);
  });
}

namespace {

// A picture by the card alone, without ImGui: in any kind of OpenGL.
class Canvas {
 public:
  Canvas(GlKind kind, int width, int height) : width_(width), height_(height) {
    auto context = EglContext::open(kind);
    REQUIRE(context.has_value());
    context_ = std::move(*context);
    auto shapes = GlShapes::make(kind);
    REQUIRE_MESSAGE(shapes.has_value(), (shapes ? "" : shapes.error().sentence));
    shapes_ = std::move(*shapes);
    glGenRenderbuffers(1, &color_);
    glBindRenderbuffer(GL_RENDERBUFFER, color_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &frame_);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
    glViewport(0, 0, width, height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
  }
  ~Canvas() {
    shapes_.reset();
    glDeleteFramebuffers(1, &frame_);
    glDeleteRenderbuffers(1, &color_);
  }
  GlShapes& shapes() { return *shapes_; }
  void draw(const ShapeCall& call) { shapes_->draw(call, {{0, 0}, {static_cast<float>(width_), static_cast<float>(height_)}, {1, 1}}); }
  Picture picture() {
    Picture read{width_, height_, std::vector<std::uint8_t>(static_cast<std::size_t>(width_ * height_ * 4))};
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, read.rgba.data());
    REQUIRE(glGetError() == GL_NO_ERROR);
    return read;  // its first row is the lowest
  }

 private:
  int width_, height_;
  std::unique_ptr<EglContext> context_;
  std::unique_ptr<GlShapes> shapes_;
  GLuint color_ = 0, frame_ = 0;
};

struct SmallField {
  static constexpr int columns = 9, rows = 5;
  std::array<float, 45> values{};
  SmallField() {
    for (int i = 0; i < columns * rows; ++i) {
      const float x = static_cast<float>(i % columns - 4) / 4, y = static_cast<float>(i / columns - 2) / 2;
      values[static_cast<std::size_t>(i)] = std::max(0.0F, 1 - x * x - y * y);
    }
  }
};

Picture drawn_alone(GlKind kind) {
  Canvas canvas(kind, 1480, 880);
  const MapBoard board = every_shape();
  const MapLook look = look_at(1480, 880);
  const MapShapes shapes = shapes_of(board, look);
  const ShapePlace place;
  const SmallField field;
  canvas.draw(canvas.shapes().heat_call(place, {{20, 20}, {420, 200}}, SmallField::columns, SmallField::rows, field.values, light_theme.heat));
  canvas.draw(GlShapes::shadow_call(place, {{500, 600}, {900, 800}}, 18, 40, light_theme.ink.primary.with_alpha(0.5F)));
  canvas.draw(canvas.shapes().ties_call(place, shapes.ties, shapes.ties_version, shape_view(look), tie_colors(light_theme)));
  canvas.draw(canvas.shapes().people_call(place, shapes.nodes, shapes.nodes_version, shape_view(look), node_colors(light_theme)));
  return canvas.picture();
}

}  // namespace

TEST_CASE("the shaders draw the same with the head for tablets") {
  const Difference found = difference(drawn_alone(GlKind::core_330), drawn_alone(GlKind::es_300));
  CHECK(found.most <= 12);
}

TEST_CASE("heat stands in bands where the value says so") {
  Canvas canvas(GlKind::core_330, 401, 201);
  const SmallField field;
  canvas.draw(canvas.shapes().heat_call({}, {{0, 0}, {401, 201}}, SmallField::columns, SmallField::rows, field.values, light_theme.heat));
  const Picture picture = canvas.picture();
  int looked = 0;
  for (int row = 3; row < 201; row += 7)
    for (int column = 3; column < 401; column += 7) {
      const float x = static_cast<float>(column) / 400 * (SmallField::columns - 1), y = static_cast<float>(200 - row) / 200 * (SmallField::rows - 1);
      const int left = std::min(static_cast<int>(x), SmallField::columns - 2), top = std::min(static_cast<int>(y), SmallField::rows - 2);
      const auto at = [&](int dx, int dy) { return field.values[static_cast<std::size_t>((top + dy) * SmallField::columns + left + dx)]; };
      const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
      const float level = 6 * std::lerp(std::lerp(at(0, 0), at(1, 0), fx), std::lerp(at(0, 1), at(1, 1), fx), fy);
      if (std::fabs(level - std::round(level)) < 0.1F && level > 0.5F) continue;  // on the line between two bands
      const Color wanted = light_theme.heat[static_cast<std::size_t>(std::min(5.0F, level))];
      const std::size_t pixel = static_cast<std::size_t>(row * 401 + column) * 4;
      ++looked;
      CHECK(std::abs(picture.rgba[pixel] - wanted.r) <= 2);
      CHECK(std::abs(picture.rgba[pixel + 1] - wanted.g) <= 2);
      CHECK(std::abs(picture.rgba[pixel + 2] - wanted.b) <= 2);
    }
  CHECK(looked > 1000);
}

TEST_CASE("what the card has is not sent again while somebody zooms or pans, or looks at another theme") {
  auto offscreen = Offscreen::open(640, 360);
  REQUIRE(offscreen.has_value());
  MapBoard board = every_shape();
  MapLook look = look_at(640, 360);
  const auto paint = [&](const Theme& theme) {
    const std::uint64_t before = (*offscreen)->bytes_sent();
    (void)painted(**offscreen, theme, (*offscreen)->shapes(), [&](Painter& painter) { paint_map(painter, theme, board, look); });
    return (*offscreen)->bytes_sent() - before;
  };
  const std::uint64_t nodes = board.nodes.size() * sizeof(NodeShape), ties = board.ties.size() * sizeof(TieShape);
  CHECK(paint(light_theme) == nodes + ties);
  CHECK(paint(light_theme) == 0);
  look.view.camera = {{100, 50}, 2.2F};
  CHECK(paint(light_theme) == 0);
  CHECK(paint(dark_theme) == 0);
  board.nodes[3].at.x += 5;
  CHECK(paint(light_theme) == nodes + ties);
  look.focused = board.nodes[3].id;  // the others step back
  CHECK(paint(light_theme) == nodes + ties);
  for (int frame = 0; frame < 5; ++frame) CHECK(paint(light_theme) == 0);
  board.nodes[3].at.x -= 5;
  look.focused = {};
  CHECK(paint(light_theme) <= nodes + ties);
}

TEST_CASE("two maps in one frame, one of them small, are each drawn with their own shapes and clip") {
  auto offscreen = Offscreen::open(1200, 400);
  REQUIRE(offscreen.has_value());
  const MapBoard all = every_shape(), sample = sample_board("florence-1434.standpoint");
  const auto paint = [&](Painter& painter) {
    MapLook left = look_at(600, 400), right = look_at(600, 400, {{200, 0}, 3});
    right.view.box = {{600, 0}, {1200, 400}};
    {
      const ClipScope clip(painter, {{0, 0}, {300, 400}});
      paint_map(painter, light_theme, all, left);
    }
    const ClipScope clip(painter, {{610, 10}, {1190, 390}});
    paint_map(painter, light_theme, sample, right);
    painter.fill_box({{800, 100}, {1000, 200}}, 10, light_theme.accent.base);  // on top of what the card drew
  };
  const Picture meshes = painted(**offscreen, light_theme, nullptr, paint);
  const Picture shapes = painted(**offscreen, light_theme, (*offscreen)->shapes(), paint);
  CHECK(difference(meshes, shapes).share < 0.002);
  const auto pixel = [&](int x, int y) {
    const std::size_t at = static_cast<std::size_t>(y * 1200 + x) * 4;
    return Color{shapes.rgba[at], shapes.rgba[at + 1], shapes.rgba[at + 2], 255};
  };
  CHECK(pixel(450, 200) == light_theme.bg.paper);  // beyond the first clip
  CHECK(pixel(900, 150) == light_theme.accent.base);
}

}  // namespace standpoint::shapes_test
