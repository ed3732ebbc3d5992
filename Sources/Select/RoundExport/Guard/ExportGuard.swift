internal import Basics
internal import RoundFiles
internal import RoundModel
internal import TrainingGuard

/// The guard of one export.
struct ExportGuard: Sendable {
    private let request: GuardRequest
    let round: LoadedRound
    private let cancellation: Cancellation
    let prompts: GuardedPrompts
    /// What was found before.
    private let known: KnownLeaks?

    /// Nil where there is nothing to hold the round against.
    ///
    /// - Parameter known: what was found before of the same round, and takes note of what is found; nil to look anew.
    init?(
        _ request: GuardRequest?,
        of round: LoadedRound,
        known: KnownLeaks? = nil,
        cancellation: Cancellation
    ) throws(ExportError) {
        guard let request else { return nil }
        self.known = known
        if let prompts = known?.prompts(of: request.question) {
            (self.request, self.round, self.cancellation) = (request, round, cancellation)
            self.prompts = prompts
            return
        }
        var split: SplitPrompts?
        if request.usesSplit, SplitPrompts.areThere(in: round) {
            let found = try SplitPrompts(in: round, rule: request.rule, cancellation: cancellation)
            if found.rows > 0 { split = found }
        }
        guard split != nil || request.evaluation != nil || request.seen != nil else { return nil }
        (self.request, self.round, self.cancellation) = (request, round, cancellation)
        prompts = GuardedPrompts(
            rule: request.rule,
            evaluation: request.evaluation,
            split: split,
            seen: request.seen
        )
        known?.keep(prompts, of: request.question)
    }

    /// Whether all that leak are known.
    var isKnown: Bool { known?.found(by: request.question) != nil }

    /// All items that leak, whatever set they are in.
    func all() throws(ExportError) -> LeakSearch.Found {
        if let found = known?.found(by: request.question) { return found }
        let found = try search.find { _ in true }
        known?.keep(found, by: request.question)
        return found
    }

    /// Whether something may be left out.
    var drops: Bool { request.dropsEvaluation || (request.dropsSeen && request.seen != nil) }

    private func drops(_ list: FoundLeak.List) -> Bool {
        list == .evaluation ? request.dropsEvaluation : request.dropsSeen
    }

    /// What looks for leaks.
    var search: LeakSearch { LeakSearch(round: round, prompts: prompts, cancellation: cancellation) }

    /// Looks at each distinct prompt of the sets once.
    ///
    /// - Parameter scan: what a pass over the texts gave that looked at them on the way; nil to look now.
    func findings(_ solver: DistinctSolver, _ scan: LeakSearch.Scan?) throws(ExportError) -> GuardFindings {
        var found: LeakSearch.Found
        if let all = known?.found(by: request.question) {
            found = all
            found.leaks = all.leaks.filter(solver.isFirstOfPrompt)
        } else {
            found = try search.find(scan, solver.isFirstOfPrompt)
        }
        return GuardFindings(found, solver, drops: drops)
    }

    /// Ends an export that would train on evaluation prompts, unless these are to be left out.
    func refuse(_ findings: GuardFindings) throws(ExportError) {
        guard !request.dropsEvaluation, findings.leaks.contains(where: { $0.list == .evaluation }) else { return }
        var report = try report(findings)
        report.examples = try examples(findings)
        throw .leaks(report)
    }

    /// What was found, in numbers.
    func report(_ findings: GuardFindings) throws(ExportError) -> GuardReport {
        var report = GuardReport(rule: request.rule)
        if prompts.evaluation != nil || prompts.split != nil {
            report.evaluation = side(.evaluation, findings, prompts.evaluation, prompts.split)
            report.parentsNowhere = findings.parentsNowhere
            report.circular = findings.circular
            report.inBothSplits = prompts.split?.inBoth ?? 0
        }
        if let seen = prompts.seen { report.seen = side(.seen, findings, seen, nil) }
        return report
    }

    private func side(
        _ list: FoundLeak.List,
        _ findings: GuardFindings,
        _ files: PromptList?,
        _ split: SplitPrompts?
    ) -> GuardReport.Side {
        var side = GuardReport.Side(
            prompts: (files?.rows ?? 0) + (split?.rows ?? 0),
            distinct: (files?.count ?? 0) + (split?.index.count ?? 0),
            sha256: files?.sha256,
            isDropped: drops(list)
        )
        side.digests = files?.digestCount ?? 0
        side.short = (files?.shortCount ?? 0) + (split?.index.shortCount ?? 0)
        side.broken = files?.broken ?? 0
        side.splitRows = split?.rows ?? 0
        // Rejected responses stand for themselves, and several of them may answer one prompt.
        var told: Set<UInt64> = []
        for leak in findings.leaks where leak.list == list && told.insert(leak.prompt).inserted {
            side.found[leak.reason, default: 0] += 1
        }
        for line in findings.lines where findings.leaks[line.leak].list == list { side.lines[line.bucket] += 1 }
        return side
    }

    /// The first lines that leak evaluation prompts, with both texts.
    private func examples(_ findings: GuardFindings) throws(ExportError) -> [GuardReport.Example] {
        let first = Array(
            findings.lines.lazy.filter { findings.leaks[$0.leak].list == .evaluation }.prefix(GuardReport.exampleLimit)
        )
        let names = try ItemNames(of: round).names(of: first.map(\.item))
        var examples: [GuardReport.Example] = []
        for (line, name) in zip(first, names) {
            let leak = findings.leaks[line.leak]
            let text: ItemText
            do throws(RoundFilesError) {
                text = try round.texts.itemText(of: line.item, in: round.columns)
            } catch {
                throw ExportError(error)
            }
            examples.append(
                GuardReport.Example(
                    leak: leak,
                    bucket: line.bucket,
                    name: name,
                    text: GuardReport.Example.beginning(text.prompt),
                    listed: try prompts.name(of: leak, in: round),
                    listedText: prompts.text(of: leak, in: round).map(GuardReport.Example.beginning)
                )
            )
        }
        return examples
    }

    /// Writes the lines of `excluded.jsonl`: what was left out, where it stands, and what it leaks.
    ///
    /// - Returns: how many there are.
    /// - Complexity: O(bytes of the blocks with such lines); memory for those of one block.
    func write(_ findings: GuardFindings, to file: inout ExportFile) throws(ExportError) -> Int {
        let names = ItemNames(of: round)
        var listed: [Int: ListedPrompt] = [:]
        var (next, count) = (0, 0)
        while next < findings.lines.count {
            if cancellation.isCancelled { throw .cancelled }
            let end = try round.endOfBlock(with: findings.lines[next].item)
            var dropped: [GuardFindings.Line] = []
            while next < findings.lines.count, findings.lines[next].item < end {
                if findings.isDropped(findings.lines[next]) { dropped.append(findings.lines[next]) }
                next += 1
            }
            var bytes: [UInt8] = []
            for (line, name) in zip(dropped, try names.names(of: dropped.map(\.item))) {
                let leak = findings.leaks[line.leak]
                let prompt: ListedPrompt
                if let known = listed[line.leak] {
                    prompt = known
                } else {
                    prompt = try prompts.name(of: leak, in: round)
                    listed[line.leak] = prompt
                }
                bytes += ExcludedLine.bytes(leak, line.bucket, name, listed: prompt)
            }
            try file.append(bytes, lines: dropped.count)
            count += dropped.count
        }
        return count
    }
}

extension LoadedRound {
    /// The first item behind the block that an item is in.
    fileprivate func endOfBlock(with item: Int) throws(ExportError) -> Int {
        do throws(RoundFilesError) {
            let (block, index) = try columns.existing(item)
            return item - index + block.count
        } catch {
            throw ExportError(error)
        }
    }
}

extension GuardRequest {
    /// What decides which items leak: what becomes of them does not.
    fileprivate var question: GuardRequest {
        var question = self
        (question.dropsEvaluation, question.dropsSeen) = (false, false)
        return question
    }
}
