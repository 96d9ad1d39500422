package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** A whole process with secrets in all places, that fails in one way or another: nothing that it prints holds one of them. */
class NoSecretIsToldTest {
    private static final String SECRET = "s3cret";
    private static final Setting<Optional<String>> TOKEN =
            Setting.text("push.token", null, "a token").masked().optional();

    private static final List<String> SECRETS = List.of(
            "--push.token=" + SECRET + "-token",
            "--http.tls.password=" + SECRET + "-tls",
            "--kafka.security.protocol=SASL_SSL",
            "--kafka.sasl.mechanism=SCRAM-SHA-512",
            "--kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
                    + " username=\"outlay\" password=\"" + SECRET + "-jaas\";",
            "--kafka.ssl.truststore.password=" + SECRET + "-trust",
            "--kafka.ssl.keystore.password=" + SECRET + "-store",
            "--kafka.ssl.key.password=" + SECRET + "-key",
            "--log.level=debug",
            "--http.host=localhost",
            "--bootstrap=localhost:1",
            "--kafka.request.timeout.ms=200",
            "--kafka.default.api.timeout.ms=300");

    /** The process: a service that never finds its broker. */
    public static final class Sample {
        private Sample() {}

        public static void main(String[] args) {
            ServiceRunner.main(
                    Service.of(
                            "sample", List.of(TOKEN), settings -> new Topology().addSource("read", "outlay.articles")),
                    args);
        }
    }

    @Test
    void whenTheBrokerIsAway() throws Exception {
        String said = run("--http.port=0");
        assertTrue(said.contains("push.token=********"), said);
        assertTrue(said.contains("kafka.sasl.jaas.config=********"), said);
        assertTrue(said.contains("sample cannot run"), said);
        assertFalse(said.contains(SECRET), said);
    }

    @Test
    void whenASettingIsWrong() throws Exception {
        String said = run("--http.port=many", "--http.tls.pasword=" + SECRET + "-mistyped");
        assertTrue(said.contains("http.port"), said);
        assertFalse(said.contains(SECRET), said);
    }

    @Test
    void whenTheKeyStoreCannotBeRead() throws Exception {
        String said = run("--http.port=0", "--http.tls.keystore=/nowhere/keys.p12");
        assertTrue(said.contains("/nowhere/keys.p12"), said);
        assertFalse(said.contains(SECRET), said);
    }

    private static String run(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sample.class.getName()));
        command.addAll(SECRETS);
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(
                more[0].endsWith("many") ? ServiceRunner.BAD_USAGE : ServiceRunner.FAILED, process.waitFor(), said);
        return said;
    }
}
