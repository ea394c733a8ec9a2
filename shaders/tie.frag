// One tie: how far along its curve and how far aside of it, and from both the five lines and their ends.
flat in vec2 start;
flat in vec4 bend;
flat in vec4 lengths;
flat in vec2 head;
flat in uvec2 what;
in vec2 at;
in vec2 along_curve;

uniform vec4 limits;
uniform vec4 colors[tie_colors];

layout(location = 0) out vec4 seen;

float covered(float away) { return clamp(0.5 - away * limits.y, 0.0, 1.0); }

float stroked(float away, float width) {
  float wide = max(width, 1.0 / limits.y);
  return covered(away - wide / 2.0) * width / wide;
}

// How far from an arrow's outline: between its two flanks, before its notched back.
float from_arrow(float size, float weight) {
  vec2 direction = normalize(head);
  vec2 back = start + 2.0 * bend.xy + bend.zw - at;
  vec2 p = vec2(dot(back, direction), abs(dot(back, vec2(-direction.y, direction.x))));
  float wide = size * arrow_width / arrow_length / 2.0;
  float flank = dot(p, normalize(vec2(-wide, size)));
  vec2 rear = normalize(vec2(wide, -size * arrow_notch));
  return max(flank, dot(p - vec2(size, wide), rear));
}

void main() {
  // The ribbon knows the place on the curve but for a fraction of a pixel; one step along the tangent mends that.
  float t = along_curve.x;
  vec2 along = normalize(bend.xy + t * bend.zw);
  vec2 off = at - start - 2.0 * t * bend.xy - t * t * bend.zw;
  // Patterns need the length to a fraction of a pixel all along; a plain line only at its ends, where the ribbon has it.
  bool plain = what.x == tie_influences || what.x == tie_reports_to;
  float behind = (plain ? along_curve.y : length_until(bend, t)) + dot(off, along);
  float aside = dot(off, vec2(-along.y, along.x));
  float weight = limits.z;
  float line = lengths.x;
  float all = lengths.y;
  float ends = min(covered(-behind), covered(behind - line));
  float width = mix(lengths.z, lengths.w, clamp(behind / max(line, 1e-3), 0.0, 1.0));
  float cover = 0.0;
  if (what.x == tie_influences || what.x == tie_supports) {
    cover = stroked(abs(aside), width) * ends;
    if (what.x == tie_supports) {
      float pattern = (supports_dash_on + supports_dash_off) * weight;
      float into = mod(behind, pattern);
      float on = supports_dash_on * weight;
      cover *= max(covered(into - on) * covered(-into), covered(pattern - into));
    }
    float size = min(arrow_length * weight, all * arrow_most);
    cover = max(cover, covered(from_arrow(size, weight)));
  } else if (what.x == tie_reports_to) {
    cover = stroked(abs(aside), width) * ends;
    float ring = reports_ring_radius * weight;
    vec2 boss = start + 2.0 * bend.xy + bend.zw - normalize(head) * ring;
    cover = max(cover, stroked(abs(length(at - boss) - ring), reports_ring_stroke * weight));
  } else if (what.x == tie_trusts) {
    float pitch = trusts_pitch * weight;
    float nearest = clamp(floor(behind / pitch + 0.5), 0.0, floor(all / pitch)) * pitch;
    cover = covered(length(vec2(behind - nearest, aside)) - width / 2.0);
  } else {
    // Seen along the curve, a zigzag is a triangle wave; its lines keep their width in slanted direction.
    float turns = max(1.0, floor(all / (conflicts_half_pitch * weight)));
    float pace = all / turns;
    float high = conflicts_amplitude * weight;
    float phase = behind / pace + 0.5;
    float nth = floor(phase);
    float wave = high * (2.0 * abs(mod(phase, 2.0) - 1.0) - 1.0);
    vec2 slant = normalize(vec2(pace / 2.0, high));
    float last = mod(turns, 2.0) < 0.5 ? -1.0 : 1.0;
    float first_end = dot(vec2(behind, aside), slant);
    float last_end = dot(vec2(all - behind, last * aside), slant);
    cover = stroked(abs(aside + wave) * slant.x, width) * covered(-first_end) * covered(-last_end);
  }
  if (cover <= 0.0) discard;
  vec4 color = colors[what.x];
  float alpha = color.a * cover * (what.y == 1u ? tie_dim_alpha : what.y == 2u ? tie_alpha : 1.0);
  seen = vec4(color.rgb * alpha, alpha);
}
