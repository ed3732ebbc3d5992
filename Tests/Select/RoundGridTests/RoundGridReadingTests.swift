import Basics
import Foundation
import RoundGrid
import RoundModel
import TestSupport
import Testing

@Suite struct RoundGridReadingTests {
    @Test func `a grid that is incomplete or changed is refused by the name of the file`() throws {
        let folder = try TestFolder()
        let made = MadeGrid(seed: 1, count: 50)
        _ = try made.grid(in: folder)
        let cells = try String(contentsOfFile: folder("cells.csv"), encoding: .utf8)
        try folder.write(cells + "0,0,1\n", to: "cells.csv")
        #expect(throws: GridProblem.changed("cells.csv")) { try RoundGrid(folder: folder.path) }
        try FileManager.default.removeItem(atPath: folder("cells.csv"))
        #expect(throws: GridProblem.missing("cells.csv")) { try RoundGrid(folder: folder.path) }
        try FileManager.default.removeItem(atPath: folder("grid.json"))
        #expect(!RoundGrid.isGrid(folder.path))
        #expect(throws: GridProblem.missing("grid.json")) { try RoundGrid(folder: folder.path) }
    }

    @Test func `a grid of another version and what is none are told apart`() throws {
        let folder = try TestFolder()
        try folder.write(#"{"grid": 2}"#, to: "grid.json")
        #expect(throws: GridProblem.otherVersion(2)) { try RoundGrid(folder: folder.path) }
        try folder.write(#"{"grid": 1}"#, to: "grid.json")
        #expect(throws: GridProblem.noGrid) { try RoundGrid(folder: folder.path) }
    }

    @Test func `what is said of a grid names bounds and the lines at which counts are exact`() throws {
        let grid = try MadeGrid(seed: 1, count: 200).grid(in: TestFolder())
        let line = try #require(grid.counts.safety.lines.first { $0 > -1 })
        let next = try #require(grid.counts.safety.neighbours(of: line).above)
        let between = Thresholds(adv: (line + next) / 2, safety: next, help: grid.counts.helpfulness.lines[2])
        let text = GridSummary(grid, name: "grid-7", at: between).text
        #expect(text.hasPrefix("grid-7\n  200 items · 1 invalid · 12 B · 1 file · counted by duckdb\n"))
        #expect(text.contains(" to "))
        #expect(text.contains("is not on a line of the grid, so counts are bounds"))
        let exact = Thresholds(adv: line, safety: next, help: grid.counts.helpfulness.lines[2])
        #expect(!GridSummary(grid, name: "grid-7", at: exact).text.contains("bounds;"))
        let json = GridSummary(grid, name: "grid-7", at: exact).json
        #expect(json["exact"] == .bool(true))
        #expect(json["buckets"]?["adversarial"]?["low"] == json["buckets"]?["adversarial"]?["high"])
    }
}
