// One person: the gap in the colour of the ground, the outline filled by stance or dashed, the sponsor's ring, and the
// glyph. Layers fade over one physical pixel each, as the triangles of app/paint/mesh.cpp do.
flat in float radius;
flat in uvec4 what;
in vec2 from_center;

uniform vec4 view;
uniform vec4 limits;
uniform vec4 colors[node_colors];

layout(location = 0) out vec4 seen;

// Distance to the outline (negative inside), how far along it from where a dash is centred, and after how much that repeats.
vec3 outline(int kind, vec2 p, float r, float inset) {
  if (kind == kind_internal || kind == kind_sponsor) {
    float ring = r - inset;
    return vec3(length(p) - ring, atan(p.y, p.x) * ring, 2.0 * pi * ring);
  }
  if (kind == kind_regulator) {
    float corner = regulator_corner * r;
    float edge = regulator_circumradius * r * root_three / 2.0 - inset;
    vec2 q = to_hexagon_edge(p);
    vec2 pivot = vec2(edge - corner, (edge - corner) / root_three);
    vec2 w = q - pivot;
    bool round_part = w.x > 0.0 && w.y > 0.0;
    return vec3(round_part ? length(w) - corner : q.x - edge, round_part ? pivot.y + corner * atan(w.y, w.x) : q.y,
                2.0 * pivot.y + corner * pi / 3.0);
  }
  vec3 box = box_of_kind(kind, r);
  if (kind == kind_partner) box.z -= inset;
  box.xy -= inset;
  vec2 pivot = box.xy - box.z;
  vec2 w = abs(kind == kind_customer ? eighth_turn(p) : p) - pivot;
  float away = length(max(w, 0.0)) + min(max(w.x, w.y), 0.0) - box.z;
  float quarter = pivot.x + pivot.y + box.z * pi / 2.0;
  float along = w.x > 0.0 && w.y > 0.0 ? pivot.y + box.z * atan(w.y, w.x) : w.x > w.y ? pivot.y + w.y : quarter - pivot.x - w.x;
  return vec3(away, along, quarter);
}

float covered(float away) { return clamp(0.5 - away * limits.y, 0.0, 1.0); }

// A line of `width` whose middle is `away`; lines thinner than a pixel are drawn one pixel wide and paler.
float stroked(float away, float width) {
  float wide = max(width, 1.0 / limits.y);
  return covered(away - wide / 2.0) * width / wide;
}

float from_segment(vec2 p, vec2 a, vec2 b) {
  vec2 along = b - a;
  return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// From a part of a circle: its middle direction, and the cosine and sine of half its sweep.
float from_arc(vec2 p, float r, vec2 middle, vec2 half_sweep) {
  vec2 q = vec2(dot(p, middle), abs(dot(p, vec2(-middle.y, middle.x))));
  return q.y * half_sweep.x <= q.x * half_sweep.y ? abs(length(q) - r) : length(q - half_sweep * r);
}

float from_chevron(vec2 p, float r, float up) {
  vec2 end = vec2(glyph_half_width, glyph_rise * up) * r;
  return from_segment(vec2(abs(p.x), p.y), vec2(0.0, -end.y), end);
}

float from_question(vec2 p, float r) {
  vec2 q = p / r;
  float bowl = from_arc(q - vec2(0.0, question_bowl_y), question_bowl, vec2(question_bowl_middle_x, question_bowl_middle_y),
                        vec2(question_bowl_cos, question_bowl_sin));
  float stem = from_arc(q - vec2(question_stem, question_stem_y), question_stem, vec2(question_stem_middle_x, question_stem_middle_y),
                        vec2(question_stem_cos, question_stem_sin));
  return min(bowl, stem) * r;
}

float glyph_cover(uint stance, vec2 p, float r) {
  float width = max(glyph_stroke_min, glyph_stroke * r);
  if (stance == stance_unaware)
    return max(stroked(from_question(p, r), max(glyph_stroke_min, question_stroke * r)),
               covered(length(p - vec2(0.0, question_dot_y * r)) - max(glyph_stroke_min / 2.0, question_dot * r)));
  float away = from_segment(p, vec2(-glyph_half_width * r, 0.0), vec2(glyph_half_width * r, 0.0));
  if (stance == stance_resistant) away = from_chevron(p, r, -1.0);
  if (stance == stance_supportive) away = from_chevron(p, r, 1.0);
  if (stance == stance_leading) {
    vec2 apart = vec2(0.0, glyph_double_offset * r);
    away = min(from_chevron(p + apart, r, 1.0), from_chevron(p - apart, r, 1.0));
  }
  return stroked(away, width);
}

void lay(inout vec4 below, vec4 color, float cover) {
  float alpha = color.a * cover;
  below = vec4(color.rgb * alpha, alpha) + below * (1.0 - alpha);
}

void main() {
  int kind = int(what.x);
  uint stance = what.y;
  float alpha = what.w == 0u ? 1.0 : dim_node_alpha;
  bool sponsor = kind == kind_sponsor;
  bool shows_stance = limits.z > 0.5;
  bool hollow = shows_stance && stance == stance_unaware;
  float r = sponsor ? radius * sponsor_radius : radius;
  vec4 fade = vec4(1.0, 1.0, 1.0, alpha);
  vec4 fill = (shows_stance ? colors[stance] : colors[color_plain]) * fade;
  vec4 line = (hollow ? colors[color_unaware_line] : fill / fade) * fade;

  vec4 sum = vec4(0.0);
  float outermost = sponsor ? length(from_center) - sponsor_outer(radius, view.w) : outline(kind, from_center, radius, 0.0).x;
  lay(sum, colors[uint(color_ground) + what.z], covered(outermost - node_gap));
  lay(sum, fill, covered(outline(kind, from_center, r, 0.0).x));
  if (hollow) {
    float width = max(unaware_stroke_min, unaware_stroke * radius);
    vec3 edge = outline(kind, from_center, r, width / 2.0);
    float wanted = (unaware_dash_on + unaware_dash_off) * radius;
    float period = edge.z / max(1.0, floor(edge.z / wanted + 0.5));
    float on = period * unaware_dash_on / (unaware_dash_on + unaware_dash_off);
    float along = abs(edge.y - period * floor(edge.y / period + 0.5));
    lay(sum, line, stroked(abs(edge.x), width) * covered(along - on / 2.0));
  }
  if (sponsor) {
    float ring = radius + sponsor_ring_offset * view.w;
    lay(sum, line, stroked(abs(length(from_center) - ring), max(2.0, sponsor_ring_stroke * radius)));
  }
  if (shows_stance) lay(sum, colors[stance == stance_unaware ? color_glyph_unaware : color_glyph] * fade, glyph_cover(stance, from_center, radius));
  if (sum.a <= 0.0) discard;
  seen = sum;
}
