import ArgumentParser
import HTTPClient
import RewardsFile

/// A score besides those that a round has, and the rows that get it.
struct AdditionOptions: ParsableArguments {
    @Option(
        name: .customLong("add"),
        help: ArgumentHelp(
            "Adds a score by another server to a scored round: NAME=URL, or NAME if --rewards describes it.",
            valueName: "name"
        ),
        transform: Self.addition
    )
    var added: Added?

    @Option(help: ArgumentHelp("With --add: only rows that match, written as for f on the screen.", valueName: "expr"))
    var filter: String?

    @Option(
        help: ArgumentHelp(
            "With --add: only rows with a score at most so far from a threshold that matters for them.",
            valueName: "margin"
        )
    )
    var near: Double?

    @Option(
        help: ArgumentHelp(
            "With --add, the review that thresholds and verdicts come from; with --watch, the one that keeps verdicts "
                + "(ROUND.review beside the round).",
            valueName: "file"
        )
    )
    var review: String?

    struct Added {
        var name: String
        var url: String?
    }

    mutating func validate() throws {
        if let near, !(near >= 0 && near.isFinite) { throw ValidationError("--near must be 0 or more") }
        guard added == nil else { return }
        for (option, isGiven) in [("filter", filter != nil), ("near", near != nil)] where isGiven {
            throw ValidationError("--\(option) needs --add, the score that is added to some rows")
        }
    }

    /// The one server that is asked, of those that a file describes.
    func server(_ added: Added, among described: [ServerSettings]) throws -> ServerSettings {
        let known = described.first { $0.name == added.name }
        guard let url = added.url else {
            if let known { return known }
            throw ProgramFailure(
                status: 64,
                message:
                    "--add \(added.name): nothing says where its server is; give --add \(added.name)=URL, or a table "
                    + "[\(added.name)] in the file that --rewards names"
            )
        }
        do throws(HTTPAddressProblem) {
            let address = try HTTPAddress(url)
            guard var known else { return ServerSettings(name: added.name, address: address) }
            known.address = address
            return known
        } catch {
            throw ProgramFailure(status: 64, message: "--add \(added.name)=\(url): \(error.message)")
        }
    }

    private static func addition(_ text: String) throws -> Added {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let name = parts.first, !name.isEmpty, parts.last != "" else {
            throw ValidationError(
                "\"\(text)\" is not NAME or NAME=URL; for instance --add strict=http://127.0.0.1:8002"
            )
        }
        return Added(name: name, url: parts.count == 2 ? parts[1] : nil)
    }
}
