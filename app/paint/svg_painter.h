// The Painter that writes an SVG file: real text, paths, blurred shadows, gradients, and a title for every group, so that the
// picture can be searched, read aloud and edited. The same drawing gives the same bytes. Called by whoever exports a board.
// It must not refer to anything outside the file, and must not run anything inside it.
#pragma once

#include <map>
#include <string>

#include "app/paint/file_painter.h"
#include "app/paint/painter.h"

namespace standpoint {

class SvgPainter final : public FilePainter {
 public:
  SvgPainter(const Fonts& fonts, const Page& page, const PageWords& words, Color ground);

  // The whole document. Nothing may be drawn after it.
  std::string finish();

  void fill(const Path& path, Color color) override;
  void stroke(const Path& path, const Stroke& stroke) override;
  void shadow(Box box, float corner, const Shadow& shadow) override;
  void glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) override;
  void text(Vec at, std::string_view utf8, const TextLook& look) override;
  void push_clip(Box box) override;
  void pop_clip() override;
  bool keeps_groups() const override { return true; }
  void begin_group(std::string_view title) override;
  void end_group() override;

 private:
  // The id of a definition with this content; the same content is defined once.
  std::string defined(char kind, const std::string& element, const std::string& content);
  std::string placed_letters(float x, std::string_view utf8, const TextLook& look) const;

  Page page_;
  std::string head_;         // up to the definitions
  std::string definitions_;
  std::string body_;
  std::map<std::string, std::string> ids_;  // content -> id
  int open_ = 0;             // groups and clips that are not ended
};

// Text as it may stand between tags and inside quotation marks: markup escaped, what XML forbids replaced by U+FFFD.
std::string xml_escaped(std::string_view utf8);

}  // namespace standpoint
