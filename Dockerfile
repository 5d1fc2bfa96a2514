# Two stages: the program is built with the toolchain, and runs without it, as a user of its own.
# Has not been run where it was written; tests/it/docs/containers.rs checks what can be checked without Docker.

FROM docker.io/library/rust:1.94-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock rustfmt.toml clippy.toml ./
COPY api api
COPY domain domain
COPY entity entity
COPY migration migration
COPY tests tests
COPY web/dist web/dist
RUN cargo build --release --locked --package verbund-api --bin verbund

FROM docker.io/library/debian:bookworm-slim
# curl asks whether it is healthy; the certificates are for PostgreSQL over TLS.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/verbund --create-home --shell /usr/sbin/nologin verbund
COPY --from=build /src/target/release/verbund /usr/local/bin/verbund
COPY LICENSE THIRD_PARTY.md web/dist/graphiql/LICENSES.txt /usr/share/doc/verbund/
USER 10001
WORKDIR /var/lib/verbund
# The key, and the database where it is SQLite.
VOLUME /var/lib/verbund
ENV VERBUND_LISTEN=0.0.0.0:8080 \
    VERBUND_METRICS_LISTEN=0.0.0.0:9464 \
    VERBUND_KEY_FILE=/var/lib/verbund/verbund-key.pem \
    VERBUND_LOG_FORMAT=json
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--show-error", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["/usr/local/bin/verbund"]
CMD ["serve"]
