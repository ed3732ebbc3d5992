internal import CLibrary

/// How far a text is made of the runs of words of others (Papineni et al. 2002), without smoothing: 0 for nothing, 1 for all.
///
/// The precisions of runs of 1 to N words count alike; a text shorter than the other one nearest in length is marked
/// down.
public enum BLEU {
    /// BLEU of one text against one other, such as a prompt against its parent.
    ///
    /// - Parameter order: N, from 1.
    /// - Complexity: O(bytes × N).
    public static func score(_ text: [UInt8], against other: [UInt8], order: Int = 4) -> Double {
        let tokens = PromptTokens([text, other])
        return scores(tokens.sentences, order: order, of: [0])[0]
    }

    /// Self-BLEU: of each text its BLEU against all others.
    ///
    /// - Returns: a number a text; 0 for one without others.
    /// - Complexity: O(words × N) expected.
    public static func againstOthers(_ tokens: PromptTokens, order: Int) -> [Double] {
        scores(tokens.sentences, order: order, of: Array(tokens.sentences.indices))
    }

    private static func scores(_ sentences: [[Int32]], order: Int, of wanted: [Int]) -> [Double] {
        let grams = NGrams(sentences, upTo: order)
        let tops = (1...max(1, order)).map { MostFrequent(grams.runs[$0 - 1], kinds: grams.kinds[$0 - 1]) }
        let lengths = sentences.map(\.count).sorted()
        return wanted.map { text in
            let length = sentences[text].count
            guard length >= order, let nearest = nearest(to: length, among: lengths) else { return 0 }
            var sum = 0.0
            for (place, top) in tops.enumerated() {
                let (hits, total) = top.hits(of: text, grams.runs[place][text])
                guard hits > 0 else { return 0 }
                sum += log(Double(hits) / Double(total))
            }
            let brevity = length > nearest ? 1 : exp(1 - Double(nearest) / Double(length))
            return brevity * exp(sum / Double(tops.count))
        }
    }

    /// The length nearest to that of one text among those of the others, the shorter one of two; nil where there are no others.
    private static func nearest(to length: Int, among sorted: [Int]) -> Int? {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < length { low = middle + 1 } else { high = middle }
        }
        // The first of this length is the text itself, or stands for it.
        let below = low > 0 ? sorted[low - 1] : nil
        let above = low + 1 < sorted.count ? sorted[low + 1] : nil
        guard let below else { return above }
        guard let above else { return below }
        return length - below <= above - length ? below : above
    }
}

/// In which text each run of words occurs most often, and how often it does in that and in the next.
private struct MostFrequent {
    private var text: [Int32]
    private var first: [Int32]
    private var second: [Int32]

    init(_ runs: [[Int32]], kinds: Int) {
        text = [Int32](repeating: -1, count: kinds)
        first = [Int32](repeating: 0, count: kinds)
        second = first
        for (number, own) in runs.enumerated() {
            for (run, count) in Self.counts(own) {
                if count > first[Int(run)] {
                    second[Int(run)] = first[Int(run)]
                    first[Int(run)] = count
                    text[Int(run)] = Int32(truncatingIfNeeded: number)
                } else {
                    second[Int(run)] = max(second[Int(run)], count)
                }
            }
        }
    }

    static func counts(_ runs: [Int32]) -> [Int32: Int32] {
        runs.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// How many of a text's runs another text has, each at most as often as it stands there.
    func hits(of number: Int, _ runs: [Int32]) -> (hits: Int, total: Int) {
        var hits = 0
        for (run, count) in Self.counts(runs) {
            let others = text[Int(run)] == Int32(truncatingIfNeeded: number) ? second[Int(run)] : first[Int(run)]
            hits += Int(min(count, others))
        }
        return (hits, runs.count)
    }
}
