package io.outlay.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Topic.PartitionedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that other teams read has a table of all topics; it says what the catalogue says. */
class TopicsPageTest {
    private static final Path PAGE = Path.of("../docs/topics.md");
    private static final Pattern TABLE = Pattern.compile("(?<=<!-- table -->\n).*?(?=<!-- /table -->)", Pattern.DOTALL);

    @Test
    void tableIsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        if ("write".equals(System.getProperty("outlay.topics"))) {
            page = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(table()));
            Files.writeString(PAGE, page);
        }
        Matcher table = TABLE.matcher(page);
        assertEquals(table(), table.find() ? table.group() : "no table");
    }

    private static String table() {
        return "| topic | key | value | what it holds | written by | partitions | kept |\n|---|---|---|---|---|---|---|\n"
                + Topics.all().stream().map(TopicsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Topic<?> topic) {
        String value = topic.schema().isEmpty()
                ? "bytes"
                : "[" + topic.value().getSimpleName() + "](../contracts/src/main/resources/schemas/" + topic.name()
                        + ".schema.json)";
        String partitions = topic.partitions()
                + (topic.partitionedBy() == PartitionedBy.FIRST_KEY_PART ? ", by the first part of the key" : "");
        return String.join(
                        " | ",
                        "| `" + topic.name() + "`",
                        topic.key().replace("|", "\\|"),
                        value,
                        topic.purpose(),
                        topic.owner(),
                        partitions,
                        kept(topic) + " |")
                + "\n";
    }

    private static String kept(Topic<?> topic) {
        Duration retention = topic.retention();
        String days = retention == null ? "" : retention.toDays() + " days";
        return topic.compacted() ? "newest of each key" + (days.isEmpty() ? "" : ", " + days) : days;
    }
}
