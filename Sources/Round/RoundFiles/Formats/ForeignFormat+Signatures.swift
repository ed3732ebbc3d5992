/// The kinds that certain bytes at a certain place tell.
extension ForeignFormat {
    struct Signature {
        var offset: Int
        var bytes: [UInt8]
        var format: ForeignFormat
        /// True where the kind is text throughout. Of the others the bytes may be letters that a header could begin with.
        var isText = false

        init(_ bytes: [UInt8], at offset: Int = 0, _ format: ForeignFormat) {
            (self.offset, self.bytes, self.format) = (offset, bytes, format)
        }

        init(_ text: String, at offset: Int = 0, isText: Bool = false, _ format: ForeignFormat) {
            self.init(Array(text.utf8), at: offset, format)
            self.isText = isText
        }

        func fits(_ start: ArraySlice<UInt8>) -> Bool {
            start.dropFirst(offset).starts(with: bytes)
                && (isText || start.prefix(4096).contains { $0 < 9 || $0 >= 0x80 })
        }
    }

    static let signatures = archives + tables + databases + others

    private static let archives = [
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed("a 7z archive", "7z e -so FILE")),
        Signature("Rar!\u{1A}\u{7}", packed("a RAR archive", "unrar p -inul FILE")),
        Signature([0x04, 0x22, 0x4D, 0x18], packed("lz4 data", "lz4 -dc FILE")),
        Signature([0x02, 0x21, 0x4C, 0x18], packed("lz4 data", "lz4 -dc FILE")),
        Signature("LZIP\u{1}", packed("lzip data", "lzip -dc FILE")),
        Signature([0x5D, 0x00, 0x00], packed("lzma data", "xz --format=lzma -dc FILE")),
        Signature([0x89, 0x4C, 0x5A, 0x4F, 0x00], packed("lzop data", "lzop -dc FILE")),
        Signature([0x1F, 0x9D], packed("compress data (.Z)", "gzip -dc FILE")),
        Signature([0xFF, 0x06, 0x00, 0x00] + Array("sNaPpY".utf8), packed("snappy data", "snzip -dc FILE")),
        Signature([0x78, 0x9C], zlib), Signature([0x78, 0x01], zlib), Signature([0x78, 0xDA], zlib),
        Signature("MSCF\0", packed("a cabinet archive", "7z e -so FILE")),
        Signature("!<arch>\n", isText: true, packed("an ar archive", "ar p FILE")),
        Signature("070701", isText: true, packed("a cpio archive", "cpio -i --to-stdout < FILE")),
        Signature("070707", isText: true, packed("a cpio archive", "cpio -i --to-stdout < FILE")),
        Signature("PACK\0\0\0", ForeignFormat("a git pack", "check the files out with git first")),
        Signature(
            "# v2 git bundle",
            isText: true,
            ForeignFormat("a git bundle", "take the files out: git clone FILE folder")
        ),
        Signature(
            "# v3 git bundle",
            isText: true,
            ForeignFormat("a git bundle", "take the files out: git clone FILE folder")
        ),
    ]

    private static let zlib = packed(
        "zlib data",
        "python3 -c 'import sys, zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))' < FILE"
    )

    private static let tables = [
        Signature("ARROW1", ForeignFormat("an Arrow file (Feather)", pandas("read_feather"))),
        Signature("FEA1", ForeignFormat("a Feather file", pandas("read_feather"))),
        Signature(
            [0xFF, 0xFF, 0xFF, 0xFF],
            ForeignFormat(
                "an Arrow stream",
                "convert it: python3 -c 'import datasets, sys; "
                    + "datasets.Dataset.from_file(sys.argv[1]).to_json(sys.argv[2])' FILE rows.jsonl"
            )
        ),
        Signature("PARE", ForeignFormat("encrypted Parquet", "decrypt it where its keys are")),
        Signature("ORC", ForeignFormat("an ORC file", pandas("read_orc"))),
        Signature("Obj\u{1}", ForeignFormat("an Avro file", "convert it: avro-tools tojson FILE > rows.jsonl")),
        Signature(
            [0x93] + Array("NUMPY".utf8),
            ForeignFormat("a NumPy array (npy)", "write its rows as JSON Lines or CSV")
        ),
        Signature([0x89] + Array("HDF\r\n".utf8), ForeignFormat("an HDF5 file", pandas("read_hdf"))),
        Signature("CDF\u{1}", ForeignFormat("a NetCDF file", "write its rows as JSON Lines or CSV")),
        Signature("CDF\u{2}", ForeignFormat("a NetCDF file", "write its rows as JSON Lines or CSV")),
        Signature([0x80, 0x02], pickle), Signature([0x80, 0x03], pickle), Signature([0x80, 0x04, 0x95], pickle),
        Signature([0x80, 0x05, 0x95], pickle), Signature("(lp0\n", isText: true, pickle),
        Signature("(dp0\n", isText: true, pickle),
        Signature(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            ForeignFormat("an Excel file (xls)", pandas("read_excel"))
        ),
    ]

    private static let pickle = ForeignFormat(
        "a Python pickle",
        pandas("read_pickle") + " (a pickle runs code when it is read: only one that you trust)"
    )

    private static let databases = [
        Signature(
            "rsv1",
            at: 68,
            ForeignFormat("a review of redsieve", "name the round that it belongs to; the review is found beside it")
        ),
        Signature(
            "SQLite format 3\0",
            ForeignFormat(
                "an SQLite database",
                "write its rows: sqlite3 -json FILE 'SELECT * FROM NAME' | jq -c '.[]' > rows.jsonl (.tables lists the names)"
            )
        ),
        Signature(
            "DUCK",
            at: 8,
            ForeignFormat(
                "a DuckDB database",
                "write its rows: duckdb FILE \"COPY (FROM name) TO 'rows.jsonl' (FORMAT json)\""
            )
        ),
    ]

    private static let others = [
        Signature("%PDF-", isText: true, ForeignFormat("a PDF document", "look for the data that it was made from")),
        Signature([0x89] + Array("PNG\r\n".utf8), ForeignFormat("a PNG picture", meant)),
        Signature([0xFF, 0xD8, 0xFF], ForeignFormat("a JPEG picture", meant)),
        Signature("GIF89a", ForeignFormat("a GIF picture", meant)),
        Signature("GGUF", ForeignFormat("a model (GGUF)", meant)),
        Signature([0x7F] + Array("ELF".utf8), ForeignFormat("a program", meant)),
    ]

    private static let meant = "name the file that holds the rows"

    private static func packed(_ name: String, _ command: String) -> ForeignFormat {
        ForeignFormat(name, "unpack it first: \(command) > rows.jsonl")
    }
}
