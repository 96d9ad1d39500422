package io.outlay.local.cli;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.cli.TextTable.Align;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code outlay topics}: the catalogue. */
@Command(name = "topics", description = "The topics that Outlay reads and writes.", mixinStandardHelpOptions = true)
public final class TopicsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        printCatalogue(spec.commandLine().getOut());
    }

    private static void printCatalogue(PrintWriter out) {
        TextTable table = new TextTable(
                List.of("TOPIC", "WRITTEN BY", "KEY", "VALUE", "PARTITIONS", "KEPT", "WHAT"),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT));
        for (Topic<?> topic : Topics.all()) {
            table.row(List.of(
                    topic.name(),
                    topic.owner(),
                    topic.key(),
                    topic.value() == byte[].class ? "bytes" : topic.value().getSimpleName(),
                    Integer.toString(topic.partitions()),
                    kept(topic.compacted(), topic.retention()),
                    topic.purpose()));
        }
        table.print(out);
    }

    private static String kept(boolean compacted, @Nullable Duration retention) {
        return compacted ? "compact" : retention == null ? "for ever" : retention.toDays() + " days";
    }
}
