import ArgumentParser
import HTTPClient
import RewardsFile
import TOMLText

/// Which servers score a round, and by which names its fields go.
struct ScoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The safety reward model's server.", valueName: "url"))
    var safety: String?

    @Option(help: ArgumentHelp("The helpfulness reward model's server.", valueName: "url"))
    var helpfulness: String?

    @Option(
        help: ArgumentHelp("A file that describes the servers; --rewards-template prints one.", valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var rewards: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The field that a score goes to, such as safety=harmlessness. May be given several times.",
            valueName: "score=field"
        ),
        transform: Self.naming
    )
    var names: [Naming] = []

    @Option(help: ArgumentHelp("How often a row is asked for before it counts as failed (5).", valueName: "n"))
    var tries: Int?

    struct Naming {
        var server: String
        var field: String
    }

    mutating func validate() throws {
        if let tries, !(1...1000).contains(tries) { throw ValidationError("--tries takes a number from 1 to 1000") }
    }

    /// The servers that the file describes.
    func described() throws -> [ServerSettings] {
        guard let rewards else { return [] }
        do throws(TOMLProblems) { return try RewardsFile.read(path: rewards) } catch { throw ProgramFailure(error) }
    }

    /// The servers, as file and options describe them.
    func servers() throws -> [ServerSettings] {
        var servers = try described()
        for (name, url) in [("safety", safety), ("helpfulness", helpfulness)] {
            guard let url else { continue }
            let address: HTTPAddress
            do throws(HTTPAddressProblem) {
                address = try HTTPAddress(url)
            } catch {
                throw ProgramFailure(status: 64, message: "--\(name) \(url): \(error.message)")
            }
            if let index = servers.firstIndex(where: { $0.name == name }) {
                servers[index].address = address
            } else {
                servers.append(ServerSettings(name: name, address: address))
            }
        }
        guard !servers.isEmpty else {
            throw ProgramFailure(
                status: 64,
                message:
                    "no server is named; give --safety and --helpfulness, or --rewards with a file (--rewards-template prints one)"
            )
        }
        return try completed(servers)
    }

    /// Servers with what the other options say of them.
    func completed(_ described: [ServerSettings]) throws -> [ServerSettings] {
        var servers = described
        for naming in names {
            guard let index = servers.firstIndex(where: { $0.name == naming.server }) else {
                let known = servers.map(\.name).joined(separator: ", ")
                throw ProgramFailure(
                    status: 64,
                    message:
                        "--as \(naming.server)=\(naming.field): there is no score \(naming.server); there are \(known)"
                )
            }
            servers[index].field = naming.field
        }
        let fields = servers.map(\.field)
        if let twice = fields.first(where: { field in fields.count { $0 == field } > 1 }) {
            throw ProgramFailure(
                status: 64,
                message: "two scores go to the field \"\(twice)\"; give one another name with --as"
            )
        }
        if let tries { for index in servers.indices { servers[index].tries = tries } }
        return servers
    }

    private static func naming(_ text: String) throws -> Naming {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ValidationError("\"\(text)\" is not score=field; for instance --as safety=harmlessness")
        }
        return Naming(server: parts[0], field: parts[1])
    }
}
