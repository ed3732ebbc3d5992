import RoundModel

/// Decides which field plays which role in one shard.
struct FieldResolver {
    var shard: String
    var named: [FieldRole: String]
    /// Names that go before the usual ones, the first that is there.
    var aliases: [FieldRole: [String]] = [:]
    var found: FoundFields

    /// The fields of all roles that could be found.
    ///
    /// - Throws: `namedFieldNotFound`, `fieldAmbiguous`, `columnTwice`, or `fieldNotFound` for a needed role.
    func resolve() throws(RoundFilesError) -> [FieldRole: FieldLocation] {
        var fields: [FieldRole: FieldLocation] = [:]
        for role in FieldRole.allCases {
            guard let location = try location(of: role) else {
                if role.isNeeded { throw .fieldNotFound(shard: shard, role: role, names: found.names) }
                continue
            }
            // Who names one of them knows which is meant: the first keeps the name.
            if named[role] == nil, location.column != nil, found.repeatedColumns.contains(location.name) {
                throw .columnTwice(shard: shard, role: role, name: location.name)
            }
            fields[role] = location
        }
        return fields
    }

    private func location(of role: FieldRole) throws(RoundFilesError) -> FieldLocation? {
        if let name = named[role] {
            if let location = found.location(named: name) { return location }
            throw .namedFieldNotFound(shard: shard, role: role, path: name, names: found.names)
        }
        for alias in aliases[role] ?? [] where !named.values.contains(alias) {
            if let location = found.location(named: alias) { return location }
        }
        let exact = fitting(role) { $0 }
        let candidates = exact.isEmpty ? fitting(role) { $0.lowercased() } : exact
        // A field that the user gave to another role steps back, where that leaves one.
        let free = candidates.filter { candidate in !named.values.contains(candidate.name) }
        let chosen = free.isEmpty ? candidates : free
        if Set(chosen.map(\.name)).count > 1 {
            throw .fieldAmbiguous(shard: shard, role: role, candidates: chosen.map(\.name))
        }
        return chosen.first
    }

    private func fitting(_ role: FieldRole, _ form: (String) -> String) -> [FieldLocation] {
        found.top.filter { role.aliases.contains(form($0.name)) }
    }
}
