import RoundModel
import TestSupport
import Verdicts

/// Entries of every kind, with values that are hard to keep.
enum RandomEntries {
    static let numbers: [Double] = [
        0, -0.0, 0.1, 1e308, -1e308, .leastNonzeroMagnitude, .pi, 0.30000000000000004, -2.5, 1 / 3.0,
        9_007_199_254_740_991,
    ]
    static let texts = [
        "", " ", "asks twice", "naïve ❤️‍🔥 \u{202E}txt", "a\nb\tc", "'; DROP TABLE journal; --", "\"quoted\"",
        String(repeating: "long ", count: 2_000),
    ]

    static let place = ReviewPlace(
        thresholds: Thresholds(adv: 0.1, safety: 1 / 3.0, help: -1e308),
        baseline: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
        chosen: .help,
        list: .judged,
        order: .distance,
        isDescending: true,
        item: ItemDigest(high: .max, low: 0x0123_4567_89AB_CDEF),
        itemPlace: RowPlace(shard: 2, offset: 1 << 40, length: 17),
        search: "a\"b'c",
        isExpression: true,
        queue: .estimation(.discarded)
    )

    static func verdicts(_ turn: Int, writer: UInt64 = 9) -> JournalEntry {
        JournalEntry(
            id: EntryID(writer: writer, turn: UInt32(turn)),
            time: 1_700_000_000_000 + turn,
            reviewer: "ann",
            event: .verdicts([
                Verdict(
                    digest: ItemDigest(high: UInt64(turn), low: writer),
                    place: RowPlace(shard: 0, offset: turn * 100, length: 99),
                    scores: Scores(safety: 0.9, helpfulness: 0.8),
                    thresholds: Thresholds(adv: 0.5, safety: 0.8, help: 0.4),
                    bucket: .accepted,
                    answer: .unsafe
                )
            ])
        )
    }

    static func make(_ count: Int, using random: inout SeededGenerator) -> [JournalEntry] {
        (1...count).map { turn in
            JournalEntry(
                id: EntryID(writer: .max - 1, turn: UInt32(turn)),
                time: Int.random(in: -5...2_000_000_000_000, using: &random),
                reviewer: ["ann", "bob", "Łukasz"].randomElement(using: &random) ?? "",
                event: event(turn, using: &random)
            )
        }
    }

    private static func event(_ turn: Int, using random: inout SeededGenerator) -> JournalEntry.Event {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: return .thresholds(from: thresholds(&random), to: thresholds(&random))
        case 1: return .baseline(from: thresholds(&random), to: thresholds(&random))
        case 2: return .undo(EntryID(writer: .max - 1, turn: UInt32(turn / 2)))
        case 3: return .redo(EntryID(writer: 0, turn: .max))
        case 4:
            return .export(
                JournalEntry.ExportRecord(directory: text(&random), thresholds: thresholds(&random), manifest: "00ff")
            )
        case 5: return .certificate(text(&random))
        default: return .verdicts((0..<Int.random(in: 1...6, using: &random)).map { _ in verdict(&random) })
        }
    }

    private static func number(_ random: inout SeededGenerator) -> Double {
        numbers.randomElement(using: &random) ?? 0
    }

    private static func text(_ random: inout SeededGenerator) -> String { texts.randomElement(using: &random) ?? "" }

    private static func thresholds(_ random: inout SeededGenerator) -> Thresholds {
        Thresholds(adv: number(&random), safety: number(&random), help: number(&random))
    }

    private static func verdict(_ random: inout SeededGenerator) -> Verdict {
        let queues: [ReviewQueue] = [.estimation(.accepted), .hunt, .list, .settlement, .certificate]
        return Verdict(
            digest: ItemDigest(high: random.next(), low: random.next()),
            place: RowPlace(
                shard: Int.random(in: 0...9, using: &random),
                offset: Int.random(in: 0...1 << 45, using: &random),
                length: Int.random(in: 0...1 << 26, using: &random)
            ),
            scores: Scores(safety: number(&random), helpfulness: number(&random)),
            thresholds: thresholds(&random),
            bucket: Bucket.allCases.randomElement(using: &random) ?? .accepted,
            answer: Answer.allCases.randomElement(using: &random) ?? .agree,
            note: Bool.random(using: &random) ? text(&random) : nil,
            queue: queues.randomElement(using: &random) ?? .list,
            draw: Bool.random(using: &random)
                ? Verdict.Draw(seed: random.next(), number: Double.random(in: 0..<1, using: &random)) : nil,
            isBlind: Bool.random(using: &random),
            seconds: Bool.random(using: &random) ? Double.random(in: 0...100, using: &random) : nil
        )
    }
}
