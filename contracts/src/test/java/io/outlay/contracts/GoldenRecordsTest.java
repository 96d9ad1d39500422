package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each release wrote is read by the readers of today, and nothing of it is lost or means something else: {@code golden/RELEASE} has a
 * full value of each topic, is copied from {@code examples} at a release, and never changed afterwards.
 */
class GoldenRecordsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @MethodSource("records")
    void aReleasesRecordIsReadWhole(Path file) throws IOException {
        Topic<?> topic = topic(file);
        byte[] written = Files.readAllBytes(file);
        JsonNode again = Json.mapper().readTree(Json.bytes(topic.valueSerde().read(written)));
        assertKept(Json.mapper().readTree(written), again, topic.name());
    }

    @Test
    void everyReleaseHasItsRecords() throws IOException {
        assertTrue(records().count() >= Examples.topics().size());
    }

    static Stream<Path> records() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static Topic<?> topic(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        List<Topic<?>> ofThatName =
                Topics.all().stream().filter(topic -> topic.name().equals(name)).toList();
        assertEquals(1, ofThatName.size(), name + " is a topic of a release: it stays in the catalogue");
        return ofThatName.get(0);
    }

    /** Today's value may have more fields, never others. */
    private static void assertKept(JsonNode written, JsonNode now, String where) {
        if (written.isObject()) {
            written.properties()
                    .forEach(field ->
                            assertKept(field.getValue(), now.path(field.getKey()), where + "." + field.getKey()));
        } else if (written.isArray()) {
            assertEquals(written.size(), now.size(), where);
            for (int i = 0; i < written.size(); i++) {
                assertKept(written.get(i), now.get(i), where + "[" + i + "]");
            }
        } else {
            assertEquals(written.asText(), now.asText(), where);
        }
    }
}
