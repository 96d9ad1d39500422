package io.outlay.local.chaos;

import io.outlay.contracts.RawArticle;
import io.outlay.local.chaos.ExpectedTotals.Total;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Rounds of faults on one stage. A round is passed when, after the fault, the topics hold exactly the promised totals, no key more or less,
 * exactly the poison was put aside, and it stays so for a while.
 */
public final class ChaosRun implements AutoCloseable {
    /**
     * How a round went.
     *
     * @param fault its label
     * @param caughtUp from when the fault had struck until the totals were right for the first time
     * @param deaths instances that died by themselves and were started anew
     * @param problem what was wrong at the end; empty when passed
     */
    public record Outcome(String fault, int round, Duration caughtUp, int deaths, Optional<String> problem) {}

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int PORTIONS = 6;
    private static final int SHOWN = 4;

    private final Stage stage;
    private final Scene scene;
    private final Watch watch;
    private final ChaosNews news;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<Step> steps = new ArrayList<>();
    private final ExecutorService beside = Executors.newFixedThreadPool(2);
    private final Consumer<String> say;
    private int told;

    private ChaosRun(Stage stage, long seed, Consumer<String> say) throws InterruptedException {
        this.stage = stage;
        this.scene = new Scene(stage, seed);
        this.news = new ChaosNews(seed, today);
        this.say = say;
        scene.awaitWell();
        this.watch = new Watch(stage.brokers().bootstrap());
    }

    /**
     * Starts the processes and waits until all do their work.
     *
     * @param say told what happens, line by line
     */
    static ChaosRun start(Stage.Plan plan, long seed, Consumer<String> say) throws IOException, InterruptedException {
        Stage stage = Stage.start(plan);
        try {
            return new ChaosRun(stage, seed, say);
        } catch (InterruptedException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    Stage stage() {
        return stage;
    }

    /** One round; empty, with a word on why, where the fault cannot be tried. */
    Optional<Outcome> round(Fault fault, int round) throws IOException, InterruptedException {
        Optional<String> cannot = fault.cannot(stage);
        if (cannot.isPresent()) {
            say.accept(fault.label() + ": not run: " + cannot.get());
            return Optional.empty();
        }
        int deathsBefore = stage.deaths();
        ChaosNews.Round now = news.round(told++);
        int half = now.records().size() / 2;
        scene.sender().send(now.records().subList(0, half));
        Future<?> feeding = beside.submit(
                job(() -> paced(now.records().subList(half, now.records().size()))));
        fault.hurt(scene);
        long struck = System.nanoTime();
        Future<?> lifting = beside.submit(job(() -> fault.lift(scene)));
        finish(feeding);
        steps.addAll(now.steps());
        Map<String, Total> promised = ExpectedTotals.of(steps, today);

        Optional<String> problem = awaitRight(promised, Duration.ZERO);
        Duration caughtUp = Duration.ofNanos(System.nanoTime() - struck);
        finish(lifting);
        if (problem.isEmpty()) {
            problem = awaitRight(promised, SETTLED);
        }
        fault.restore(scene);
        scene.awaitWell();
        if (problem.isEmpty()) {
            problem = awaitRight(promised, SETTLED);
        }
        Outcome outcome = new Outcome(fault.label(), round, caughtUp, stage.deaths() - deathsBefore, problem);
        say.accept("%s %d: %s after %.1f s%s"
                .formatted(
                        outcome.fault(),
                        round,
                        problem.map(what -> "WRONG: " + what).orElse("right"),
                        caughtUp.toMillis() / 1000.0,
                        outcome.deaths() == 0 ? "" : ", " + outcome.deaths() + " started anew"));
        return Optional.of(outcome);
    }

    /** In portions with pauses, so that news comes before, while and after something breaks. */
    private void paced(List<RawArticle> records) throws InterruptedException {
        int size = Math.max(1, records.size() / PORTIONS);
        for (int from = 0; from < records.size(); from += size) {
            scene.sender().send(records.subList(from, Math.min(records.size(), from + size)));
            Thread.sleep(PACE.toMillis());
        }
    }

    /**
     * Follows the topics until they are right.
     *
     * @param stay how long they must be so without a break
     * @return what is wrong when the time is over
     */
    private Optional<String> awaitRight(Map<String, Total> promised, Duration stay) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long rightSince = Long.MAX_VALUE;
        while (System.nanoTime() < end) {
            watch.follow(POLL);
            boolean right = watch.totals().equals(promised)
                    && counted(watch.deadLetters()).equals(counted(scene.poisoned()));
            long now = System.nanoTime();
            rightSince = right ? Math.min(rightSince, now) : Long.MAX_VALUE;
            if (right && now - rightSince >= stay.toNanos()) {
                return Optional.empty();
            }
        }
        return Optional.of(differences(promised));
    }

    private String differences(Map<String, Total> promised) {
        List<String> wrong = new ArrayList<>();
        promised.forEach((key, total) -> {
            Total found = watch.totals().get(key);
            if (!total.equals(found)) {
                wrong.add(key + " is " + found + ", not " + total);
            }
        });
        watch.totals().keySet().stream()
                .filter(key -> !promised.containsKey(key))
                .forEach(key -> wrong.add(key + " should not be there"));
        Map<String, Long> letters = counted(watch.deadLetters());
        Map<String, Long> poison = counted(scene.poisoned());
        poison.forEach((place, count) -> {
            if (!count.equals(letters.get(place))) {
                wrong.add("poison at " + place + " was put aside " + letters.get(place) + " times");
            }
        });
        letters.keySet().stream()
                .filter(place -> !poison.containsKey(place))
                .forEach(place -> wrong.add("put aside without need: " + place));
        return wrong.size() + " differences: " + String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
    }

    private static Map<String, Long> counted(List<String> places) {
        Map<String, Long> counts = new HashMap<>();
        places.forEach(place -> counts.merge(place, 1L, Long::sum));
        return counts;
    }

    /** A piece of work that returns nothing. */
    @FunctionalInterface
    private interface Job {
        void run() throws IOException, InterruptedException;
    }

    private static Callable<Void> job(Job job) {
        return () -> {
            job.run();
            return null;
        };
    }

    private static void finish(Future<?> job) throws InterruptedException {
        try {
            job.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("beside the fault: " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        beside.shutdownNow();
        watch.close();
        try {
            scene.close();
        } catch (IOException e) {
            say.accept("not closed cleanly: " + e.getMessage());
        }
        stage.close();
    }
}
