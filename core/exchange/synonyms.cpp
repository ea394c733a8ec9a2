// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish. Within a row the more exact word stands first.
#include "core/exchange/synonyms.h"

#include "core/exchange/fields.h"
#include "core/workshop/model.h"

namespace standpoint {
namespace {

template <class E>
constexpr int n(E e) { return static_cast<int>(e); }

constexpr Synonyms person_columns_data[] = {
    {n(Field::name), "name|full name|stakeholder name|name of stakeholder|name of the stakeholder|display name|vollständiger name|vor und nachname|nom complet|nom et prénom|nom prénom|"
                     "nombre completo|nombre y apellidos|nome completo|nome e cognome|volledige naam|imię i nazwisko|nom|nombre|nome|naam|nazwa|stakeholder|stakeholders|"
                     "interessensgruppe|interessengruppe|anspruchsgruppe|akteur|akteure|interessent|partie prenante|parties prenantes|acteur|grupo de interés|parte interesada|partes interesadas|"
                     "actor|interesado|interesados|portatore di interesse|portatori di interesse|parte interessada|partes interessadas|ator|belanghebbende|belanghebbenden|interesariusz|interesariusze|"
                     "individual or group|stakeholder group or individual|label|person|people|personne|persona|pessoa|persoon|osoba|contact name|contact person|ansprechpartner|"
                     "ansprechperson|kontaktperson|personne de contact|persona de contacto|referente|contactpersoon|osoba kontaktowa|contact|node|title of stakeholder|group|stakeholder group"},
    {n(Field::first_name), "first name|given name|forename|vorname|prénom|nombre de pila|primer nombre|nome proprio|primeiro nome|voornaam|imię"},
    {n(Field::last_name), "last name|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|nazwisko"},
    {n(Field::id), "id|identifier|stakeholder id|person id|key|code|nr|no|number|ref|reference|#|nummer|lfd nr|laufende nummer|kennung|numéro|n°|nº|numero|número|lp|numer"},
    {n(Field::role), "role|job title|position|function|job|title|occupation|rolle|funktion|stelle|rôle|fonction|poste|titre|rol|cargo|función|puesto|ruolo|funzione|posizione|carica|"
                     "papel|função|posição|functie|rola|stanowisko|funkcja|position title|job role|role in organisation|role in organization|role title|profession|beruf"},
    {n(Field::organisation), "organisation|organization|org|company|institution|employer|affiliation|firm|business|organisation name|organization name|company name|unternehmen|firma|"
                             "institut|einrichtung|behörde|verein|organisme|société|entreprise|structure|établissement|organización|empresa|institución|entidad|organizzazione|azienda|"
                             "società|ente|istituzione|organização|instituição|entidade|organisatie|bedrijf|instelling|organizacja|przedsiębiorstwo|instytucja|agency|entity"},
    {n(Field::kind), "kind|stakeholder type|type of stakeholder|stakeholder kind|type|category|stakeholder category|art|typ|kategorie|stakeholdertyp|stakeholderart|genre|catégorie|"
                     "type de partie prenante|tipo|categoría|clase|categoria|tipologia|soort|categorie|rodzaj|kategoria|classification|internal/external|internal or external|intern/extern"},
    {n(Field::ring), "ring|circle|kreis|cercle|anillo|círculo|anello|cerchio|anel|cirkel|krąg"},
    {n(Field::influence), "influence|level of influence|influence level|degree of influence|current influence|einfluss|einflussstärke|grad des einflusses|niveau d'influence|degré d'influence|"
                          "influencia|nivel de influencia|grado de influencia|influenza|livello di influenza|influência|nível de influência|grau de influência|invloed|mate van invloed|"
                          "wpływ|poziom wpływu|impact|influence score|influence rating"},
    {n(Field::power), "power|formal power|authority|power level|level of power|macht|machtgrad|pouvoir|niveau de pouvoir|poder|nivel de poder|potere|livello di potere|nível de poder|"
                      "władza|power score|power rating|power/influence|influence/power|influence/impact|macht/einfluss"},
    {n(Field::stance), "stance|current stance|sentiment|current position|attitude|current attitude|current support|support|level of support|support level|disposition|engagement level|"
                       "current engagement|current engagement level|current level of engagement|haltung|aktuelle haltung|einstellung|gesinnung|posture|attitude actuelle|position actuelle|"
                       "soutien|postura|actitud|actitud actual|posición|posición actual|apoyo|atteggiamento|posizione attuale|sostegno|postura atual|atitude|apoio|houding|huidige houding|"
                       "steun|postawa|nastawienie|obecna postawa|current|current state|stakeholder attitude"},
    {n(Field::desired_stance), "desired stance|desired|target stance|desired position|desired attitude|target position|desired support|desired engagement|desired engagement level|"
                               "desired level of engagement|target engagement|target|future stance|gewünschte haltung|zielhaltung|haltung ziel|soll haltung|posture souhaitée|attitude souhaitée|"
                               "position souhaitée|postura deseada|actitud deseada|posición deseada|atteggiamento desiderato|posizione desiderata|postura desejada|atitude desejada|"
                               "gewenste houding|pożądana postawa"},
    {n(Field::needs), "needs|need|interests and needs|bedürfnisse|bedarf|anliegen|besoins|besoin|necesidades|necesidad|bisogni|esigenze|necessidades|behoeften|potrzeby|what they need"},
    {n(Field::expectations), "expectations|expectation|erwartungen|erwartung|attentes|attente|expectativas|aspettative|verwachtingen|oczekiwania|what they expect"},
    {n(Field::reports_to), "reports to|manager|line manager|superior|supervisor|boss|manager name|reporting to|reports to name|berichtet an|vorgesetzter|vorgesetzte|vorgesetzte r|vorgesetzte person|"
                           "unterstellt|rapporte à|supérieur|supérieur hiérarchique|responsable hiérarchique|responsable|reporta a|depende de|superior jerárquico|jefe|riporta a|"
                           "superiore|responsabile|reporta-se a|chefe|gestor|rapporteert aan|leidinggevende|podlega|przełożony|n+1"},
    {n(Field::note), "note|notes|comment|comments|remark|remarks|description|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|beschreibung|remarque|remarques|"
                     "commentaire|commentaires|nota|notas|observaciones|comentario|comentarios|commenti|osservazioni|observações|comentários|opmerking|opmerkingen|uwagi|komentarz|notatki"}};

constexpr Synonyms tie_columns_data[] = {
    {n(Field::from), "from|source|from id|source id|from name|source name|from node|source node|von|quelle|de|depuis|desde|origen|da|origine|origem|van|bron|od|źródło|person a|stakeholder a|node 1|"
                     "node1|person 1|stakeholder 1|ego|giver|sender|who"},
    {n(Field::to), "to|target|to id|target id|to name|target name|to node|target node|an|nach|zu|ziel|à|vers|cible|a|hacia|hasta|destino|destinazione|para|naar|aan|doel|do|cel|person b|stakeholder b|"
                   "node 2|node2|person 2|stakeholder 2|alter|receiver|whom"},
    {n(Field::tie_kind), "kind|tie|relation|relationship|relationship type|relation type|tie kind|tie type|edge type|connection type|link type|type|beziehung|beziehungsart|art|art der beziehung|typ|"
                         "type de relation|lien|relación|tipo de relación|tipo|relazione|tipo di relazione|relação|tipo de relação|relatie|soort|type relatie|relacja|rodzaj|rodzaj relacji"},
    {n(Field::strength), "strength|weight|tie strength|value|stärke|gewicht|force|poids|fuerza|peso|forza|força|sterkte|gewicht|siła|waga|frequency|intensity"},
    {n(Field::direction), "direction|directed|richtung|sens|dirección|sentido|direzione|direção|richting|kierunek|directionality|edgetype"},
    {n(Field::note), "note|notes|comment|comments|notiz|notizen|bemerkung|bemerkungen|kommentar|remarque|remarques|commentaire|nota|notas|comentario|comentarios|opmerking|opmerkingen|uwagi|komentarz"}};

constexpr Synonyms likely_columns_data[] = {
    {n(Field::name), "name|stakeholder|stakeholders|nom|nombre|nome|naam|nazwa|akteur|akteure|interessengruppe"},
    {n(Field::influence), "influence|einfluss|einflusses|influencia|influenza|influência|invloed|wpływ|wpływu"},
    {n(Field::power), "power|macht|pouvoir|poder|potere|władza"},
    {n(Field::desired_stance), "desired|gewünschte|souhaitée|deseada|desiderato|desejada|gewenste"},
    {n(Field::stance), "stance|attitude|sentiment|haltung|einstellung|posture|postura|actitud|atteggiamento|atitude|houding|postawa|support"},
    {n(Field::organisation), "organisation|organization|company|organisme|unternehmen|organización|organizzazione|organização|organisatie|organizacja"},
    {n(Field::role), "role|rolle|rôle|funktion|fonction|cargo|ruolo|functie|stanowisko"},
    {n(Field::expectations), "expectations|erwartungen|attentes|expectativas|aspettative|verwachtingen|oczekiwania"},
    {n(Field::needs), "needs|bedürfnisse|besoins|necesidades|esigenze|necessidades|behoeften|potrzeby"},
    {n(Field::note), "notes|comments|bemerkungen|remarques|observaciones|osservazioni|observações|opmerkingen|uwagi"}};

constexpr Synonyms kinds_data[] = {
    {n(StakeholderKind::internal), "internal|internal stakeholder|internals|employee|employees|staff|team|team member|colleague|in house|intern|intern e|interne|mitarbeiter|mitarbeitende|personal|interno|"
                                   "interna|internos|empleado|empleados|dipendente|dipendenti|funcionário|funcionários|medewerker|medewerkers|wewnętrzny|pracownik|pracownicy|salarié|salariés|employé"},
    {n(StakeholderKind::external), "external|external stakeholder|externals|community|local community|communities|media|press|public|general public|neighbour|neighbours|neighbor|neighbors|civil society|"
                                   "extern|externe|externer|presse|medien|öffentlichkeit|nachbarn|externo|externa|externos|esterno|esterna|comunidad|comunità|comunidade|médias|medios|zewnętrzny|buren"},
    {n(StakeholderKind::regulator), "regulator|regulators|authority|authorities|regulatory|government|governmental|public authority|regulatory body|municipality|ministry|behörde|behörden|"
                                    "aufsicht|aufsichtsbehörde|regulierer|regierung|verwaltung|régulateur|autorité|autorités|administration|regulador|autoridad|autoridades|gobierno|regolatore|"
                                    "autorità|governo|autoridade|toezichthouder|overheid|regulator rynku|urząd|organ|rząd"},
    {n(StakeholderKind::customer), "customer|customers|client|clients|user|users|end user|end users|consumer|consumers|buyer|buyers|kunde|kunden|nutzer|anwender|client e|usager|usagers|utilisateur|"
                                   "utilisateurs|cliente|clientes|usuario|usuarios|clienti|utente|utenti|usuário|usuários|klant|klanten|gebruiker|gebruikers|klient|klienci|użytkownik"},
    {n(StakeholderKind::partner), "partner|partners|supplier|suppliers|vendor|vendors|contractor|contractors|subcontractor|lieferant|lieferanten|dienstleister|partenaire|partenaires|fournisseur|"
                                  "fournisseurs|prestataire|socio|socios|proveedor|proveedores|fornitore|fornitori|parceiro|parceiros|fornecedor|fornecedores|leverancier|leveranciers|dostawca|partnerzy"},
    {n(StakeholderKind::sponsor), "sponsor|sponsors|investor|investors|funder|funders|donor|donors|owner|shareholder|shareholders|project sponsor|auftraggeber|geldgeber|förderer|investoren|"
                                  "commanditaire|financeur|investisseur|bailleur|patrocinador|inversor|financiador|inversionista|sponsorizzatore|investitore|finanziatore|investidor|opdrachtgever|financier|inwestor"}};

constexpr Synonyms rings_data[] = {{n(Ring::team), "team|core team|kernteam|équipe|equipo|squadra|equipe|zespół"},
                              {n(Ring::internal), "internal|intern|interne|interno|interna|wewnętrzny"},
                              {n(Ring::external), "external|extern|externe|externo|externa|esterno|zewnętrzny"},
                              {n(Ring::regulator), "regulator|regulators|authorities|behörden|régulateurs|reguladores|regolatori|toezichthouders"}};

constexpr Synonyms stances_data[] = {
    {n(Stance::unaware), "unaware|not aware|ahnungslos|nicht informiert|uninformiert|pas informé|non informé|ignorant|inconsciente|no informado|inconsapevole|desconhecedor|onbewust|onwetend|nieświadomy"},
    {n(Stance::resistant), "resistant|opposed|negative|blocker|critic|critical|opponent|against|opposes|opposing|hostile|resisting|detractor|strongly opposed|strongly against|very negative|negativ|ablehnend|"
                           "dagegen|gegen|gegner|lehnt ab|kritisch|kritiker|widerstand|négatif|négative|critique|opposé|opposant|contre|réticent|hostil|negativo|negativa|en contra|opositor|resistente|contrario|"
                           "contraria|contra|opositora|tegen|tegenstander|negatief|weerstand|przeciwny|przeciw|negatywny|przeciwnik|low support|strongly negative|skeptic|sceptic|skeptisch"},
    {n(Stance::neutral), "neutral|undecided|mixed|ambivalent|indifferent|open|neither|unentschieden|gemischt|abwartend|neutre|indécis|mitigé|neutro|indeciso|mixto|neutrale|indeciso a|misto|neutraal|"
                         "onbeslist|neutralny|niezdecydowany|passive"},
    {n(Stance::supportive), "supportive|supporter|positive|ally|support|supports|for|in favour|in favor|favourable|favorable|pro|supporting|friendly|positiv|unterstützend|unterstützer|dafür|für|befürworter|"
                            "wohlwollend|positif|favorable au projet|pour|soutien|allié|a favor|positivo|positiva|aliado|partidario|favorevole|a favore|alleato|apoiador|favorável|positief|voor|"
                            "voorstander|steunend|pozytywny|za|przychylny|zwolennik|sostenitore|apoya"},
    {n(Stance::leading), "leading|champion|advocate|leader|driver|strongly supportive|strong support|very positive|very supportive|strong supporter|promoter|treiber|sehr positiv|fürsprecher|führend|"
                         "stark unterstützend|moteur|très positif|très favorable|promoteur|muy positivo|muy favorable|impulsor|promotor|líder|molto favorevole|molto positivo|promotore|leader del progetto|"
                         "muito favorável|muito positivo|zeer positief|leidend|trekker|bardzo pozytywny|lider|strongly in favour|strongly positive|enthusiast"}};

constexpr Synonyms tie_kinds_data[] = {
    {n(TieKind::influences), "influences|influence|influences on|affects|beeinflusst|einfluss|influence sur|influye|influye en|influencia|influenza|influencia em|beïnvloedt|invloed|wpływa na|wpływ|advises"},
    {n(TieKind::reports_to), "reports to|report|reports|reporting|line management|subordinate of|works for|managed by|berichtet an|unterstellt|rapporte à|dépend de|reporta a|depende de|riporta a|dipende da|"
                             "reporta se a|rapporteert aan|podlega"},
    {n(TieKind::trusts), "trusts|trust|friend|friends|friendship|confides in|vertraut|vertrauen|freund|fait confiance à|confiance|ami|confía en|confía|confianza|amigo|si fida di|fiducia|confia em|confiança|"
                         "vertrouwt|vertrouwen|ufa|zaufanie"},
    {n(TieKind::supports), "supports|support|helps|ally of|allied with|alliance|backs|unterstützt|hilft|soutient|aide|apoya|apoyo|ayuda|sostiene|supporta|apoia|ajuda|ondersteunt|steunt|helpt|wspiera|pomaga"},
    {n(TieKind::conflicts_with), "conflicts with|conflict|conflicts|opposes|rival|rivals|competes with|distrusts|tension|in conflict with|konflikt|konflikt mit|streitet mit|en conflit avec|conflit|s'oppose à|"
                                 "en conflicto con|conflicto|in conflitto con|conflitto|em conflito com|conflito|conflicteert met|w konflikcie z|rywal"}};

constexpr Synonyms directions_data[] = {
    {n(Direction::one_way), "directed|one way|oneway|arc|true|yes|forward|->|→|gerichtet|einseitig|dirigé|dirigido|orientato|gericht"},
    {n(Direction::none), "undirected|none|edge|false|no|ungerichtet|non dirigé|no dirigido|non orientato|ongericht"},
    {n(Direction::both), "mutual|both|both ways|two way|bidirectional|reciprocal|<->|↔|gegenseitig|beidseitig|mutuel|réciproque|mutuo|recíproco|reciproco|mútuo|wederzijds|wzajemny"}};

constexpr Synonyms levels_data[] = {
    {1, "very low|vl|none at all|lowest|minimal|sehr gering|sehr niedrig|très faible|muy bajo|muy baja|molto basso|molto bassa|muito baixo|muito baixa|zeer laag|bardzo niski|negligible"},
    {2, "low|l|n|lo|small|minor|weak|little|gering|niedrig|klein|schwach|faible|bajo|baja|basso|bassa|baixo|baixa|laag|niski|niska|mały"},
    {3, "medium|m|med|moderate|mid|middle|average|medium high low|mittel|mäßig|moyen|moyenne|modéré|medio|media|moderado|moderato|médio|média|gemiddeld|middel|midden|średni|średnia"},
    {4, "high|h|hi|strong|large|major|significant|hoch|groß|stark|fort|forte|élevé|élevée|haut|haute|alto|alta|fuerte|hoog|groot|wysoki|wysoka|duży"},
    {5, "very high|vh|highest|critical|extreme|very strong|sehr hoch|sehr groß|très fort|très forte|très élevé|très élevée|muy alto|muy alta|molto alto|molto alta|muito alto|muito alta|zeer hoog|bardzo wysoki"}};

constexpr Synonyms strengths_data[] = {
    {1, "weak|low|l|w|schwach|faible|débil|debole|fraco|fraca|zwak|słaby|bajo|gering|loose"},
    {2, "medium|m|med|moderate|mittel|moyen|moyenne|medio|media|médio|média|gemiddeld|średni|normal"},
    {3, "strong|high|h|s|very strong|very high|stark|fort|forte|fuerte|sterk|silny|hoch|alto|close"}};

constexpr Synonyms missings_data[] = {
    {0, "n/a|na|#n/a|?|??|???|tbd|tbc|tba|unknown|not known|none|nan|null|nil|not given|not applicable|not available|to be determined|to be confirmed|x|#ref!|#value!|#name?|#div/0!|#null!|#num!|unbekannt|"
        "keine angabe|k.a.|ka|offen|inconnu|inconnue|non renseigné|nr|s.o.|desconocido|desconocida|s/d|no aplica|sconosciuto|n.d.|nd|desconhecido|onbekend|nvt|n.v.t.|nieznany|brak|not sure|unclear|…|..."}};

constexpr Synonyms belows_data[] = {
    {0, "total|totals|grand total|sum|source|sources|legend|key|note|notes|footnote|average|last updated|updated|prepared by|version|copyright|summe|gesamt|quelle|quellen|legende|stand|hinweis|anmerkung|"
        "légende|somme|remarque|fuente|fuentes|leyenda|suma|nota|fonte|fonti|legenda|totale|totaal|bron|bronnen|razem|źródło|uwaga"}};

}  // namespace

std::span<const Synonyms> person_column_words() { return person_columns_data; }
std::span<const Synonyms> tie_column_words() { return tie_columns_data; }
std::span<const Synonyms> likely_column_words() { return likely_columns_data; }
std::span<const Synonyms> kind_words() { return kinds_data; }
std::span<const Synonyms> ring_words() { return rings_data; }
std::span<const Synonyms> stance_words() { return stances_data; }
std::span<const Synonyms> tie_kind_words() { return tie_kinds_data; }
std::span<const Synonyms> direction_words() { return directions_data; }
std::span<const Synonyms> level_words() { return levels_data; }
std::span<const Synonyms> strength_words() { return strengths_data; }
std::span<const Synonyms> missing_words() { return missings_data; }
std::span<const Synonyms> below_table_words() { return belows_data; }

}  // namespace standpoint
