/// The program's name and version, as the manifest records them.
public enum ProgramVersion {
    /// What the manifest calls the program, and what a manifest of ours is known by.
    public static let name = "redsieve"
    /// The version, as semantic versioning writes it.
    public static let current = "0.1.0"
}
