import Basics
import Testing

@Suite struct ProgramFoldersTests {
    @Test func `an installed program finds its files in share, one just built in the project's folder`() {
        #expect(
            ProgramFolders.of("manual", inProject: "doc/manual", executable: "/p/.build/x/debug/redsieve") == [
                "/p/.build/x/debug/doc/manual", "/p/.build/x/debug/../share/redsieve/manual", "/p/.build/x/doc/manual",
                "/p/.build/doc/manual", "/p/doc/manual",
            ]
        )
    }

    @Test func `a program at the root has no folder above it`() {
        #expect(
            ProgramFolders.of("themes", inProject: "themes", executable: "/redsieve") == [
                "/themes", "/../share/redsieve/themes",
            ]
        )
    }
}
