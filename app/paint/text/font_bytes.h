// The bytes of font files: mapped from the disk, or on tablets from the package that was loaded with the page. Called by
// font_file.cpp; it must not know what a font is.
#pragma once

#include <filesystem>
#include <span>

namespace standpoint {

// Empty: no such file.
std::span<const unsigned char> font_bytes(const std::filesystem::path& path);
void give_back_font_bytes(std::span<const unsigned char> bytes);

// Tablets only: once before the first font is opened, and once more when letters are missing. A file of the newer package is taken
// before one of the older. Packages live as long as the program. Files are found by their names without folders; app/web/make_site
// says how they lie in them.
void use_font_package(std::span<const unsigned char> package);

}  // namespace standpoint
