package io.outlay.local.bench;

import io.outlay.contracts.Article;
import io.outlay.local.bench.BenchReport.Ratio;
import io.outlay.local.bench.BenchReport.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The whole tagger in one thread, beside the limit (decode and scan) and beside a parse and write of the same articles. */
final class TagBench implements Bench {
    /** So long the compiler may take; the tagger is a lot of code. */
    private static final int WARM_UPS = 5;

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public String what() {
        return "the whole tagger, one thread, beside decode-and-scan and a Jackson parse and write of the same articles";
    }

    @Override
    public BenchReport run(BenchOptions options) throws Exception {
        List<Article> articles = BenchArticles.of(options.corpus());
        long characters =
                articles.stream().mapToLong(article -> article.body().length()).sum();
        var jmh = new OptionsBuilder()
                .include(TagKernels.class.getName().replace(".", "\\."))
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(options.seconds()))
                .measurementIterations(options.runs())
                .measurementTime(TimeValue.seconds(options.seconds()))
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-D" + TagKernels.CORPUS + "=" + (options.corpus() == null ? "" : options.corpus()))
                .shouldFailOnError(true)
                .build();
        Map<String, RunResult> results = new TreeMap<>();
        for (RunResult result : new Runner(jmh).run()) {
            results.put(result.getParams().getBenchmark().replaceFirst(".*\\.", ""), result);
        }
        List<Row> rows = new ArrayList<>();
        results.forEach((kernel, result) -> rows.add(Row.of(
                kernel,
                "M characters per CPU second",
                values(result, CpuTime.LABEL).stream()
                        .map(nanos -> characters * 1e3 / nanos)
                        .toList())));
        rows.add(Row.of(
                "tag: allocated",
                "bytes per article",
                values(Objects.requireNonNull(results.get("tag")), "gc.alloc.rate.norm").stream()
                        .map(bytes -> bytes / articles.size())
                        .toList()));
        BenchReport report = new BenchReport(name(), inputs(options, articles, characters), rows, List.of());
        double tag = report.row("tag").median();
        return new BenchReport(
                report.bench(),
                report.inputs(),
                rows,
                List.of(
                        Ratio.atLeast("tag, M characters per CPU second", tag, 20),
                        Ratio.atLeast(
                                "tag / decode-and-scan",
                                tag / report.row("decodeAndScan").median(),
                                0.04),
                        Ratio.atMost(
                                "cost of tag / cost of parse and write",
                                report.row("jsonRoundTrip").median() / tag,
                                6)));
    }

    private static String inputs(BenchOptions options, List<Article> articles, long characters) {
        String from = options.corpus() == null ? "made of the samples" : "of " + options.corpus();
        return articles.size() + " articles " + from + ", " + characters / articles.size() + " characters on average";
    }

    private static List<Double> values(RunResult result, String label) {
        List<Double> values = new ArrayList<>();
        result.getBenchmarkResults().forEach(run -> {
            for (IterationResult iteration : run.getIterationResults()) {
                values.add(
                        Objects.requireNonNull(iteration.getSecondaryResults().get(label), label)
                                .getScore());
            }
        });
        return values;
    }
}
