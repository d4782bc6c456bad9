extension NewPackage {
    /// `.dockerignore`: an image is built from these and nothing else.
    var dockerIgnore: String {
        """
        *
        !Package.swift
        !Package.resolved
        !Sources
        !Tests
        !receiver.yaml
        \(origin.isPath ? "!.polar-receiver\n" : "")
        """
    }

    /// `.gitignore`: a program's repository keeps `Package.resolved`.
    var gitIgnore: String {
        """
        .build/
        \(origin.isPath ? ".polar-receiver*\n" : "")/data/

        """
    }
}
