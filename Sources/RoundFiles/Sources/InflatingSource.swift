import CInflate

/// What a compressed source holds, inflated: every member or frame of it, one after the other.
final class InflatingSource: ByteSource {
    enum Archive: String, Sendable {
        case gzip
        case zstd
    }

    private let base: any ByteSource
    private let path: String
    private let archive: Archive
    private let cancellation: Cancellation
    private let inflater: OpaquePointer
    private let input = TextBuffer()
    private var taken = 0
    private var offset = 0
    private var isAtEnd = false

    /// - Throws: `damagedArchive` where there is no memory for a window.
    init(
        _ base: any ByteSource,
        archive: Archive,
        path: String,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        guard let inflater = archive == .gzip ? inflater_create_gzip() : inflater_create_zstd() else {
            throw .damagedArchive(path: path, format: archive.rawValue, offset: 0, problem: "no memory to inflate it")
        }
        self.base = base
        self.path = path
        self.archive = archive
        self.cancellation = cancellation
        self.inflater = inflater
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
            let isFine = inflater_run(
                inflater,
                input.bytes.baseAddress?.advanced(by: taken).assumingMemoryBound(to: UInt8.self),
                input.count - taken,
                &consumed,
                buffer.baseAddress?.assumingMemoryBound(to: UInt8.self),
                buffer.count,
                &produced
            )
            taken += consumed
            if !isFine { throw damaged(String(cString: inflater_problem(inflater))) }
            if produced > 0 { return produced }
            if isAtEnd && taken == input.count {
                if inflater_may_end(inflater) { return 0 }
                throw damaged("it is cut short")
            }
            if consumed == 0 && taken < input.count { throw damaged("it makes no sense") }
        }
    }

    private func refill() throws(RoundFilesError) {
        offset += input.count
        taken = 0
        input.count = 0
        input.count = try base.read(into: input.free)
        isAtEnd = input.count == 0
    }

    private func damaged(_ problem: String) -> RoundFilesError {
        .damagedArchive(path: path, format: archive.rawValue, offset: bytesRead, problem: problem)
    }
}
