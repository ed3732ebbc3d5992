import TestSupport

/// Programs run as a user without rights, where the tests themselves may do everything.
enum RunAs {
    private static let command = ["--reuid=65534", "--regid=65534", "--clear-groups"]

    static let isPossible =
        (try? RunProgram("setpriv", command + ["true"]))?.status == 0
        && (try? nobody(Redsieve.path, ["--version"]))?.status == 0

    static func nobody(_ program: String, _ arguments: [String]) throws -> RunProgram {
        guard isRoot else { return try RunProgram(program, arguments, environment: Redsieve.environment) }
        return try RunProgram("setpriv", command + [program] + arguments, environment: Redsieve.environment)
    }

    private static let isRoot = (try? RunProgram("id", ["-u"]))?.outputText == "0\n"
}
