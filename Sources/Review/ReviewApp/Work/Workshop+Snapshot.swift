import Basics
import ReviewSession
import RoundExport
import RoundModel
import ScreenPictures
import TerminalCanvas

extension Workshop {
    /// Keeps a frame in a file, and says where or why not.
    func keep(_ canvas: Canvas, _ request: SnapshotRequest, title: String, _ report: ActionQueue<Action>) {
        picturing.start { _ in
            do throws(OutputFileError) {
                let bytes = SnapshotFile.bytes(canvas, request.format, title: title)
                try SnapshotFile(request).write(bytes)
                report.post(.notice(Message(.done, SnapshotFile.done(request, bytes: bytes.count))))
            } catch {
                report.post(.notice(Message(.failure, error.message)))
            }
        }
    }
}

/// A file that a screen is kept in.
struct SnapshotFile {
    private let file: OutputFile

    init(_ request: SnapshotRequest) {
        file = OutputFile(
            path: HomeFolder.expanding(request.path, home: EnvironmentVariable.text("HOME")),
            replacing: request.replaces ? .anyFile : .nothing(hint: SnapshotRequest.replaceHint)
        )
    }

    /// What it is to hold.
    static func bytes(_ canvas: Canvas, _ format: SnapshotRequest.Format, title: String) -> [UInt8] {
        switch format {
        case .text: ScreenText.file(canvas)
        case .picture: ScreenPicture.svg(canvas, title: title)
        }
    }

    /// What to say once it is there.
    static func done(_ request: SnapshotRequest, bytes: Int) -> String {
        "the screen is in \(request.path): \(ByteText.size(bytes))"
    }

    /// Writes it, complete or not at all.
    func write(_ bytes: [UInt8]) throws(OutputFileError) { try file.write(bytes) }
}
