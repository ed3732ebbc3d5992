import ArgumentParser
import RoundFiles
import RoundModel

/// Which round, and how its rows are read.
struct RoundOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files or folders of one round, or - for standard input.", valueName: "round"),
        completion: .file()
    )
    var rounds: [String]

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            "Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.0.content. "
                + "May be given several times.",
            valueName: "role=path"
        ),
        completion: .custom { arguments, _, typed in FieldCompletion.candidates(arguments, typed) },
        transform: FieldAssignment.parse
    )
    var fields: [FieldAssignment] = []

    @Option(
        name: .customLong("lower-is-better"),
        help: ArgumentHelp(
            "A score (safety or helpfulness) that is better when lower; it is negated.",
            valueName: "score"
        ),
        completion: .list(ScoreName.allCases.map(\.rawValue)),
        transform: Self.score
    )
    var lowerIsBetter: [ScoreName] = []

    mutating func validate() throws {
        for (index, assignment) in fields.enumerated()
        where fields[..<index].contains(where: { $0.role == assignment.role }) {
            throw ValidationError("--field \(assignment.role.rawValue)=… is given twice")
        }
        var seen: Set<String> = []
        for path in rounds where !seen.insert(path).inserted {
            // A pattern of the shell that names a file again would count its items twice.
            throw ValidationError(
                path == "-" ? "standard input (-) can be read once only" : "\(path) is named twice"
            )
        }
    }

    var request: RoundRequest {
        RoundRequest(
            paths: rounds,
            fields: Dictionary(fields.map { ($0.role, $0.path) }, uniquingKeysWith: { first, _ in first }),
            lowerIsBetter: Set(lowerIsBetter)
        )
    }

    private static func score(_ text: String) throws -> ScoreName {
        switch text {
        case "safety": return .safety
        case "helpfulness", "help": return .helpfulness
        default: throw ValidationError("\"\(text)\" is no score; --lower-is-better takes safety or helpfulness")
        }
    }
}

/// One `--field role=path`.
struct FieldAssignment {
    var role: FieldRole
    var path: String

    static func parse(_ text: String) throws -> FieldAssignment {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let roles = FieldRole.allCases.map(\.rawValue).joined(separator: ", ")
        guard parts.count == 2, !parts[1].isEmpty else {
            throw ValidationError("\"\(text)\" is not role=path; for instance --field safety=scores.safety_rm")
        }
        guard let role = FieldRole(rawValue: parts[0]) else {
            throw ValidationError("\"\(parts[0])\" is no role; the roles are \(roles)")
        }
        return FieldAssignment(role: role, path: parts[1])
    }
}
