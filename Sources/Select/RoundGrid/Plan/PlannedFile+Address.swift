public import RoundModel

extension PlannedFile {
    /// Whether a name is an address, such as `s3a://rounds/7/*.jsonl`, and no path on this machine.
    public static func isAddress(_ name: String) -> Bool {
        guard let mark = name.firstRange(of: "://") else { return false }
        let scheme = name[..<mark.lowerBound]
        return !scheme.isEmpty && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    }

    /// What lies at an address; whatever a shell would take for a pattern is one.
    public init(address: String) {
        self.init(path: address, pattern: address.contains { "*?[{".contains($0) } ? true : nil)
    }

    /// The keys of fields that were named and could not be looked for, with a dot between two of them.
    public static func keys(_ named: [FieldRole: String]) -> [FieldRole: [String]] {
        named.mapValues { $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
    }
}
