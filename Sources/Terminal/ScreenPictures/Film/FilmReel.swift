import TerminalCanvas
import TextSafety

/// The pieces of several frames, each once, with the frames that it is seen in.
struct FilmReel {
    /// Pieces that are seen in the same frames.
    private struct Scene {
        /// By number, from 0.
        var frames: [Int]
        var elements: [PictureElement] = []
    }

    private var scenes: [Scene] = []
    private let seconds: [Double]

    /// How many columns one piece spans at most: small enough that a change leaves its neighbours alone.
    private static let chunk = 8

    /// - Complexity: O(frames × cells).
    init(_ frames: [ScreenPicture.Frame], _ colors: PictureColors) {
        seconds = frames.map(\.seconds)
        var seen: [PictureElement: [Int]] = [:]
        var order: [PictureElement] = []
        for (number, frame) in frames.enumerated() {
            let chunk = frames.count == 1 ? Int.max : Self.chunk
            let elements = ScreenElements.elements(of: frame.canvas, colors, chunk: chunk)
            for element in elements {
                if seen[element] == nil { order.append(element) }
                if seen[element]?.last != number { seen[element, default: []].append(number) }
            }
        }
        var places: [[Int]: Int] = [:]
        for element in order {
            let frames = seen[element] ?? []
            if places[frames] == nil {
                places[frames] = scenes.count
                scenes.append(Scene(frames: frames))
            }
            if let place = places[frames] { scenes[place].elements.append(element) }
        }
    }

    /// When each scene is seen; empty where all are seen always.
    var style: String {
        guard seconds.count > 1 else { return "" }
        let length = seconds.reduce(0, +)
        var style = ""
        var rest = ""
        for (number, scene) in scenes.enumerated() where scene.frames.count < seconds.count {
            let name = Self.name(number)
            style += "@keyframes \(name){\(keyframes(scene, length))}"
            style += ".\(name){animation:\(name) \(CellGrid.text(length))s step-end infinite}"
            rest +=
                ".\(name){animation:none;visibility:\(scene.frames.last == seconds.count - 1 ? "visible" : "hidden")}"
        }
        return style + "@media (prefers-reduced-motion:reduce){\(rest)}"
    }

    private func keyframes(_ scene: Scene, _ length: Double) -> String {
        var text = ""
        var start = 0.0
        var last: Bool?
        for (number, time) in seconds.enumerated() {
            let isSeen = scene.frames.contains(number)
            if isSeen != last {
                text += "\(CellGrid.text(100 * start / length))%{visibility:\(isSeen ? "visible" : "hidden")}"
            }
            last = isSeen
            start += time
        }
        return text
    }

    func draw(_ layer: PictureLayer, on page: inout Markup) {
        let parts = scenes.enumerated().compactMap { number, scene -> (String?, [PictureElement])? in
            let elements = scene.elements.filter { $0.layer == layer }
            guard !elements.isEmpty else { return nil }
            return (scene.frames.count < seconds.count ? Self.name(number) : nil, elements)
        }
        guard !parts.isEmpty else { return }
        page.element("g", layer.attributes) { page in
            for (name, elements) in parts {
                page.newLine()
                page.element("g", name.map { ["class": $0] } ?? [:]) { page in
                    for element in elements {
                        page.verbatim(element.markup)
                        page.newLine()
                    }
                }
            }
        }
        page.newLine()
    }

    private static func name(_ number: Int) -> String { "s\(number)" }
}
