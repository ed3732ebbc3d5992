import ArgumentParser
import Basics
import CLibrary
import Configuration
import ReviewApp
import ReviewAudit
import ReviewStore

/// Where verdicts are kept, and under which name.
struct ReviewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file that keeps verdicts and moves (ROUND.review beside the round).",
            valueName: "file"
        )
    )
    var review: String?

    @Option(help: ArgumentHelp("Who gives the verdicts (your login name).", valueName: "name"))
    var reviewer: String?

    @Option(
        help: ArgumentHelp(
            "The share of a sample that every reviewer is given; the rest is divided among them (\(QueueOverlap.standard.share)).",
            valueName: "share"
        ),
        transform: ShareOption.parse
    )
    var overlap: Double?

    mutating func validate() throws {
        guard (0...1).contains(overlap ?? 0) else { throw ValidationError("--overlap must lie between 0 and 1") }
    }

    /// The places that the review of a round may lie at, the best first.
    func locations(for rounds: [String]) -> [ReviewLocation] { Self.locations(of: review, for: rounds) }

    /// - Parameter review: the file that the user named; nil for none.
    static func locations(of review: String?, for rounds: [String]) -> [ReviewLocation] {
        if let review { return [ReviewLocation(path: ProgramPath.absolute(review))] }
        return ReviewLocation.candidates(for: rounds, environment: EnvironmentVariable.text)
    }

    /// The name given on the command line, else the configured one, else that of the login.
    ///
    /// - Throws: why a name that was given cannot be kept.
    func reviewerName(_ configured: Configuration.Setting<String>? = nil) throws(ProgramFailure) -> String {
        try Self.reviewerName(reviewer, configured)
    }

    static func reviewerName(
        _ reviewer: String?,
        _ configured: Configuration.Setting<String>?
    ) throws(ProgramFailure) -> String {
        if let reviewer {
            do throws(ReviewStoreError) {
                return try ReviewerName.checked(reviewer)
            } catch {
                throw ProgramFailure(error)
            }
        }
        if let configured { return try checked(configured) }
        for variable in ["USER", "LOGNAME"] {
            if let name = EnvironmentVariable.text(variable), let checked = try? ReviewerName.checked(name) {
                return checked
            }
        }
        if let login = getpwuid(getuid()), let name = login.pointee.pw_name,
            let checked = try? ReviewerName.checked(String(cString: name))
        {
            return checked
        }
        return "reviewer"
    }

    /// - Throws: why a configured name cannot be kept, with where it was set.
    static func checked(_ configured: Configuration.Setting<String>) throws(ProgramFailure) -> String {
        do throws(ReviewStoreError) {
            return try ReviewerName.checked(configured.value)
        } catch {
            throw ProgramFailure(status: 65, message: "\(configured.origin): \(error.message)")
        }
    }
}
