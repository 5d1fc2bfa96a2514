//! Enums that several tables share.

text_enum! {
    /// Who may see a record (Sichtbarkeit).
    Visibility {
        /// Everybody (öffentlich).
        Public,
        /// Active members of a network that the owner belongs to (netzwerkintern).
        Network,
        /// The owner's own municipality; for what several do together, the confirmed participants (stadtintern).
        Municipality,
        /// Administrators of the owner only (vertraulich).
        Private,
    }
}

text_enum! {
    /// What a user may do, and where (Rolle).
    Role {
        /// Reads what the municipality may read (Lesezugriff).
        Viewer,
        /// Keeps the municipality's records (Redaktion).
        Editor,
        /// Publishes, signs for the municipality and sees what is PRIVATE (Administration der Kommune).
        Admin,
        /// Runs a network (Geschäftsstelle).
        Coordinator,
        /// Runs the installation; no content, no personal data of contacts (Betrieb).
        Operator,
        /// Reads the audit log only (Revision).
        Auditor,
    }
}

text_enum! {
    /// How exact a number is (Genauigkeit).
    CountQualifier {
        /// Counted (genau).
        Exact,
        /// A little more or less („rund“, „etwa“, „zirka“).
        About,
        /// Above the number („über“).
        MoreThan,
        /// Below the number („unter“).
        LessThan,
        /// The number or more („mindestens“).
        AtLeast,
    }
}
