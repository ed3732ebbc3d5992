public import RoundFiles

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension EffectRunner {
    /// What is wrong with the paths at first sight, so that it can be said before the screen is taken; nil where
    /// nothing is.
    ///
    /// Everything else that can be wrong is found while loading.
    /// - Complexity: O(paths).
    public func earlyFailure() -> RoundFilesError? {
        for path in request.paths where path != "-" {
            if access(path, F_OK) != 0 { return .noSuchInput(path: path) }
            if access(path, R_OK) != 0 {
                return .unreadable(path: path, reason: String(cString: strerror(errno)))
            }
        }
        return nil
    }
}
