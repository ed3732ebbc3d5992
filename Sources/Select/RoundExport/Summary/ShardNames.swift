/// What the shards of a round are called in what redsieve writes.
///
/// The same round shall give the same bytes however it was named on the command line, so folders are left out as far
/// as the shards can be told apart without them.
public enum ShardNames {
    /// The shards' file names where all differ; else their paths without the folders that all have in common.
    ///
    /// - Complexity: O(length of all paths).
    public static func short(_ shards: [String]) -> [String] {
        let paths = shards.map { $0.split(separator: "/").filter { $0 != "." } }
        let names = zip(shards, paths).map { $1.last.map(String.init) ?? $0 }
        guard Set(names).count < names.count, let first = paths.first else { return names }
        var common = max(0, first.count - 1)
        for path in paths {
            let shared = zip(first, path).prefix { $0 == $1 }.count
            common = min(common, shared, max(0, path.count - 1))
        }
        return zip(shards, paths).map { $1.isEmpty ? $0 : $1.dropFirst(common).joined(separator: "/") }
    }
}
