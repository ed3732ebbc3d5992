internal import CLibrary
internal import RoundModel

/// The items of each prompt, when the distinct prompts and pairs are known: which of them are exported, and which are paired.
///
/// An item that repeats a prompt knows the first one that has it, and hashes of prompts are needed no more: what is kept for a
/// prompt stands in their place at its first item.
///
/// Unchecked: the threads of `AnswerPairs` only read.
struct PromptGroups: @unchecked Sendable {
    let prompts: UnsafeMutablePointer<DistinctSolver.HashHalves>
    let pairs: UnsafeMutablePointer<UInt64>
    let traits: UnsafeMutablePointer<DistinctTraits>
    let count: Int

    /// - Precondition: the columns are solved and stay where they are; nobody else touches them for as long as this is in use.
    init?(_ columns: borrowing HashColumns) {
        guard let prompts = columns.prompts.start, let pairs = columns.pairs.start, let traits = columns.traits.start
        else { return nil }
        self.prompts = UnsafeMutableRawPointer(prompts).assumingMemoryBound(to: DistinctSolver.HashHalves.self)
        (self.pairs, self.traits, count) = (pairs, traits, columns.count)
    }

    /// The first item with an item's prompt.
    @inline(__always)
    func head(of item: Int) -> Int { traits[item].contains(.repeatsPrompt) ? Int(prompts[item].lower) : item }

    /// Whether an item has no earlier one with its prompt.
    @inline(__always)
    func isHead(_ item: Int) -> Bool { traits[item].isOfSet && !traits[item].contains(.repeatsPrompt) }

    /// Whether a pair is exported as an accepted one.
    @inline(__always)
    func isExported(_ item: Int) -> Bool { traits[item].isAccepted && traits[item].contains(.exported) }

    /// Counts the accepted pairs of each prompt.
    ///
    /// - Complexity: O(items).
    func countSizes() -> PromptFigures {
        for item in 0..<count where isHead(item) { prompts[item] = .init(lower: .max, upper: 0) }
        var figures = PromptFigures()
        for item in 0..<count where isExported(item) {
            prompts[head(of: item)].upper += 1
            figures.pairs += 1
        }
        figures.exported = figures.pairs
        for item in 0..<count where isHead(item) && prompts[item].upper > 0 {
            let size = Int(prompts[item].upper)
            figures.sizes[min(size, PromptFigures.mostTold), default: 0] += 1
            figures.largest = max(figures.largest, size)
        }
        return figures
    }

    /// Whether an exported pair has others of its prompt beside it; after `countSizes`.
    func hasOthers(_ item: Int) -> Bool { isExported(item) && prompts[head(of: item)].upper > 1 }

    /// Leaves of each prompt one exported pair: that with the highest value, and of several the first.
    ///
    /// - Parameter value: asked for items that have others, as often as need be.
    /// - Complexity: O(items), and as many values.
    func choose(_ figures: inout PromptFigures, by value: (Int) -> UInt64) {
        // From here on the upper half says whether several are the best so far.
        let tied = UInt32.max
        for item in 0..<count where hasOthers(item) {
            let head = head(of: item)
            guard prompts[head].lower != .max else {
                prompts[head].lower = UInt32(item)
                continue
            }
            let (own, best) = (value(item), value(Int(prompts[head].lower)))
            if own > best {
                if prompts[head].upper == tied {
                    prompts[head].upper = 2
                    figures.ties -= 1
                }
                prompts[head].lower = UInt32(item)
            } else if own == best, prompts[head].upper != tied {
                prompts[head].upper = tied
                figures.ties += 1
            }
        }
        for item in 0..<count where hasOthers(item) && prompts[head(of: item)].lower != item {
            traits[item].remove(.exported)
            figures.exported -= 1
        }
    }
}
