public import ReviewSession
public import TerminalCanvas

/// A screen of the program, as the loop sees it: it takes events and makes frames while it is the topmost.
public protocol StackedScreen: AnyObject {
    /// What it shares with the screens above and below.
    var shared: SharedLook { get set }
    /// What the next frame would show that is on its way; nil for nothing.
    var unsettledPart: UnsettledPart? { get }
    /// True while a dialog is open.
    var isAsking: Bool { get }

    /// Begins its work; called once, when it is laid on the stack.
    func begin()
    /// Gives up what is under way, and waits until all that is to be kept is on the disk.
    func finish()

    /// Takes what its workers have to say.
    func takeReports()
    func take(_ press: KeyPress)
    func take(_ event: MouseEvent)
    func take(paste bytes: [UInt8])
    /// What a key types where a line of text is open; nil where it means something else.
    func text(typedBy press: KeyPress) -> String?
    /// Puts in what several such keys typed.
    func insert(_ text: String)
    /// It is seen again, after the screen above it was left.
    func cameBack()
    /// Something to be said, from the screen above, when that was left.
    func tell(_ text: String)

    /// The screen as it is now; it may ask its workers for what comes into sight.
    func frame(in size: TerminalSize) -> Canvas
    /// Keeps a frame in a file.
    func keep(_ canvas: Canvas, _ request: SnapshotRequest)
}

extension StackedScreen {
    public func cameBack() {}
}
