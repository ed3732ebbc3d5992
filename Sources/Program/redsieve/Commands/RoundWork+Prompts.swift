import RoundExport

extension RoundWork {
    /// Reads the prompts of a guard, and tells so meanwhile.
    func readingPrompts<Result>(_ body: () throws(ExportError) -> Result) throws(ProgramFailure) -> Result {
        progress.show("reading prompts", nil)
        do throws(ExportError) {
            let result = try body()
            progress.clear()
            return result
        } catch {
            progress.clear()
            interruption.finish()
            throw ProgramFailure(error)
        }
    }
}
