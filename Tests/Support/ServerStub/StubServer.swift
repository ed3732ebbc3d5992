import CLibrary
internal import CServerStub
import Synchronization

/// A server on this machine that answers as a test says, and counts what it was asked.
///
///     let server = try StubServer { request in StubReply(#"{"rewards": [1.5]}"#) }
///     server.address  // http://127.0.0.1:40123
public final class StubServer: Sendable {
    /// The port that it listens on.
    public let port: UInt16
    private let handle: Handle
    private let handler: @Sendable (StubRequest) -> StubReply
    private let asked = Mutex<[StubRequest]>([])

    /// No port is to be had.
    public struct Unavailable: Error {}

    /// Unchecked: the pointer is used to stop the server, once, when its last user goes.
    private struct Handle: @unchecked Sendable {
        var pointer: OpaquePointer?
    }

    /// - Parameters:
    ///   - port: 0 for one that is free.
    ///   - handler: called from a thread for each connection.
    public init(port: UInt16 = 0, _ handler: @escaping @Sendable (StubRequest) -> StubReply) throws {
        self.handler = handler
        let box = Box()
        let context = Unmanaged.passRetained(box).toOpaque()
        let pointer = stub_start(
            port,
            { context, request, reply in
                guard let context, let request = request?.pointee, let reply else { return }
                Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().answer(request, reply)
            },
            context
        )
        guard let pointer else { throw Unavailable() }
        handle = Handle(pointer: pointer)
        self.port = stub_port(pointer)
        box.owner.withLock { $0 = Weak(self) }
    }

    deinit { if let pointer = handle.pointer { stub_stop(pointer) } }

    public var address: String { "http://127.0.0.1:\(port)" }

    /// What it was asked so far.
    public var requests: [StubRequest] { asked.withLock { $0 } }

    private func answer(_ request: StubRequest) -> StubReply {
        asked.withLock { $0.append(request) }
        return handler(request)
    }

    private struct Weak {
        weak var server: StubServer?
        init(_ server: StubServer) { self.server = server }
    }

    private final class Box: Sendable {
        let owner = Mutex<Weak?>(nil)

        func answer(_ request: stub_request, _ reply: UnsafeMutablePointer<stub_reply>) {
            let asked = StubRequest(
                method: String(cString: request.method),
                path: String(cString: request.path),
                authorization: request.authorization.map { String(cString: $0) },
                body: Array(UnsafeBufferPointer(start: request.body, count: request.length))
            )
            let given = owner.withLock { $0?.server }?.answer(asked) ?? StubReply(status: 503)
            given.fill(reply)
        }
    }
}

/// What a server was asked.
public struct StubRequest: Hashable, Sendable {
    public var method: String
    public var path: String
    public var authorization: String?
    public var body: [UInt8]

    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// What a server answers.
public struct StubReply: Hashable, Sendable {
    public var status: Int
    public var body: [UInt8]
    public var contentType: StaticText
    public var retryAfter: StaticText?
    public var location: StaticText?
    public var deed = Deed.answers
    public var milliseconds: UInt32 = 0

    /// What a server does besides answering.
    public enum Deed: Hashable, Sendable {
        case answers
        /// Ends the connection without a word.
        case closes
        /// Sends half of the body and nothing more.
        case stalls
        /// Never stops sending.
        case floods
    }

    /// A text that lives as long as the program.
    public struct StaticText: Hashable, Sendable, ExpressibleByStringLiteral {
        let text: StaticString
        public init(stringLiteral value: StaticString) { text = value }
        public static func == (one: Self, other: Self) -> Bool { one.text.description == other.text.description }
        public func hash(into hasher: inout Hasher) { hasher.combine(text.description) }
        var pointer: UnsafePointer<CChar> { UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self) }
    }

    public init(_ text: String = "", status: Int = 200, contentType: StaticText = "application/json") {
        self.status = status
        body = Array(text.utf8)
        self.contentType = contentType
    }

    fileprivate func fill(_ reply: UnsafeMutablePointer<stub_reply>) {
        reply.pointee.status = Int32(status)
        let room = malloc(max(1, body.count))
        body.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress, let room { memcpy(room, start, bytes.count) }
        }
        reply.pointee.body = room?.assumingMemoryBound(to: UInt8.self)
        reply.pointee.length = body.count
        reply.pointee.content_type = contentType.pointer
        reply.pointee.location = location?.pointer
        reply.pointee.retry_after = retryAfter?.pointer
        reply.pointee.delay_milliseconds = milliseconds
        switch deed {
        case .answers: reply.pointee.deed = Int32(STUB_ANSWERS)
        case .closes: reply.pointee.deed = Int32(STUB_CLOSES)
        case .stalls: reply.pointee.deed = Int32(STUB_STALLS)
        case .floods: reply.pointee.deed = Int32(STUB_FLOODS)
        }
    }
}
