import CLibrary
import RoundFiles
import RoundModel

/// What a shell offers behind `--field`.
enum FieldCompletion {
    /// Each role with each field of the round that the command line names; roles alone where it names none.
    ///
    /// Whole assignments, since shells do not agree on what a word is that holds `=`.
    /// - Complexity: O(roles × fields of the first rows).
    static func candidates(_ arguments: [String], _ typed: String) -> [String] {
        let fields = fields(in: arguments)
        let roles = FieldRole.allCases.map { "\($0.rawValue)=" }
        let all = fields.isEmpty ? roles : roles.flatMap { role in fields.map { role + $0 } }
        return all.filter { $0.hasPrefix(typed) }
    }

    /// A pipe would be read empty, or waited for.
    private static func isStream(_ path: String) -> Bool {
        var about = stat()
        return stat(path, &about) == 0 && ![S_IFREG, S_IFDIR].contains(about.st_mode & S_IFMT)
    }

    /// The fields of the first file among the arguments that is a round.
    private static func fields(in arguments: [String]) -> [String] {
        for argument in arguments.dropFirst()
        where !argument.hasPrefix("-") && !argument.contains("=") && !isStream(argument) {
            // No field has this name, so the load ends with the names of those there are.
            let request = RoundRequest(paths: [argument], fields: [.prompt: "\u{0}"])
            guard RoundLoader.firstLook(at: request) == nil else { continue }
            do throws(RoundFilesError) {
                _ = try RoundLoader.load(request)
            } catch {
                if case .namedFieldNotFound(_, _, _, let names) = error { return names }
            }
        }
        return []
    }
}
