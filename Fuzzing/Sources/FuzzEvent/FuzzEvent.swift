import CLibFuzzer
import Foundation

/// Feeds libFuzzer's inputs to the decoder as bodies.
@main enum FuzzEvent {
    static func main() {
        var count = CommandLine.argc
        var arguments = Optional(CommandLine.unsafeArgv)
        exit(LLVMFuzzerRunDriver(&count, &arguments, testOneInput))
    }
}

/// Ends the program when the body breaks a promise, which libFuzzer reports as a crash.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do throws(BrokenInvariant) {
        try EventInvariants(Array(UnsafeBufferPointer(start: bytes, count: count))).check()
    } catch {
        fatalError("\(error)")
    }
    return 0
}
