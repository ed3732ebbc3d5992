import CLibrary

/// The variables of this process.
public enum EnvironmentVariable {
    /// The text of a variable; nil where it is not set.
    public static func text(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// The text of a variable that is set and not empty.
    public static func filled(_ name: String) -> String? { text(name).flatMap { $0.isEmpty ? nil : $0 } }
}
