import COpenSSL
import Foundation
import HTTPServer
import Testing

/// The server with TLS, and clients of OpenSSL.
@Suite(.timeLimit(.minutes(6)))
struct TLSTests {
    private let certificates: TestCertificates
    private let trusted: TLSOffer

    init() throws {
        certificates = try TestCertificates.shared.get()
        trusted = TLSOffer(root: certificates.path("first.pem"))
    }

    private var credentials: TLSCredentials {
        get throws {
            try TLSCredentials(.pem(certificate: certificates.path("first.pem"), key: certificates.path("first.key")))
        }
    }

    // MARK: Exchanges

    @Test(arguments: [(TLS1_2_VERSION, "TLSv1.2"), (TLS1_3_VERSION, "TLSv1.3")])
    func `answers requests over both versions`(version: Int32, name: String) async throws {
        try await withServer(tls: credentials) { running in
            var offer = trusted
            offer.versions = version...version
            let client = try running.connect(tls: offer)
            #expect(client.tls?.version == name)
            for number in 1...3 {
                let answer = try client.exchange(Request.post("/echo", "body \(number)"))
                #expect(answer.body == "body \(number)")
            }
        }
    }

    @Test func `answers requests that arrive in pieces and together`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect(tls: trusted)
            try client.sendSingly(Request.post("/echo", "slow"))
            #expect(try client.receiveAnswer().body == "slow")
            try client.send(Request.post("/echo", "a") + Request.post("/echo", "b"))
            #expect(try client.receiveAnswer().body == "a")
            #expect(try client.receiveAnswer().body == "b")
        }
    }

    @Test func `takes and gives bodies of megabytes, also to a slow reader`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect(tls: trusted, receiveBuffer: 4_096)
            let body = String(repeating: "0123456789abcdef", count: 200_000)
            #expect(try client.exchange(Request.post("/echo", body)).body == body)
            #expect(try client.exchange(Request.get("/large")).body.utf8.count == TestResponder.largeBody.count)
        }
    }

    @Test func `answers later`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect(tls: trusted)
            try client.send(Request.get("/later"))
            try await running.responder.nextExchange().reply(.echo("now"))
            #expect(try client.receiveAnswer().body == "now")
        }
    }

    @Test func `says that it ends`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect(tls: trusted)
            #expect(try client.exchange(Request.get("/echo", fields: "Connection: close\r\n")).closes)
            #expect(try client.isAtEnd())
        }
    }

    @Test(arguments: [(TLS1_2_VERSION, false), (TLS1_3_VERSION, true)])
    func `resumes sessions where that makes new keys`(version: Int32, isResumed: Bool) async throws {
        try await withServer(tls: credentials) { running in
            var offer = trusted
            offer.versions = version...version
            let first = try running.connect(tls: offer)
            _ = try first.exchange(Request.get("/echo"))
            #expect(first.tls?.isResumed == false)
            #expect(first.tls?.hasTicket == isResumed)
            offer.session = first.tls?.ticket
            let second = try running.connect(tls: offer)
            #expect(try second.exchange(Request.post("/echo", "again")).body == "again")
            #expect(second.tls?.isResumed == isResumed)
        }
    }

    // MARK: Refusals

    @Test(arguments: ["AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA"])
    func `refuses ciphers without forward secrecy or authentication of their text`(cipher: String) async throws {
        try await withServer(tls: credentials) { running in
            var offer = trusted
            offer.versions = TLS1_2_VERSION...TLS1_2_VERSION
            offer.ciphers = cipher
            #expect(throws: TLSClientSession.Failure.self) { try running.connect(tls: offer) }
            try await eventually { running.handshakeFailures("refused") == 1 && !running.log.lines.isEmpty }
            #expect(running.log.lines.first?.metadata["error.message"] == "no shared cipher")
        }
    }

    @Test func `refuses versions before 1.2`() async throws {
        try await withServer(tls: credentials) { running in
            var offer = trusted
            offer.versions = TLS1_VERSION...TLS1_1_VERSION
            offer.ciphers = "ALL:@SECLEVEL=0"
            #expect(throws: TLSClientSession.Failure.self) { try running.connect(tls: offer) }
            try await eventually { running.handshakeFailures("refused") == 1 && !running.log.lines.isEmpty }
            #expect(running.log.lines.first?.metadata["error.message"] == "unsupported protocol")
        }
    }

    @Test func `says in the log that a client speaks HTTP without TLS`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect()
            try client.send(Request.get("/echo"))
            _ = client.receiveAll()
            try await eventually { running.handshakeFailures("plain_http") == 1 && !running.log.lines.isEmpty }
            let line = try #require(running.log.lines.first)
            #expect(line.message == "Refused a TLS handshake")
            #expect(line.metadata["error.message"]?.contains("https://") == true)
            #expect(running.responder.requests.isEmpty)
        }
    }

    @Test func `says in the log that a client speaks TLS where the server does not`() async throws {
        try await withServer { running in
            #expect(throws: TLSClientSession.Failure.self) { try running.connect(tls: TLSOffer()) }
            try await eventually { running.refusalCount("unexpected_tls") == 1 && !running.log.lines.isEmpty }
            #expect(running.log.lines.first?.metadata["error.message"]?.contains("http://") == true)
        }
    }

    @Test func `counts clients that leave, without a line for each`() async throws {
        try await withServer(tls: credentials) { running in
            for _ in 1...3 { _ = try running.connect() }
            try await eventually { running.handshakeFailures("ended") == 3 }
            #expect(running.log.lines.isEmpty)
        }
    }

    @Test(arguments: ["", "\u{16}\u{3}\u{1}\u{2}"])
    func `gives a handshake less time than a head`(beginning: String) async throws {
        try await withServer(.local(handshakeTimeout: .milliseconds(50)), tls: credentials) { running in
            let client = try running.connect()
            try client.send(beginning)
            _ = client.receiveAll()
            try await eventually { try running.connectionCount == 0 && running.handshakeFailures("timeout") == 1 }
            #expect(running.log.lines.isEmpty)
        }
    }

    @Test func `gives the first head its whole time after a quick handshake`() async throws {
        let configuration = ServerConfiguration.local(handshakeTimeout: .seconds(1), headTimeout: .seconds(3))
        try await withServer(configuration, tls: credentials) { running in
            let client = try running.connect(tls: trusted)
            try client.send("GET /echo")
            // The time for the head ends, and not that for the handshake: then there would be no answer.
            #expect(try client.receiveAnswer().status == 408)
            #expect(running.handshakeFailures("timeout") == 0)
        }
    }

    // MARK: Floods

    @Test func `ends a connection that sends more than 32 messages of type KeyUpdate in a row`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect(tls: trusted)
            #expect(try client.exchange(Request.get("/echo")).status == 200)
            for _ in 1...3 {
                try client.tls?.updateKeys(count: 32)
                #expect(try client.exchange(Request.get("/echo")).status == 200)
            }
            try client.tls?.updateKeys(count: 33)
            #expect(try client.receiveAnswer().body == #"{"error":"tls_record_flood"}"#)
            #expect(try client.isAtEnd())
            #expect(running.refusalCount("tls_record_flood") == 1)
            #expect(running.log.lines.map { $0.metadata["error.type"] } == ["tls_record_flood"])
        }
    }

    @Test func `ends a handshake that comes in more than 32 records`() async throws {
        try await withServer(tls: credentials) { running in
            let client = try running.connect()
            // The beginning of a ClientHello of 512 bytes, one byte in each record.
            let hello: [UInt8] = [1, 0, 2, 0] + [UInt8](repeating: 3, count: 60)
            try client.send(hello.flatMap { [0x16, 3, 1, 0, 1, $0] })
            _ = client.receiveAll()
            try await eventually { running.refusalCount("tls_record_flood") == 1 }
            #expect(try running.connect(tls: trusted).exchange(Request.get("/echo")).status == 200)
        }
    }

    // MARK: Credentials

    @Test func `reads them again without dropping a connection`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = ["pem", "key"].map { folder.appending(path: "current.\($0)") }
        func install(_ name: String) throws {
            for path in paths {
                let new = certificates.path("\(name).\(path.pathExtension)")
                try Data(contentsOf: URL(filePath: new)).write(to: path, options: .atomic)
            }
        }
        try install("first")
        let files = TLSFiles.pem(certificate: paths[0].path, key: paths[1].path)
        let credentials = try TLSCredentials(files)
        try await withServer(.local(loopCount: 2), tls: credentials) { running in
            let old = try running.connect(tls: trusted)
            #expect(old.tls?.peer == "/CN=first")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        for _ in 0..<10 {
                            let client = try running.connect(tls: TLSOffer())
                            #expect(try client.exchange(Request.post("/echo", "\(number)")).body == "\(number)")
                        }
                    }
                }
                for name in ["second", "first", "second"] {
                    try install(name)
                    credentials.use(try TLSCertificate(files))
                }
                try await group.waitForAll()
            }
            #expect(try running.connect(tls: TLSOffer()).tls?.peer == "/CN=second")
            #expect(try old.exchange(Request.post("/echo", "still")).body == "still")

            try Data("no certificate".utf8).write(to: paths[0])
            #expect(throws: TLSError.self) { try TLSCertificate(files) }
            #expect(try running.connect(tls: TLSOffer()).tls?.peer == "/CN=second")
        }
    }

    @Test func `does not let a certificate that is not valid replace one that is`() throws {
        func certificate(_ name: String) throws -> TLSCertificate {
            try TLSCertificate(
                .pem(certificate: certificates.path("\(name).pem"), key: certificates.path("\(name).key"))
            )
        }
        let credentials = try credentials
        let (ended, second) = (try certificate("ended"), try certificate("second"))
        let error = #expect(throws: TLSError.self) { try credentials.check(ended) }
        #expect(error?.description.contains("ended.pem is valid from") == true)
        try credentials.check(second)
        // One that is valid later is refused as one that was.
        let yesterday = Date(timeIntervalSinceNow: -86_400)
        try credentials.check(second, now: yesterday)
        credentials.use(ended)
        #expect(throws: TLSError.self) {
            credentials.use(second)
            try credentials.check(ended)
        }
        credentials.use(ended)
        try credentials.check(ended)
    }

    @Test func `reads keys with a password, and PKCS#12`() async throws {
        let files: [TLSFiles] = [
            .pem(
                certificate: certificates.path("first.pem"),
                key: certificates.path("locked.key"),
                password: "open-sesame"
            ), .pkcs12(certificates.path("first.p12"), password: "open-sesame"),
        ]
        for files in files {
            try await withServer(tls: TLSCredentials(files)) { running throws in
                #expect(try running.connect(tls: trusted).exchange(Request.post("/echo", "x")).body == "x")
            }
        }
        let days = try credentials.expiry.timeIntervalSinceNow / 86_400
        #expect((29...31).contains(days))
    }

    @Test func `says what is wrong with a file, and never the password`() throws {
        let pem = certificates.path("first.pem")
        let key = certificates.path("first.key")
        let password = "wrong-sesame"
        let cases: [(files: TLSFiles, words: [String])] = [
            (.pem(certificate: "/nowhere.pem", key: key), ["/nowhere.pem", "No such file"]),
            (.pem(certificate: key, key: key), [key, "no usable certificate"]),
            (.pem(certificate: pem, key: pem), [pem, "no usable private key"]),
            (.pem(certificate: pem, key: certificates.path("second.key")), [pem, "second.key", "belong together"]),
            (.pem(certificate: pem, key: certificates.path("locked.key"), password: password), ["locked.key"]),
            (.pem(certificate: pem, key: certificates.path("locked.key")), ["locked.key", "password"]),
            (.pkcs12(certificates.path("first.p12"), password: password), ["first.p12", "PKCS#12"]),
            (.pkcs12(pem), [pem, "PKCS#12"]),
        ]
        for (files, words) in cases {
            let error = #expect(throws: TLSError.self) { try TLSCredentials(files) }
            for word in words {
                #expect(error?.description.contains(word) == true, "\(word) in \(error.debugDescription)")
            }
            #expect(error?.description.contains(password) == false)
            #expect(error?.description.last == ".")
            #expect(!String(reflecting: files).contains(password))
        }
    }
}
