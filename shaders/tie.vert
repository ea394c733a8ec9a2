// One tie: a ribbon along its curve, which is trimmed at both outlines here, wider where an arrow or a ring stands.
// Everything is in design pixels. App/paint/tie.cpp has the same formulas for triangles, names and fingers.
layout(location = 0) in vec4 ends;      // map units, y down: from, to
layout(location = 1) in int bow;        // of the control point: times bow_unit, a fraction of the length
layout(location = 2) in uvec2 sizes;    // the guide's r of both ends, times size_unit map units
layout(location = 3) in uint look;      // bits: 0-2 kind, 3-4 strength, 5-6 alpha, 7-9 and 10-12 the kinds of both ends

uniform vec4 view;    // as for a person
uniform vec4 place;
uniform vec4 limits;  // least radius; physical pixels per design pixel; weight of lines

flat out vec2 start;
flat out vec4 bend;      // of the trimmed curve: start + 2t xy + t^2 zw
flat out vec4 lengths;   // of the line, of all; at the start and at the end of the line: its width
flat out vec2 head;      // the direction of the arrow or ring
flat out uvec2 what;     // kind, alpha
out vec2 at;
out vec2 along_curve;    // the curve's parameter and the length behind it, right in the ribbon's middle and close beside it

// Where the curve leaves an outline: the t at which it is as far out as the outline in its own direction.
float leaving(vec2 control, vec2 curl, int kind, float r, float gap) {
  float t = 0.0;
  for (int i = 0; i < leaving_steps; ++i) {
    vec2 w = 2.0 * control + t * curl;
    float far = length(w);
    if (far <= 0.0) return 1.0;
    t = reach_of_kind(kind, r, w / far, view.w, gap) / far;
  }
  return t;
}

void main() {
  vec2 from = view.xy + ends.xy * view.z;
  vec2 to = view.xy + ends.zw * view.z;
  vec2 whole = to - from;
  // The map's own y runs up; with y down the bow turns the other way.
  vec2 control = whole / 2.0 + float(bow) * bow_unit * vec2(whole.y, -whole.x);
  vec2 curl = whole - 2.0 * control;
  float weight = limits.z;
  uint kind = look & 7u;
  uint level = look >> 5 & 3u;
  vec2 r = max(vec2(limits.x), vec2(sizes) * size_unit * view.w);
  float t0 = leaving(control, curl, int(look >> 7 & 7u), r.x, tie_start_gap * weight);
  float t1 = 1.0 - leaving(control - whole, curl, int(look >> 10 & 7u), r.y, tie_end_gap * weight);
  if (level == 0u || t0 >= t1) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }

  float part = t1 - t0;
  start = from + 2.0 * t0 * control + t0 * t0 * curl;
  bend = vec4((control + t0 * curl) * part, curl * part * part);
  float all = length_until(bend, 1.0);
  float strength = float(look >> 3 & 3u);
  float cut = 0.0;
  vec2 width = vec2(conflicts_width);
  if (kind == tie_influences) width = vec2(influences_start_first + influences_start_step * strength, influences_end_width);
  if (kind == tie_reports_to) width = vec2(reports_width);
  if (kind == tie_trusts) width = vec2(trusts_diameter);
  if (kind == tie_supports) width = vec2(supports_first + supports_step * strength);
  if (kind == tie_influences || kind == tie_supports) cut = min(arrow_length * weight, all * arrow_most) * (1.0 - arrow_notch);
  if (kind == tie_reports_to) cut = min(2.0 * reports_ring_radius * weight, all);
  float rest = cut > 0.0 ? share_at_length(bend, all - cut, all) : 1.0;
  vec2 end = start + 2.0 * bend.xy + bend.zw;
  vec2 line_end = start + 2.0 * rest * bend.xy + rest * rest * bend.zw;
  lengths = vec4(all - cut, all, width * weight);
  head = end - line_end;
  what = uvec2(kind, level);

  // Stations along the ribbon; its last stretch holds the arrow or the ring. Between stations the curve bulges a little.
  int station = gl_VertexID >> 1;
  float side = float(gl_VertexID & 1) * 2.0 - 1.0;
  float pieces = float(ribbon_stations - 3);
  float soft = 1.0 / limits.y + length(bend.zw) / (4.0 * pieces * pieces);
  float piece = clamp(float(station) / pieces, 0.0, 1.0);
  float wide = mix(width.x, width.y, piece * piece) * weight / 2.0 + soft;
  if (kind == tie_conflicts_with) wide += conflicts_amplitude * weight;
  // An arrow's barbs stand further back than where its line ends.
  float head_at = cut > 0.0 ? share_at_length(bend, max(0.0, all - cut / (1.0 - arrow_notch) - soft), all) : 1.0;
  float share = station < ribbon_stations - 2 ? head_at * float(station) / pieces : station == ribbon_stations - 2 ? head_at : 1.0;
  if (station >= ribbon_stations - 2 && cut > 0.0)
    wide = max(wide, max(arrow_width / 2.0, reports_ring_radius + reports_ring_stroke) * weight + soft);
  vec2 speed = 2.0 * (bend.xy + share * bend.zw);
  float fast = max(length(speed), 1e-3);
  // Round ends and soft edges stand out beyond both ends of the curve.
  float out_by = station == 0 ? -wide : station == ribbon_stations - 1 ? wide : 0.0;
  along_curve = vec2(share + out_by / fast, length_until(bend, share) + out_by);
  vec2 along = speed / fast;
  at = start + 2.0 * share * bend.xy + share * share * bend.zw + vec2(-along.y, along.x) * side * wide + along * out_by;
  gl_Position = vec4(at * place.xy + place.zw, 0.0, 1.0);
}
