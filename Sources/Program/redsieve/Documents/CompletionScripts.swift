import ArgumentParser
import Foundation

/// The completion scripts of the argument parser, which know nothing of `review` being meant where no command is named:
/// files and its options are offered there too. Nor do they know the topics of `help`.
enum CompletionScripts {
    /// The script for a shell, and its file's name.
    static let all: [(name: String, text: String)] = [
        ("redsieve.bash", bash(Redsieve.completionScript(for: .bash))),
        ("_redsieve", zsh(Redsieve.completionScript(for: .zsh))),
        ("redsieve.fish", fish(Redsieve.completionScript(for: .fish))),
    ]

    /// What `help` takes: its topics, then commands.
    private static let topics: String = {
        let names = HelpTopics.all.map(\.name)
        let commands = ArgumentOrder.commands.filter { $0 != "document" && !names.contains($0) }
        return (names + commands).joined(separator: " ")
    }()

    private static func bash(_ script: String) -> String {
        let offer = "COMPREPLY+=($(compgen -W 'review "
        let files = inserting(
            """
                    # review is meant where no command is named
                    unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                    _redsieve_review

            """,
            behindLineWith: offer,
            in: script.replacing(offer, with: "[[ \"${COMP_CWORD}\" -eq 1 ]] && \(offer)")
        )
        return inserting(
            "    COMPREPLY+=($(compgen -W '\(topics)' -- \"${cur}\"))\n",
            behindLineWith: "_redsieve_help() {",
            in: files
        )
    }

    private static func zsh(_ script: String) -> String {
        let files = inserting(
            """
                    # review is meant where no command is named
                    _files && ret=0

            """,
            behindLineWith: "_describe -V subcommand subcommands",
            in: script
        )
        // Behind the branch of the named commands, with its `;;`.
        return inserting(
            """
                        ;;
                    *)
                        _redsieve_review && ret=0

            """,
            behindLineWith: "\"_redsieve_${words[1]}\" && ret=0",
            in: files.replacing("'*:subcommands:'", with: "'*:topic:(\(topics))'")
        )
    }

    private static func fish(_ script: String) -> String {
        script + """

            # review is meant where no command is named
            complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -ge 1' -F
            # topics of the manual
            complete -c 'redsieve' -n '__fish_seen_subcommand_from help' -fa '\(topics)'
            """
    }

    /// Lines put in behind the first line that holds a text; the script as it is where none does.
    private static func inserting(_ lines: String, behindLineWith text: String, in script: String) -> String {
        guard let place = script.range(of: text), let end = script[place.upperBound...].firstIndex(of: "\n") else {
            return script
        }
        return script[...end] + lines + script[script.index(after: end)...]
    }
}
