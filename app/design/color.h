// A colour as it is written in the design: sRGB, 8 bits a channel, straight alpha. Used by the theme, the Painter and all who draw.
// It must not know a drawing library.
#pragma once

#include <cstdint>

namespace standpoint {

struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  constexpr bool operator==(const Color&) const = default;

  // The same colour, its alpha multiplied by `factor` (0..1).
  constexpr Color with_alpha(float factor) const {
    const float clamped = factor < 0.0F ? 0.0F : factor > 1.0F ? 1.0F : factor;
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * clamped + 0.5F)};
  }
};

// 0xRRGGBB, opaque.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16 & 0xFF), static_cast<std::uint8_t>(hex >> 8 & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), 255};
}

// 0xRRGGBBAA.
constexpr Color rgba(std::uint32_t hex) {
  Color color = rgb(hex >> 8);
  color.a = static_cast<std::uint8_t>(hex & 0xFF);
  return color;
}

// Between two colours, `t` 0..1, channel by channel (for theme swaps and phase changes).
constexpr Color mix(Color from, Color to, float t) {
  const auto channel = [t](std::uint8_t one, std::uint8_t other) {
    return static_cast<std::uint8_t>(static_cast<float>(one) + (static_cast<float>(other) - static_cast<float>(one)) * t + 0.5F);
  };
  return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), channel(from.a, to.a)};
}

// `top` laid over an opaque `below`: the colour that the eye gets.
constexpr Color over(Color top, Color below) {
  Color seen = mix(below, {top.r, top.g, top.b, 255}, static_cast<float>(top.a) / 255.0F);
  seen.a = 255;
  return seen;
}

}  // namespace standpoint
