import Basics
import ReviewSession
import RoundFiles
import RoundModel
import RoundSearch

extension EffectRunner {
    /// Starts a search in place of the one that runs.
    func search(_ number: Int, _ pattern: SearchPattern, from start: UInt32, _ report: ActionQueue) {
        guard let round = loadedRound else { return }
        let cancellation = Cancellation()
        searchLater(cancellation) {
            do {
                let compiled = try TextPattern(pattern.text, isRegex: pattern.isExpression)
                let found = try RoundSearch.find(
                    compiled,
                    in: round,
                    startingAt: Int(start),
                    cancellation: cancellation
                ) { snapshot in
                    report.post(
                        .searchProgressed(number, snapshot.hits, fraction: snapshot.fraction, isComplete: false)
                    )
                }
                report.post(.searchProgressed(number, found.hits, fraction: 1, isComplete: true))
            } catch let error as TextPatternError {
                report.post(.searchRefused(number, problem: error.message))
            } catch let error as RoundFilesError {
                if !cancellation.isCancelled { report.post(.searchFailed(number, message: error.message)) }
            } catch {
                report.post(.searchFailed(number, message: "the search ended early"))
            }
        }
    }

    /// Finds where a pattern matches in an item's texts.
    static func marks(_ number: Int, _ pattern: SearchPattern, _ item: UInt32, _ text: ItemText) -> TextMarks {
        guard let compiled = try? TextPattern(pattern.text, isRegex: pattern.isExpression) else {
            return TextMarks(search: number, item: item)
        }
        return TextMarks(
            search: number,
            item: item,
            prompt: TextMatcher.ranges(of: compiled, in: text.prompt),
            response: TextMatcher.ranges(of: compiled, in: text.response)
        )
    }
}
