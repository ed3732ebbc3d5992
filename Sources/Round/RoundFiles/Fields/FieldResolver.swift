import RoundModel

/// Decides which field plays which role in one shard.
struct FieldResolver {
    var shard: String
    var named: [FieldRole: String]
    /// Names that go before the usual ones, the first that is there.
    var aliases: [FieldRole: [String]] = [:]
    /// What an earlier reading of the shard took, as in `RoundRequest.earlier`; nil where there was none.
    var earlier: [FieldRole: String]?
    var found: FoundFields
    /// The file with the shard's rows, for commands that a message proposes.
    var input: InputFile?
    /// The roles that are looked for.
    var wanted = FieldRole.allCases
    /// Those of them without which rows are of no use.
    var needed = Set(FieldRole.allCases.filter(\.isNeeded))

    /// The fields of all roles that could be found.
    ///
    /// - Throws: `namedFieldNotFound`, `fieldAmbiguous`, `columnTwice`, or `fieldNotFound` for a needed role.
    func resolve() throws(RoundFilesError) -> [FieldRole: FieldLocation] {
        var fields: [FieldRole: FieldLocation] = [:]
        for role in wanted {
            guard let location = try location(of: role) else {
                if needed.contains(role) {
                    throw .fieldNotFound(shard: shard, role: role, names: found.names, aid: aid(for: role))
                }
                continue
            }
            // Who names one of them knows which is meant: the first keeps the name.
            let isNamed = named[role] != nil || earlier?[role] != nil
            if !isNamed, found.repeatedColumns.contains(location.name) {
                throw .columnTwice(shard: shard, role: role, name: location.name)
            }
            fields[role] = location
        }
        return Self.turned(fields)
    }

    private func location(of role: FieldRole) throws(RoundFilesError) -> FieldLocation? {
        if let name = named[role] {
            guard let location = try one(role, found.locations(named: name)) else {
                throw .namedFieldNotFound(shard: shard, role: role, path: name, names: found.names)
            }
            return location
        }
        if let earlier {
            // Taken as it stands: what led to it then, a turn among others, is part of the path.
            if let name = earlier[role] {
                if let location = try one(role, found.locations(named: name)) { return location }
            } else if !needed.contains(role) {
                return nil
            }
        }
        for alias in aliases[role] ?? [] where !named.values.contains(alias) {
            if let location = try one(role, found.locations(named: alias)) { return turn(role, in: location) }
        }
        let exact = fitting(role) { $0 }
        let candidates = exact.isEmpty ? fitting(role) { $0.lowercased() } : exact
        // A field that the user gave to another role steps back, where that leaves one.
        let free = candidates.filter { candidate in !named.values.contains(candidate.name) }
        let chosen = free.isEmpty ? candidates : free
        if Set(chosen.map(\.name)).count > 1 {
            throw .fieldAmbiguous(shard: shard, role: role, candidates: chosen.map(\.name))
        }
        if let only = chosen.first { return turn(role, in: only) }
        return try chatTurn(of: role)
    }

    private func fitting(_ role: FieldRole, _ form: (String) -> String) -> [FieldLocation] {
        found.top.filter { role.aliases.contains(form($0.name)) }
    }

    /// The one field that a name means.
    private func one(_ role: FieldRole, _ locations: [FieldLocation]) throws(RoundFilesError) -> FieldLocation? {
        guard locations.count > 1 else { return locations.first }
        let written = locations.map { $0.keys.map(FieldPath.written).joined(separator: ".") }
        throw .fieldAmbiguous(shard: shard, role: role, candidates: written.sorted())
    }

    // MARK: Chats

    private static let speakers: [FieldRole: InvalidRow.Reason.Speaker] = [.prompt: .user, .response: .assistant]
    private static let usual = ["messages", "conversations", "conversation"].map { Array($0.utf8) }

    /// The turn that is meant where a field is a list of turns.
    private func turn(_ role: FieldRole, in location: FieldLocation) -> FieldLocation {
        guard location.keys.count == 1, let speaker = Self.speakers[role], let chat = found.chats.chat(location.keys[0])
        else { return location }
        return chat.lastTurn(of: speaker) ?? location
    }

    /// The turn of a list whose name says nothing of roles.
    private func chatTurn(of role: FieldRole) throws(RoundFilesError) -> FieldLocation? {
        guard let speaker = Self.speakers[role] else { return nil }
        var chats = found.chats.spoken(by: speaker)
        // Prompt and response are of one list, where the user named one of them.
        let other = Self.speakers.keys.filter { $0 != role }.compactMap { named[$0] }.flatMap(found.locations(named:))
        let same = chats.filter { chat in other.contains { $0.keys.first == chat.key } }
        if !same.isEmpty { chats = same }
        if chats.count > 1, let usual = Self.usual.first(where: { key in chats.contains { $0.key == key } }) {
            chats = chats.filter { $0.key == usual }
        }
        let turns = chats.compactMap { $0.lastTurn(of: speaker) }
        if turns.count > 1 { throw .fieldAmbiguous(shard: shard, role: role, candidates: turns.map(\.name)) }
        return turns.first
    }

    /// Where one role's turn of a list is chosen by who speaks it, places in that list are chosen the same way.
    private static func turned(_ fields: [FieldRole: FieldLocation]) -> [FieldRole: FieldLocation] {
        let lists = fields.values.compactMap { location in
            location.keys.firstIndex(where: FieldLocation.isTurn).map { Array(location.keys[..<$0]) }
        }
        guard !lists.isEmpty else { return fields }
        return fields.mapValues { location in
            var location = location
            for list in lists where location.keys.count > list.count && location.keys.starts(with: list) {
                let key = location.keys[list.count]
                guard !FieldLocation.isTurn(key), let place = Int(String(decoding: key, as: UTF8.self)) else {
                    continue
                }
                location.keys[list.count] = FieldLocation.turn(of: [], place: place)
            }
            return location
        }
    }

    // MARK: What is nearly a score

    private static let hints: [FieldRole: [String]] = [
        .safety: ["safe", "harm", "tox", "refus", "label"], .helpfulness: ["help", "reward", "quality", "useful"],
    ]

    /// A field that could hold a role's score, were it a number.
    private func aid(for role: FieldRole) -> ScoreAid? {
        let hints = Self.hints[role] ?? []
        let fields = found.kinds.filter { keys, kinds in
            let name = keys.last.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
            return hints.contains(where: name.contains) && ScoreAid.Found(kinds) != nil
        }
        let first = fields.min { ($0.key.count, $0.key.description) < ($1.key.count, $1.key.description) }
        return first.flatMap { keys, kinds in
            ScoreAid.Found(kinds).map { ScoreAid(role: role, keys: keys, found: $0, input: input) }
        }
    }
}
