// The blur of a rounded box, as app/paint/mesh.cpp draws it: by the distance to its edge, after the normal distribution.
in vec2 at;

uniform vec4 area;
uniform vec4 limits;  // half size of the box, its corner, standard deviation of the blur
uniform vec4 colors[1];

layout(location = 0) out vec4 seen;

// Abramowitz and Stegun 7.1.26; its error is below 2e-7.
float erf_of(float x) {
  float t = 1.0 / (1.0 + 0.3275911 * abs(x));
  float tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * exp(-x * x);
  return sign(x) * (1.0 - tail);
}

void main() {
  vec2 q = abs(at * area.zw) - limits.xy + limits.z;
  float away = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - limits.z;
  // At two and a half standard deviations the shadow ends.
  float shade = away >= 2.5 * limits.w ? 0.0 : 0.5 - 0.5 * erf_of(away / (limits.w * root_two));
  float alpha = colors[0].a * shade;
  seen = vec4(colors[0].rgb * alpha, alpha);
}
