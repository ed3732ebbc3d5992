import RoundFiles
import RoundModel

/// What a shell offers behind `--field`.
enum FieldCompletion {
    /// Roles, and behind a role the fields of the round that the command line names.
    ///
    /// - Complexity: O(fields of the first rows).
    static func candidates(_ arguments: [String], _ typed: String) -> [String] {
        guard let equals = typed.firstIndex(of: "=") else { return FieldRole.allCases.map { "\($0.rawValue)=" } }
        let role = typed[..<equals]
        return fields(in: arguments).map { "\(role)=\($0)" }
    }

    /// The fields of the first file among the arguments that is a round.
    private static func fields(in arguments: [String]) -> [String] {
        for argument in arguments.dropFirst() where !argument.hasPrefix("-") && !argument.contains("=") {
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
