public import Basics
public import ItemFilter
public import RoundFiles
public import RoundModel
internal import Synchronization

/// Answers filters over a round, and remembers what reading its rows for one is good for in the next.
///
/// Scores, buckets and verdicts are answered from columns. Other fields are read from the rows once, on all cores; of those
/// with few values every item's is remembered, one byte an item and field, at most 16 of them. Of other tests the last 16
/// answers are kept, one bit an item each. 18 bytes an item at most, as a rule 3. Safe to use from several threads.
public final class RoundFields: Sendable {
    public let round: LoadedRound
    private let state = Mutex(Memory())

    private struct Memory {
        var fields: FilterFields?
        var codes: FieldCodes?
        var answers: [(test: FilterTest, bits: ItemBits)] = []
    }

    private static let answerLimit = 16

    public init(_ round: LoadedRound) { self.round = round }

    /// The fields that the rows have, by a sample of them from all over the round.
    ///
    /// - Throws: as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of some 2,000 rows), the first time.
    public func fields() throws(RoundFilesError) -> FilterFields {
        if let known = state.withLock({ $0.fields }) { return known }
        let sample = try FieldSample(round)
        let fields = sample.fields(negated: round.report.fields.lowerIsBetter)
        let codes = FieldCodes(sample.codable, bins: sample.binned, blocks: round.columns.blocks.count)
        return state.withLock { memory in
            if memory.fields == nil {
                memory.fields = fields
                memory.codes = codes
            }
            return memory.fields ?? fields
        }
    }

    func fieldCodes() throws(RoundFilesError) -> FieldCodes {
        _ = try fields()
        return state.withLock { $0.codes } ?? FieldCodes([], blocks: round.columns.blocks.count)
    }

    // MARK: Filters

    /// The items for which an expression holds.
    ///
    /// - Parameters:
    ///   - context: of the same columns as the round.
    ///   - onProgress: gets what has been found among the rows that were read, and how far reading is, 0 to 1; called from
    ///     any thread, one call at a time, at most 20 times a second. Not called where no row has to be read.
    /// - Throws: a pattern that is none; `cancelled`; `changed` where a file is not what it was; otherwise as
    ///   `RoundTexts.rowBytes`.
    /// - Complexity: O(n) without rows; O(bytes of the round) where they must be read.
    public func find(
        _ expression: FilterExpression,
        _ context: FilterContext,
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (ItemSet, Double) -> Void = { _, _ in }
    ) throws(RoundFilterError) -> ItemSet {
        let count = round.columns.count
        do throws(RoundFilesError) {
            try MemoryRoom.require(count / 8 * (expression.tests.count + 4))
        } catch {
            throw .round(error)
        }
        var answers: [FilterTest: ItemBits] = [:]
        var tests: [RowTest] = []
        let names: FilterFields
        do throws(RoundFilesError) {
            names = try fields()
        } catch {
            throw .round(error)
        }
        for test in expression.tests {
            if let test = try RowTest(test, isKnown: { names.isComplete || names.knows($0) }) {
                if let bits = remembered(test.test) { answers[test.test] = bits } else { tests.append(test) }
            } else if let bits = context.bits(of: test) {
                answers[test] = bits
            }
        }
        if !tests.isEmpty {
            let (known, tests) = (answers, tests)
            let unmet: FilterField?
            do throws(RoundFilesError) {
                let bits: [ItemBits]
                (bits, unmet) = try read(tests, cancellation) { bits, scanned, fraction in
                    var found = expression.bits(count) { test in
                        known[test] ?? tests.firstIndex { $0.test == test }.map { bits[$0] } ?? ItemBits(none: count)
                    }
                    found.formIntersection(scanned)
                    onProgress(found.set(of: count), fraction)
                }
                for (test, bits) in zip(tests, bits) { answers[test.test] = bits }
            } catch {
                throw .round(error)
            }
            if let unmet { throw .unknownField(unmet) }
        }
        let all = answers
        return expression.bits(count) { all[$0] ?? ItemBits(none: count) }.set(of: count)
    }

    private func remembered(_ test: FilterTest) -> ItemBits? {
        state.withLock { memory in
            guard let at = memory.answers.firstIndex(where: { $0.test == test }) else { return nil }
            let answer = memory.answers.remove(at: at)
            memory.answers.append(answer)
            return answer.bits
        }
    }

    func remember(_ test: FilterTest, _ bits: ItemBits) {
        state.withLock { memory in
            memory.answers.removeAll { $0.test == test }
            memory.answers.append((test, bits))
            if memory.answers.count > Self.answerLimit { memory.answers.removeFirst() }
        }
    }

    /// What is remembered of the fields as it is now.
    var codesNow: [FieldCodes.Column] { state.withLock { $0.codes }?.columns ?? [] }
}
