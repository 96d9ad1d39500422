package io.outlay.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/**
 * What this process counts, for Prometheus: {@code /metrics} of the {@link HealthServer} prints it. One for the process, as the log is;
 * where several services share a process, their meters carry the tag {@code service}.
 *
 * <p>A name here is in lower case with dots; Prometheus sees it with underscores, counters with {@code _total}, timers with
 * {@code _seconds}. Tags have few values: never an article, a payer or a commitment, which belong in the log.
 */
public final class Metrics {
    /** The longest way from an article to a total that still counts as one; what is older was read again, not for the first time. */
    private static final Duration LONGEST_WAY = Duration.ofHours(24);

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private static final PrometheusMeterRegistry REGISTRY = registry();

    private Metrics() {}

    /** Where meters of any kind are made. */
    public static MeterRegistry all() {
        return REGISTRY;
    }

    /** @param tags name, value, name, value, … */
    public static Counter counter(String name, String meaning, String... tags) {
        return Counter.builder(name).description(meaning).tags(tags).register(REGISTRY);
    }

    /** How long something takes, with buckets from 100 ms to 30 min. */
    public static Timer timer(String name, String meaning, String... tags) {
        return Timer.builder(name)
                .description(meaning)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(REGISTRY);
    }

    /** Notes that something written just now goes back to a record that came onto the road at {@code seenAtMs}. */
    static void way(Timer timer, long seenAtMs, long nowMs) {
        long way = nowMs - seenAtMs;
        if (way >= 0 && way <= LONGEST_WAY.toMillis()) {
            timer.record(Duration.ofMillis(way));
        }
    }

    /** All meters in Prometheus' text format. */
    public static String scrape() {
        return REGISTRY.scrape();
    }

    @SuppressWarnings("resource") // they live as long as the process
    private static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return registry;
    }
}
