// Builds the triangles. Every edge fades over one physical pixel, half inside and half outside, so shapes of any size stay smooth.
#include "app/paint/mesh.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "imgui.h"

namespace standpoint {

namespace {

ImU32 packed(Color color, float alpha) {
  return IM_COL32(color.r, color.g, color.b, color.with_alpha(alpha).a);
}

// Vertices and triangles of one shape, handed to the draw list in one piece.
class Mesh {
 public:
  explicit Mesh(Color color, std::size_t corners = 0) : color_(color) {
    corners_.reserve(corners);
    indices_.reserve(corners * 5);
  }

  unsigned vertex(Vec at, float alpha) {
    corners_.push_back({at, packed(color_, alpha)});
    return static_cast<unsigned>(corners_.size() - 1);
  }
  void triangle(unsigned a, unsigned b, unsigned c) { indices_.insert(indices_.end(), {a, b, c}); }
  void quad(unsigned a, unsigned b, unsigned c, unsigned d) {
    triangle(a, b, c);
    triangle(a, c, d);
  }

  void emit(ImDrawList& list) const {
    if (indices_.empty()) return;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve(static_cast<int>(indices_.size()), static_cast<int>(corners_.size()));
    const unsigned base = list._VtxCurrentIdx;
    for (const unsigned index : indices_) list.PrimWriteIdx(static_cast<ImDrawIdx>(base + index));
    for (const Corner& corner : corners_) list.PrimWriteVtx({corner.at.x, corner.at.y}, white, corner.color);
  }

 private:
  struct Corner {
    Vec at;
    ImU32 color;
  };
  Color color_;
  std::vector<Corner> corners_;
  std::vector<unsigned> indices_;
};

// A cut across a stroke: the middle, the direction to its left side (longer than 1 at bends) and half its width.
struct Section {
  Vec at;
  Vec across;
  float half = 0.0F;
};

// Lines thinner than a pixel are drawn one pixel wide and paler.
struct Weight {
  float half = 0.0F;
  float alpha = 1.0F;
};
Weight weight_of(float half, float fringe) {
  return half >= fringe / 2.0F ? Weight{half, 1.0F} : Weight{fringe / 2.0F, std::max(0.0F, half) / (fringe / 2.0F)};
}

Vec joint(Vec before, Vec after) {
  const Vec sum = normal(before) + normal(after);
  const float size = dot(sum, sum);
  // 2 * sum / |sum|^2 keeps the width through the bend; sharp turns are cut off at 2.5 times of it.
  const Vec across = size > 1e-4F ? sum * (2.0F / size) : normal(after);
  const float reach = length(across);
  return reach > 2.5F ? across * (2.5F / reach) : across;
}

std::vector<Section> sections_of(const Polyline& line, float start_width, float end_width) {
  const std::vector<Vec>& points = line.points;
  const std::size_t count = points.size();
  float total = 0.0F;
  for (std::size_t i = 0; i + 1 < count; ++i) total += length(points[i + 1] - points[i]);
  std::vector<Section> sections;
  sections.reserve(count + 1);
  float behind = 0.0F;
  for (std::size_t i = 0; i < count; ++i) {
    const bool first = i == 0;
    const bool last = i + 1 == count;
    const Vec before = unit(first ? (line.closed ? points[0] - points[count - 1] : points[1] - points[0]) : points[i] - points[i - 1]);
    const Vec after = unit(last ? (line.closed ? points[0] - points[i] : before) : points[i + 1] - points[i]);
    if (!first) behind += length(points[i] - points[i - 1]);
    const float width = start_width + (end_width - start_width) * (total > 0.0F ? behind / total : 0.0F);
    sections.push_back({points[i], joint(before, after), width / 2.0F});
  }
  if (line.closed) sections.push_back(sections.front());
  return sections;
}

struct Rung {
  unsigned soft_left, left, right, soft_right;
};

Rung rung(Mesh& mesh, const Section& section, float fringe, float alpha) {
  const Weight weight = weight_of(section.half, fringe);
  const float inner = weight.half - fringe / 2.0F;
  const float outer = weight.half + fringe / 2.0F;
  const float shade = weight.alpha * alpha;
  return {mesh.vertex(section.at + section.across * outer, 0.0F), mesh.vertex(section.at + section.across * inner, shade),
          mesh.vertex(section.at - section.across * inner, shade), mesh.vertex(section.at - section.across * outer, 0.0F)};
}

void join(Mesh& mesh, const Rung& a, const Rung& b) {
  mesh.quad(a.soft_left, a.left, b.left, b.soft_left);
  mesh.quad(a.left, a.right, b.right, b.left);
  mesh.quad(a.right, a.soft_right, b.soft_right, b.right);
}

int round_steps(float radius) { return std::clamp(static_cast<int>(std::ceil(std::sqrt(radius) * 3.0F)), 4, 64); }

// A part of a disc, from `start` over `sweep` radians, soft at its round edge.
void sector(Mesh& mesh, const Section& section, Vec start, float sweep, int steps, float fringe) {
  const Weight weight = weight_of(section.half, fringe);
  const float inner = std::max(0.0F, weight.half - fringe / 2.0F);
  const float outer = weight.half + fringe / 2.0F;
  const unsigned middle = mesh.vertex(section.at, weight.alpha);
  for (int i = 0; i <= steps; ++i) {
    const float angle = sweep * static_cast<float>(i) / static_cast<float>(steps);
    const Vec ray = start * std::cos(angle) + normal(start) * std::sin(angle);
    const unsigned here = mesh.vertex(section.at + ray * inner, weight.alpha);
    mesh.vertex(section.at + ray * outer, 0.0F);
    if (i == 0) continue;
    mesh.triangle(middle, here - 2, here);
    mesh.quad(here - 2, here - 1, here + 1, here);
  }
}

// Half a disc beyond the end of a line; `outward` points away from the line.
void round_cap(Mesh& mesh, const Section& section, Vec outward, float fringe) {
  sector(mesh, section, normal(outward) * -1.0F, pi, round_steps(section.half), fringe);
}

void disc(Mesh& mesh, Vec at, float half, float fringe) {
  sector(mesh, {at, {0, 1}, half}, {1, 0}, 2.0F * pi, 2 * round_steps(half), fringe);
}

Section moved(const Section& section, Vec by) { return {section.at + by, section.across, section.half}; }

}  // namespace

void mesh_stroke(const MeshTarget& target, const Polyline& line, float start_width, float end_width, Cap cap, Color color) {
  if (color.a == 0 || line.points.empty()) return;
  Mesh mesh(color, 4 * line.points.size() + 24);
  if (line.points.size() == 1) {
    if (cap == Cap::round) disc(mesh, line.points.front(), start_width / 2.0F, target.fringe);
    mesh.emit(target.list);
    return;
  }
  const std::vector<Section> sections = sections_of(line, start_width, end_width);
  const Vec out_start = unit(sections[0].at - sections[1].at);
  const Vec out_end = unit(sections.back().at - sections[sections.size() - 2].at);
  const bool butt = !line.closed && cap == Cap::butt;
  const float half_fringe = target.fringe / 2.0F;
  Rung before = rung(mesh, butt ? moved(sections.front(), out_start * -half_fringe) : sections.front(), target.fringe, 1.0F);
  if (butt) join(mesh, rung(mesh, moved(sections.front(), out_start * half_fringe), target.fringe, 0.0F), before);
  for (std::size_t i = 1; i < sections.size(); ++i) {
    const bool last = i + 1 == sections.size();
    const Rung here = rung(mesh, butt && last ? moved(sections[i], out_end * -half_fringe) : sections[i], target.fringe, 1.0F);
    join(mesh, before, here);
    before = here;
  }
  if (butt) join(mesh, before, rung(mesh, moved(sections.back(), out_end * half_fringe), target.fringe, 0.0F));
  if (!line.closed && cap == Cap::round) {
    round_cap(mesh, sections.front(), out_start, target.fringe);
    round_cap(mesh, sections.back(), out_end, target.fringe);
  }
  mesh.emit(target.list);
}

namespace {

float signed_area(std::span<const Vec> outline) {
  float area = 0.0F;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec a = outline[i];
    const Vec b = outline[(i + 1) % outline.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return area / 2.0F;
}

bool is_convex(std::span<const Vec> outline, float orientation) {
  const std::size_t count = outline.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Vec a = outline[(i + 1) % count] - outline[i];
    const Vec b = outline[(i + 2) % count] - outline[(i + 1) % count];
    if ((a.x * b.y - a.y * b.x) * orientation < -1e-3F) return false;
  }
  return true;
}

}  // namespace

void mesh_fill(const MeshTarget& target, std::span<const Vec> outline, Color color) {
  if (color.a == 0 || outline.size() < 3) return;
  // ImGui fades the edge only when the outline runs clockwise on the screen, where y points down.
  const float area = signed_area(outline);
  std::vector<ImVec2> points;
  points.reserve(outline.size());
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec p = outline[area > 0.0F ? i : outline.size() - 1 - i];
    points.push_back({p.x, p.y});
  }
  const float fringe_before = target.list._FringeScale;
  target.list._FringeScale = target.fringe;
  const int count = static_cast<int>(points.size());
  if (is_convex(outline, area > 0.0F ? 1.0F : -1.0F)) target.list.AddConvexPolyFilled(points.data(), count, packed(color, 1.0F));
  else target.list.AddConcavePolyFilled(points.data(), count, packed(color, 1.0F));
  target.list._FringeScale = fringe_before;
}

void mesh_shadow(const MeshTarget& target, Box box, float corner, float blur, Color color) {
  if (color.a == 0 || box.width() <= 0.0F || box.height() <= 0.0F) return;
  constexpr int rings = 14;
  constexpr int corner_steps = 10;
  const float sigma = std::max(blur, target.fringe) / 2.0F;
  const float half_width = box.width() / 2.0F;
  const float half_height = box.height() / 2.0F;
  const float round = std::max(corner, std::min(blur, std::min(half_width, half_height)));
  Mesh mesh(color);
  const unsigned middle = mesh.vertex(box.center(), 0.5F * std::erfc(-std::min({half_width, half_height, 2.5F * sigma}) / (sigma * std::sqrt(2.0F))));
  constexpr unsigned around = 4 * (corner_steps + 1);
  for (int ring = 0; ring <= rings; ++ring) {
    // From well inside the edge to well outside: at 2.5 standard deviations under 1 % of the shade is left.
    const float offset = sigma * 2.5F * (2.0F * static_cast<float>(ring) / rings - 1.0F);
    const float width = std::max(0.0F, half_width + offset);
    const float height = std::max(0.0F, half_height + offset);
    const float bend = std::clamp(round + offset, 0.0F, std::min(width, height));
    const float alpha = ring == rings ? 0.0F : 0.5F * std::erfc(offset / (sigma * std::sqrt(2.0F)));
    const unsigned base = 1 + static_cast<unsigned>(ring) * around;
    for (unsigned i = 0; i < around; ++i) {
      const unsigned side = i / (corner_steps + 1);
      const float angle = pi / 2.0F * (static_cast<float>(side) + static_cast<float>(i % (corner_steps + 1)) / corner_steps);
      const Vec ray{std::cos(angle), std::sin(angle)};
      const Vec pivot{side == 0 || side == 3 ? width - bend : bend - width, side < 2 ? height - bend : bend - height};
      mesh.vertex(box.center() + pivot + ray * bend, alpha);
      const unsigned next = (i + 1) % around;
      if (ring == 0) mesh.triangle(middle, base + i, base + next);
      else mesh.quad(base - around + i, base + i, base + next, base - around + next);
    }
  }
  mesh.emit(target.list);
}

void mesh_glow(const MeshTarget& target, Vec center, float radius, Color color, std::span<const GlowStop> stops) {
  if (color.a == 0 || stops.empty()) return;
  Mesh mesh(color);
  const unsigned around = static_cast<unsigned>(4 * round_steps(radius));
  const unsigned middle = mesh.vertex(center, stops.front().alpha);
  unsigned rings = 0;
  for (const GlowStop& stop : stops) {
    if (stop.at <= 0.0F) continue;
    const unsigned base = 1 + rings * around;
    for (unsigned i = 0; i < around; ++i) {
      const float angle = 2.0F * pi * static_cast<float>(i) / static_cast<float>(around);
      mesh.vertex(center + Vec{std::cos(angle), std::sin(angle)} * (radius * stop.at), stop.alpha);
      const unsigned next = (i + 1) % around;
      if (rings == 0) mesh.triangle(middle, base + i, base + next);
      else mesh.quad(base - around + i, base + i, base + next, base - around + next);
    }
    ++rings;
  }
  mesh.emit(target.list);
}

}  // namespace standpoint
