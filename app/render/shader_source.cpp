// Puts the shaders together. The bodies come from shaders/, embedded by CMake.
#include "app/render/shader_source.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

#include "app/design/measures.h"
#include "app/paint/node.h"
#include "app/paint/shapes.h"
#include "shaders_embedded.h"

namespace standpoint {
namespace {

using namespace map_look;

std::string head(GlKind kind) {
  if (kind == GlKind::core_330) return "#version 330 core\n";
  return "#version 300 es\nprecision highp float;\nprecision highp int;\n";
}

constexpr int fraction_bits = 23, most_shift = 60;  // of a float, and of what fits 64 bits

class Constants {
 public:
  // As a quotient of two whole numbers, which is the same float to the bit.
  Constants& real(std::string_view name, double value) {
    const int shift = value == 0 ? 0 : std::clamp(fraction_bits - std::ilogb(value), 0, most_shift);
    return add("float", name, std::to_string(std::llround(std::ldexp(value, shift))) + ".0 / " + std::to_string(1LL << shift) + ".0");
  }
  Constants& whole(std::string_view name, std::size_t value) { return add("int", name, std::to_string(value)); }
  Constants& word(std::string_view name, std::size_t value) { return add("uint", name, std::to_string(value) + "u"); }
  std::string take() { return std::move(text_); }

 private:
  Constants& add(std::string_view type, std::string_view name, const std::string& value) {
    text_.append("const ").append(type).append(" ").append(name).append(" = ").append(value).append(";\n");
    return *this;
  }
  std::string text_;
};

template <class Enum>
std::size_t number(Enum value) {
  return static_cast<std::size_t>(value);
}

void add_outlines(Constants& all) {
  all.real("sponsor_radius", sponsor_radius).real("sponsor_ring_offset", sponsor_ring_offset).real("sponsor_ring_stroke", sponsor_ring_stroke)
      .real("sponsor_ring_clear", sponsor_ring_clear);
  all.real("external_half_side", external_half_side).real("external_corner", external_corner);
  all.real("customer_half_diagonal", customer_half_diagonal).real("customer_corner", customer_corner);
  all.real("regulator_circumradius", regulator_circumradius).real("regulator_corner", regulator_corner);
  all.real("partner_half_width", partner_half_width).real("partner_half_height", partner_half_height);
  all.real("node_gap", node_gap).real("dim_node_alpha", dim_node_alpha);
  all.whole("kind_internal", number(StakeholderKind::internal)).whole("kind_external", number(StakeholderKind::external));
  all.whole("kind_regulator", number(StakeholderKind::regulator)).whole("kind_customer", number(StakeholderKind::customer));
  all.whole("kind_partner", number(StakeholderKind::partner)).whole("kind_sponsor", number(StakeholderKind::sponsor));
}

// An arc by the direction of its middle and half its sweep.
void add_arc(Constants& all, const std::string& name, double from_degrees, double to_degrees) {
  const double middle = (from_degrees + to_degrees) * std::numbers::pi / 360, half = std::fabs(to_degrees - from_degrees) * std::numbers::pi / 360;
  all.real(name + "_middle_x", std::cos(middle)).real(name + "_middle_y", std::sin(middle));
  all.real(name + "_cos", std::cos(half)).real(name + "_sin", std::sin(half));
}

void add_marks(Constants& all) {
  all.real("unaware_stroke", unaware_stroke).real("unaware_stroke_min", unaware_stroke_min);
  all.real("unaware_dash_on", unaware_dash_on).real("unaware_dash_off", unaware_dash_off);
  all.real("glyph_half_width", glyph_half_width).real("glyph_rise", glyph_rise).real("glyph_stroke", glyph_stroke);
  all.real("glyph_stroke_min", glyph_stroke_min).real("glyph_double_offset", glyph_double_offset);
  all.real("question_stroke", question_stroke).real("question_dot", question_dot).real("question_dot_y", question_dot_y);
  all.real("question_bowl", question_bowl).real("question_bowl_y", question_bowl_y);
  all.real("question_stem", question_stem().radius).real("question_stem_y", question_stem().y);
  add_arc(all, "question_bowl", question_bowl_from, question_bowl_to);
  add_arc(all, "question_stem", question_bowl_to - 180, 180);
  all.word("stance_unaware", number(Stance::unaware)).word("stance_resistant", number(Stance::resistant));
  all.word("stance_supportive", number(Stance::supportive)).word("stance_leading", number(Stance::leading));
  all.whole("color_unaware_line", node_color::unaware_line).whole("color_plain", node_color::plain).whole("color_glyph", node_color::glyph);
  all.whole("color_glyph_unaware", node_color::glyph_unaware).whole("color_ground", node_color::ground).whole("node_colors", node_color::count);
}

void add_ties(Constants& all) {
  all.real("bow_unit", bow_unit).real("size_unit", size_unit);
  all.real("tie_start_gap", tie_start_gap).real("tie_end_gap", tie_end_gap).real("tie_alpha", tie_alpha).real("tie_dim_alpha", tie_dim_alpha);
  all.real("arrow_length", arrow_length).real("arrow_width", arrow_width).real("arrow_notch", arrow_notch).real("arrow_most", arrow_most);
  all.real("influences_start_first", influences_start_width(0)).real("influences_start_step", influences_start_width(1) - influences_start_width(0));
  all.real("supports_first", supports_width(0)).real("supports_step", supports_width(1) - supports_width(0));
  all.real("influences_end_width", influences_end_width).real("reports_width", reports_width);
  all.real("reports_ring_radius", reports_ring_radius).real("reports_ring_stroke", reports_ring_stroke);
  all.real("trusts_diameter", trusts_diameter).real("trusts_pitch", trusts_pitch);
  all.real("supports_dash_on", supports_dash_on).real("supports_dash_off", supports_dash_off);
  all.real("conflicts_width", conflicts_width).real("conflicts_amplitude", conflicts_amplitude).real("conflicts_half_pitch", conflicts_half_pitch);
  all.word("tie_influences", number(TieKind::influences)).word("tie_reports_to", number(TieKind::reports_to));
  all.word("tie_trusts", number(TieKind::trusts)).word("tie_supports", number(TieKind::supports));
  all.word("tie_conflicts_with", number(TieKind::conflicts_with));
  all.whole("tie_colors", tie_kind_count).whole("ribbon_stations", ribbon_stations).whole("leaving_steps", leaving_steps);
}

std::string constants() {
  Constants all;
  all.real("pi", std::numbers::pi).real("root_two", std::numbers::sqrt2).real("root_half", std::numbers::sqrt2 / 2);
  all.real("root_three", std::numbers::sqrt3).real("gauss_at", std::sqrt(0.6)).whole("heat_colors", most_heat_colors);
  add_outlines(all);
  add_marks(all);
  add_ties(all);
  return all.take();
}

}  // namespace

ShaderSource shader_source(ShapeProgram program, GlKind kind) {
  const std::string start = head(kind) + constants();
  const auto whole = [&](std::string_view first, std::string_view second, std::string_view body) {
    return start + std::string(first) + std::string(second) + std::string(body);
  };
  switch (program) {
    case ShapeProgram::person: return {whole(embedded::outline_glsl, {}, embedded::node_vert), whole(embedded::outline_glsl, {}, embedded::node_frag)};
    case ShapeProgram::tie:
      return {whole(embedded::outline_glsl, embedded::curve_glsl, embedded::tie_vert), whole(embedded::curve_glsl, {}, embedded::tie_frag)};
    case ShapeProgram::shadow: return {whole({}, {}, embedded::area_vert), whole({}, {}, embedded::shadow_frag)};
    case ShapeProgram::heat: return {whole({}, {}, embedded::area_vert), whole({}, {}, embedded::heat_frag)};
  }
  return {};
}

}  // namespace standpoint
