package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.FirstKeyPartPartitioner;
import io.outlay.contracts.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void kafkaTakesThemAll() {
        StreamsConfig config = new StreamsConfig(StreamsSettings.defaults("enrich"));
        assertEquals("outlay-enrich", config.getString("application.id"));
        assertEquals("exactly_once_v2", config.getString("processing.guarantee"));
        assertEquals(100L, config.getLong("commit.interval.ms"));
        assertEquals(-1, config.getInt("replication.factor"));
        Map<String, Object> consumer = config.getMainConsumerConfigs("group", "client", 0);
        assertEquals("read_committed", consumer.get("isolation.level"));
        assertEquals("earliest", consumer.get("auto.offset.reset"));
        Map<String, Object> producer = config.getProducerConfigs("client");
        assertTrue((int) producer.get("max.request.size") > Topic.MAX_MESSAGE_BYTES);
    }

    @Test
    void anySecuritySettingReachesEveryClient() {
        Settings settings = settings(Map.of(
                "kafka.security.protocol", "SASL_SSL",
                "kafka.sasl.mechanism", "SCRAM-SHA-512",
                "kafka.sasl.jaas.config", "login",
                "kafka.ssl.truststore.location", "/etc/trust.p12",
                "kafka.consumer.fetch.max.wait.ms", "50"));
        StreamsConfig config = new StreamsConfig(StreamsSettings.of("enrich", settings));
        for (var client : new Map<?, ?>[] {
            config.getMainConsumerConfigs("group", "client", 0),
            config.getProducerConfigs("client"),
            config.getAdminConfigs("client"),
            config.getRestoreConsumerConfigs("client"),
            StreamsSettings.client("client", settings),
            StreamsSettings.producer("client", settings)
        }) {
            assertEquals("SASL_SSL", client.get("security.protocol"));
            assertEquals("SCRAM-SHA-512", client.get("sasl.mechanism"));
            assertEquals("login", client.get("sasl.jaas.config"));
            assertEquals("/etc/trust.p12", client.get("ssl.truststore.location"));
        }
        assertEquals("50", config.getMainConsumerConfigs("group", "client", 0).get("fetch.max.wait.ms"));
    }

    @Test
    void whatCorrectnessStandsOnCannotBeTakenAway() {
        Settings settings = settings(Map.of(
                "kafka.processing.guarantee", "at_least_once",
                "kafka.application.id", "mine",
                "kafka.isolation.level", "read_uncommitted",
                "kafka.consumer.isolation.level", "read_uncommitted",
                "kafka.main.consumer.isolation.level", "read_uncommitted",
                "kafka.producer.acks", "1",
                "kafka.acks", "0",
                "kafka.topology.optimization", "all"));
        StreamsConfig config = new StreamsConfig(StreamsSettings.of("aggregate", settings));
        assertEquals("exactly_once_v2", config.getString("processing.guarantee"));
        assertEquals("outlay-aggregate", config.getString("application.id"));
        assertEquals("none", config.getString("topology.optimization"));
        assertEquals(
                "read_committed",
                config.getMainConsumerConfigs("group", "client", 0).get("isolation.level"));
        assertEquals("all", StreamsSettings.producer("client", settings).get(ProducerConfig.ACKS_CONFIG));
    }

    @Test
    void aTopologyWithAnUnnamedRepartitionIsRefused() {
        StreamsBuilder builder = new StreamsBuilder(StreamsSettings.topologyConfig("enrich"));
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .groupBy((key, value) -> value, Grouped.with(Serdes.String(), Serdes.String()))
                .count();
        Properties properties = StreamsSettings.defaults("enrich");
        assertThrows(TopologyException.class, () -> builder.build(properties));
    }

    @Test
    void theServiceIsFoundAgainFromItsApplicationId() {
        assertEquals("ingest", StreamsSettings.serviceOf(StreamsSettings.applicationId("ingest")));
        assertEquals("other", StreamsSettings.serviceOf("other"));
    }

    @Test
    void sinksPartitionByTheFirstPartOfTheKey() {
        var partitioner = new FirstKeyPartStreamPartitioner<String>();
        assertEquals(
                Optional.of(Set.of(FirstKeyPartPartitioner.partition("meta", 12))),
                partitioner.partitions("outlay.claims", "meta|an-article", "any", 12));
    }

    private static Settings settings(Map<String, String> values) {
        return Settings.of(ServiceSettings.all(), values);
    }
}
