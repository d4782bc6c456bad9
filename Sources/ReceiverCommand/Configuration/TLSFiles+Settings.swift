import HTTPServer
import PolarReceiver

extension TLSFiles {
    /// The files that the configuration names; nil when it names none.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    static func configured(_ reader: SettingReader) throws -> TLSFiles? {
        let certificate = reader.optionalText("tls.certificate_file")
        let archive = reader.optionalText("tls.pkcs12_file")
        let password = try password(reader)
        switch (certificate, archive) {
        case (nil, nil): return nil
        case (let certificate?, nil):
            // One file can have both.
            let key = reader.optionalText("tls.key_file") ?? certificate
            reader.secretWarnings.note(SecretText.warning(aboutFile: key))
            return .pem(certificate: certificate, key: key, password: password)
        case (nil, let archive?):
            reader.secretWarnings.note(SecretText.warning(aboutFile: archive))
            return .pkcs12(archive, password: password)
        case (.some, .some):
            throw CommandFailure.configuration(
                "Both tls.certificate_file and tls.pkcs12_file are set; the certificate is in one of them, unset the other."
            )
        }
    }

    private static func password(_ reader: SettingReader) throws -> String? {
        if let file = reader.optionalText("tls.password_file") {
            // Not trimmed: a blank at the end may belong to a password.
            let text = try ConfiguredSecrets.inFile(file, reader.secretWarnings).whole
            return text.split(whereSeparator: \.isNewline).first.map(String.init)
        }
        return reader.optionalText("tls.password")
    }
}
