/// How far the reading of a round has come.
public enum Loading: Hashable, Sendable {
    /// More rows are to come.
    case reading(LoadMeter)
    /// Every row has been read.
    case complete
    /// Reading ended early, and why; what had come stays.
    case failed(String)
}

/// The progress of a load.
public struct LoadMeter: Hashable, Sendable {
    /// Bytes read so far, as they stand on disk (compressed where they are).
    public let bytesRead: Int
    /// All bytes there are to read; nil for a stream, whose length nobody knows.
    public let bytesTotal: Int?
    /// Seconds since the load began.
    public let seconds: Double

    public init(bytesRead: Int = 0, bytesTotal: Int? = nil, seconds: Double = 0) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.seconds = seconds
    }

    /// Bytes a second so far; nil until there is anything to tell.
    public var rate: Double? {
        seconds > 0.05 && bytesRead > 0 ? Double(bytesRead) / seconds : nil
    }

    /// Seconds to go at the rate so far, from 0; nil where there is no rate yet, and for a stream.
    public var secondsLeft: Double? {
        guard let rate, let bytesTotal else { return nil }
        return Double(max(0, bytesTotal - bytesRead)) / rate
    }
}
