# Builds polar-receiver with a static Swift runtime and puts it on a slim Debian.

FROM swift:6.3.1-bookworm AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libcurl4-openssl-dev libssl-dev libsqlite3-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Package.swift ./
COPY Sources ./Sources
COPY Tests ./Tests
COPY Benchmarks ./Benchmarks
# Bound at start, with its tables of addresses read-only from then on; the C code checks its stack.
ENV RELEASE_FLAGS="--configuration release --static-swift-stdlib -Xlinker -z -Xlinker now -Xcc -fstack-protector-strong"
# The build folder outlives the layer, so that a change of the sources builds the dependencies no second time.
RUN --mount=type=cache,target=/source/.build \
    swift build $RELEASE_FLAGS --product polar-receiver \
    && install -D --strip "$(swift build $RELEASE_FLAGS --show-bin-path)/polar-receiver" /out/polar-receiver
COPY Scripts/collect-licenses ./Scripts/
RUN --mount=type=cache,target=/source/.build Scripts/collect-licenses .build/checkouts /out/licenses

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="polar-receiver" \
    org.opencontainers.image.description="Receives, stores and delivers the webhooks of Polar" \
    org.opencontainers.image.licenses="Apache-2.0"
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libcurl4 libsqlite3-0 libssl3 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin receiver \
    && install --directory --owner=receiver --group=receiver --mode=0700 /data
COPY --from=build /out/polar-receiver /usr/local/bin/polar-receiver
COPY --from=build /out/licenses /usr/share/doc/polar-receiver/licenses
COPY LICENSE /usr/share/doc/polar-receiver/
COPY config/receiver.yaml config/polar-senders.txt /etc/polar-receiver/
USER 10001
WORKDIR /data
VOLUME /data
ENV CONFIG_FILE=/etc/polar-receiver/receiver.yaml DATABASE_URL=sqlite:/data/receiver.db LOG_FORMAT=json
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 CMD ["polar-receiver", "healthcheck"]
ENTRYPOINT ["polar-receiver"]
CMD ["serve"]
