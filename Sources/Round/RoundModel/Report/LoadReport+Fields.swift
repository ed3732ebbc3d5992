extension LoadReport {
    /// The shards that go by other fields than `fields.paths`, one clause for those that go by the same, for a person: at most
    /// four.
    ///
    /// - Complexity: O(shards).
    public var fieldDifferences: [String] {
        var clauses: [(first: String, more: Int, text: String)] = []
        var places: [String: Int] = [:]
        for (shard, paths) in fields.differences where shards.indices.contains(shard) {
            let parts = FieldRole.allCases.compactMap { role -> String? in
                guard let path = paths[role] else { return nil }
                return path.map { "\(role.rawValue)=\($0)" } ?? "no \(role.rawValue)"
            }
            let text = parts.joined(separator: ", ")
            if let same = places[text] {
                clauses[same].more += 1
            } else {
                places[text] = clauses.count
                clauses.append((shards[shard], 0, text))
            }
        }
        let most = 3
        let told = clauses.prefix(most).map { first, more, text in
            let others = more > 0 ? " and \(DecimalText.counted(more, "more shard"))" : ""
            return "\(first)\(others): \(text)"
        }
        let rest = clauses.dropFirst(most).reduce(0) { $0 + $1.more + 1 }
        return rest == 0 ? told : told + ["\(DecimalText.counted(rest, "more shard")) with others"]
    }
}
