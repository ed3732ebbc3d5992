internal import Basics
internal import TOMLKit
internal import TOMLText

/// Reads a `[[series]]` table: rates that are known without items.
enum SeriesReader {
    private static let keys = ["method", "judge", "first", "rates", "source"]

    static func read(_ table: inout TOMLTableReader) -> KnownSeries? {
        table.check(keys)
        let method = table.string("method")
        if !table.has("method") { table.note(nil, "the series has no \"method\"") }
        let source = table.string("source")
        if !table.has("source") {
            table.note(nil, "the series has no \"source\", which says where its figures come from")
        }
        let first = table.whole("first", 0...100_000) ?? 1
        var judge: KnownSeries.Judge? = .rewardModel
        if let word = table.string("judge") {
            judge = KnownSeries.Judge(rawValue: word)
            let names = KnownSeries.Judge.allCases.map(\.rawValue)
            if judge == nil {
                let hint = NearestName.hint(word, among: names)
                table.note("judge", "\"judge\" must be \"reward model\" or \"people\"\(hint)")
            }
        }
        guard let rates = rates(&table, from: first), let method, let source, let judge else { return nil }
        return KnownSeries(method: method, judge: judge, rates: rates, source: source)
    }

    /// A list of shares; one that is below 0 stands for a round whose rate nobody knows.
    private static func rates(_ table: inout TOMLTableReader, from first: Int) -> [KnownSeries.Rate]? {
        guard let value = table.table["rates"] else {
            table.note(nil, "the series has no \"rates\"")
            return nil
        }
        var rates: [KnownSeries.Rate] = []
        if let list = value.array, !list.isEmpty {
            for index in 0..<list.count {
                guard let share = list[index].double ?? list[index].int.map(Double.init), share <= 1, share >= -1 else {
                    break
                }
                if share >= 0 { rates.append(.init(number: first + index, share: share)) }
                if index == list.count - 1 { return rates }
            }
        }
        table.note(
            "rates",
            "\"rates\" must be a list of shares from 0 to 1, such as [0.31, 0.15]; -1 stands for one that is not known"
        )
        return nil
    }
}
