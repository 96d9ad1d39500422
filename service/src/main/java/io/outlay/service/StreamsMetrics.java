package io.outlay.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;

/**
 * The few of Kafka Streams' some thousand metrics that say how a service is, read when they are asked for: lag by topic, threads, how far a
 * restore is, commits and failures of the last moment, and the native memory of the stores.
 */
final class StreamsMetrics implements AutoCloseable {
    private static final String CONSUMER_GROUP = "consumer-fetch-manager-metrics";
    private static final String THREAD_GROUP = "stream-thread-metrics";

    private final MeterRegistry registry = Metrics.all();
    private final List<Meter> meters = new ArrayList<>();
    private final KafkaStreams streams;
    private final Tags tags;

    StreamsMetrics(String service, KafkaStreams streams, TopologyDescription topology, RestoreProgress restore) {
        this.streams = streams;
        this.tags = Tags.of("service", service);
        for (String topic : topicsRead(service, topology)) {
            gauge(
                    "outlay.lag",
                    "records of a topic that are still to be read, over the partitions of this instance",
                    tags.and("topic", topic),
                    self -> self.sum(CONSUMER_GROUP, "records-lag", "topic", topic));
        }
        gauge(
                "outlay.threads",
                "stream threads that work",
                tags,
                self -> self.streams.metadataForLocalThreads().stream()
                        .filter(thread -> !thread.threadState().equals("DEAD"))
                        .count());
        gauge(
                "outlay.running",
                "1 while the topology runs, 0 while it starts, restores, rebalances or stops",
                tags,
                self -> self.streams.state() == KafkaStreams.State.RUNNING ? 1 : 0);
        gauge(
                "outlay.restore.records",
                "records that state stores have still to read back before the service works",
                tags,
                self -> restore.recordsToGo());
        gauge(
                "outlay.commit.latency.max.seconds",
                "the longest of the last commits",
                tags,
                self -> self.max(THREAD_GROUP, "commit-latency-max") / 1000);
        gauge(
                "outlay.process.rate",
                "records a second that go through the topology",
                tags,
                self -> self.sum(THREAD_GROUP, "process-rate", "", ""));
        gauge(
                "outlay.rocksdb.bytes",
                "native memory that all state stores of the process use together",
                Tags.empty(),
                self -> BoundedRocksDb.usedBytes());
    }

    private static Set<String> topicsRead(String service, TopologyDescription topology) {
        Set<String> topics = new TreeSet<>();
        for (TopologyDescription.Subtopology part : topology.subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Source source) {
                    source.topicSet().forEach(topic -> topics.add(fullName(service, topic)));
                }
            }
        }
        return topics;
    }

    /** A description shows the topics between two parts of a topology without the name of the service. */
    private static String fullName(String service, String topic) {
        return topic.endsWith("-repartition") ? StreamsSettings.applicationId(service) + "-" + topic : topic;
    }

    private void gauge(String name, String meaning, Tags with, ToDoubleFunction<StreamsMetrics> value) {
        meters.add(
                Gauge.builder(name, this, value).description(meaning).tags(with).register(registry));
    }

    private double sum(String group, String name, String tag, String value) {
        double sum = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            MetricName metricName = metric.getKey();
            // The consumer replaces dots in topic names; both spellings are the same topic.
            if (metricName.group().equals(group)
                    && metricName.name().equals(name)
                    && (tag.isEmpty() || isTopic(metricName.tags().get(tag), value))
                    && (tag.isEmpty() || metricName.tags().containsKey("partition"))) {
                sum += number(metric.getValue());
            }
        }
        return sum;
    }

    private double max(String group, String name) {
        double max = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : streams.metrics().entrySet()) {
            if (metric.getKey().group().equals(group) && metric.getKey().name().equals(name)) {
                max = Math.max(max, number(metric.getValue()));
            }
        }
        return max;
    }

    private static boolean isTopic(@Nullable String found, String topic) {
        return found != null && (found.equals(topic) || found.equals(topic.replace('.', '_')));
    }

    private static double number(Metric metric) {
        return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
