import CLibrary

/// The cores of the machine.
public enum Processors {
    /// How many threads a job that never waits is worth: one a core, 1 to `most`.
    public static func count(atMost most: Int = 32) -> Int {
        max(1, min(most, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    }
}
