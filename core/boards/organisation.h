// Whether a name is an organisation's rather than a person's, so that nobody reads "H. Authority". Used by boards that shorten
// names. It judges by the words alone; who knows more about somebody asks that first.
#pragma once

#include <string_view>

namespace standpoint {

// A word that organisations are called by (Board, Authority, Ltd, GmbH, Verein ...), a digit, an ampersand, a word of capitals
// alone, or a small word that is no part of a surname ("of", but not "van").
bool is_organisation(std::string_view name);

}  // namespace standpoint
