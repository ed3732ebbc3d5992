import Synchronization

/// A value that several threads set and a test looks at.
final class Latest<Value: Sendable>: Sendable {
    private let stored: Mutex<Value>

    init(_ value: Value) { stored = Mutex(value) }

    func set(_ value: Value) { stored.withLock { $0 = value } }

    var value: Value { stored.withLock { $0 } }
}
