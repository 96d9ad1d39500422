# One image per service: docker build --build-arg SERVICE=enrich -t outlay-enrich .
# SERVICE is a module's name: ingest, enrich, aggregate; or local, whose jar is the command line.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
ARG SERVICE
RUN mvn -q -B -DskipTests -pl "$SERVICE" -am package

FROM eclipse-temurin:17-jre
ARG SERVICE
COPY --from=build /src/${SERVICE}/target/lib /opt/outlay/lib
COPY --from=build /src/${SERVICE}/target/outlay-${SERVICE}.jar /opt/outlay/outlay.jar
RUN useradd --system --uid 10001 outlay && mkdir -p /var/lib/outlay && chown outlay /var/lib/outlay
USER outlay
WORKDIR /var/lib/outlay
VOLUME /var/lib/outlay
# A service needs 256 MB of heap; RocksDB's blocks and Kafka's buffers come on top.
ENV JAVA_OPTS="-Xmx256m -XX:+UseSerialGC" OUTLAY_STATE_DIR=/var/lib/outlay
EXPOSE 8081
# exec: signals reach the JVM, which then closes in order.
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /opt/outlay/outlay.jar \"$@\"", "outlay"]
