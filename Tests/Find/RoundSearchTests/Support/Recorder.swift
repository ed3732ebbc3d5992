import Synchronization

/// Values that several threads append and a test looks at.
final class Recorder<Value: Sendable>: Sendable {
    private let stored = Mutex<[Value]>([])

    func append(_ value: Value) { stored.withLock { $0.append(value) } }

    var all: [Value] { stored.withLock { $0 } }
}
