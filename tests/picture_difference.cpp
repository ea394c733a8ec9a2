// How far two PNGs of one size are from each other, in steps of 255: prints the mean difference over all pixels and channels,
// and the largest difference between the mean colours of any two 16 x 16 squares at the same place. The smoothing of edges
// differs between renderers and cancels out within a square; a shape that is missing or elsewhere does not. Called by tests/export_test.sh. Exit code 1: one cannot be read or they differ in size.
#include <png.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

struct Pixels {
  png_image head{};
  std::vector<png_byte> rgb;

  bool read(const char* path) {
    head.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&head, path) == 0) return false;
    head.format = PNG_FORMAT_RGB;
    rgb.resize(PNG_IMAGE_SIZE(head));
    return png_image_finish_read(&head, nullptr, rgb.data(), 0, nullptr) != 0;
  }
};

constexpr std::size_t square = 16, channels = 3;

long long largest_of_squares(const Pixels& one, const Pixels& other) {
  const std::size_t width = one.head.width, height = one.head.height;
  long long largest = 0;
  for (std::size_t top = 0; top + square <= height; top += square)
    for (std::size_t left = 0; left + square <= width; left += square)
      for (std::size_t channel = 0; channel < channels; ++channel) {
        long long sum = 0;
        for (std::size_t i = 0; i < square * square; ++i) {
          const std::size_t at = ((top + i / square) * width + left + i % square) * channels + channel;
          sum += one.rgb[at] - other.rgb[at];
        }
        largest = std::max(largest, std::llabs(sum) / static_cast<long long>(square * square));
      }
  return largest;
}

}  // namespace

int main(int count, char** arguments) {
  Pixels one, other;
  if (count != 3 || !one.read(arguments[1]) || !other.read(arguments[2])) return 1;
  if (one.head.width != other.head.width || one.head.height != other.head.height) return 1;
  unsigned long long sum = 0;
  for (std::size_t i = 0; i < one.rgb.size(); ++i) sum += static_cast<unsigned long long>(std::abs(one.rgb[i] - other.rgb[i]));
  std::printf("%.2f %lld\n", static_cast<double>(sum) / static_cast<double>(one.rgb.size()), largest_of_squares(one, other));
  return 0;
}
