import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct LoadingTests {
    private func snapshot(_ columns: ScoreColumns, isComplete: Bool) -> Action {
        let report = LoadReport(name: "r.jsonl", shards: ["r.jsonl"], bytes: 100, fields: FieldMap(paths: [:]))
        return snapshot(columns, report: report, isComplete: isComplete)
    }

    private func snapshot(
        _ columns: ScoreColumns = ScoreColumns(safety: [1], helpfulness: [1]),
        report: LoadReport,
        isComplete: Bool = true
    ) -> Action {
        let meter = LoadMeter(bytesRead: 50, bytesTotal: 100, seconds: 1)
        return .load(
            .progressed(RoundSnapshot(columns: columns, report: report, meter: meter, isComplete: isComplete))
        )
    }

    @Test func `suggested thresholds follow the data until a person moves one`() {
        var state = ReviewState(name: "r.jsonl")
        _ = reduce(&state, snapshot(ScoreColumns(safety: [-4, 0, 4], helpfulness: [1, 2, 3]), isComplete: false))
        #expect(state.thresholds.now == Thresholds(adv: -2, safety: 2, help: 2))
        _ = reduce(&state, snapshot(ScoreColumns(safety: [-8, 0, 8], helpfulness: [1, 2, 3]), isComplete: false))
        #expect(state.thresholds.now.adv == -4)
        _ = reduce(&state, .command(.stepUp))
        let moved = state.thresholds.now
        _ = reduce(&state, snapshot(ScoreColumns(safety: [-80, 0, 80], helpfulness: [1, 2, 3]), isComplete: true))
        #expect(state.thresholds.now == moved)
    }

    @Test func `a failure with nothing to see ends the program, with something it does not`() {
        var state = ReviewState(name: "r.jsonl")
        let effects = reduce(&state, .load(.failed(message: "r.jsonl: no such file", status: 66)))
        guard case .screen(.quit(66, "r.jsonl: no such file")) = effects.first else {
            Issue.record("\(effects)")
            return
        }
        _ = reduce(&state, snapshot(ScoreColumns(safety: [1], helpfulness: [1]), isComplete: false))
        #expect(reduce(&state, .load(.failed(message: "cut short", status: 65))).isEmpty)
        #expect(state.round.loading == .failed("cut short"))
        #expect(state.message == Message(.failure, "cut short"))
        _ = reduce(&state, .command(.export))
        #expect(state.dialog == nil)
        #expect(state.message?.kind == .refusal)
    }

    @Test func `a round from a pipe is not read again, whatever it is called`() {
        for name in ["standard input", "/dev/fd/63", "pipe.jsonl"] {
            var state = ReviewState(name: "r.jsonl")
            var report = LoadReport(name: name, shards: [name, "b.jsonl"], bytes: 1, fields: FieldMap(paths: [:]))
            report.streams = [name]
            _ = reduce(&state, snapshot(report: report))
            let effects = reduce(&state, .command(.reload))
            #expect(effects.jobs(LoadJob.self).isEmpty)
            #expect(state.message?.kind == .refusal)
            #expect(state.message?.text.contains(name) == true)
        }
    }

    @Test func `what a load left out is said with what it read`() {
        var state = ReviewState(name: "r")
        var report = LoadReport(name: "r", shards: ["r/a.jsonl"], bytes: 1, fields: FieldMap(paths: [:]))
        report.notes = ["r: left out notes.txt"]
        _ = reduce(&state, snapshot(report: report))
        #expect(state.message?.text.contains("notes.txt") == true)
    }

    @Test func `a load tells of rows that readers refuse, and of shards that call their fields otherwise`() {
        var state = ReviewState(name: "r")
        let paths: [FieldRole: String] = [.safety: "s", .id: "id"]
        var report = LoadReport(name: "r", shards: ["a", "b", "c"], bytes: 1, fields: FieldMap(paths: paths))
        report.fields.shards = [paths, [.safety: "tox"], [.safety: "tox"]]
        report.troubles[.keyTwice] = 2
        report.troubles[.longInteger] = 1
        _ = reduce(&state, snapshot(report: report))
        let told =
            "read safety=s · in b and 1 more shard: safety=tox, no id · 2 rows with a key twice, 1 with a number with more digits "
            + "than 64 bits take: datasets, pandas and DuckDB refuse a file with such"
        #expect(state.message?.text == told)
    }

    @Test func `a round that is still read can be left and moved, not exported`() {
        var state = ReviewState(name: "r.jsonl")
        _ = reduce(&state, .command(.stepUp))
        #expect(state.message?.kind == .refusal)
        _ = reduce(&state, snapshot(ScoreColumns(safety: [0.1, 0.9], helpfulness: [0.5, 0.5]), isComplete: false))
        _ = reduce(&state, .command(.export))
        #expect(state.message?.kind == .refusal)
        guard case .screen(.quit(0, nil)) = reduce(&state, .command(.quit)).first else {
            Issue.record("q did not leave")
            return
        }
    }

    @Test func `late answers about an older round are not taken for new ones`() throws {
        var state = ReviewState(name: "r.jsonl")
        let effects = reduce(&state, snapshot(ScoreColumns(safety: [0.1], helpfulness: [0.5]), isComplete: false))
        let old = try #require(countRequest(effects))
        let oldTally = state.round.columns.tally(old.thresholds, baseline: old.baseline)
        _ = reduce(&state, .counts(.counted(old, oldTally)))
        let more = reduce(
            &state,
            snapshot(ScoreColumns(safety: [0.1, 0.9], helpfulness: [0.5, 0.5]), isComplete: true)
        )
        let new = try #require(countRequest(more))
        let newTally = state.round.columns.tally(new.thresholds, baseline: new.baseline)
        _ = reduce(&state, .counts(.counted(new, newTally)))
        _ = reduce(&state, .counts(.counted(old, oldTally)))
        #expect(state.counting.tally == newTally)
        #expect(newTally.counts.total == 2)
    }

    @Test func `a move while rows come claims nothing about those that come after it`() throws {
        var state = ReviewState(name: "r.jsonl", given: ThresholdDefaults(adv: 0.2, safety: 0.5, help: 0.5))
        func answer(_ effects: [Effect]) throws {
            let request = try #require(countRequest(effects))
            let tally = state.round.columns.tally(request.thresholds, baseline: request.baseline)
            _ = reduce(&state, .counts(.counted(request, tally)))
        }
        let some = ScoreColumns(safety: [0.1, 0.9], helpfulness: [0.9, 0.9])
        try answer(reduce(&state, snapshot(some, isComplete: false)))
        _ = reduce(&state, .command(.stepUp))
        let all = ScoreColumns(safety: [0.1, 0.9, 0.8, 0.7], helpfulness: [0.9, 0.9, 0.9, 0.9])
        try answer(reduce(&state, snapshot(all, isComplete: true)))
        #expect(state.counting.tally?.counts.total == 4)
        let said = try #require(state.message?.text)
        #expect(said.contains("→"))
        #expect(Bucket.allCases.allSatisfy { !said.contains($0.name) })
        // The next move is counted again.
        try answer(reduce(&state, .command(.leapUp)))
        #expect(state.message?.text.contains("no item changed bucket") == true)
    }

    private func countRequest(_ effects: [Effect]) -> CountRequest? { effects.jobs(CountJob.self).first?.request }

    @Test func `progress has a rate and a rest once there is something to measure`() {
        let meter = LoadMeter(bytesRead: 200, bytesTotal: 1000, seconds: 2)
        #expect(meter.rate == 100)
        #expect(meter.secondsLeft == 8)
        #expect(LoadMeter(bytesRead: 200, bytesTotal: nil, seconds: 2).secondsLeft == nil)
        #expect(LoadMeter().rate == nil)
    }
}
