extension NewPackage {
    /// `Makefile`.
    var makefile: String {
        """
        # The commands of \(name).

        .PHONY: run
        run: ## Serve for development on port 8080
        \tswift run \(name) serve --dev --config receiver.yaml

        .PHONY: send
        send: ## Send a signed sample event to the running server (TYPE=order.paid)
        \tswift run \(name) send $(TYPE)

        .PHONY: test
        test: ## Run the tests
        \tswift test

        .PHONY: image
        \(imageRule)
        """
    }

    private var imageRule: String {
        guard case .path(let path) = origin else {
            return """
                image: ## Build the container image
                \tdocker build --tag \(name) .

                """
        }
        return """
            image: context ## Build the container image
            \tdocker build --tag \(name) .

            # The image is built from a copy of polar-receiver's sources.
            POLAR_RECEIVER_PATH ?= \(path)

            .PHONY: context
            context:
            \trm -rf .polar-receiver .polar-receiver.tar
            \tmkdir .polar-receiver
            \ttar --create --file .polar-receiver.tar --directory "$(POLAR_RECEIVER_PATH)" \\
            \t\t--exclude '.build*' --exclude .git --exclude .venv --exclude '.polar-receiver*' .
            \ttar --extract --file .polar-receiver.tar --directory .polar-receiver
            \trm .polar-receiver.tar

            """
    }
}
