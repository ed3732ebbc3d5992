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
    /// - Throws: 64 for a topic that is none, 66 where the page is not there and no command has its name.
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
        guard let page = page(topic) else {
            guard ArgumentOrder.commands.contains(topic) else {
                throw ProgramFailure(
                    status: 66,
                    message: "\(missing(topic)), or see redsieve help for what each command says of itself"
                )
            }
            StandardStreams.message("\(missing(topic)); this is what the command says of itself")
            return false
        }
        try StandardStreams.write(StandardStreams.safeLines(ManualText(page, width: HelpWidth.columns).text))
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

    /// A page of the manual; nil where it is not there.
    private static func page(_ topic: String) -> String? {
        places(of: topic).first { access($0, R_OK) == 0 }.flatMap { FileManager.default.contents(atPath: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func places(of topic: String) -> [String] {
        ProgramFolders.of("manual", inProject: "doc/manual", executable: ProgramPath.executable).map {
            "\($0)/\(topic).md"
        }
    }

    /// Where a page should be.
    private static func missing(_ topic: String) -> String {
        let place = places(of: topic).dropFirst().first ?? topic
        return "the manual is not beside the program: \(place) is missing; script/install puts it there"
    }
}
