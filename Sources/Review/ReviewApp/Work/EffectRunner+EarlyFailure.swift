public import RoundFiles

extension EffectRunner {
    /// What is wrong with the paths at first sight, so that it can be said before the screen is taken; nil where
    /// nothing is.
    ///
    /// Everything else that can be wrong is found while loading.
    /// - Complexity: O(files).
    public func earlyFailure() -> RoundFilesError? {
        RoundLoader.firstLook(at: request)
    }
}
