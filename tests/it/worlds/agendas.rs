//! The part of the worlds that is about agendas: seen and hidden sessions, names that are withheld, and what belongs to
//! meetings besides.

use super::making::{Making, Party};
use verbund_entity::Visibility::{Municipality, Network, Private, Public};

pub async fn places(m: &mut Making) {
    for (label, city, level) in [
        ("geheimort", "bochum", Municipality),
        ("privatort", "bochum", Private),
        ("netzort", "bochum", Network),
        ("essenort", "essen", Municipality),
        ("rathaussaal", "bochum", Public),
    ] {
        m.place(label, city, level).await;
    }
}

pub async fn series(m: &mut Making) {
    for (label, organizer, level) in [
        ("offene reihe", Party::City("bochum"), Public),
        ("stadtreihe", Party::City("bochum"), Municipality),
        ("privatreihe", Party::City("bochum"), Private),
        ("essenreihe", Party::City("essen"), Network),
        ("netzreihe", Party::Network("ruhr"), Network),
        ("weserreihe", Party::Network("weser"), Municipality),
        ("hagener reihe", Party::City("hagen"), Public),
    ] {
        m.series(label, organizer, level).await;
    }
}

pub async fn agendas(m: &mut Making) {
    for (label, meeting, parent, is_public) in [
        ("begruessung", "fachtag", None, true),
        ("vorbesprechung", "fachtag", None, false),
        ("weiterer punkt", "fachtag", None, false),
        ("runde", "fachtag", None, true),
        ("offener tisch", "fachtag", Some("runde"), true),
        ("verdeckter tisch", "fachtag", Some("runde"), false),
        ("punkt im entwurf", "entwurf", None, true),
        ("punkt im netz", "netztreffen", None, true),
        ("innerer punkt", "gemeinsam", None, false),
        ("hagener punkt", "hagener treffen", None, true),
    ] {
        m.session(label, meeting, parent, is_public).await;
    }
    for (label, meeting, session) in [
        ("ergebnis", "fachtag", "begruessung"),
        ("ergebnis der vorbesprechung", "fachtag", "vorbesprechung"),
        ("weiteres ergebnis", "fachtag", "vorbesprechung"),
        ("ergebnis im entwurf", "entwurf", "punkt im entwurf"),
        ("ergebnis im netz", "netztreffen", "punkt im netz"),
        ("inneres ergebnis", "gemeinsam", "innerer punkt"),
        ("hagener ergebnis", "hagener treffen", "hagener punkt"),
    ] {
        m.result(label, meeting, session).await;
    }
    for (label, meeting, session, organization) in [
        ("moderation", "fachtag", None, None),
        ("schirmherrschaft", "fachtag", None, Some("schatten")),
        ("vortrag", "fachtag", Some("begruessung"), None),
        ("zeugnis", "fachtag", Some("begruessung"), None),
        ("zweites zeugnis", "fachtag", Some("begruessung"), None),
        ("protokoll", "fachtag", Some("vorbesprechung"), None),
        ("gespraech", "gemeinsam", None, None),
    ] {
        m.role(label, meeting, session, organization).await;
    }
    for (label, role, meeting, person, level) in [
        ("wer moderiert", "moderation", "fachtag", "mayer", Network),
        ("wer vortraegt", "vortrag", "fachtag", "mayer", Public),
        ("wer bezeugt", "zeugnis", "fachtag", "mayer", Municipality),
        ("wer auch bezeugt", "zweites zeugnis", "fachtag", "mayer", Municipality),
        ("wer mitschreibt", "protokoll", "fachtag", "mayer", Public),
        ("wer erzaehlt", "gespraech", "gemeinsam", "mayer", Municipality),
    ] {
        m.speaker(label, role, meeting, person, level).await;
    }
    for (label, owner, city, level) in [
        ("faltblatt", Party::Meeting("fachtag"), "bochum", Public),
        ("ablaufplan", Party::Meeting("fachtag"), "bochum", Municipality),
        ("netzpapier", Party::Project("offenes projekt"), "bochum", Network),
        ("papier zum entwurf", Party::Meeting("entwurf"), "bochum", Public),
        (
            "papier zur vorbesprechung",
            Party::Session("vorbesprechung"),
            "bochum",
            Public,
        ),
        ("folien", Party::Session("begruessung"), "bochum", Public),
    ] {
        m.document(label, owner, city, level).await;
    }
    for (label, meeting, city, level) in [
        ("bochum beim fachtag", "fachtag", "bochum", Municipality),
        ("hagen beim fachtag", "fachtag", "witten", Network),
        ("essen beim fachtag", "fachtag", "essen", Municipality),
        ("minden beim fachtag", "fachtag", "minden", Public),
        ("luenen beim fachtag", "fachtag", "luenen", Private),
    ] {
        m.attendance(label, meeting, city, level).await;
    }
}
