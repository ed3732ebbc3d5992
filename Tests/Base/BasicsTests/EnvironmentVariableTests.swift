import Basics
import Foundation
import Testing

@Suite struct EnvironmentVariableTests {
    @Test func `an empty variable is set and not filled`() {
        setenv("REDSIEVE_TEST_EMPTY", "", 1)
        setenv("REDSIEVE_TEST_FULL", "é x", 1)
        #expect(EnvironmentVariable.text("REDSIEVE_TEST_EMPTY") == "")
        #expect(EnvironmentVariable.filled("REDSIEVE_TEST_EMPTY") == nil)
        #expect(EnvironmentVariable.filled("REDSIEVE_TEST_FULL") == "é x")
        #expect(EnvironmentVariable.text("REDSIEVE_TEST_NOT_SET") == nil)
    }
}
