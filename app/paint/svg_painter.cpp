// Writes the elements. Lengths have two decimals at most, attributes stand in one fixed order. See svg_painter.h.
#include "app/paint/svg_painter.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "app/paint/text/utf8.h"

namespace standpoint {

namespace {

// "12.5": at most two decimals, no exponent, no sign at zero, never "nan" or "inf".
std::string number(float value) {
  if (!std::isfinite(value)) value = 0.0F;
  const auto hundredths = static_cast<long long>(std::llround(std::clamp(static_cast<double>(value), -1e9, 1e9) * 100.0));
  const long long size = hundredths < 0 ? -hundredths : hundredths;
  std::string text = fmt::format("{}{}", hundredths < 0 ? "-" : "", size / 100);
  if (size % 100 != 0) text += fmt::format(".{:02}", size % 100);
  if (size % 100 != 0 && text.back() == '0') text.pop_back();
  return text;
}

std::string pair(Vec point) { return number(point.x) + " " + number(point.y); }

std::string hex(Color color) { return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b); }

// Three digits tell all 256 steps apart.
std::string opacity(Color color) { return fmt::format("{:.3g}", static_cast<double>(color.a) / 255.0); }

// ` fill="#1c1a17"`, with its opacity where it has one.
std::string paint_of(std::string_view what, Color color) {
  std::string text = fmt::format(" {}=\"{}\"", what, hex(color));
  if (color.a < 255) text += fmt::format(" {}-opacity=\"{}\"", what, opacity(color));
  return text;
}

std::string data_of(const Path& path) {
  std::string data;
  std::size_t next = 0;
  const auto points = path.points();
  const auto take = [&](const char* letter, std::size_t count) {
    data += letter;
    for (std::size_t i = 0; i < count; ++i) data += (i == 0 ? "" : " ") + pair(points[next++]);
  };
  for (const Verb verb : path.verbs()) {
    switch (verb) {
      case Verb::move: take("M", 1); break;
      case Verb::line: take("L", 1); break;
      case Verb::quad: take("Q", 2); break;
      case Verb::cubic: take("C", 3); break;
      case Verb::close: data += "Z"; break;
    }
  }
  return data;
}

std::string rectangle(Box box) {
  return fmt::format(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(box.min.x), number(box.min.y), number(box.width()), number(box.height()));
}

struct FaceNames {
  std::string_view family;  // empty: as the document says
  int weight = 400;
};
constexpr std::string_view body_family = "Inter, 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif";
constexpr std::string_view display_family = "'Inter Display', Inter, 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif";

FaceNames names_of(Face face) {
  switch (face) {
    case Face::medium: return {{}, 500};
    case Face::semibold: return {{}, 600};
    case Face::bold: return {{}, 700};
    case Face::display: return {display_family, 600};
    case Face::display_medium: return {display_family, 500};
    default: return {};
  }
}

// Whether the line as a whole runs from right to left: decided by its first letter that has a direction, as UAX 9 does (P2).
bool runs_leftward(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto kind = utf8proc_get_property(static_cast<utf8proc_int32_t>(next_code_point(utf8, at)))->bidi_class;
    if (kind == UTF8PROC_BIDI_CLASS_L) return false;
    if (kind == UTF8PROC_BIDI_CLASS_R || kind == UTF8PROC_BIDI_CLASS_AL) return true;
  }
  return false;
}

// What a viewer needs to choose letters, as BCP 47 has it: Han is written differently in China, Japan and Korea, and a script has its own
// font. Empty: nothing in it asks.
std::string_view language_of(std::string_view utf8) {
  struct Script {
    std::uint32_t first, last;
    std::string_view language;
  };
  constexpr Script scripts[] = {{0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7A3, "ko"}, {0x4E00, 0x9FFF, "zh"}, {0x590, 0x5FF, "he"}, {0x600, 0x6FF, "ar"},
                                {0x900, 0x97F, "hi"},   {0x980, 0x9FF, "bn"},   {0xB80, 0xBFF, "ta"},   {0xE00, 0xE7F, "th"}, {0x1200, 0x139F, "am"}};
  for (const Script& script : scripts)
    for (std::size_t at = 0; at < utf8.size();)
      if (in(next_code_point(utf8, at), script.first, script.last)) return script.language;
  return {};
}

}  // namespace

std::string xml_escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint32_t code = next_code_point(utf8, at);
    switch (code) {
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      case '"': out += "&quot;"; continue;
      default: break;
    }
    // https://www.w3.org/TR/xml/#charsets: controls and two non-characters may not stand in a document, not even escaped.
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    append_code_point(out, control || code == 0xFFFE || code == 0xFFFF ? replacement_character : code);
  }
  return out;
}

SvgPainter::SvgPainter(const Fonts& fonts, const Page& page, const PageWords& words, Color ground) : FilePainter(fonts), page_(page) {
  head_ = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" role=\"img\" "
      "aria-labelledby=\"title description\" font-family=\"{}\" xml:space=\"preserve\" "
      "style=\"font-variant-ligatures:no-contextual\">\n<title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n",
      number(page.width), number(page.height), number(page.design.min.x), number(page.design.min.y), number(page.design.width()),
      number(page.design.height()), body_family, xml_escaped(words.title), xml_escaped(words.description));
  body_ = fmt::format("<rect{}{}/>\n", rectangle(page.design), paint_of("fill", ground));
}

std::string SvgPainter::finish() {
  for (; open_ > 0; --open_) body_ += "</g>\n";
  return head_ + (definitions_.empty() ? "" : "<defs>\n" + definitions_ + "</defs>\n") + body_ + "</svg>\n";
}

std::string SvgPainter::defined(char kind, const std::string& element, const std::string& content) {
  const auto [known, fresh] = ids_.emplace(element + content, fmt::format("{}{}", kind, ids_.size() + 1));
  if (fresh) definitions_ += fmt::format("<{} id=\"{}\"{}</{}>\n", element, known->second, content, element.substr(0, element.find(' ')));
  return known->second;
}

void SvgPainter::fill(const Path& path, Color color) {
  if (color.a == 0 || path.verbs().empty()) return;
  body_ += fmt::format("<path d=\"{}\"{}/>\n", data_of(path), paint_of("fill", color));
}

void SvgPainter::stroke(const Path& path, const Stroke& stroke) {
  if (stroke.color.a == 0 || stroke.width <= 0.0F || path.verbs().empty()) return;
  body_ += fmt::format("<path d=\"{}\" fill=\"none\"{} stroke-width=\"{}\"", data_of(path), paint_of("stroke", stroke.color), number(stroke.width));
  if (stroke.cap == Cap::round) body_ += " stroke-linecap=\"round\"";
  if (!stroke.dash.solid()) body_ += fmt::format(" stroke-dasharray=\"{} {}\"", number(stroke.dash.on), number(stroke.dash.off));
  if (!stroke.dash.solid() && number(stroke.dash.shift) != "0") body_ += fmt::format(" stroke-dashoffset=\"{}\"", number(stroke.dash.shift));
  body_ += "/>\n";
}

void SvgPainter::shadow(Box box, float corner, const Shadow& shadow) {
  const Box cast = Box{box.min + shadow.offset, box.max + shadow.offset}.grown(shadow.spread);
  if (shadow.color.a == 0 || cast.width() <= 0.0F || cast.height() <= 0.0F) return;
  const Box reach = cast.grown(1.5F * shadow.blur + 1.0F);  // three standard deviations
  const std::string id = defined('b', "filter", fmt::format(" filterUnits=\"userSpaceOnUse\"{}><feGaussianBlur stdDeviation=\"{}\"/>",
                                                            rectangle(reach), number(shadow.blur / 2.0F)));
  const float round = std::clamp(corner + shadow.spread, 0.0F, std::min(cast.width(), cast.height()) / 2.0F);
  body_ += fmt::format("<rect{} rx=\"{}\"{} filter=\"url(#{})\"/>\n", rectangle(cast), number(round), paint_of("fill", shadow.color), id);
}

void SvgPainter::glow(Vec center, float radius, Color color, std::span<const GlowStop> stops) {
  if (color.a == 0 || radius <= 0.0F || stops.empty()) return;
  std::string content = fmt::format(" gradientUnits=\"userSpaceOnUse\" cx=\"{}\" cy=\"{}\" r=\"{}\">", number(center.x), number(center.y), number(radius));
  for (const GlowStop& stop : stops)
    content += fmt::format("<stop offset=\"{}\" stop-color=\"{}\" stop-opacity=\"{}\"/>", number(stop.at), hex(color), opacity(color.with_alpha(stop.alpha)));
  const std::string id = defined('g', "radialGradient", content);
  body_ += fmt::format("<path d=\"{}\" fill=\"url(#{})\"/>\n", data_of(circle_path(center, radius)), id);
}

void SvgPainter::text(Vec at, std::string_view utf8, const TextLook& look) {
  if (utf8.empty() || look.color.a == 0) return;
  const float down = down_to_baseline(look.anchor, look.style.line, look.style.size);
  const bool upward = look.turn == Turn::upward;
  const Vec baseline = upward ? Vec{at.x + down, at.y} : Vec{at.x, at.y + down};
  const bool leftward = runs_leftward(utf8);
  const FaceNames face = names_of(look.style.face);
  body_ += fmt::format("<text x=\"{}\" y=\"{}\"", number(baseline.x), number(baseline.y));
  if (upward) body_ += fmt::format(" transform=\"rotate(-90 {})\"", pair(baseline));
  if (!face.family.empty()) body_ += fmt::format(" font-family=\"{}\"", face.family);
  body_ += fmt::format(" font-size=\"{}\" font-weight=\"{}\"", number(look.style.size), face.weight);
  if (const std::string_view language = language_of(utf8); !language.empty()) body_ += fmt::format(" xml:lang=\"{}\"", language);
  if (!look.tabular) {
    // Anchors follow the direction of writing: where a line from right to left starts is its right end.
    if (leftward) body_ += " direction=\"rtl\"";
    if (look.align == Align::center) body_ += " text-anchor=\"middle\"";
    else if ((look.align == Align::right) != leftward) body_ += " text-anchor=\"end\"";
  }
  body_ += paint_of("fill", look.color);
  if (look.halo && look.halo->color.a > 0)
    body_ += fmt::format("{} stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"", paint_of("stroke", look.halo->color), number(look.halo->width));
  body_ += fmt::format(">{}</text>\n", look.tabular ? placed_letters(baseline.x, utf8, look) : xml_escaped(utf8));
}

// Figures of one width, each at its own place: few viewers know the font's feature for them.
std::string SvgPainter::placed_letters(float x, std::string_view utf8, const TextLook& look) const {
  const TextLine line = lay_out_line(fonts(), look.style.face, utf8, true);
  const float start = x - back_to_start(look.align, line.width) * look.style.size;
  std::string placed;
  for (const TextLine::Letter& letter : line.letters) {
    std::string said;
    append_code_point(said, letter.code);
    placed += fmt::format("<tspan x=\"{}\">{}</tspan>", number(start + letter.at.x * look.style.size), xml_escaped(said));
  }
  return placed;
}

void SvgPainter::push_clip(Box box) {
  const std::string id = defined('c', "clipPath", fmt::format("><rect{}/>", rectangle({box.min, {std::max(box.min.x, box.max.x), std::max(box.min.y, box.max.y)}})));
  body_ += fmt::format("<g clip-path=\"url(#{})\">\n", id);
  ++open_;
}

void SvgPainter::pop_clip() { end_group(); }

void SvgPainter::begin_group(std::string_view title) {
  body_ += title.empty() ? std::string("<g>\n") : fmt::format("<g><title>{}</title>\n", xml_escaped(title));
  ++open_;
}

void SvgPainter::end_group() {
  if (open_ == 0) return;
  body_ += "</g>\n";
  --open_;
}

}  // namespace standpoint
