package io.outlay.local.bench;

import io.outlay.aggregate.PayerSteps;
import io.outlay.aggregate.rolling.Rows;
import io.outlay.contracts.Amount;
import io.outlay.contracts.AnnouncedOn;
import io.outlay.contracts.Change;
import io.outlay.contracts.Claim;
import io.outlay.contracts.ClaimEvidence;
import io.outlay.contracts.ClaimSet;
import io.outlay.contracts.DayBasis;
import io.outlay.contracts.Figures;
import io.outlay.contracts.Measure;
import io.outlay.contracts.Payer;
import io.outlay.contracts.PayerKind;
import io.outlay.contracts.Period;
import io.outlay.contracts.Precision;
import io.outlay.contracts.Status;
import io.outlay.local.bench.BenchReport.Ratio;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one more article costs the ledger in CPU time, rows in memory: for a payer with few articles and with many, all on the same figures.
 */
final class LedgerBench implements Bench {
    private static final int[] ARTICLES = {10, 1_000, 100_000};
    private static final int FIGURES = 10;
    private static final int CALLS = 200;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final Payer PAYER = new Payer("meta", "Meta", "US", PayerKind.COMPANY, List.of());

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String what() {
        return "one more article for a payer with 10 to 100,000 articles";
    }

    @Override
    public BenchReport run(BenchOptions options) {
        List<Told> payers = new ArrayList<>();
        for (int articles : ARTICLES) {
            payers.add(new Told(articles));
        }
        payers.forEach(Told::microsOfOneMore); // warms up
        Map<Told, List<Double>> runs = new TreeMap<>((a, b) -> Integer.compare(a.before, b.before));
        for (int run = 0; run < options.runs(); run++) {
            payers.forEach(
                    one -> runs.computeIfAbsent(one, o -> new ArrayList<>()).add(one.microsOfOneMore()));
        }
        List<BenchReport.Row> rows = runs.entrySet().stream()
                .map(one -> BenchReport.Row.of(
                        String.format(Locale.ROOT, "one more article after %,d", one.getKey().before),
                        "µs CPU",
                        one.getValue()))
                .toList();
        double most = rows.stream().mapToDouble(BenchReport.Row::median).max().orElseThrow();
        double least = rows.stream().mapToDouble(BenchReport.Row::median).min().orElseThrow();
        return new BenchReport(
                name(),
                FIGURES + " figures of one payer, " + CALLS + " articles a run, each resolved",
                rows,
                List.of(Ratio.atMost("dearest / cheapest", most / least, 2)));
    }

    /** A payer of whom so many articles have told. */
    private static final class Told {
        private final int before;
        private final PayerSteps steps = new PayerSteps(MemoryRows::new);
        private int next;

        Told(int articles) {
            before = articles;
            while (next < articles) {
                tell();
            }
            steps.resolve(PAYER.id());
        }

        private void tell() {
            int article = next++;
            steps.take(set("a-" + article, 2015 + article % FIGURES, article % 300));
        }

        /** The articles of a run are taken back after it, so that the payer stays as large as it is. */
        double microsOfOneMore() {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int call = 0; call < CALLS; call++) {
                tell();
                if (steps.resolve(PAYER.id()) == 0) {
                    throw new IllegalStateException("an article changed nothing");
                }
            }
            double micros = (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / CALLS;
            while (next > before) {
                next--;
                steps.takeBack(PAYER.id(), "a-" + next);
            }
            steps.resolve(PAYER.id());
            return micros;
        }
    }

    private static ClaimSet set(String article, int year, int day) {
        Amount amount = Amount.exactly((year - 2000) * 1_000_000_000L, "USD");
        Period period = new Period("in " + year, null, null, "CY" + year);
        String quote = "Meta puts it into AI data centres.";
        Claim claim = new Claim(
                PAYER,
                Measure.GUIDANCE,
                amount,
                null,
                period,
                null,
                null,
                null,
                Status.OFFICIAL,
                Change.NEW,
                null,
                null,
                new AnnouncedOn(LocalDate.parse("2025-01-24").plusDays(day), Precision.DAY, DayBasis.PUBLISHED),
                0.9,
                Figures.id(PAYER.id(), Measure.GUIDANCE, period, null, null, null, amount),
                new ClaimEvidence(quote, 0, 0, quote.length(), 0, 4, 10, 14, null, null, "puts-into"));
        return new ClaimSet(
                PAYER,
                article,
                "https://" + article + ".example/news",
                "News",
                article,
                "2025-01-24T08:00:00Z",
                List.of(),
                "bench",
                List.of(claim));
    }

    /** Rows in a sorted map. */
    private static final class MemoryRows implements Rows {
        private final TreeMap<String, String> rows = new TreeMap<>();

        @Override
        public @Nullable String get(String key) {
            return rows.get(key);
        }

        @Override
        public void put(String key, String value) {
            rows.put(key, value);
        }

        @Override
        public void delete(String key) {
            rows.remove(key);
        }

        @Override
        public Rows.@Nullable Row first(String from, String to) {
            Map.Entry<String, String> entry = rows.ceilingEntry(from);
            return entry == null || entry.getKey().compareTo(to) > 0 ? null : row(entry);
        }

        @Override
        public Rows.@Nullable Row last(String from, String to) {
            Map.Entry<String, String> entry = rows.floorEntry(to);
            return entry == null || entry.getKey().compareTo(from) < 0 ? null : row(entry);
        }

        /** Without a stream, which would count the whole range first. */
        @Override
        public List<Rows.Row> scan(String from, String to, int limit) {
            List<Rows.Row> found = new ArrayList<>();
            for (Map.Entry<String, String> entry : rows.tailMap(from, true).entrySet()) {
                if (found.size() == limit || entry.getKey().compareTo(to) > 0) {
                    break;
                }
                found.add(row(entry));
            }
            return found;
        }

        private static Rows.Row row(Map.Entry<String, String> entry) {
            return new Rows.Row(entry.getKey(), entry.getValue());
        }
    }
}
