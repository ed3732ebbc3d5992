internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// How the items are spread along a score: bars, in which the buckets stand on each other.
struct HistogramChart {
    let histogram: ScoreHistogram
    let thresholds: Thresholds

    private var name: String { histogram.score.rawValue }

    /// What it shows, and what lies outside of it.
    var caption: String {
        var text = "Items by \(name) score, by the bucket that the thresholds give them."
        if histogram.outside > 0 { text += " \(DecimalText.counted(histogram.outside, "item")) outside the picture." }
        return text
    }

    func write(to page: inout Markup) {
        let largest = histogram.bins.map(\.total).max() ?? 0
        let (below, left) = (PlotFrame.ticks(histogram.range), PlotFrame.counts(upTo: largest))
        let lines = ThresholdName.allCases.filter { $0.score == histogram.score }.compactMap { name in
            histogram.range.share(of: thresholds[name]).map { (name: name, share: $0) }
        }
        PlotFrame.write(&page, .named, id: "histogram-\(name)", title: "Items by \(name) score") { page in
            PlotFrame.grid(&page, below: [], left: left.map(\.share))
            // From the bottom up as they follow each other along the safety score.
            var bottoms = [Int](repeating: 0, count: histogram.bins.count)
            for bucket in [Bucket.adversarial, .discarded, .accepted] {
                let shape = bars(of: bucket, largest, &bottoms)
                if !shape.isEmpty { page.empty("path", ["class": "fill \(bucket.letter)", "d": shape]) }
                page.newLine()
            }
            for line in lines {
                let shape = "M\(PlotFrame.x(line.share)) 0V1000"
                page.empty("path", ["class": "line", "stroke-dasharray": line.name.dashes, "d": shape])
            }
        } texts: { page in
            PlotFrame.labelsBelow(&page, below)
            PlotFrame.labelsLeft(&page, left)
            PlotFrame.text(&page, "\(name) score", (0.5, 0), below: 2.9, "tick", anchor: .middle)
            for line in lines {
                let label = "\(line.name.title) \(DecimalText.exact(thresholds[line.name], atLeast: 2))"
                let anchor = PlotFrame.anchor(of: label, at: line.share)
                PlotFrame.text(
                    &page,
                    label,
                    (line.share, 1),
                    below: line.name == .adv ? -1.6 : -0.4,
                    "name",
                    anchor: anchor
                )
            }
        }
    }

    /// The bars of one bucket over those that are there already.
    private func bars(of bucket: Bucket, _ largest: Int, _ bottoms: inout [Int]) -> String {
        var shape = ""
        let width = 1 / Double(max(1, histogram.bins.count))
        for (bin, counts) in histogram.bins.enumerated() where counts[bucket] > 0 {
            let top = bottoms[bin] + counts[bucket]
            let (left, right) = (PlotFrame.x(Double(bin) * width), PlotFrame.x(Double(bin + 1) * width))
            let (low, high) = (
                PlotFrame.y(Double(bottoms[bin]) / Double(max(1, largest))),
                PlotFrame.y(Double(top) / Double(max(1, largest)))
            )
            shape += "M\(left) \(low)V\(high)H\(right)V\(low)z"
            bottoms[bin] = top
        }
        return shape
    }
}
