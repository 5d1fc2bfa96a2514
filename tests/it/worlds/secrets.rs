//! What is hidden: each thing once, as it is in the first world and in the second, and who of our viewers may know.

use super::who::Who::{self, Essen, Hagen, Herne, Weser};

/// One value of one row.
pub struct Secret {
    pub row: &'static str,
    pub field: &'static str,
    pub first: &'static str,
    pub second: &'static str,
    /// To these the second world looks like the first.
    pub known_to: &'static [Who],
}

const fn hidden(row: &'static str, field: &'static str, first: &'static str, second: &'static str) -> Secret {
    told(row, field, first, second, &[])
}

const fn told(
    row: &'static str,
    field: &'static str,
    first: &'static str,
    second: &'static str,
    known_to: &'static [Who],
) -> Secret {
    Secret {
        row,
        field,
        first,
        second,
        known_to,
    }
}

/// Active members of the Ruhr network.
const RUHR: &[Who] = &[Herne, Hagen];

/// Every difference between the two worlds.
#[rustfmt::skip]
pub const SECRETS: &[Secret] = &[
    // People: all levels, in the own house, in a network, in another one.
    hidden("anders",  "name", "Anders",  "Zander"),
    hidden("brandt",  "name", "Brandt",  "Yilmaz"),
    hidden("brandt",  "visibility", "MUNICIPALITY", "PRIVATE"),
    hidden("brandt",  "source", "Aktenvermerk", "Zeitungsbericht"),
    told  ("celik",   "name", "Celik",   "Xanthos",  RUHR),
    told  ("dorn",    "name", "Dorn",    "Wischnewski", &[Herne]),
    hidden("eller",   "name", "Eller",   "Vogelsang"),
    told  ("faber",   "name", "Faber",   "Unruh",    &[Essen]),
    told  ("gross",   "name", "Gross",   "Tschernow", &[Weser]),
    told  ("hansen",  "name", "Hansen",  "Sommer",   &[Essen]),
    hidden("crowd",   "count", "0", "12"),
    // Organisations, and what of them shows through on visible rows.
    hidden("einwilligung", "evidence", "Abschrift", "Zeugenbrief"),
    hidden("einwilligung", "given", "2026-01-02", "2025-01-02"),
    hidden("weitere einwilligung", "exists", "no", "yes"),
    told  ("kulturzusage", "evidence", "Aktennotiz", "Zusageschreiben", &[Herne]),
    hidden("schatten", "name", "Schattenverein", "Zirkelverein"),
    hidden("schatten", "kind", "ASSOCIATION", "UNIVERSITY"),
    hidden("schatten", "topic", "arbeit", "sport"),
    hidden("schatten", "source", "Satzung", "Zettel"),
    told  ("werkstatt", "name", "Werkstatt", "Zimmerei", RUHR),
    told  ("essenhaus", "name", "Essenhaus", "Zechenhaus", &[Essen]),
    hidden("abteilung", "parent", "schatten", "dunkel"),
    // Positions: who holds a public one, whom it stands in for, what a hidden one is in charge of.
    hidden("amt",     "person", "anders", "brandt"),
    hidden("amt",     "deputy of", "kammer", "keller"),
    hidden("kammer",  "title", "Kammeramt", "Zisterne"),
    hidden("kammer",  "topic", "arbeit", "sport"),
    hidden("kammer",  "function", "ADVISER", "CHAIR"),
    told  ("netzamt", "title", "Netzamt", "Zweigamt", RUHR),
    hidden("stellvertretung", "visibility", "MUNICIPALITY", "PRIVATE"),
    hidden("stellvertretung", "title", "Stellvertretung", "Zweitbesetzung"),
    // Contacts: by level, withdrawn, out of their time, and with an owner that is hidden.
    hidden("stadtkontakt",  "address", "amsel@bochum.example", "zeisig@bochum.example"),
    hidden("stadtkontakt",  "topic", "sport", "kultur"),
    hidden("stadtkontakt",  "purpose", "Ausweise", "Zuwendungen"),
    told  ("netzkontakt",   "address", "buchfink@bochum.example", "zaunkoenig@bochum.example", RUHR),
    told  ("netzkontakt",   "topic", "sport", "kultur", RUHR),
    hidden("privatkontakt", "address", "drossel@herne.example", "ziegenmelker@herne.example"),
    told  ("hauskontakt",   "address", "elster@herne.example", "wiedehopf@herne.example", &[Herne]),
    hidden("zurueckgezogen", "address", "fink@bochum.example", "zilpzalp@bochum.example"),
    told  ("haus zurueckgezogen", "address", "gimpel@herne.example", "waldkauz@herne.example", &[Herne]),
    hidden("abgelaufen",    "address", "haeher@bochum.example", "zwergtaucher@bochum.example"),
    hidden("kuenftig",      "address", "ibis@bochum.example", "zwergdommel@bochum.example"),
    hidden("zum entwurf",   "address", "jungfernkranich@bochum.example", "ziegensittich@bochum.example"),
    hidden("zum stadtprojekt", "address", "kiebitz@bochum.example", "zwergschwan@bochum.example"),
    told  ("essenkontakt",  "address", "lerche@essen.example", "zaunammer@essen.example", &[Essen]),
    told  ("mindenkontakt", "address", "meise@minden.example", "zitronenstelze@minden.example", &[Weser]),
    hidden("allgemein",    "verified", "2026-10-01T09:00:00Z", "2026-01-01T09:00:00Z"),
    told  ("herne allgemein", "verified", "2026-01-01T09:00:00Z", "2026-10-01T09:00:00Z", &[Herne]),
    // Projects: hidden ones, and what happens around visible ones.
    hidden("stadtprojekt",  "title", "Archivprojekt", "Zukunftsprojekt"),
    hidden("stadtprojekt",  "status", "IDEA", "ACTIVE"),
    hidden("stadtprojekt",  "topic", "arbeit", "sport"),
    told  ("netzprojekt",   "title", "Brückenprojekt", "Zelteprojekt", RUHR),
    hidden("privatprojekt", "title", "Chorprojekt", "Zirkusprojekt"),
    hidden("abgelehnt",     "title", "Dialogprojekt", "Zeichenprojekt"),
    told  ("angeboten",     "title", "Elternprojekt", "Zeitprojekt", &[Herne]),
    hidden("stadtprojekt",  "closing", "Abschlussfeier", "Zuwachs"),
    hidden("einladung",     "reason", "Absprache", "Zeitmangel"),
    hidden("einladung",     "role", "PARTNER", "FUNDER"),
    hidden("einladung",     "status", "INVITED", "DECLINED"),
    hidden("einladung",     "contribution", "Anteil", "Zuschuss"),
    hidden("einladung",     "source", "Einladungsbrief", "Zusage"),
    hidden("weitere einladung", "exists", "no", "yes"),
    hidden("verein beteiligt", "organization", "schatten", "dunkel"),
    // Meetings: drafts, levels, notes, invitations, and hidden things on the other side of a link.
    hidden("entwurf",      "title", "Auftakttreffen", "Zwischentreffen"),
    hidden("entwurf",      "starts at", "2026-12-01T09:00:00Z", "2027-06-01T09:00:00Z"),
    hidden("entwurf",      "topic", "arbeit", "sport"),
    hidden("entwurf",      "uid", "apfelkalender", "zitronenkalender"),
    hidden("entwurf",      "sequence", "1", "4"),
    told  ("entwurf mit herne", "title", "Beiratstreffen", "Zieltreffen", &[Herne]),
    told  ("netztreffen",  "title", "Chortreffen", "Zunfttreffen", RUHR),
    told  ("wesertreffen", "title", "Deichtreffen", "Zolltreffen", &[Weser]),
    hidden("stadttreffen", "title", "Ehrentreffen", "Zeugentreffen"),
    told  ("privattreffen", "title", "Familientreffen", "Zirkeltreffen", &[Essen]),
    hidden("fachtag",      "notes", "Ablauf intern", "Zusagen offen"),
    told  ("gemeinsam",    "notes", "Beamer fehlt", "Zelt bestellt", &[Herne]),
    hidden("eingeladen",   "notes", "Catering offen", "Zuschuss fehlt"),
    hidden("anfrage",      "role", "CO_ORGANIZER", "FUNDER"),
    hidden("anfrage",      "status", "INVITED", "DECLINED"),
    hidden("anfrage",      "position", "5", "0"),
    hidden("anfrage",      "source", "Anfragebrief", "Zettelkasten"),
    hidden("weitere anfrage", "exists", "no", "yes"),
    hidden("verein hilft", "organization", "schatten", "dunkel"),
    hidden("fachtag",      "project", "stadtprojekt", "privatprojekt"),
    hidden("offenes projekt", "meeting", "entwurf", "stadttreffen"),
    // Memberships that are not yet any, or never were.
    hidden("witten beim ruhrnetz", "status", "APPLIED", "INVITED"),
    hidden("witten beim ruhrnetz", "since", "2024", "2026"),
    hidden("witten beim ruhrnetz", "source", "Antrag", "Zeugnis"),
    told  ("witten bei weser", "status", "INVITED", "REJECTED", &[Weser]),
    hidden("luenen beim ruhrnetz", "exists", "no", "yes"),
    // What was written in an application and said of a decision, though the membership is open.
    hidden("hagen im ruhrnetz", "note", "Antragsschreiben", "Zusatzblatt"),
    hidden("hagen im ruhrnetz", "days ago", "4", "40"),
    told  ("essen im ruhrnetz", "reason", "Beitrag offen", "Zerwürfnis", &[Essen]),
    told  ("essen im ruhrnetz", "days ago", "5", "50", &[Essen]),
    told  ("minden bei weser",  "note", "Anschreiben", "Zettelnotiz", &[Weser]),
    hidden("luenen beim ruhrnetz", "note", "Absichtserklärung", "Zuruf"),
    // Who works for a city: nobody but its administrators knows, in the own house neither.
    hidden("bochumerin",   "name", "Bachmann", "Zobel"),
    hidden("bochumerin",   "address", "rabe@bochum.example", "zeilinger@bochum.example"),
    hidden("bochumerin",   "status", "ACTIVE", "LOCKED"),
    hidden("bochumerin",   "role", "EDITOR", "ADMIN"),
    hidden("neuling",      "exists", "no", "yes"),
    hidden("vertreter",    "exists", "no", "yes"),
    hidden("hernerin",     "name", "Horstmann", "Zumbusch"),
    hidden("hernerin",     "status", "INVITED", "DEACTIVATED"),
    hidden("hagenerin",    "name", "Hausmann", "Zoeller"),
    hidden("hagenerin",    "role", "VIEWER", "ADMIN"),
    told  ("essenerin",    "name", "Ehlers", "Zabel", &[Essen]),
    told  ("essenerin",    "address", "star@essen.example", "zeisler@essen.example", &[Essen]),
    told  ("essener",      "role", "EDITOR", "VIEWER", &[Essen]),
    // Lists in a row of its own, other names, and whom something is for.
    hidden("schatten",     "also", "Abendverein", "Zunftstube"),
    hidden("schatten",     "scope", "SPECIFIC_INTEREST", "SPECIFIC_FAITH"),
    hidden("abteilung",    "successor", "schatten", "dunkel"),
    hidden("stadtkontakt", "for", "Alleinerziehende", "Zugezogene"),
    hidden("entwurf",      "also", "Anfangsrunde", "Zusatzrunde"),
    hidden("entwurf",      "edition", "1", "2"),
    hidden("entwurf",      "group", "PARENTS", "VOLUNTEERS"),
    hidden("entwurf",      "invited", "JOBCENTER", "CHAMBER_CRAFTS"),
    // Agendas: sessions that are not public, in a hidden meeting and for those who organise it.
    hidden("vorbesprechung", "title", "Absprache", "Zwischenbilanz"),
    hidden("vorbesprechung", "kind", "FORMALITY", "BREAK"),
    hidden("vorbesprechung", "position", "5", "0"),
    hidden("vorbesprechung", "source", "Ablaufzettel", "Zuruf"),
    hidden("weiterer punkt", "exists", "no", "yes"),
    hidden("verdeckter tisch", "title", "Kassensturz", "Zahlenwerk"),
    hidden("punkt im entwurf", "title", "Aufwaermen", "Zugabe"),
    told  ("punkt im netz", "title", "Bestandsaufnahme", "Zukunftsfragen", RUHR),
    told  ("innerer punkt", "title", "Chefsache", "Zankapfel", &[Herne]),
    hidden("protokoll",    "function", "RAPPORTEUR", "PANELIST"),
    hidden("protokoll",    "affiliation", "Amtsstube", "Zentrale"),
    hidden("schirmherrschaft", "organization", "schatten", "dunkel"),
    // Names: withheld ones, those of hidden people, and whether there is one at all.
    told  ("wer moderiert", "person", "mayer", "nowak", RUHR),
    hidden("wer vortraegt", "person", "anders", "brandt"),
    hidden("wer bezeugt",  "person", "mayer", "nowak"),
    hidden("wer bezeugt",  "source", "Aussage", "Zeugenschaft"),
    hidden("wer auch bezeugt", "exists", "no", "yes"),
    hidden("wer mitschreibt", "person", "mayer", "nowak"),
    told  ("wer erzaehlt", "person", "mayer", "nowak", &[Herne]),
    // Series: by level, as the other side of a seen meeting, and with a hidden edition in a seen one.
    hidden("stadtreihe",   "title", "Arbeitstagung", "Zechengespraech"),
    hidden("stadtreihe",   "pattern", "{n}. Arbeitstagung", "{n}. Zechengespraech"),
    hidden("stadtreihe",   "cadence", "jeden Monat", "selten"),
    hidden("stadtreihe",   "started", "2019", "2025"),
    hidden("stadtreihe",   "topic", "arbeit", "sport"),
    hidden("stadtreihe",   "item", "Bericht der Leitung", "Zahlenbericht"),
    hidden("stadtreihe",   "source", "Jahresplan", "Zuschrift"),
    hidden("privatreihe",  "title", "Beiratssitzung", "Zirkel der Leitung"),
    told  ("essenreihe",   "title", "Dialogabend", "Zechentreff", &[Essen]),
    told  ("netzreihe",    "title", "Erfahrungskreis", "Zukunftskreis", RUHR),
    told  ("weserreihe",   "title", "Flussrunde", "Zweckrunde", &[Weser]),
    hidden("fachtag",      "series", "stadtreihe", "privatreihe"),
    hidden("entwurf",      "series", "offene reihe", "stadtreihe"),
    // Results: of hidden sessions and meetings, and who stands by them.
    hidden("ergebnis der vorbesprechung", "text", "Anmerkung", "Zusage"),
    hidden("ergebnis der vorbesprechung", "kind", "QUESTION", "FINDING"),
    hidden("ergebnis der vorbesprechung", "supporter", "bochum", "herne"),
    hidden("ergebnis der vorbesprechung", "source", "Mitschrift", "Zettelsatz"),
    hidden("weiteres ergebnis", "exists", "no", "yes"),
    hidden("ergebnis im entwurf", "text", "Beobachtung", "Zweifel"),
    told  ("ergebnis im netz", "text", "Chancenliste", "Zielbild", RUHR),
    told  ("inneres ergebnis", "text", "Diskussionspunkt", "Zuspitzung", &[Herne]),
    // Places: by level, and as the other side of a seen one.
    hidden("geheimort",    "name", "Atelier", "Zollhaus"),
    hidden("privatort",    "name", "Brauhaus", "Zeughaus"),
    told  ("netzort",      "name", "Bahnhof", "Zeche", RUHR),
    told  ("essenort",     "name", "Dachboden", "Ziegelei", &[Essen]),
    hidden("rathaussaal",  "parent", "geheimort", "privatort"),
    hidden("fachtag",      "place", "geheimort", "privatort"),
    // Documents: by level, and of something hidden.
    hidden("ablaufplan",   "title", "Anfahrt", "Zeitplan"),
    hidden("ablaufplan",   "kind", "GUIDE", "RECORDING"),
    told  ("netzpapier",   "title", "Bericht intern", "Zwischenbericht", RUHR),
    hidden("papier zum entwurf", "title", "Checkliste", "Zettelsammlung"),
    hidden("papier zur vorbesprechung", "title", "Datenblatt", "Zusatzblatt"),
    // Proposals: for the house that makes one and the one that decides, as long as the record is seen.
    told  ("vorschlag zum verein", "text", "Ansinnen", "Zumutung", RUHR),
    told  ("vorschlag an bochum", "text", "Bitte", "Zurechtweisung", &[Herne]),
    told  ("vorschlag an bochum", "status", "OPEN", "REJECTED", &[Herne]),
    told  ("vorschlag von bochum", "text", "Chance", "Zwist", &[Hagen]),
    hidden("vorschlag zum versteckten", "text", "Denkanstoss", "Zankanlass"),
    hidden("vorschlag zum versteckten", "was", "Dachname", "Zuname"),
    told  ("vorschlag von essen", "was", "Eintrag", "Zusatzeintrag", &[Essen, Herne]),
    hidden("weiterer vorschlag", "exists", "no", "yes"),
    // Who came: each city shows its own.
    hidden("bochum beim fachtag", "heads", "11", "19"),
    told  ("hagen beim fachtag", "heads", "21", "29", RUHR),
    told  ("essen beim fachtag", "heads", "31", "39", &[Essen]),
    hidden("minden beim fachtag", "organization", "schatten", "dunkel"),
    hidden("luenen beim fachtag", "exists", "no", "yes"),
];

/// Words that stand in nothing but secrets: what somebody would search for.
pub fn canaries() -> Vec<&'static str> {
    let texts = [
        "name",
        "title",
        "address",
        "purpose",
        "notes",
        "note",
        "reason",
        "source",
        "contribution",
        "also",
        "for",
        "closing",
        "text",
        "reason",
        "uid",
        "text",
        "pattern",
        "item",
    ];
    let told = SECRETS.iter().filter(|secret| texts.contains(&secret.field));
    told.flat_map(|secret| [secret.first, secret.second]).collect()
}
