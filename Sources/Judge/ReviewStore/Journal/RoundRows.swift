/// The round of a review, as names and values.
enum RoundRows {
    static func texts(of round: RoundIdentity) -> [(name: String, value: String?)] {
        [
            ("round.name", round.name.filter { $0 != "\0" }), ("round.items", "\(round.items)"),
            ("round.fingerprint", "\(round.fingerprint)"), ("round.fields", round.fields.joined(separator: "\n")),
        ]
    }

    /// Nil where none was kept.
    ///
    /// - Parameter about: all names and values.
    static func round(from about: [String: String]) -> RoundIdentity? {
        let texts = AboutRows.texts(of: "round", in: about)
        guard let items = texts["items"].flatMap({ Int($0) }),
            let fingerprint = texts["fingerprint"].flatMap({ UInt64($0) })
        else { return nil }
        return RoundIdentity(
            name: texts["name"] ?? "",
            items: items,
            fingerprint: fingerprint,
            fields: texts["fields"]?.split(separator: "\n").map(String.init) ?? []
        )
    }
}
