import Foundation
import ScreenPictures
import TerminalCanvas
import Testing

@Suite struct ScreenFilmTests {
    private func frames() -> [ScreenPicture.Frame] {
        (0..<3).map { number in
            var canvas = Canvas(size: TerminalSize(columns: 40, rows: 4))
            canvas.draw("the same in all of them", x: 0, y: 0, style: .plain)
            canvas.draw("frame \(number)", x: 0, y: 1, style: .plain)
            if number > 0 { canvas.draw("late", x: 0, y: 2, style: .plain) }
            return ScreenPicture.Frame(canvas: canvas, seconds: number == 2 ? 2 : 1)
        }
    }

    @Test func `what frames share is in the film once`() throws {
        let bytes = ScreenPicture.film(frames(), title: "t")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "the same in all of them").count == 2)
        #expect(text.components(separatedBy: ">late<").count == 2)
        _ = try PictureReader(bytes)
    }

    @Test func `each frame is seen in its time, over and over`() {
        let text = String(decoding: ScreenPicture.film(frames(), title: "t"), as: UTF8.self)
        for words in [
            "0%{visibility:visible}25%{visibility:hidden}",
            "0%{visibility:hidden}25%{visibility:visible}50%{visibility:hidden}",
            "0%{visibility:hidden}50%{visibility:visible}", "0%{visibility:hidden}25%{visibility:visible}}",
            "4s step-end infinite",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
    }

    @Test func `who wants no movement sees the last frame`() throws {
        let text = String(decoding: ScreenPicture.film(frames(), title: "t"), as: UTF8.self)
        let still = try #require(text.split(separator: "@media (prefers-reduced-motion:reduce){").last)
        #expect(still.components(separatedBy: "visibility:visible").count == 3)
        #expect(still.components(separatedBy: "visibility:hidden").count == 3)
    }

    @Test func `one frame stands still, and none is an empty picture`() throws {
        let one = String(decoding: ScreenPicture.film(Array(frames().prefix(1)), title: "t"), as: UTF8.self)
        #expect(!one.contains("animation"))
        _ = try PictureReader(ScreenPicture.film([], title: "t"))
    }
}
