import CCurl
import Glibc

/// One exchange and the easy handle of curl that makes it.
final class Transfer: @unchecked Sendable {
    // @unchecked: only the engine's queue touches what is not constant.

    enum Kind {
        case whole, stream, certificate
    }

    /// The bytes of a stream that wait for their reader before curl reads no more.
    private static let streamLimit = 256 << 10

    let request: ClientRequest
    let kind: Kind

    /// The host for errors.
    private(set) var host = ""
    private(set) var response = ClientResponse()
    private(set) var certificate: CertificateDates?

    /// Called once, with nil for a success; for a stream when the head is there.
    private var completion: ((ClientError?) -> Void)?

    /// The result, once the transfer has ended.
    private(set) var outcome: Result<Void, ClientError>?
    private var reader: ((Result<[UInt8]?, ClientError>) -> Void)?

    private(set) var easy: UnsafeMutableRawPointer?
    private var target: UnsafeMutablePointer<Target>?
    private var fields: UnsafeMutablePointer<curl_slist>?
    private let hasBegunLookUp = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

    /// Why a callback ended the transfer.
    private var fault: ClientError?
    private var isPaused = false

    private var deadline: ContinuousClock.Instant?
    private var lastBytes: ContinuousClock.Instant

    init(_ request: ClientRequest, _ kind: Kind) {
        self.request = request
        self.kind = kind
        lastBytes = .now
        deadline = lastBytes + request.timeout
        hasBegunLookUp.initialize(to: false)
    }

    deinit {
        close()
        hasBegunLookUp.deallocate()
    }

    // MARK: Life

    /// Makes the easy handle.
    func open(_ configuration: Client.Configuration) throws(ClientError) -> UnsafeMutableRawPointer {
        try request.checkFields()
        let target = UnsafeMutablePointer<Target>.allocate(capacity: 1)
        do throws(ClientError) { target.initialize(to: try Target(request.url)) } catch {
            target.deallocate()
            throw error
        }
        self.target = target
        host = target.pointee.host
        guard let easy = curl_easy_init() else { throw .system(errno: ENOMEM) }
        self.easy = easy
        try EasyOptions(easy: easy, request: request, configuration: configuration).set(for: target.pointee)
        fields = Self.list(of: request)
        ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, fields)
        ccurl_set_pointer(easy, CURLOPT_PRIVATE, Unmanaged.passUnretained(self).toOpaque())
        ccurl_note_look_ups(easy, hasBegunLookUp)
        ccurl_set_receivers(easy, Self.readHead, Self.readBody, Unmanaged.passUnretained(self).toOpaque())
        if kind == .certificate {
            ccurl_set_long(easy, CURLOPT_CONNECT_ONLY, 1)
            ccurl_set_long(easy, CURLOPT_CERTINFO, 1)
        }
        return easy
    }

    /// Frees the easy handle, which must not be in a multi handle.
    func close() {
        if let easy { curl_easy_cleanup(easy) }
        easy = nil
        curl_slist_free_all(fields)
        fields = nil
        if let target {
            target.deinitialize(count: 1)
            target.deallocate()
        }
        target = nil
    }

    /// Sets the function that is told the end, and calls it at once when the transfer has failed already.
    func wait(_ completion: @escaping (ClientError?) -> Void) {
        if case .failure(let error) = outcome { completion(error) } else { self.completion = completion }
    }

    /// Notes the end and tells it to the completion and the reader; a second end has no effect.
    func end(_ error: ClientError?) {
        guard outcome == nil else { return }
        outcome = error.map(Result.failure) ?? .success(())
        completion.take()?(error)
        if let reader = reader.take() { answer(reader) }
    }

    /// Translates the result of curl; nil for a success.
    func verdict(_ code: CURLcode) -> ClientError? {
        guard let easy else { return .cancelled }
        if kind == .certificate { certificate = CertificateDates(ccurl_get_certificate(easy)) }
        if let fault { return fault }
        guard code == CURLE_OK || response.isCut else { return ClientError(code, easy, self) }
        // An end in the middle of the head is a success to curl.
        return response.hasHead || kind == .certificate ? nil : .closed(wasReset: false)
    }

    // MARK: Time

    /// When the transfer times out, unless more bytes come before.
    var expiry: ContinuousClock.Instant? {
        guard let idleTimeout = request.idleTimeout, !isPaused, outcome == nil else { return deadline }
        let end = lastBytes + idleTimeout
        return deadline.map { min($0, end) } ?? end
    }

    var isConnected: Bool { easy.map { ccurl_get_time($0, CURLINFO_PRETRANSFER_TIME_T) > 0 } ?? false }

    var phase: ClientError.Phase {
        guard isConnected, let easy else {
            guard let easy, ccurl_get_time(easy, CURLINFO_NAMELOOKUP_TIME_T) > 0 else {
                return .connecting(hasBegunLookUp.pointee ? .begun : .notBegun)
            }
            return .connecting(.done)
        }
        return response.hasHead || ccurl_get_time(easy, CURLINFO_STARTTRANSFER_TIME_T) > 0 ? .receiving : .waiting
    }

    // MARK: Bytes

    /// Gives the bytes of a stream that are there, or the next ones.
    func read(_ reader: @escaping (Result<[UInt8]?, ClientError>) -> Void) {
        self.reader.take()?(.failure(.cancelled))
        if response.body.isEmpty, outcome == nil { self.reader = reader } else { answer(reader) }
    }

    private func answer(_ reader: (Result<[UInt8]?, ClientError>) -> Void) {
        guard response.body.isEmpty else {
            let bytes = response.body
            response.body = []
            return reader(.success(bytes))
        }
        reader(outcome.map { $0.map { nil } } ?? .success(nil))
    }

    /// Notes that the reader has caught up; returns whether curl waits for that.
    func resume() -> Bool {
        guard isPaused, response.body.isEmpty, outcome == nil else { return false }
        isPaused = false
        lastBytes = .now
        return true
    }

    private func readHead(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let easy else { return false }
        lastBytes = .now
        let hadHead = response.hasHead
        guard response.read(line: bytes, status: ccurl_get_long(easy, CURLINFO_RESPONSE_CODE)) else {
            fault = .headTooLarge
            return false
        }
        if kind == .stream, response.hasHead, !hadHead {
            if (200..<300).contains(response.status) { deadline = nil }
            completion.take()?(nil)
        }
        return true
    }

    private func readBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        lastBytes = .now
        guard kind == .stream else { return collect(bytes) }
        guard response.body.count < Self.streamLimit else {
            isPaused = true
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        response.body += bytes
        if let reader = reader.take() { answer(reader) }
        return bytes.count
    }

    private func collect(_ bytes: UnsafeRawBufferPointer) -> Int {
        let room = request.bodyLimit - response.body.count
        response.body += bytes.prefix(max(0, room))
        guard bytes.count > room else { return bytes.count }
        // Returning less than there is ends the transfer and closes its connection.
        if request.cutsLongBody { response.isCut = true } else { fault = .bodyTooLarge(limit: request.bodyLimit) }
        return 0
    }

    private static let readHead: ccurl_bytes_function = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return transfer.readHead(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }

    private static let readBody: ccurl_bytes_function = { bytes, size, count, context in
        guard let context else { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return transfer.readBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    /// The header fields as curl takes them; the last ones keep it from adding its own.
    private static func list(of request: ClientRequest) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        var lines = request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for name in ["accept", "content-type"] where !request.headers.contains(where: { $0.name.lowercased() == name })
        {
            lines.append("\(name):")
        }
        for line in lines + ["expect:"] { list = curl_slist_append(list, line) ?? list }
        return list
    }
}
