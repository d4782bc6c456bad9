import CLibFuzzer
import Foundation

/// A program that libFuzzer feeds with inputs.
package protocol FuzzTarget {
    /// Throws when the input breaks a promise.
    static func check(_ input: [UInt8]) throws
}

extension FuzzTarget {
    /// Hands the program over to libFuzzer.
    package static func main() {
        checkInput = check
        var count = CommandLine.argc
        var arguments = Optional(CommandLine.unsafeArgv)
        exit(LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
    }
}

// Written once, before libFuzzer starts; a C function has no other way to its target.
nonisolated(unsafe) private var checkInput: ([UInt8]) throws -> Void = { _ in }

/// Ends the program when the input breaks a promise, which libFuzzer reports as a crash.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try checkInput(Array(UnsafeBufferPointer(start: bytes, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}
