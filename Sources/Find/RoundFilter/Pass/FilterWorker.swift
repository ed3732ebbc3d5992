internal import Basics
internal import ItemFilter
internal import RoundFiles
internal import RoundModel
internal import RoundSearch

/// One thread of a pass, with its own reader and what it knows of fields and values.
struct FilterWorker {
    private let pass: FilterPass
    private let codes: FieldCodes
    private let reader: RowReader
    private let columns: ScoreColumns
    private let cancellation: Cancellation
    private let askers: [TestAsker]
    private var known: [KnownValues]
    private var uses: [FieldUse] = []
    private var fresh: [[UInt8]?] = []
    private var bits: [ItemBits]

    /// What is done with a field's values.
    private struct FieldUse {
        var name: [UInt8]
        var roles: UInt8
        var tests: [Int]
        /// Tests for an object that the field stands in.
        var outer: [Int]
        var columns: [Int]
    }

    /// Fields that are remembered with their uses: a hostile round could bring millions.
    private static let useLimit = 512

    init(_ pass: FilterPass, _ codes: FieldCodes, _ round: LoadedRound, _ cancellation: Cancellation)
        throws(RoundFilesError)
    {
        self.pass = pass
        self.codes = codes
        self.cancellation = cancellation
        reader = round.texts.makeRowReader()
        columns = round.columns
        var askers: [TestAsker] = []
        for test in pass.tests { askers.append(try TestAsker(test)) }
        self.askers = askers
        known = codes.fields.map { _ in KnownValues() }
        bits = pass.tests.map { _ in ItemBits(none: 0) }
    }

    /// Takes blocks until there are none.
    mutating func run(_ work: SharedWork<RoundFilesError>) throws(RoundFilesError) {
        while let number = try work.next() {
            let task = pass.tasks[number]
            let block = columns.blocks[task.block]
            guard block.count > 0 else { continue }
            try reader.open(block)
            for test in task.tests { bits[test] = ItemBits(none: block.count) }
            let finders = task.tests.compactMap { askers[$0].finder }.filter(\.isSelective)
            if !task.isCoded, finders.count == task.tests.count, task.tests.allSatisfy({ pass.tests[$0].isKnown }) {
                try readCandidates(task, block, finders)
            } else {
                try readAll(task, block)
            }
            for test in task.tests where pass.tests[test].isNegated { bits[test].invert(block.count) }
            pass.finish(task, task.tests.map { bits[$0] })
        }
    }

    private mutating func readAll(_ task: FilterPass.Task, _ block: ColumnBlock) throws(RoundFilesError) {
        if task.isCoded {
            let dropped = codes.columns.map(\.isDropped)
            fresh = dropped.map { $0 ? nil : [UInt8](repeating: FieldCodes.nothing, count: block.count) }
        }
        for row in 0..<block.count {
            if row & 255 == 255 { try cancellation.check() }
            try read(row, isCoded: task.isCoded, wanted: task.tests)
        }
        if task.isCoded { codes.take(fresh, ofBlock: task.block) }
    }

    /// Reads only the rows whose source has what one of the patterns must have.
    private mutating func readCandidates(
        _ task: FilterPass.Task,
        _ block: ColumnBlock,
        _ finders: [TextFinder]
    ) throws(RoundFilesError) {
        var candidates = ItemBits(none: block.count)
        for finder in finders {
            try cancellation.check()
            try finder.forEachCandidate(among: 0..<block.count, of: block, in: reader) { candidates.insert($0) }
        }
        for row in 0..<block.count where candidates.contains(row) {
            try read(row, isCoded: false, wanted: task.tests)
        }
    }

    /// Asks a row's fields; of fields that stand twice the first one counts.
    private mutating func read(_ row: Int, isCoded: Bool, wanted: [Int]) throws(RoundFilesError) {
        var number = 0
        var seen: UInt64 = 0
        var seenColumns: UInt64 = 0
        let bytes = reader.row(row)
        let reader = reader
        try reader.visitFields(of: bytes) { field in
            defer { number += 1 }
            let use = use(of: field, number)
            if use < 0 { return }
            for test in uses[use].outer { answer(test, row, .isPresent) }
            if field.isNull {
                for test in uses[use].tests where seen >> UInt64(test) & 1 == 0 { answer(test, row, .isNull) }
                return
            }
            for test in uses[use].tests where pass.tests[test].asksForField { answer(test, row, .isPresent) }
            for test in uses[use].tests where seen >> UInt64(test) & 1 == 0 {
                seen |= 1 << UInt64(test)
                if askers[test].holds(field.value), !bits[test].words.isEmpty { bits[test].insert(row) }
            }
            guard isCoded else { return }
            for column in uses[use].columns where seenColumns >> UInt64(column) & 1 == 0 && fresh[column] != nil {
                seenColumns |= 1 << UInt64(column)
                let codes = codes
                let code: UInt8?
                if let bins = codes.bins[column] {
                    code = RowField.number(field.value).map { UInt8(bins.bin(of: $0)) } ?? FieldCodes.nothing
                } else {
                    code = known[column].code(of: field.value) { codes.code(of: $0, in: column) }
                }
                if let code { fresh[column]?[row] = code } else { fresh[column] = nil }
            }
        }
    }

    /// Answers a test for the field itself.
    private mutating func answer(_ test: Int, _ row: Int, _ state: RowTest.Question) {
        guard !bits[test].words.isEmpty else { return }
        switch (pass.tests[test].question, state) {
        case (.isPresent, _), (.isNull, .isNull): bits[test].insert(row)
        default: break
        }
    }

    /// The number of what is done with a field; -1 for nothing. Rows of one layout have it at one place.
    private mutating func use(of field: RowField, _ number: Int) -> Int {
        if number < uses.count, uses[number].roles == field.roles, uses[number].name.elementsEqual(field.name) {
            return number
        }
        if let at = uses.firstIndex(where: { $0.roles == field.roles && $0.name.elementsEqual(field.name) }) {
            return at
        }
        let path = field.path
        let tests = pass.tests.indices.filter { pass.tests[$0].field.isMet(by: path, roles: field.roles) }
        let columns = codes.fields.indices.filter { codes.fields[$0].isMet(by: path, roles: field.roles) }
        let outer = pass.tests.indices.filter { pass.tests[$0].asksForField && pass.tests[$0].field.isAround(path) }
        if pass.tests.contains(where: { !$0.isKnown }) { pass.meet(tests + outer) }
        if uses.count >= Self.useLimit {
            if tests.isEmpty, columns.isEmpty, outer.isEmpty { return -1 }
            uses.removeLast()
        }
        uses.append(FieldUse(name: Array(field.name), roles: field.roles, tests: tests, outer: outer, columns: columns))
        return uses.count - 1
    }
}

extension ItemBits {
    /// Turns the bits of the first items round; those behind stay 0.
    mutating func invert(_ count: Int) {
        let before = self
        self = ItemBits(count) { !before.contains($0) }
    }
}
