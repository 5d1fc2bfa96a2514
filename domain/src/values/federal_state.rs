//! The sixteen states, which are the first two digits of every municipality's key.

use async_graphql::Enum;
use serde::Serialize;

macro_rules! federal_states {
    ($($number:literal $(#[$meaning:meta])* $state:ident),+ $(,)?) => {
        /// A state of the Federal Republic of Germany (Land).
        #[derive(Enum, Serialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum FederalState { $($(#[$meaning])* $state),+ }

        impl FederalState {
            pub const ALL: &[FederalState] = &[$(FederalState::$state),+];

            /// The two digits with which its keys begin.
            pub fn number(self) -> &'static str {
                match self { $(FederalState::$state => $number),+ }
            }
        }
    };
}

federal_states! {
    "01" /// Schleswig-Holstein.
    SchleswigHolstein,
    "02" /// Hamburg.
    Hamburg,
    "03" /// Lower Saxony (Niedersachsen).
    LowerSaxony,
    "04" /// Bremen.
    Bremen,
    "05" /// North Rhine-Westphalia (Nordrhein-Westfalen).
    NorthRhineWestphalia,
    "06" /// Hesse (Hessen).
    Hesse,
    "07" /// Rhineland-Palatinate (Rheinland-Pfalz).
    RhinelandPalatinate,
    "08" /// Baden-Württemberg.
    BadenWuerttemberg,
    "09" /// Bavaria (Bayern).
    Bavaria,
    "10" /// Saarland.
    Saarland,
    "11" /// Berlin.
    Berlin,
    "12" /// Brandenburg.
    Brandenburg,
    "13" /// Mecklenburg-Western Pomerania (Mecklenburg-Vorpommern).
    MecklenburgWesternPomerania,
    "14" /// Saxony (Sachsen).
    Saxony,
    "15" /// Saxony-Anhalt (Sachsen-Anhalt).
    SaxonyAnhalt,
    "16" /// Thuringia (Thüringen).
    Thuringia,
}

/// The state in which a municipality or district lies: from its AGS, district key or ARS.
pub fn federal_state(key: &str) -> Option<FederalState> {
    FederalState::ALL
        .iter()
        .copied()
        .find(|state| key.starts_with(state.number()))
}
