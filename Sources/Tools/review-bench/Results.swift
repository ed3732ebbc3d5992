import CLibrary

/// What was measured, as text or JSON.
struct Results {
    let items: Int
    var timings: [Timing] = []
    /// Cells that each step of θ changed on a screen of 120x36; empty where no frames were asked for.
    var cells: [Int] = []
    /// Bytes an item, by what they are for.
    var bytesPerItem: [(name: String, bytes: Double)] = []

    private static let shares: [(name: String, share: Double)] = [
        ("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1),
    ]

    /// The most memory that the process has held, in bytes.
    static var peakBytes: Int {
        var usage = rusage()
        #if os(Linux)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
        #else
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #endif
    }

    var table: String {
        let width = timings.map(\.name.count).max() ?? 0
        var lines = ["\(items) items, milliseconds"]
        lines.append(
            Self.left("", width) + Self.right("times", 7) + Self.shares.map { Self.right($0.name, 11) }.joined()
        )
        for timing in timings {
            lines.append(
                Self.left(timing.name, width) + Self.right("\(timing.milliseconds.count)", 7)
                    + Self.shares.map { Self.right(Self.decimal(timing.percentile($0.share)), 11) }.joined()
            )
        }
        if let most = cells.max() {
            lines.append("cells changed by a θ step: median \(cells.sorted()[cells.count / 2]), at most \(most)")
        }
        for (name, bytes) in bytesPerItem { lines.append("\(name): \(Self.decimal(bytes)) bytes an item") }
        return lines.joined(separator: "\n")
    }

    var json: String {
        let works = timings.map { timing in
            let values = Self.shares.map { "\"\($0.name)\": \(Self.decimal(timing.percentile($0.share)))" }
            return "    {\"work\": \"\(timing.name)\", \"times\": \(timing.milliseconds.count), "
                + values.joined(separator: ", ") + "}"
        }
        let memory = bytesPerItem.map { "    \"\($0.name)\": \(Self.decimal($0.bytes))" }
        return """
            {
              "items": \(items),
              "unit": "ms",
              "works": [
            \(works.joined(separator: ",\n"))
              ],
              "cells_changed_by_a_step": {"most": \(cells.max() ?? 0), "steps": \(cells.count)},
              "bytes_an_item": {
            \(memory.joined(separator: ",\n"))
              }
            }
            """
    }

    /// Four decimals: a tenth of a microsecond.
    private static func decimal(_ value: Double) -> String {
        let whole = Int((value * 10_000).rounded())
        let rest = String(whole % 10_000)
        return "\(whole / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
