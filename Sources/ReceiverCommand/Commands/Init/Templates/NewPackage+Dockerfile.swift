extension NewPackage {
    /// `Dockerfile`.
    var dockerfile: String {
        """
        # Builds \(name) with a static Swift runtime and puts it on a slim Debian.

        FROM swift:6.3.1-bookworm AS build
        RUN apt-get update \\
            && apt-get install --yes --no-install-recommends libcurl4-openssl-dev libssl-dev libsqlite3-dev pkg-config \\
            && rm -rf /var/lib/apt/lists/*
        WORKDIR /source
        COPY . .
        \(origin.isPath ? "ENV POLAR_RECEIVER_PATH=/source/.polar-receiver\n" : "")# Bound at start, with its tables of addresses read-only from then on; the C code checks its stack.
        ENV RELEASE_FLAGS="--configuration release --static-swift-stdlib -Xlinker -z -Xlinker now -Xcc -fstack-protector-strong"
        # The build folder outlives the layer, so that a change of the sources builds the dependencies no second time.
        RUN --mount=type=cache,target=/source/.build \\
            swift build $RELEASE_FLAGS --product \(name) \\
            && install -D --strip "$(swift build $RELEASE_FLAGS --show-bin-path)/\(name)" /out/\(name)

        FROM debian:bookworm-slim
        RUN apt-get update \\
            && apt-get install --yes --no-install-recommends ca-certificates libcurl4 libsqlite3-0 libssl3 \\
            && rm -rf /var/lib/apt/lists/* \\
            && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin receiver \\
            && install --directory --owner=receiver --group=receiver --mode=0700 /data
        COPY --from=build /out/\(name) /usr/local/bin/\(name)
        COPY receiver.yaml /etc/polar-receiver/receiver.yaml
        USER 10001
        WORKDIR /data
        VOLUME /data
        ENV CONFIG_FILE=/etc/polar-receiver/receiver.yaml DATABASE_URL=sqlite:/data/receiver.db LOG_FORMAT=json
        EXPOSE 8080
        STOPSIGNAL SIGTERM
        HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 CMD ["\(name)", "healthcheck"]
        ENTRYPOINT ["\(name)"]
        CMD ["serve"]

        """
    }
}
