package io.outlay.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** What a service's process does before it needs a broker. */
class ServiceRunnerTest {
    private static final Service SERVICE = Service.of(
            "sample", List.of(Setting.list("feeds", "", "addresses of the feeds to read")), settings -> new Topology());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpListsTheCommonSettingsAndItsOwnOnStandardOutput() {
        assertEquals(ServiceRunner.DONE, run("--help"));
        assertTrue(out.toString(UTF_8).contains("--bootstrap=text (default localhost:9092)"), out.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("addresses of the feeds to read"));
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void badSettingsAreBadUsageEachOnALineOfStandardError() {
        assertEquals(ServiceRunner.BAD_USAGE, run("--feed=x", "--threads=0"));
        assertEquals(
                List.of(
                        "command line: no setting is called 'feed'; did you mean 'feeds'?",
                        "command line: 'threads' is '0': must lie between 1 and 64"),
                err.toString(UTF_8).lines().toList());
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void aBrokerThatIsNotThereFailsWithALineThatSaysSo() {
        assertEquals(
                ServiceRunner.FAILED,
                run(
                        "--bootstrap=localhost:1",
                        "--http.port=0",
                        "--kafka.default.api.timeout.ms=300",
                        "--kafka.request.timeout.ms=200"));
        String line = err.toString(UTF_8);
        assertTrue(line.startsWith("sample cannot run: the broker does not answer for its topics: "), line);
    }

    private int run(String... arguments) {
        return ServiceRunner.run(
                SERVICE,
                List.of(arguments),
                Map.of(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
