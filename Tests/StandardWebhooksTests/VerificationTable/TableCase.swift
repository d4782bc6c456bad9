/// One line of verification-table.jsonl, which Scripts/make-verification-table.py describes.
struct TableCase: Decodable, CustomStringConvertible {
    let category: String
    let name: String
    let secrets: [String]
    let headers: [[String]]
    let text: String?
    let base64: String?
    let now: Int64
    let standardwebhooks: String
    let polarSdk: String

    var description: String {
        "\(category): \(name), secrets \(secrets)"
    }

    func accepts(_ library: Library) -> Bool {
        switch library {
        case .standardwebhooks: standardwebhooks == "accepted"
        case .polarSDK: polarSdk == "accepted"
        }
    }
}

/// The two libraries of the table.
enum Library: CaseIterable {
    case standardwebhooks, polarSDK
}
