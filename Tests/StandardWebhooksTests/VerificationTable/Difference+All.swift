@testable import StandardWebhooks

extension Difference {
    /// All differences, in the order in which a library applies its rules.
    static let all = ofHeaders + ofSignatures + ofKeys + ofIDs

    private static let ofHeaders = [
        Difference(
            """
            It decodes the body as UTF-8 before it verifies. We verify bytes, because a signed message is never lost.
            """
        ) { String(validating: $0.body, as: UTF8.self) == nil ? nil : $0 },
        Difference(
            """
            It takes a dictionary, in which the last of two headers wins. Nobody knows which one a proxy in front has \
            looked at, so we refuse both.
            """
        ) { $0.readingHeadersAsDictionary() },
        Difference(
            """
            It lowers names as Unicode does, so a Kelvin sign is a k. Names in HTTP are ASCII.
            """
        ) { $0.loweringNames() },
        Difference(
            """
            It reads the timestamp as a floating-point number, judges that, and signs its floor. Standard Webhooks wants \
            an integer, and we sign what was received.
            """
        ) { message in
            message.changing(HeaderName.timestamp) { PythonFloat.floor($0, limit: message.now + 300) ?? $0 }
        },
    ]

    private static let ofSignatures = [
        Difference(
            """
            It raises an error at the first entry it cannot read, be that only a second space or missing padding, and \
            never sees a good one behind it. We skip such an entry, as one of an unknown version.
            """,
            in: [.standardwebhooks]
        ) { $0.changing(HeaderName.signature, SignatureText.untilUnreadable) },
        Difference(
            """
            It skips foreign characters in a signature, everything behind its padding, and bits behind its last byte. \
            We read the one canonical spelling.
            """,
            in: [.standardwebhooks]
        ) { $0.changing(HeaderName.signature, SignatureText.readLoosely) },
        Difference(
            """
            It separates signatures at any white space. Standard Webhooks says a space.
            """,
            in: [.polarSDK]
        ) { $0.changing(HeaderName.signature, SignatureText.separatedByAnyWhiteSpace) },
        Difference(
            """
            It looks at any number of signatures. We stop after 16, so that a long list costs its sender only.
            """
        ) { $0.changing(HeaderName.signature, SignatureText.lastSixteen) },
    ]

    private static let ofKeys = [
        Difference(
            """
            It decodes secrets only. Polar signs with the text of an older secret.
            """,
            in: [.standardwebhooks]
        ) { message in message.changingKeys { keys in keys.filter { !message.secretBytes.contains($0.bytes) } } },
        Difference(
            """
            It skips foreign characters in a secret and so makes a key of any text.
            """,
            in: [.standardwebhooks]
        ) { message in
            message.changingKeys { $0 + message.secrets.compactMap(SecretText.looselyDecoded) }
        },
        Difference(
            """
            It takes a decoded key of any length. One of less than 16 bytes can be guessed, and comes from a text that \
            only looks like base64.
            """
        ) { message in
            message.changingKeys { $0 + message.secrets.compactMap(SecretText.shortDecoded) }
        },
    ]

    /// Last, because the signatures are made anew with the keys that the library has.
    private static let ofIDs = [
        Difference(
            """
            It takes any id. Standard Webhooks forbids the dot, with which the signed bytes can be read in several ways, \
            and ids have to be readable texts.
            """
        ) { try? $0.takingAnyID() }
    ]
}
