import CBuild
import RoundExport

/// What `--version` says.
enum BuildName {
    /// `redsieve 0.1.0 (build 1a2b3c4)`; a build that no script named is one of development.
    static var text: String {
        let build = String(cString: redsieve_build())
        let name = build.isEmpty ? "development build" : "build \(build)"
        return "\(ProgramVersion.name) \(ProgramVersion.current) (\(name))"
    }
}
