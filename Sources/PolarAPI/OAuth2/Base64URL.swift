import Foundation

/// Base64 for addresses, without padding (RFC 4648 §5).
package enum Base64URL {
    package static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
