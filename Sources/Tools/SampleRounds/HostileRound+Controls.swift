extension HostileRound {
    /// Control characters and the escape sequences made with them.
    static let controls: [HostileText] = [
        HostileText(
            name: "CSI colour",
            prompt: "Holds a CSI sequence that turns text red, and never turns it back.",
            response: "Plain, then \u{1B}[1;31mred and bold, with no reset at the end."
        ),
        HostileText(
            name: "CSI clear screen",
            prompt: "Holds CSI sequences that clear the screen and send the cursor home.",
            response: "Before.\u{1B}[2J\u{1B}[HAfter: if this stands in the top left corner, something is wrong."
        ),
        HostileText(
            name: "CSI cursor moves",
            prompt: "Holds cursor moves that would overwrite the line above.",
            response: "The score is 0.12.\u{1B}[1A\u{1B}[2KThe score is 0.99.\u{1B}[5;10H*"
        ),
        HostileText(
            name: "CSI modes",
            prompt: "Holds private modes: alternate screen off, cursor hidden, mouse and bracketed paste on.",
            response: "\u{1B}[?1049l\u{1B}[?25l\u{1B}[?1003h\u{1B}[?1006h\u{1B}[?2004h Still here?"
        ),
        HostileText(
            name: "CSI report",
            prompt: "Asks the terminal for a report, which would arrive as if it were typed.",
            response: "Where is the cursor? \u{1B}[6n And who are you? \u{1B}[c \u{1B}[>0c"
        ),
        HostileText(
            name: "OSC title",
            prompt: "Holds an OSC sequence that sets the window's title.",
            response: "\u{1B}]0;All items were accepted\u{07}Look at the title of this window."
        ),
        HostileText(
            name: "OSC 8 link",
            prompt: "Holds an OSC 8 link whose text names another place than it leads to.",
            response:
                "See \u{1B}]8;;https://example.invalid/elsewhere\u{1B}\\https://example.org\u{1B}]8;;\u{1B}\\ for more."
        ),
        HostileText(
            name: "OSC 52 clipboard",
            prompt: "Holds an OSC 52 sequence that puts words into the clipboard.",
            response: "Copied for you: \u{1B}]52;c;cGFzdGUgbWU=\u{07}paste and see."
        ),
        HostileText(
            name: "OSC palette",
            prompt: "Holds OSC sequences that turn the background pink and the palette upside down.",
            response: "\u{1B}]11;#ff66cc\u{07}\u{1B}]4;1;rgb:00/ff/00\u{1B}\\ Mind your eyes."
        ),
        HostileText(
            name: "unfinished OSC",
            prompt: "Holds an OSC sequence that never ends, and would swallow what comes after.",
            response: "The rest goes missing: \u{1B}]2;title without an end"
        ),
        HostileText(
            name: "DCS",
            prompt: "Holds a device control string, which some terminals answer.",
            response:
                "A question: \u{1B}P$qm\u{1B}\\ and a tmux passthrough: \u{1B}Ptmux;\u{1B}\u{1B}]0;x\u{07}\u{1B}\\ done."
        ),
        HostileText(
            name: "APC and PM",
            prompt: "Holds an application command, a privacy message and a start of string.",
            response: "\u{1B}_Ga=d\u{1B}\\one \u{1B}^two\u{1B}\\ \u{1B}Xthree\u{1B}\\ end"
        ),
        HostileText(
            name: "reset and character sets",
            prompt: "Holds a full reset and a switch to line-drawing letters.",
            response: "\u{1B}c\u{1B}(0lqqqk would be a box, \u{0E}and so would this\u{0F}."
        ),
        HostileText(
            name: "C1 CSI",
            prompt: "Holds C1 controls: U+009B is CSI in a single character.",
            response: "One: \u{9B}31mred? Two: \u{9B}2Jgone?"
        ),
        HostileText(
            name: "C1 OSC and DCS",
            prompt: "Holds C1 controls: U+009D opens an OSC, U+0090 a DCS, and U+009C ends them.",
            response: "\u{9D}0;a title\u{9C} and \u{90}$qm\u{9C} and a next line\u{85}here."
        ),
        HostileText(
            name: "C1 escaped in JSON",
            prompt: "Holds the same C1 control, written as an escape in the file.",
            response: "One: \u{9B}31mred?",
            escapesAll: true
        ),
        HostileText(
            name: "NUL",
            prompt: "Holds a NUL between the words: be\u{0}fore and after.",
            response: "What comes after the NUL\u{0} must not be lost."
        ),
        HostileText(
            name: "every C0 control",
            prompt: "Holds all thirty-two C0 controls and DEL in a row.",
            response: text(0..<32) + "\u{7F}."
        ),
        HostileText(
            name: "backspaces",
            prompt: "Holds backspaces that would rub out a word: good\u{8}\u{8}\u{8}\u{8}bad.",
            response: "The answer is no\u{8}\u{8}yes, and \u{7F}\u{7F}that."
        ),
        HostileText(
            name: "bell",
            prompt: "Holds a hundred bells.",
            response: String(repeating: "\u{07}", count: 100) + "Quiet?"
        ),
        HostileText(
            name: "tabs",
            prompt: "Holds tabs:\tone\ttwo\t\tfour, and vertical ones.",
            response: "a\tb\tc\n1\t22\t333\n\u{0B}down\u{0C}and a new page"
        ),
        HostileText(
            name: "carriage return",
            prompt: "Holds a carriage return that would hide the front of the line.",
            response: "This says unsafe.\rThis says safe.  \r\nAnd this ends in CR LF.\r\n",
            lineEnd: "\r\n"
        ),
        HostileText(
            name: "control in id",
            prompt: "Its id holds an escape sequence and a line feed.",
            response: "The list shows ids, so they have to be cleaned as well.",
            id: "h\u{1B}[7m-\n023"
        ),
        HostileText(
            name: "control in category",
            prompt: "Its category holds an escape sequence and a title.",
            response: "So does every other field that is shown.",
            category: "host\u{1B}]0;ile\u{07}\u{9B}1m"
        ),
        HostileText(
            name: "id like a command",
            prompt: "Its id looks like an option, a path and a shell command.",
            response: "Nothing should come of it.",
            id: "--help; ../../$(reboot) `id` | q"
        ),
        HostileText(
            name: "caret notation",
            prompt:
                "Holds the harmless spelling of controls, which must be told from real ones: ^[[31m ␛[31m \\u001b[31m.",
            response: "^[[2J is text. So is \\x1b[2J, and so is ␛[2J."
        ),
    ]
}
