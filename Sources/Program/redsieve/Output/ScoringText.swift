import HTTPClient
import RewardsFile
import RoundFiles
import RoundModel
import RoundScoring

/// What `score` prints.
enum ScoringText {
    /// What was made.
    static func result(_ result: ScoringResult, output: String) -> String {
        var text = "wrote \(output): \(DecimalText.counted(result.scored, "row")) scored\n"
        let others = result.rows - result.scored - result.failed
        if others > 0 { text += "  \(DecimalText.counted(others, "row")) as they were\n" }
        if let path = result.failedPath {
            text += "  \(DecimalText.counted(result.failed, "row")) without a score: \(path)\n"
        }
        text += "  \(NameBeside.scoringRecord(of: output))\n"
        return text
    }

    /// How far a run is, in one line.
    static func progress(_ now: ScoringProgress) -> String {
        var rows = "scoring \(DecimalText.counted(now.done, "row"))"
        if now.failed > 0 { rows += ", \(DecimalText.grouped(now.failed)) failed" }
        var parts = [rows]
        if let share = now.share { parts.append("\(Int(share * 100)) %") }
        if let waiting = now.waiting {
            parts.append("waiting for \(waiting)")
        } else {
            if let rate = now.rate { parts.append("\(DecimalText.grouped(Int(rate.rounded()))) rows/s") }
            if let left = now.secondsLeft, left >= 1 {
                parts.append("\(DecimalText.grouped(Int(left.rounded(.up)))) s left")
            }
        }
        return parts.joined(separator: " · ")
    }

    /// What became of the failed rows.
    static func retried(_ retried: (scored: Int, failed: Int), output: String) -> String {
        "\(output): \(DecimalText.counted(retried.scored, "row")) more scored, "
            + "\(DecimalText.grouped(retried.failed)) still without a score\n"
    }

    /// What was looked at before a run, a line for each thing.
    static func table(_ servers: [ServerSettings], _ checks: [ServerCheck]) -> String {
        var text = ""
        for (server, check) in zip(servers, checks) {
            text += "\(server.name)  \(server.address.shown)\n"
            for finding in check.findings {
                let topic = finding.topic.rawValue
                let pad = String(repeating: " ", count: max(1, 12 - topic.count))
                text += "  \(word(finding.level))  \(topic)\(pad)\(finding.text)\n"
            }
        }
        return text
    }

    private static func word(_ level: CheckFinding.Level) -> String {
        switch level {
        case .fine: "ok   "
        case .note: "note "
        case .wrong: "WRONG"
        }
    }
}
