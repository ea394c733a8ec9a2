// A rectangle, for shadows and heat: `at` runs from -1, -1 at its top left to 1, 1.
uniform vec4 area;    // design pixels: middle, half size
uniform vec4 place;

out vec2 at;

void main() {
  at = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  gl_Position = vec4((area.xy + at * area.zw) * place.xy + place.zw, 0.0, 1.0);
}
