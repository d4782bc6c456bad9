extension NewPackage {
    /// `README.md`.
    var readme: String {
        """
        # \(name)

        A receiver for Polar's webhooks, built on polar-receiver. `Sources/Handlers` holds what it does:
        `Fulfilment` has paid orders shipped. Put your own warehouse in the place of `NoWarehouse`.

        ## Run and test

        With Swift 6.3, on Debian or Ubuntu also
        `apt-get install libcurl4-openssl-dev libssl-dev libsqlite3-dev pkg-config make`:

        ```sh
        make test    # the handlers, in a receiver whose clock the tests move
        make run     # serves on port 8080 with a secret made for trials
        make send    # in a second terminal: a signed order.paid; TYPE=order.refunded for another one
        ```

        ## Deploy

        `make image` builds the image `\(name)`. It runs without root and keeps everything in the volume `/data`:

        ```sh
        docker run --publish 8080:8080 --volume \(name)-data:/data --volume ./secret:/run/secrets/polar:ro \\
            --env POLAR_WEBHOOK_SECRET_FILE=/run/secrets/polar \(name)
        ```

        `secret` is a file with the secret of your endpoint in Polar, readable by user 10001. Give the endpoint the format
        **Raw** and the address `https://your-host/webhooks/polar`; a reverse proxy ends TLS.

        `\(name) events list --state dead` shows what failed for good, `\(name) --help` the other commands.

        """
    }
}
