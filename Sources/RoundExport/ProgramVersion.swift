/// The program's name and version, as the manifest records them.
public enum ProgramVersion {
    public static let name = "redsieve"
    public static let current = "0.1.0"
}
