# One image for all: docker build -t outlay .
#   docker run outlay service enrich --bootstrap=HOST:PORT     a service: ingest, enrich, aggregate, dashboard
#   docker run outlay topics --check --bootstrap HOST:PORT     any command of the command line
# It runs without root and with a read-only root file system (--read-only --tmpfs /tmp -v VOLUME:/var/lib/outlay).
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Dmaven.test.skip=true package \
 && deploy/image/assemble /opt/outlay

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Outlay" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --home-dir /var/lib/outlay --create-home outlay
COPY --from=build /opt/outlay /opt/outlay
USER 10001
WORKDIR /var/lib/outlay
VOLUME /var/lib/outlay
# Half of the container's memory is heap: RocksDB, Kafka's buffers and code share the rest. Two arenas keep malloc from hoarding.
ENV PATH=/opt/outlay/bin:/opt/outlay/jre/bin:$PATH \
    OUTLAY_JVM="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    JAVA_OPTS="" \
    MALLOC_ARENA_MAX=2
# Health (and whatever else tells of a process) on 8081, the page on 8080, pushed articles on 8082.
EXPOSE 8080 8081 8082
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthy", "live"]
ENTRYPOINT ["outlay"]
CMD ["--help"]
