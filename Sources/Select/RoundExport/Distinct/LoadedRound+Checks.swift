internal import Basics
internal import RoundFiles

extension LoadedRound {
    /// Refuses a round whose files are no longer what they were when it was loaded.
    func checkUnchanged() throws(ExportError) {
        do throws(RoundFilesError) { try texts.checkUnchanged() } catch { throw ExportError(error) }
    }

    /// The SHA-256 of the round's bytes, in hexadecimal.
    ///
    /// - Complexity: O(bytes).
    func digest(
        cancellation: Cancellation,
        onProgress: (_ bytes: Int) -> Void
    ) throws(ExportError) -> String {
        do throws(RoundFilesError) {
            return try texts.sourceDigest(cancellation: cancellation, onProgress: onProgress)
        } catch {
            throw ExportError(error)
        }
    }
}
