import ArgumentParser
import Basics
import CLibrary
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
            "Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. "
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
            "A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record "
                + "that score leaves beside the round decides; none takes both as they are.",
            valueName: "score"
        ),
        completion: .list(ScoreName.allCases.map(\.rawValue) + ["none"]),
        transform: Self.direction
    )
    var lowerIsBetter: [Direction] = []

    /// What `--lower-is-better` takes.
    enum Direction: Hashable {
        case lower(ScoreName)
        /// Nothing is negated, whatever a record says.
        case none
    }

    @Option(
        name: .customLong("inflate-memory"),
        help: ArgumentHelp(
            "The most memory for a compressed file's window or dictionary (128M); zstd --long=31 needs 2G.",
            valueName: "size"
        ),
        transform: Self.size
    )
    var inflateLimit: Int = RoundRequest.usualInflateLimit

    @Flag(
        name: .customLong("nan-as-null"),
        help: ArgumentHelp(
            "Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON "
                + "has neither."
        )
    )
    var nonFiniteAsNull = false

    mutating func validate() throws {
        if lowerIsBetter.contains(.none), Set(lowerIsBetter).count > 1 {
            throw ValidationError("--lower-is-better none and a score exclude each other")
        }
        for (index, assignment) in fields.enumerated()
        where fields[..<index].contains(where: { $0.role == assignment.role }) {
            throw ValidationError("--field \(assignment.role.rawValue)=… is given twice")
        }
        var seen: Set<String> = []
        for path in rounds where !seen.insert(path).inserted {
            // A pattern of the shell that names a file again would count its items twice.
            throw ValidationError(
                path == "-" ? "standard input (-) can be read only once" : "\(PathText.shown(path)) is named twice"
            )
        }
    }

    /// Whether standard input is part of the round, by whatever name: `-`, `/dev/stdin`, `/dev/fd/0`.
    var takesStandardInput: Bool {
        var input = stat()
        guard fstat(STDIN_FILENO, &input) == 0 else { return rounds.contains("-") }
        return rounds.contains { path in
            var about = stat()
            if path == "-" { return true }
            return stat(path, &about) == 0 && about.st_dev == input.st_dev && about.st_ino == input.st_ino
        }
    }

    var request: RoundRequest {
        var request = RoundRequest(
            paths: rounds,
            fields: Dictionary(fields.map { ($0.role, $0.path) }, uniquingKeysWith: { first, _ in first }),
            lowerIsBetter: turned,
            nonFiniteAsNull: nonFiniteAsNull
        )
        request.inflateLimit = inflateLimit
        return request
    }

    /// A size in bytes, or with one of the letters K, M, G behind it.
    private static func size(_ text: String) throws -> Int {
        let letters = ["K": 10, "M": 20, "G": 30]
        let shift = letters[text.suffix(1).uppercased()]
        let digits = shift == nil ? text[...] : text.dropLast()
        guard let number = Int(digits), number > 0, number <= Int.max >> (shift ?? 0) else {
            throw ValidationError("\"\(text)\" is not a size; --inflate-memory takes one like 512M or 2G")
        }
        return number << (shift ?? 0)
    }

    private var turned: Set<ScoreName>? { Self.turned(lowerIsBetter) }

    /// The scores that are negated; nil where nobody said so.
    static func turned(_ directions: [Direction]) -> Set<ScoreName>? {
        guard !directions.isEmpty else { return nil }
        return Set(directions.compactMap { if case .lower(let score) = $0 { score } else { nil } })
    }

    static func direction(_ text: String) throws -> Direction {
        if text == "none" { return .none }
        guard let score = ScoreName.named(text) else {
            throw ValidationError(
                "\"\(text)\" is not a score; --lower-is-better takes safety, helpfulness or none"
                    + NearestName.hint(text, among: ScoreName.allCases.map(\.rawValue))
            )
        }
        return .lower(score)
    }
}

/// One `--field role=path`.
struct FieldAssignment {
    var role: FieldRole
    var path: String

    static func parse(_ text: String) throws -> FieldAssignment {
        // By scalars: a mark that combines with what stands before would hide the sign.
        let parts = text.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init)
        let roles = FieldRole.allCases.map(\.rawValue).joined(separator: ", ")
        guard parts.count == 2, !parts[1].isEmpty else {
            throw ValidationError("\"\(text)\" is not role=path; for instance --field safety=scores.safety_rm")
        }
        guard let role = FieldRole.named(parts[0]) else {
            throw ValidationError(
                "\"\(parts[0])\" is not a role; the roles are \(roles)"
                    + NearestName.hint(parts[0], among: FieldRole.allCases.map(\.rawValue))
            )
        }
        return FieldAssignment(role: role, path: parts[1])
    }
}
