// Lengths along a quadratic curve 2t xy + t^2 zw, by Gauss and Legendre's rule of three points: for curves bowed as ties are,
// the error is far below a hundredth of a pixel.
float length_until(vec4 bend, float t) {
  vec2 middle = bend.xy + t / 2.0 * bend.zw;
  vec2 away = gauss_at * t / 2.0 * bend.zw;
  return t / 9.0 * (5.0 * length(middle - away) + 8.0 * length(middle) + 5.0 * length(middle + away));
}

// The t at which so much lies behind.
float share_at_length(vec4 bend, float behind, float all) {
  float t = behind / all;
  for (int i = 0; i < 2; ++i) t = clamp(t - (length_until(bend, t) - behind) / (2.0 * length(bend.xy + t * bend.zw)), 0.0, 1.0);
  return t;
}
