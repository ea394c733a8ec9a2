// PNG files through libpng's simple interface. Called by the `picture` command.
#include "app/render/picture.h"

#include <fmt/format.h>
#include <png.h>

#include <system_error>

namespace standpoint {

Result<void> write_png(const std::filesystem::path& path, const Picture& picture) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGBA;
  const bool written = png_image_write_to_file(&image, unfinished.c_str(), 0, picture.rgba.data(), 0, nullptr) != 0;
  std::error_code error;
  if (written) std::filesystem::rename(unfinished, path, error);
  if (written && !error) return {};
  const std::string reason = written ? error.message() : std::string(image.message);
  std::filesystem::remove(unfinished, error);
  return failed(fmt::format("The picture {} could not be written: {}. The session is untouched. Choose another folder or free some space.",
                            path.string(), reason));
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
