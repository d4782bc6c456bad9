import Glibc
import Testing

@testable import HTTPServer

struct ConnectionCountTests {
    @Test func `refuses more than the limit until one closes`() {
        let count = ConnectionCount(limit: 2, reserve: DescriptorReserve(limit: 1_024))
        #expect(count.open() == nil)
        #expect(count.open() == nil)
        #expect(count.open() == .connectionLimit)
        count.close()
        #expect(count.open() == nil)
        #expect(count.open() == .connectionLimit)
    }

    @Test func `allows no more than there are while one of them is in the reserve`() {
        let count = ConnectionCount(limit: 100, reserve: DescriptorReserve(limit: 1_024))
        for descriptor: Int32 in [958, 959, 960] {
            #expect(count.open() == nil)
            count.note(descriptor)
        }
        #expect(count.open() == .system(errno: EMFILE))
        count.close(958)
        #expect(count.open() == nil)
        count.note(958)
        #expect(count.open() == .system(errno: EMFILE))
        count.close(960)
        for descriptor: Int32 in 960..<980 {
            guard count.open() == nil else { break }
            count.note(descriptor)
        }
        #expect(count.open() == .system(errno: EMFILE))
        for descriptor: Int32 in [958, 959, 960] { count.close(descriptor) }
        for _ in 0..<100 { #expect(count.open() == nil) }
        #expect(count.open() == .connectionLimit)
    }
}
