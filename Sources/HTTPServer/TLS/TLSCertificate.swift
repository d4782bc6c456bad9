public import Foundation

/// A certificate and its key, read from files and not yet used.
public struct TLSCertificate: Sendable {
    let context: TLSContext

    /// Reads the files.
    ///
    /// - Throws: ``TLSError``.
    public init(_ files: TLSFiles) throws(TLSError) {
        context = try TLSContext(files)
    }

    /// From when the certificate is valid.
    public var start: Date { context.start }

    /// When the certificate ends.
    public var expiry: Date { context.expiry }
}
