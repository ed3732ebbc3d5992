import Basics
import OutsidePrograms
import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TextSafety

extension FileSite {
    func takeOut(_ request: OutsideRequest, _ columns: ScoreColumns, _ report: @escaping Job.Report) {
        guard let texts = round?.texts else { return }
        let row: OutsideRow
        do throws(RoundFilesError) {
            row = try OutsideRow(request, columns, texts)
        } catch {
            return report(.notice(Message(.failure, error.message)))
        }
        switch request.task {
        case .copy(let form): copy(form, of: row, report)
        case .open(let reader, let isRaw): open(row, in: reader, isRaw: isRaw, report)
        }
    }

    private func copy(_ form: CopyForm, of row: OutsideRow, _ report: Job.Report) {
        guard let text = row.copy(form) else {
            return report(.notice(Message(.refusal, "the item has no \(form.rawValue)")))
        }
        guard !text.isEmpty else {
            return report(.notice(Message(.refusal, "the \(form.title) is empty; nothing was copied")))
        }
        let outcome = workshop.clipboard.copy(text)
        guard let way = outcome.way else {
            return report(.outside(.copyLeft(LeftCopy(text: text, title: form.title, failures: outcome.failures))))
        }
        report(.notice(Message(.done, CopyText.copied(form.title, text.count, by: way, outcome.failures))))
    }

    private func open(_ row: OutsideRow, in reader: OutsideReader, isRaw: Bool, _ report: Job.Report) {
        do throws(OutsideReading.Problem) {
            let (program, words) = try OutsideReading.program(for: reader, environment: EnvironmentVariable.text)
            let content = isRaw ? row.bytes : row.page
            let file: PrivateFile
            do throws(PrivateFile.FileFailure) {
                file = try PrivateFile(content, name: row.fileName)
            } catch {
                throw .text("no file can be written to open: \(error.message)")
            }
            workshop.keep(file)
            let arguments = words + [file.path]
            report(
                .outside(
                    .fileWritten(
                        ProgramCall(
                            program: program,
                            arguments: arguments,
                            content: content,
                            isRaw: isRaw,
                            reader: reader
                        )
                    )
                )
            )
        } catch {
            report(.notice(Message(.failure, error.message)))
        }
    }
}

extension Workshop {
    /// Runs a pager or an editor on the terminal until it ends, and tells what came of it; nil where there is nothing to say.
    ///
    /// Blocks the thread of the loop, as the program has the terminal.
    func run(_ call: ProgramCall, on terminal: any Terminal) -> Message? {
        defer { keep(nil) }
        let name = call.arguments.first ?? call.program
        let ending = terminal.lend { descriptor -> ProgramEnding in
            if call.reader == .editor {
                // An editor with a window of its own leaves this one as it is.
                let line = SafeText.printable("redsieve waits for \(name) to end", asciiOnly: true) + "\r\n"
                _ = FileSystem.write(Array(line.utf8), to: descriptor)
            }
            do throws(OutsideProgram.StartFailure) {
                return try OutsideProgram(
                    call.program,
                    call.arguments,
                    input: descriptor,
                    output: descriptor,
                    errors: descriptor,
                    ownGroup: false
                ).wait()
            } catch {
                return .notStarted(errno: error.errno)
            }
        }
        let isChanged = openFile.map { !$0.holds(call.content) } ?? false
        let change = isChanged ? "; edits are discarded: the item is as it was" : ""
        guard ending.isGood else { return Message(.failure, "\(name) \(ending.text)\(change)") }
        if isChanged { return Message(.notice, "back from \(name)\(change)") }
        return call.isRaw ? Message(.notice, "back from \(name), which showed the row's raw bytes") : nil
    }
}

/// What messages say of a copy.
enum CopyText {
    static func copied(_ title: String, _ bytes: Int, by way: String, _ failures: [String]) -> String {
        (["copied the \(title) (\(DecimalText.counted(bytes, "byte"))) by \(way)"] + failures).joined(separator: "; ")
    }

    /// What came of a copy that only the terminal was left for.
    static func message(_ copy: LeftCopy, _ offer: ClipboardOffer) -> Message {
        let size = DecimalText.counted(copy.text.count, "byte")
        switch offer {
        case .sent:
            let sent = "sent the \(copy.title) (\(size)) to the terminal by OSC 52, which some terminals switch off"
            return Message(.done, ([sent] + copy.failures).joined(separator: "; "))
        case .tooLong:
            let most = DecimalText.grouped(ClipboardSequence.mostBytes)
            let why = "\(size) are more than a terminal takes (\(most))"
            return Message(.failure, failed(copy, why))
        case .impossible:
            return Message(.failure, failed(copy, "this terminal has no clipboard"))
        }
    }

    private static func failed(_ copy: LeftCopy, _ why: String) -> String {
        (["the \(copy.title) is not copied"] + copy.failures + ["\(why); clipboard in config.toml names a command"])
            .joined(separator: "; ")
    }
}
