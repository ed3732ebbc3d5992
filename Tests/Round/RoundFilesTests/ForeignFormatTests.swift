import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// Files that are no rows of text are told by what is in them, whatever they are called.
@Suite struct ForeignFormatTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        var bytes: [UInt8]
        var name: String
        var says: String
        var testDescription: String { name }

        init(_ bytes: [UInt8], _ name: String, _ says: String) {
            (self.bytes, self.name, self.says) = (bytes, name, says)
        }
    }

    /// A zip archive's first entry, stored.
    static func zip(_ name: String, _ content: String) -> [UInt8] {
        let (name, content) = (Array(name.utf8), Array(content.utf8))
        let sizes = [UInt8(content.count & 255), UInt8(content.count >> 8), 0, 0]
        return [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4] + sizes + sizes
            + [UInt8(name.count), 0, 0, 0] + name + content
    }

    /// A tar archive of one file, in the format that has a magic word or in the one that has none.
    static func tar(_ content: String, isOld: Bool) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put("rows.jsonl", at: 0)
        put("0000644\0", at: 100)
        let size = String(content.utf8.count, radix: 8)
        put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
        put("        ", at: 148)
        if !isOld { put("ustar\0" + "00", at: 257) }
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
        return header + Array(content.utf8) + [UInt8](repeating: 0, count: 1024)
    }

    static let row = jsonRow() + "\n"

    static let kinds: [Kind] = [
        Kind(tar(row, isOld: false), "a tar archive", "tar -xOf"),
        Kind(tar(row, isOld: true), "a tar archive", "tar -xOf"),
        Kind(zip("a rows.jsonl", row), "a zip archive", "unzip -p PATH 'a rows.jsonl' > rows.jsonl"),
        Kind(zip("xl/workbook.xml", row), "xlsx", "read_excel"),
        Kind(zip("[Content_Types].xml", row), "xlsx", "read_excel"),
        Kind(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "ods", "read_excel"),
        Kind(zip("header.json", "{}"), ".eval", "inspect log dump PATH"),
        Kind(zip("_journal/start.json", row), ".eval", "jq"),
        Kind(zip("arr_0.npy", row), "npz", "NumPy"), Kind(zip("model/data.pkl", row), "PyTorch", "Python"),
        Kind([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "a 7z archive", "7z e -so PATH"),
        Kind(Array("Rar!".utf8) + [0x1A, 7, 1, 0], "a RAR archive", "unrar p"),
        Kind([0x04, 0x22, 0x4D, 0x18, 0x64, 0x40], "lz4", "lz4 -dc PATH"),
        Kind(Array("ARROW1\0\0".utf8) + [0xFF, 0xFF, 0xFF, 0xFF], "an Arrow file", "read_feather"),
        Kind([0xFF, 0xFF, 0xFF, 0xFF, 0x10, 1, 0, 0], "an Arrow stream", "datasets"),
        Kind([0x80, 4, 0x95, 0x10, 0, 0, 0, 0, 0, 0, 0, 0x5D], "a Python pickle", "read_pickle"),
        Kind([0x80, 2, 0x5D, 0x71], "a Python pickle", "trust"),
        Kind([0x93] + Array("NUMPY".utf8) + [1, 0], "a NumPy array", "JSON Lines"),
        Kind(Array("SQLite format 3\0".utf8) + [0x10, 0, 1, 1], "an SQLite database", "sqlite3 -json PATH"),
        Kind(
            Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 52) + Array("rsv1".utf8),
            "a review of redsieve",
            "name the round"
        ),
        Kind([0x89] + Array("HDF\r\n".utf8) + [0x1A, 0x0A], "an HDF5 file", "read_hdf"),
        Kind(Array("%PDF-1.7\n%".utf8), "a PDF document", "data"),
        Kind(Array("PACK\0\0\0\u{2}".utf8), "a git pack", "git"),
        Kind(Array("ORC".utf8) + [0x08, 0x03, 0x10], "an ORC file", "read_orc"),
        Kind(Array("Obj\u{1}".utf8), "an Avro file", "avro-tools"),
        Kind([0x78, 0x9C, 0x4B, 0x04], "zlib data", "zlib.decompress"),
        Kind(
            Array("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n".utf8),
            "a Git LFS pointer",
            "git lfs pull --include=PATH"
        ),
        Kind(Array("/annex/objects/MD5E-s5--0.jsonl\n".utf8), "a git-annex pointer", "git annex get PATH"),
        Kind(Array("\n <!DOCTYPE html>\n<html>".utf8), "an HTML page", "download"),
        Kind(Array("\u{FEFF}<HTML><body>".utf8), "an HTML page", "head PATH"),
        Kind(Array("<?xml version=\"1.0\"?><Error>".utf8), "an XML document", "download"),
        Kind([UInt8](repeating: 0, count: 4096), "nothing but NUL bytes", "crash"),
        Kind((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }, "binary data", "file PATH"),
    ]

    private func expect(_ kind: Kind, at path: String, within archive: String? = nil) {
        do {
            _ = try load(path)
            Issue.record("\(path) was taken for text")
        } catch {
            #expect(error.message.hasPrefix(path + ": "))
            #expect(error.message.contains(kind.name), "\(error.message)")
            if archive == nil {
                #expect(error.message.contains(kind.says.replacing("PATH", with: path)), "\(error.message)")
            } else {
                #expect(error.message.contains("within \(archive ?? "") data"), "\(error.message)")
            }
            #expect(error.exitStatus == 65)
        }
    }

    @Test(arguments: kinds) func `told whatever the name`(_ kind: Kind) throws {
        let folder = try TestFolder()
        for name in ["x.jsonl", "x.json", "x.csv", "x.tsv", "x", "x.parquet", "x.gz"] {
            expect(kind, at: try folder.write(name, kind.bytes))
        }
    }

    @Test(arguments: kinds) func `told within compressed data`(_ kind: Kind) throws {
        let folder = try TestFolder()
        for (program, archive) in [("gzip", "gzip"), ("zstd", "zstd"), ("xz", "xz"), ("bzip2", "bzip2")] {
            let packed = try folder.filter(kind.bytes, through: [program])
            expect(kind, at: try folder.write("x.jsonl.\(program)", packed), within: archive)
        }
    }

    @Test func `compressed twice is told`() throws {
        let folder = try TestFolder()
        let once = try folder.filter(Array(Self.row.utf8), through: ["gzip"])
        let path = try folder.write("x.jsonl.xz", try folder.filter(once, through: ["xz"]))
        expect(Kind([], "gzip data within xz data", ""), at: path, within: "xz")
    }

    @Test func `a tar within gzip needs one command`() throws {
        let folder = try TestFolder()
        let packed = try folder.filter(Self.tar(Self.row, isOld: false), through: ["gzip"])
        let path = try folder.write("x y.tar.gz", packed)
        do {
            _ = try load(path)
            Issue.record("no error")
        } catch {
            #expect(
                error.message.contains("take the file with the rows out of it: tar -xOf '\(path)' NAME"),
                "\(error.message)"
            )
        }
    }

    /// What only looks a little like one of these kinds is read.
    @Test(arguments: [
        "ORC,prompt,response,safety,helpfulness\n1,p,r,1,1\n", "PK,prompt,response,safety,helpfulness\n1,p,r,1,1\n",
        "GGUF,prompt,response,safety,helpfulness\n1,p,r,1,1\n", "BZh9,prompt,response,safety,helpfulness\n1,p,r,1,1\n",
        "prompt,response,safety,helpfulness\n<html>,r,1,1\n",
        "prompt,response,safety,helpfulness\n\u{1B}[1m\u{0}\u{7},r,1,1\n",
    ]) func `rows stay rows`(_ text: String) throws {
        let folder = try TestFolder()
        #expect(try load(try folder.write("x.csv", text)).columns.count == 1)
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"], [true, false])
    func `other encodings are told`(_ encoding: String, _ hasMark: Bool) throws {
        let folder = try TestFolder()
        for text in [Self.row + Self.row, "prompt,response,safety,helpfulness\n提示,回答,1,1\n"] {
            let bytes = try folder.filter(
                Array(((hasMark ? "\u{FEFF}" : "") + text).utf8),
                through: ["iconv", "-f", "UTF-8", "-t", encoding]
            )
            let path = try folder.write("x.csv", bytes)
            let error = RoundFilesError.encoding(path: path, found: encoding)
            #expect(throws: error) { try load(path) }
            #expect(error.message.contains("iconv -f \(encoding) -t UTF-8 \(path) > NEW"))
            let packed = try folder.write("x.gz", try folder.filter(bytes, through: ["gzip"]))
            #expect(throws: RoundFilesError.encoding(path: packed, found: encoding, within: "gzip")) {
                try load(packed)
            }
        }
    }
}
