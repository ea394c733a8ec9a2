// PNG through libpng, row by row: the picture is opaque, so alpha is left out. See picture.h.
#include "app/render/picture.h"

#include <fmt/format.h>
#include <png.h>

#include <memory>

namespace standpoint {
namespace {

// libpng leaves a function that fails by longjmp, past no object of ours: what it needs is made before.
bool encode(png_structp png, png_infop info, const Picture& picture, std::string& into) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, &into, [](png_structp at, png_bytep bytes, png_size_t count) {
    static_cast<std::string*>(png_get_io_ptr(at))->append(reinterpret_cast<const char*>(bytes), count);
  }, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8, PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png, 6);
  png_write_info(png, info);
  png_set_filler(png, 0, PNG_FILLER_AFTER);
  const std::size_t row = static_cast<std::size_t>(picture.width) * 4;
  for (int y = 0; y < picture.height; ++y) png_write_row(png, picture.rgba.data() + row * static_cast<std::size_t>(y));
  png_write_end(png, nullptr);
  return true;
}

}  // namespace

Result<std::string> png_of(const Picture& picture) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  const bool done = info != nullptr && encode(png, info, picture, bytes);
  png_destroy_write_struct(&png, &info);
  if (!done) return failed("The picture could not be turned into a PNG. Nothing was written and the session is untouched. Try a smaller size.");
  return bytes;
}

Result<Picture> read_png(const std::filesystem::path& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0)
    return failed(fmt::format("The picture {} could not be read: {}. Nothing was changed.", path.string(), image.message));
  image.format = PNG_FORMAT_RGBA;
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  if (png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) == 0)
    return failed(fmt::format("The picture {} could not be read: {}. Nothing was changed.", path.string(), image.message));
  return picture;
}

}  // namespace standpoint
