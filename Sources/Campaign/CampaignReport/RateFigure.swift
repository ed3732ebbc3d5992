internal import AuditStatistics
internal import CampaignFile
internal import RoundCampaign
internal import RoundModel
internal import TextSafety

/// The unsafe rate by round: a line for each method, intervals as bars, what people found beside.
struct RateFigure {
    private let lines: [MeasureLine]
    private let alpha: Double

    // The picture's own units; it is drawn as wide as the page.
    private let width = 800.0, height = 380.0
    private let left = 56.0, top = 18.0, bottom = 42.0

    init(_ figures: CampaignFigures) {
        alpha = figures.question.alpha
        lines = figures.lines(of: .unsafe).filter { !$0.points.isEmpty }
    }

    /// Room for the names at the ends of the lines.
    private var right: Double {
        min(310, 24 + 8.2 * Double(lines.map { min(Self.nameLimit, $0.name.count) }.max() ?? 0))
    }

    /// Characters of a name that are shown.
    private static let nameLimit = 36

    /// The number of a line's colour: people's rates have that of the reward model's beside them.
    private func colour(_ place: Int) -> Int {
        let line = lines[place]
        let same = line.isByPeople ? lines.firstIndex { $0.isKnownOnly && $0.method == line.method } : nil
        return min(same ?? place, 4)
    }

    private func style(_ place: Int) -> String { "m\(colour(place))\(lines[place].isByPeople ? " by-people" : "")" }

    private var numbers: [Int] { Set(lines.flatMap { $0.points.map(\.number) }).sorted() }

    /// The highest share that is drawn, a round number.
    private var most: Double {
        let highest =
            lines.flatMap(\.points)
            .map { max($0.value, $0.interval?.upper ?? 0, $0.people?.interval.upper ?? 0) }.max() ?? 1
        return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].first { $0 >= highest } ?? 1
    }

    private func x(_ number: Int) -> Double {
        let (first, last) = (numbers.first ?? 0, numbers.last ?? 0)
        let share = last > first ? (Double(number - first) + 0.25) / (Double(last - first) + 0.5) : 0.5
        return left + share * (width - left - right)
    }

    private func y(_ share: Double) -> Double { top + (1 - share / most) * (height - top - bottom) }

    private func text(_ value: Double) -> String { DecimalText.fixed(value, decimals: 1) }

    func write(to page: inout Markup) {
        page.element("figure", ["class": "campaign"]) { page in
            let size = "0 0 \(text(width)) \(text(height))"
            page.element("svg", ["viewBox": size, "role": "img", "aria-label": label]) { page in
                axes(&page)
                for (place, line) in lines.enumerated() {
                    page.element("g", ["class": style(place)]) { draw(&$0, line, place) }
                    page.newLine()
                }
                names(&page)
            }
            page.element("figcaption", text: caption)
        }
    }

    private var label: String {
        let texts = lines.map { line in
            let rates = line.points.map { "round \($0.number) \(CampaignWords.percent($0.value))" }
            return "\(line.name): \(rates.joined(separator: ", "))"
        }
        return "Unsafe share by round. \(texts.joined(separator: ". "))"
    }

    private var caption: String {
        var text = "Dots are the share of items below θ adv by the reward model"
        text += "; bars are \(DecimalText.exact(100 * (1 - alpha), atLeast: 0)) % intervals"
        if lines.contains(where: { $0.points.contains { $0.people != nil } }) {
            text += "; the rings beside them are what people found in that round's own blind sample"
        }
        if lines.contains(where: \.isKnownOnly) { text += "; lines without bars are figures of others, without items" }
        if lines.contains(where: \.isByPeople) { text += ", and those with rings are by people" }
        return text + "."
    }

    private func axes(_ page: inout Markup) {
        for step in 0...4 {
            let share = most * Double(step) / 4
            let place = text(y(share))
            page.empty("path", ["class": "grid", "d": "M\(text(left)) \(place)H\(text(width - right))"])
            let label = "\(DecimalText.significant(100 * share, digits: 3)) %"
            page.element(
                "text",
                ["class": "tick", "x": text(left - 8), "y": text(y(share) + 4), "text-anchor": "end"],
                text: label
            )
        }
        let stride = max(1, (numbers.count + 19) / 20)
        for (place, number) in numbers.enumerated() where place % stride == 0 {
            page.element(
                "text",
                ["class": "tick", "x": text(x(number)), "y": text(height - bottom + 18), "text-anchor": "middle"],
                text: "\(number)"
            )
        }
        let middle = (left + width - right) / 2
        page.element(
            "text",
            ["class": "tick", "x": text(middle), "y": text(height - 6), "text-anchor": "middle"],
            text: "round"
        )
        page.newLine()
    }

    private func draw(_ page: inout Markup, _ line: MeasureLine, _ place: Int) {
        // Bars of several lines in one round stand beside each other.
        let shift = Double(place) * 5 - Double(lines.count - 1) * 2.5
        let path = line.points.map { "\(text(x($0.number) + shift)) \(text(y($0.value)))" }
        page.empty("path", ["class": "series", "d": "M\(path.joined(separator: "L"))"])
        for point in line.points {
            let at = x(point.number) + shift
            if let interval = point.interval { bar(&page, at, interval) }
            page.empty("circle", ["class": "dot", "cx": text(at), "cy": text(y(point.value)), "r": "4"])
            guard let people = point.people else { continue }
            bar(&page, at + 12, people.interval)
            page.empty("circle", ["class": "people", "cx": text(at + 12), "cy": text(y(people.value)), "r": "5"])
        }
    }

    private func bar(_ page: inout Markup, _ at: Double, _ interval: Interval) {
        let (low, high) = (text(y(interval.lower)), text(y(interval.upper)))
        let (from, to) = (text(at - 3), text(at + 3))
        page.empty(
            "path",
            ["class": "bar", "d": "M\(text(at)) \(low)V\(high)M\(from) \(low)H\(to)M\(from) \(high)H\(to)"]
        )
    }

    /// Names at the lines' ends, apart from each other.
    private func names(_ page: inout Markup) {
        var places = lines.enumerated().map { (line: $0.offset, y: y($0.element.points.last?.value ?? 0) + 4) }
        places.sort { $0.y < $1.y }
        for place in places.indices.dropFirst() { places[place].y = max(places[place].y, places[place - 1].y + 16) }
        if let last = places.last, last.y > height - bottom {
            let excess = last.y - (height - bottom)
            for place in places.indices { places[place].y -= excess }
        }
        for place in places {
            let line = lines[place.line]
            page.element("g", ["class": style(place.line)]) { page in
                page.element(
                    "text",
                    ["class": "name", "x": text(width - right + 10), "y": text(place.y)],
                    text: SafeText(Array(line.name.utf8), keepingEnds: Self.nameLimit).string
                )
            }
        }
    }
}
