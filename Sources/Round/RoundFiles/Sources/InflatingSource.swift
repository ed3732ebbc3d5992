import Basics
import CInflate

/// What a compressed source holds, inflated: every member or frame of it, one after the other.
final class InflatingSource: ByteSource {
    enum Archive: String, Hashable, Sendable, CaseIterable {
        case gzip
        case zstd
        case xz
        case bzip2
    }

    private let base: any ByteSource
    private let path: String
    private let archive: Archive
    private let limit: Int
    private let cancellation: Cancellation
    private let inflater: OpaquePointer
    private let input = TextBuffer()
    private var taken = 0
    private var offset = 0
    private var isAtEnd = false

    /// - Parameter limit: the most memory, in bytes, that a window or dictionary may take; the file says how large it is.
    /// - Throws: `outOfMemory` or `memoryLimit` where there is no memory for a decoder.
    init(
        _ base: any ByteSource,
        archive: Archive,
        path: String,
        limit: Int = RoundRequest.usualInflateLimit,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        // A library that takes all there is leaves nothing for the rows, and Swift ends the program then.
        let bound = UInt64(max(0, min(limit, MemoryRoom.left ?? .max)))
        let created =
            switch archive {
            case .gzip: inflater_create_gzip()
            case .zstd: inflater_create_zstd(bound)
            case .xz: inflater_create_xz(bound)
            case .bzip2: inflater_create_bzip2()
            }
        guard let created else { throw MemoryRoom.failure }
        inflater = created
        self.base = base
        self.path = path
        self.archive = archive
        self.limit = limit
        self.cancellation = cancellation
        input.reserve(1 << 18)
    }

    deinit { inflater_destroy(inflater) }

    var bytesRead: Int { offset + taken }

    func isReady() -> Bool { taken < input.count || base.isReady() }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RoundFilesError) -> Int {
        while true {
            // Empty members, frames to skip and padding give nothing, and there may be much of them.
            try cancellation.check()
            if taken == input.count && !isAtEnd { try refill() }
            var consumed = 0
            var produced = 0
            let state = inflater_run(
                inflater,
                input.bytes.baseAddress?.advanced(by: taken).assumingMemoryBound(to: UInt8.self),
                input.count - taken,
                &consumed,
                buffer.baseAddress?.assumingMemoryBound(to: UInt8.self),
                buffer.count,
                &produced
            )
            taken += consumed
            if state != Int32(INFLATER_FINE) { throw failure(state) }
            if produced > 0 { return produced }
            if isAtEnd && taken == input.count {
                if inflater_may_end(inflater) { return 0 }
                throw damaged("it is cut short")
            }
            if consumed == 0 && taken < input.count { throw damaged("it cannot be decoded") }
        }
    }

    private func refill() throws(RoundFilesError) {
        offset += input.count
        taken = 0
        input.count = 0
        input.count = try base.read(into: input.free)
        isAtEnd = input.count == 0
    }

    private func failure(_ state: Int32) -> RoundFilesError {
        switch state {
        case Int32(INFLATER_LIMIT):
            // Under a limit of the system the bound was what it leaves, if that is less than the option's.
            if let left = MemoryRoom.left, left < limit { return MemoryRoom.failure }
            return .inflateLimit(path: path, format: archive.rawValue, limit: limit)
        case Int32(INFLATER_NO_MEMORY): return MemoryRoom.failure
        default: return damaged(String(cString: inflater_problem(inflater)))
        }
    }

    private func damaged(_ problem: String) -> RoundFilesError {
        .damagedArchive(path: path, format: archive.rawValue, offset: bytesRead, problem: problem)
    }
}
