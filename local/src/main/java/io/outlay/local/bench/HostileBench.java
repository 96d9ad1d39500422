package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.enrich.text.Tagger;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text that means harm: its cost must grow with its length and no faster. */
final class HostileBench implements Bench {
    /** The longest, in characters; the others are a half and a quarter of it. */
    private static final int LONGEST = 5_000_000;

    /** A cost per character of so much more at four times the length is still noise. */
    private static final double LINEAR = 2;

    private static final Map<String, String> PIECES = pieces();

    private static Map<String, String> pieces() {
        Map<String, String> pieces = new LinkedHashMap<>();
        pieces.put("digits", "7");
        pieces.put("digits and commas", "1,");
        pieces.put("one sentence", "Meta and Oracle which said that it will invest $5 billion in AI for ");
        pieces.put("one word", "a");
        pieces.put("capitals", "A ");
        pieces.put("names", "Bank of ");
        pieces.put("brackets", "Meta (");
        pieces.put("lone surrogates", "\ud83d");
        pieces.put("right to left, no width", "\u202eאב\u200b ");
        pieces.put("HTML", "<div class=\"a\"><p>$5&nbsp;billion</p>");
        pieces.put("signs without gaps", "兆円");
        pieces.put("spaces", " ");
        return pieces;
    }

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public String what() {
        return "the tagger on hostile text of 1, 2 and 4 times the length: cost per character";
    }

    @Override
    public BenchReport run(BenchOptions options) {
        Tagger tagger = Tagger.standard();
        List<Row> rows = new ArrayList<>();
        List<Ratio> ratios = new ArrayList<>();
        PIECES.forEach((name, piece) -> {
            Map<Integer, List<Double>> costs = new LinkedHashMap<>();
            for (int run = -1; run < options.runs(); run++) { // the first makes the code warm
                for (int times : new int[] {1, 2, 4}) {
                    double cost = cost(tagger, piece, LONGEST / 4 * times);
                    if (run >= 0) {
                        costs.computeIfAbsent(times, t -> new ArrayList<>()).add(cost);
                    }
                }
            }
            costs.forEach((times, of) -> rows.add(Row.of(name + " × " + times, "ns of CPU per character", of)));
            int last = rows.size() - 1;
            ratios.add(Ratio.atMost(
                    name + ": cost per character at × 4 against × 1",
                    rows.get(last).median() / rows.get(last - 2).median(),
                    LINEAR));
        });
        return new BenchReport(name(), "× 4 is " + LONGEST + " characters", rows, ratios);
    }

    private static double cost(Tagger tagger, String piece, int length) {
        String body = piece.repeat(length / piece.length() + 1).substring(0, length);
        Article article = new Article("hostile", null, null, body, "2026-01-05", null, null, null);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int mentions = tagger.tag(article).mentions().size();
        double nanos = threads.getCurrentThreadCpuTime() - before;
        return mentions < 0 ? 0 : nanos / length;
    }
}
