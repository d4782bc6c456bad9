import Testing

@testable import HTTPServer

struct DescriptorReserveTests {
    @Test(arguments: [(256, 240), (1_024, 960), (1_048_576, 1_048_512)] as [(UInt64, Int32)])
    func `keeps a sixteenth of the descriptors, 64 at most`(limit: UInt64, start: Int32) {
        let reserve = DescriptorReserve(limit: limit)
        #expect(!reserve.contains(start - 1))
        #expect(reserve.contains(start))
    }

    @Test func `keeps none where there is no limit`() {
        #expect(!DescriptorReserve(limit: .max).contains(.max - 1))
    }
}
