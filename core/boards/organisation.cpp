// The words by which organisations are known. See organisation.h.
#include "core/boards/organisation.h"

#include <algorithm>
#include <array>
#include <string>

namespace standpoint {
namespace {

// In small letters, sorted by their bytes. Words that are common surnames as well are left out.
constexpr std::array<std::string_view, 306> organisations = {
    "ab", "academy", "administration", "ag", "agence", "agency", "airlines", "airport", "airways", "alliance", "ambassade",
    "amt", "apotheke", "aps", "arena", "as", "asociación", "assembly", "associates", "association", "aufsicht",
    "aufsichtsrat", "authority", "ayuntamiento", "banco", "bank", "banque", "behörde", "betriebsrat", "board", "brigade",
    "broadcaster", "bundesamt", "bureau", "bv", "cabinet", "cafe", "caisse", "center", "centre", "chamber", "chambre",
    "church", "city", "clinic", "club", "co", "coalition", "college", "comité", "commission", "committee", "commune",
    "company", "comune", "conference", "conseil", "consortium", "consulting", "cooperative", "corp", "corporation",
    "council", "county", "court", "crew", "customers", "dao", "delegation", "department", "depot", "desk", "development",
    "directorate", "district", "division", "e.v.", "embassy", "employees", "empresa", "energy", "engineering", "enterprise",
    "ev", "exchange", "executive", "faculty", "farm", "federation", "finance", "finanzamt", "firm", "fondation", "force",
    "forum", "foundation", "freight", "fund", "fédération", "gallery", "gemeinde", "genossenschaft", "gesellschaft", "gmbh",
    "gobierno", "government", "group", "growers", "guild", "harbour", "headquarters", "health", "holding", "holdings",
    "hospital", "hotel", "house", "households", "inc", "industries", "inspectorate", "institute", "institution", "insurance",
    "insurers", "international", "investments", "investors", "kammer", "kg", "kgaa", "kommune", "krankenkasse", "laboratory",
    "labs", "landkreis", "landlords", "league", "legal", "lending", "library", "limited", "line", "lines", "llc", "llp",
    "logistics", "ltd", "ltda", "mairie", "management", "market", "marketing", "media", "members", "ministerio",
    "ministerium", "ministry", "ministère", "mission", "municipality", "museum", "mutual", "neighbors", "neighbours",
    "network", "networks", "newspaper", "nv", "office", "offices", "officials", "ombudsman", "operations", "operator",
    "operators", "orchestra", "organisation", "organization", "oy", "oyj", "panel", "parents", "parish", "parliament",
    "partners", "partnership", "party", "passengers", "patrol", "payments", "personnel", "pilots", "plc", "police",
    "polizei", "port", "practice", "press", "procurement", "producers", "product", "programme", "project", "province",
    "public", "publishers", "pvt", "quarter", "radio", "rail", "railway", "railways", "region", "registry", "regulator",
    "rescue", "research", "residents", "retailers", "sa", "sales", "sarl", "sas", "school", "schule", "se", "secretariat",
    "security", "senate", "service", "services", "shareholders", "shipping", "shop", "sindicato", "sociedad", "society",
    "société", "software", "spa", "srl", "stadt", "stadtwerke", "staff", "standards", "startup", "state", "station",
    "steering", "stiftung", "store", "stores", "students", "supplier", "suppliers", "support", "surgery", "syndicat",
    "syndicate", "system", "systems", "taskforce", "team", "teams", "technologies", "technology", "tenants", "theater",
    "theatre", "tourists", "trade", "trades", "transport", "treasury", "tribunal", "trust", "trustees", "union", "unions",
    "unit", "universidad", "university", "universität", "université", "users", "utilities", "utility", "vendors", "verband",
    "verein", "versicherung", "village", "volunteers", "vorstand", "water", "waterways", "werke", "workers", "workforce",
    "works", "workshop", "yard", "youth", "zone", "école"};

// Small words inside surnames: "Ludwig van Beek", "Inés de la Vega".
constexpr std::array<std::string_view, 31> of_surnames = {"al",  "bin", "da",  "dal", "das", "de",  "degli", "dei", "del", "della", "den",
                                                          "der", "di",  "do",  "dos", "du",  "e",   "el",    "ibn", "la",  "le",    "lo",
                                                          "los", "op",  "t",   "ten", "ter", "van", "von",   "y",   "zu"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

std::string in_small(std::string_view word) {
  std::string small(word);
  for (char& c : small)
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  return small;
}

// "IT", "HR": but "J." and "II" are parts of people's names.
bool is_abbreviation(std::string_view word) {
  const bool capitals = word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
  return capitals && word.find_first_not_of("IVX") != std::string_view::npos;
}

bool tells_organisation(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || (word.back() == '.' && word != "e.V."))) word.remove_suffix(1);
  if (word.empty()) return false;
  if (word.find_first_of("0123456789&+(") != std::string_view::npos || is_abbreviation(word)) return true;
  const std::string small = in_small(word);
  if (is_small(word.front())) return !std::binary_search(of_surnames.begin(), of_surnames.end(), std::string_view(small)) && small.find('\'') == std::string::npos;
  return std::binary_search(organisations.begin(), organisations.end(), std::string_view(small));
}

}  // namespace

bool is_organisation(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (tells_organisation(name.substr(0, end))) return true;
    name.remove_prefix(std::min(name.size(), end + 1));
  }
  return false;
}

}  // namespace standpoint
