import ArgumentParser
import Basics
import CLibrary
import Foundation

/// `redsieve help TOPIC`: a page of the manual. What it does not know, a command's name, is the argument parser's.
enum HelpTopics {
    /// The pages by the names of their files, and what they are about.
    static let all: [(name: String, about: String)] = [
        ("review", "the screen: thresholds, lists, plot, mouse, copying"),
        ("verdicts", "judging, samples, evidence, several reviewers, the review file"),
        ("certificates", "thresholds with a guarantee"),
        ("filters", "filters, search, and counts by value"),
        ("export", "the files of an export, `verify`"),
        ("training", "one response a prompt, pairs, labels, formats for trainers"),
        ("commands", "commands without a screen, where thresholds come from, status"),
        ("scoring", "scoring a round by reward-model servers"),
        ("cluster", "rounds that do not fit one machine"),
        ("campaign", "rounds and methods over time"),
        ("rounds", "file formats, field names, chats, what makes a row invalid"),
        ("scripts", "scripts of keys and commands, pictures of the screen"),
        ("plain-mode", "the review in lines, for a screen reader or a pipe"),
        ("configuration", "every setting"),
        ("themes", "colours, and your own"),
        ("keys", "every key and command"),
    ]

    /// Prints what `help` and some words ask for.
    ///
    /// - Returns: false where the argument parser is to answer.
    /// - Throws: 64 for a topic that is none, 66 where the page is not there.
    static func answer(_ arguments: [String]) throws(ProgramFailure) -> Bool {
        guard arguments.first == "help", !arguments.contains(where: { $0.hasPrefix("-") }) else { return false }
        let words = arguments.dropFirst().map { $0.lowercased() }
        guard !words.isEmpty else {
            try StandardStreams.write(StandardStreams.safeLines(overview))
            return true
        }
        let asked = words.joined(separator: "-")
        guard let topic = name(of: asked) else {
            if ArgumentOrder.commands.contains(words[0]) { return false }
            let names = all.map(\.name) + ArgumentOrder.commands.filter { $0 != "document" }
            throw ProgramFailure(
                status: 64,
                message:
                    "there is no topic \"\(words.joined(separator: " "))\" (redsieve help lists them)"
                    + NearestName.hint(asked, among: names)
            )
        }
        try StandardStreams.write(
            StandardStreams.safeLines(ManualText(try page(topic), width: HelpWidth.columns).text)
        )
        return true
    }

    /// The topic with a name, or the one whose name begins so.
    private static func name(of asked: String) -> String? {
        let names = all.map(\.name)
        if names.contains(asked) { return asked }
        let begun = names.filter { $0.hasPrefix(asked) }
        return begun.count == 1 && !ArgumentOrder.commands.contains(asked) ? begun.first : nil
    }

    private static var overview: String {
        let widest = all.map(\.name.count).max() ?? 0
        let topics = all.map { topic in
            "  " + topic.name + String(repeating: " ", count: widest - topic.name.count + 2)
                + topic.about.replacing("`", with: "")
        }
        return Redsieve.helpMessage(columns: HelpWidth.columns) + "\n\nTOPICS:\n" + topics.joined(separator: "\n")
            + "\n\n  See 'redsieve help <topic>' for a page of the manual.\n"
    }

    private static func page(_ topic: String) throws(ProgramFailure) -> String {
        let folders = ProgramFolders.of("manual", inProject: "doc/manual", executable: ProgramPath.executable)
        let places = folders.map { "\($0)/\(topic).md" }
        guard let place = places.first(where: { access($0, R_OK) == 0 }),
            let page = FileManager.default.contents(atPath: place)
        else {
            throw ProgramFailure(
                status: 66,
                message: "the manual is not beside the program: \(places[1]) is missing; script/install puts it there"
            )
        }
        return String(decoding: page, as: UTF8.self)
    }
}
