package io.outlay.local.cli;

import io.outlay.aggregate.rolling.RollingTotals;
import io.outlay.contracts.Countries;
import io.outlay.contracts.Json;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Posting;
import io.outlay.contracts.RollingTotal;
import io.outlay.contracts.RollingTotal.Basis;
import io.outlay.contracts.RollingTotal.Dimension;
import io.outlay.contracts.RollingWindow;
import io.outlay.contracts.Topics;
import io.outlay.local.road.TopicReader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code outlay totals}: what the topics say. */
@Command(name = "totals", description = "The rolling totals that stand in the topics.", mixinStandardHelpOptions = true)
public final class TotalsCommand implements Runnable {
    /** How totals are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--by", paramLabel = "company|country", description = "Whose totals; default company.")
    private Dimension by = Dimension.COMPANY;

    @Option(
            names = "--basis",
            paramLabel = "headquarters|destination",
            description = "Which country of a commitment is meant; default both.")
    private @Nullable Basis basis;

    @Option(names = "--measure", paramLabel = "M", description = "One of ${COMPLETION-CANDIDATES}; default all.")
    private @Nullable Measure measure;

    @Option(
            names = "--window",
            paramLabel = "30d",
            converter = WindowConverter.class,
            description = "One of 7d, 30d, 90d, 365d and all; default all of them.")
    private @Nullable RollingWindow window;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "What was announced by this day, summed anew from the postings (YYYY-MM-DD).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            description = "Default table, in billions of US dollars.")
    private Format format = Format.TABLE;

    @Override
    public void run() {
        TopicReader topics = new TopicReader(kafka.client());
        List<RollingTotal> totals = new ArrayList<>();
        for (RollingTotal total : asOf == null ? current(topics) : asOf(topics, asOf)) {
            if (wanted(total)) {
                totals.add(total);
            }
        }
        print(totals, spec.commandLine().getOut());
    }

    private Collection<RollingTotal> current(TopicReader topics) {
        return topics.latest(
                        switch (by) {
                            case COMPANY -> Topics.SPEND_BY_COMPANY;
                            case COUNTRY -> Topics.SPEND_BY_COUNTRY;
                        })
                .values();
    }

    private static Collection<RollingTotal> asOf(TopicReader topics, LocalDate day) {
        Collection<Posting> postings = topics.latest(Topics.POSTINGS).values();
        return RollingTotals.of(
                postings.stream().filter(posting -> !posting.day().isAfter(day)).toList(),
                day,
                Countries.standard()::nameOf);
    }

    private boolean wanted(RollingTotal total) {
        return total.dimension() == by
                && (measure == null || total.measure() == measure)
                && (window == null || total.window() == window)
                && (basis == null || total.basis() == basis);
    }

    private void print(List<RollingTotal> totals, PrintWriter out) {
        switch (format) {
            case TABLE -> TotalsTable.print(by, totals, out);
            case CSV -> TotalsCsv.print(totals, out);
            case JSON -> totals.forEach(total -> out.println(Json.string(total)));
        }
    }

    /** {@code 30d} and its like. */
    static final class WindowConverter implements ITypeConverter<RollingWindow> {
        @Override
        public RollingWindow convert(String label) {
            try {
                return RollingWindow.ofLabel(label.toLowerCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
