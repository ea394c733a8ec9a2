// One person: a square that holds the outline, the sponsor's ring and the gap around them. Everything is in design pixels.
layout(location = 0) in vec2 at;      // map units, y down
layout(location = 1) in float size;   // map units: the guide's r
layout(location = 2) in uvec4 look;   // kind, stance, ground, 1 if stepped back

uniform vec4 view;    // design pixels of the map's middle, design pixels per map unit, and per unit of r
uniform vec4 place;   // from design pixels to clip space: factors and shifts
uniform vec4 limits;  // least radius; physical pixels per design pixel; 1 if the stance is shown

flat out float radius;
flat out uvec4 what;
out vec2 from_center;

void main() {
  radius = max(limits.x, size * view.w);
  what = look;
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  from_center = corner * (half_of_kind(int(look.x), radius, view.w) + node_gap + 1.0 / limits.y);
  gl_Position = vec4((view.xy + at * view.z + from_center) * place.xy + place.zw, 0.0, 1.0);
}
