extension WebhookEvent {
    /// The event as JSON, written from its typed payload: every field that this version knows, and no other.
    ///
    /// An event of unknown type is written whole.
    ///
    /// - Throws: ``DecodingFailure`` when the payload could not be decoded.
    public func encoded() throws(DecodingFailure) -> [UInt8] {
        switch payload {
        case .undecodable(let failure): throw failure
        case .unknown: return rawJSON.value.encoded()
        case .customer, .billing, .organization: return encodedEnvelope()
        }
    }

    private func encodedEnvelope() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.memberIfPresent("type", type?.rawValue)
        writer.memberIfPresent("timestamp", moment)
        writer.memberIfPresent("api_version", apiVersion)
        payload.encodeMembers(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}
