import Configuration
import DensityPlot
import ReviewScreens
import ReviewSession
import RoundModel
import Testing

@Suite struct ConfigurationTextTests {
    @Test func `the printed defaults are the defaults`() throws {
        let read = try Configuration.parse(ConfigurationText.defaults, file: "defaults")
        #expect(read.theme?.value == "default")
        #expect(read.thresholds == ThresholdDefaults())
        #expect(read.steps.isEmpty)
        #expect(read.scale == .linear && read.colouring == .bucket)
        #expect(read.aliases.values.allSatisfy { $0.isEmpty })
        #expect(read.table.entries.map(\.keys) == CommandTable.entries.map(\.keys))
    }

    @Test func `what is commented out can be set as it is written there`() throws {
        let live = ConfigurationText.defaults.split(separator: "\n").map { line in
            line.wholeMatch(of: /# ([a-z]+ = .*)/).map { String($0.1) } ?? String(line)
        }
        let read = try Configuration.parse(live.joined(separator: "\n"), file: "live")
        #expect(read.reviewer?.value == "ann")
        #expect(read.thresholds == ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4))
        #expect(read.steps.count == 2)
    }

    @Test func `every key has a comment of its own above it`() {
        let lines = ConfigurationText.defaults.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, before) in zip(lines.dropFirst(), lines) where line.contains(" = ") || line.hasPrefix("[") {
            #expect(before.hasPrefix("# ") && !before.contains(" = "), "\(line)")
        }
        for entry in CommandTable.entries {
            #expect(ConfigurationText.defaults.contains("\"\(entry.command.rawValue)\""))
        }
        #expect(lines.allSatisfy { $0.count <= 120 })
    }
}
