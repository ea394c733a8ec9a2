// A field of values as bands of colour: the value is read between the four nearest, and bands meet along a line as smooth as any edge.
in vec2 at;

uniform vec4 limits;  // columns, rows, bands
uniform vec4 colors[heat_colors];
uniform sampler2D field;

layout(location = 0) out vec4 seen;

void main() {
  // The first and the last value of a row stand on the edges of the box.
  vec2 cell = (at * 0.5 + 0.5) * (limits.xy - 1.0) + 0.5;
  float level = texture(field, cell / limits.xy).r * limits.z;
  float soft = max(fwidth(level), 1e-5);
  float nth = clamp(floor(level + 0.5), 1.0, limits.z - 1.0);
  float above = clamp((level - nth) / soft + 0.5, 0.0, 1.0);
  vec4 low = colors[int(nth) - 1];
  vec4 high = colors[int(nth)];
  seen = mix(vec4(low.rgb * low.a, low.a), vec4(high.rgb * high.a, high.a), above);
}
