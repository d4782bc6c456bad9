import Foundation
import PolarReconciliation
import PolarSimulator
import Synchronization

/// The table of faults.
enum Faults {
    static let all: [DoctorTests.Fault] = token + match + endpoint + secret + address + answer + certificate + machine

    private static let token = [
        DoctorTests.Fault("token_refused", remedy: "polar.environment") {
            $0.polar.polar.revoke($0.polar.polar.accessToken)
        },
        DoctorTests.Fault("token_without_webhooks", remedy: "webhooks:read") { bench in
            bench.token = bench.polar.polar.addAccessToken(scopes: ["customers:read"])
        },
        DoctorTests.Fault("token_without_customers", .warning, remedy: "customers:read") { bench in
            bench.token = bench.polar.polar.addAccessToken(scopes: ["webhooks:read"])
        },
        DoctorTests.Fault("api_unreachable", remedy: "polar.api_url") { $0.apiURL = "http://127.0.0.1:1" },
        DoctorTests.Fault("api_rate_limited", .warning, remedy: "in a minute") { $0.polar.polar.fail(429) },
        DoctorTests.Fault("api_error", remedy: "status page") { $0.polar.polar.fail(500) },
    ]

    private static let match = [
        DoctorTests.Fault("no_endpoint", remedy: "endpoints create --url") { bench in
            bench.local = LocalEndpoint(name: "polar", path: "/elsewhere")
        },
        DoctorTests.Fault("no_endpoint", remedy: "endpoints.polar.polar_id") { bench in
            bench.local = LocalEndpoint(name: "polar", path: PolarBench.path, polarID: "none")
        },
        DoctorTests.Fault("several_endpoints", remedy: "endpoints.polar.polar_id") { bench in
            bench.polar.polar.addEndpoint(url: "https://old.example\(PolarBench.path)")
        },
        DoctorTests.Fault("twin_endpoint", remedy: "endpoints delete") { $0.addTwin() },
        DoctorTests.Fault("twin_endpoint", .note, remedy: "endpoints delete") { bench in
            bench.addTwin()
            bench.comparesBodies = true
        },
    ]

    private static let endpoint = [
        DoctorTests.Fault("endpoint_disabled", remedy: "reconcile --enable") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, isEnabled: false)
        },
        DoctorTests.Fault("wrong_format", remedy: "--format raw") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, format: "discord")
        },
        DoctorTests.Fault("events_not_sent", .warning, remedy: "--handled-events") { bench in
            bench.wanted.insert("moon.risen")
        },
        DoctorTests.Fault("events_not_handled", .note, remedy: "--handled-events") { $0.wanted.remove("order.paid") },
        DoctorTests.Fault("version_deprecated", .warning, remedy: "--api-version") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, apiVersion: "2026-04")
        },
        DoctorTests.Fault("version_too_new", .warning, remedy: "newer receiver") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, apiVersion: "2031-01")
        },
        DoctorTests.Fault("old_signature_rule", .note, remedy: "rotate-secret") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, isEnabled: false)
            let old = bench.polar.polar.addEndpoint(url: bench.polar.endpoint.url, secret: "a secret that was typed")
            bench.local = LocalEndpoint(name: "polar", path: PolarBench.path, polarID: old.id)
            bench.secrets = [old.secret]
        },
    ]

    private static let secret = [
        DoctorTests.Fault("no_secret", remedy: "endpoints.polar.secret_file") { $0.secrets = [] },
        DoctorTests.Fault("wrong_secret", remedy: "rotate-secret --resume") {
            $0.secrets = ["another secret of a shop"]
        },
        DoctorTests.Fault("old_secrets", .note, remedy: "--remove-old") {
            $0.secrets.append("another secret of a shop")
        },
        DoctorTests.Fault("old_secrets", .note, remedy: "--remove-old") {
            $0.secrets.insert("another secret of a shop", at: 0)
        },
    ]

    private static let address = [
        DoctorTests.Fault("url_without_tls", remedy: "endpoints update") { try $0.setURL("http://shop.example") },
        DoctorTests.Fault("url_not_public", remedy: "endpoints update") { try $0.setURL("https://192.168.1.8:8443") },
        DoctorTests.Fault("name_unknown", remedy: "DNS") { try $0.setURL("https://nowhere.invalid") },
        DoctorTests.Fault("connection_refused", remedy: "firewall") { try $0.setURL("http://127.0.0.1:1") },
        DoctorTests.Fault("connection_refused", remedy: "firewall") { bench in
            let url = "http://127.0.0.1:1\(PolarBench.path)?\(DoctorBench.query)"
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, url: url)
        },
        DoctorTests.Fault("address_silent", remedy: "firewall") { bench in
            try bench.setURL(bench.answering(nil))
            bench.prober = HTTPProber(timeout: .seconds(3))
        },
        DoctorTests.Fault("address_slow", .warning, remedy: "name servers") { bench in
            let clock = Mutex(ContinuousClock.now)
            bench.prober = HTTPProber(now: {
                clock.withLock { moment in
                    moment += .seconds(3)
                    return moment
                }
            })
        },
    ]

    private static let answer = [
        DoctorTests.Fault("address_redirects", remedy: "--url") { try $0.setURL($0.answering(301)) },
        DoctorTests.Fault("path_unknown", remedy: "endpoints.polar.path") { try $0.setURL($0.answering(404)) },
        DoctorTests.Fault("method_refused", remedy: "POST") { try $0.setURL($0.answering(405)) },
        DoctorTests.Fault("body_refused", remedy: "client_max_body_size") { try $0.setURL($0.answering(413)) },
        DoctorTests.Fault("proxy_without_receiver", remedy: "polar-receiver serve") {
            try $0.setURL($0.answering(502))
        },
        DoctorTests.Fault("cannot_store", remedy: "disk") { try $0.setURL($0.answering(503)) },
        DoctorTests.Fault("other_server", remedy: "proxy") { try $0.setURL($0.answering(403)) },
        DoctorTests.Fault("other_server", remedy: "answers none itself") { try $0.setURL($0.answering(202)) },
    ]

    private static let certificate = [
        DoctorTests.Fault("tls_failed", remedy: "TLS 1.2") { bench in
            // A server that speaks no TLS at all.
            try bench.setURL(bench.answering(200).replacing("http:", with: "https:"))
        },
        DoctorTests.Fault("certificate_expired", remedy: "Renew") { bench in
            try bench.serve(try await TestCertificate(days: -90 ... -1))
        },
        DoctorTests.Fault("certificate_not_yet", remedy: "clock") { bench in
            try bench.serve(try await TestCertificate(days: 2...90))
        },
        DoctorTests.Fault("certificate_ends_soon", .warning, remedy: "Renew") { bench in
            try bench.serve(try await TestCertificate(days: -84...6))
        },
        DoctorTests.Fault("certificate_wrong_name", remedy: "the name in the URL") { bench in
            try bench.serve(try await TestCertificate(name: "shop.example"))
        },
        DoctorTests.Fault("certificate_not_trusted", remedy: "whole chain") { bench in
            try bench.serve(try await TestCertificate(), isTrusted: false)
        },
    ]

    private static let machine = [
        DoctorTests.Fault("clock_skew", remedy: "NTP") { $0.clock.shift = 200 },
        DoctorTests.Fault("clock_skew", .warning, remedy: "NTP") { $0.clock.shift = 60 },
        DoctorTests.Fault("receiver_down", remedy: "polar-receiver serve") { $0.localURL = "http://127.0.0.1:1" },
        DoctorTests.Fault("receiver_not_ready", remedy: "/readyz") { $0.localURL = try $0.answering(503) },
    ]
}

extension DoctorBench {
    /// Another endpoint that sends the same to the same address.
    fileprivate mutating func addTwin() {
        local = LocalEndpoint(name: "polar", path: PolarBench.path, polarID: polar.endpoint.id)
        polar.polar.addEndpoint(url: polar.endpoint.url + "/")
    }
}
