package io.outlay.service;

import io.outlay.contracts.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;

/** Kafka's settings for our topologies and clients, made from ours. */
public final class StreamsSettings {
    /** A record of {@link Topic#MAX_MESSAGE_BYTES} and the request around it. */
    private static final int MAX_REQUEST_BYTES = Topic.MAX_MESSAGE_BYTES + 64 * 1024;

    /** What correctness stands on; no passed-through client setting changes these. */
    private static final Set<String> FIXED = Set.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.ACKS_CONFIG);

    private StreamsSettings() {}

    /** The service's consumer group, and the prefix of its internal topics. */
    public static String applicationId(String service) {
        return "outlay-" + service;
    }

    /** The service behind an application id. */
    static String serviceOf(String applicationId) {
        return applicationId.startsWith("outlay-") ? applicationId.substring("outlay-".length()) : applicationId;
    }

    /** Everything a {@code KafkaStreams} of this service needs. */
    public static Properties of(String service, Settings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.get(ServiceSettings.BOOTSTRAP));
        all.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.get(ServiceSettings.STATE_DIR).toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(ServiceSettings.THREADS));
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(ServiceSettings.STANDBYS));
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.get(ServiceSettings.REPLICATION));
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.get(ServiceSettings.COMMIT_INTERVAL).toMillis());
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.get(ServiceSettings.CACHE));
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        passThrough(settings, all);
        all.putAll(fixed(service));
        CloudEventHeaders.into(all, StreamsConfig.PRODUCER_PREFIX, applicationId(service));
        return properties(all);
    }

    /** The same with our defaults and no broker: what a topology test needs. */
    public static Properties defaults(String service) {
        return of(service, Settings.of(ServiceSettings.all(), Map.of()));
    }

    /** What a topology must be built with: {@code new StreamsBuilder(StreamsSettings.topologyConfig("enrich"))}. */
    public static TopologyConfig topologyConfig(String service) {
        return new TopologyConfig(new StreamsConfig(defaults(service)));
    }

    /**
     * For a producer beside the topology: idempotent, all replicas, batches that suit articles.
     *
     * @param clientId {@code outlay-} and who writes; what it writes names it as its source
     */
    public static Map<String, Object> producer(String clientId, Settings settings) {
        Map<String, Object> all = client(clientId, settings);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        CloudEventHeaders.into(all, "", clientId);
        return all;
    }

    /** For an admin client, or as the base of a consumer: brokers, a name, and all that passes through. */
    public static Map<String, Object> client(String clientId, Settings settings) {
        Map<String, Object> all = new HashMap<>();
        passThrough(settings, all);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(ServiceSettings.BOOTSTRAP));
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return all;
    }

    /** How a stop goes: within the time allowed, and out of the group unless the settings say otherwise. */
    public static CloseOptions closeOptions(Settings settings) {
        CloseOptions.GroupMembershipOperation membership = settings.get(ServiceSettings.LEAVE_GROUP)
                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
        return CloseOptions.timeout(settings.get(ServiceSettings.STOP_TIMEOUT))
                .withGroupMembershipOperation(membership);
    }

    private static void passThrough(Settings settings, Map<String, Object> all) {
        settings.kafka().forEach((name, value) -> {
            if (!FIXED.contains(name.replaceFirst("^((main\\.|restore\\.|global\\.)?consumer|producer)\\.", ""))) {
                all.put(name, value);
            }
        });
    }

    private static Map<String, Object> fixed(String service) {
        Map<String, Object> fixed = new HashMap<>();
        fixed.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(service));
        fixed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        fixed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        fixed.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        fixed.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterHandlers.OnDeserialization.class);
        fixed.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandlers.OnProcessing.class);
        fixed.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandlers.OnProduction.class);
        fixed.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topic.MAX_MESSAGE_BYTES);
        Topic.SEGMENTS_BY_SIZE.forEach((name, value) -> fixed.put(StreamsConfig.topicPrefix(name), value));
        fixed.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        fixed.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        fixed.put(StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
        return fixed;
    }

    private static Properties properties(Map<String, Object> all) {
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
