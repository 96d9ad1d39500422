package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.service.TopicAdmin.Difference;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
    private final MockAdminClient broker =
            MockAdminClient.create().numBrokers(3).build();
    private final TopicAdmin topics = new TopicAdmin(broker);

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void makesTheWholeCatalogueAndFindsItRight() throws Exception {
        List<String> made = topics.create(Topics.all(), 3);
        assertEquals(Topics.all().size(), made.size());
        assertEquals(List.of(), topics.check(Topics.all()));
        topics.require(Topics.all());
        var claims = broker.describeTopics(List.of("outlay.claims"))
                .topicNameValues()
                .get("outlay.claims")
                .get();
        assertEquals(12, claims.partitions().size());
        assertEquals(3, claims.partitions().get(0).replicas().size());
    }

    @Test
    void makingThemAgainDoesNothing() {
        topics.create(Topics.all(), 1);
        assertEquals(List.of(), topics.create(Topics.all(), 1));
    }

    @Test
    void makesOnlyWhatIsMissing() {
        List<Topic<?>> one = List.of(Topics.ARTICLES);
        topics.create(one, 1);
        assertEquals(Topics.all().size() - 1, topics.create(Topics.all(), 1).size());
    }

    @Test
    void aMissingTopicIsFatal() {
        List<Topic<?>> one = List.of(Topics.ARTICLES);
        assertEquals(List.of(new Difference("outlay.articles", "topic", "made", "missing", true)), topics.check(one));
        var refusal = assertThrows(TopicException.class, () -> topics.require(one));
        assertEquals("outlay.articles: topic is missing, the catalogue says made", refusal.getMessage());
    }

    @Test
    void anotherPartitionCountIsFatalAndNamesBoth() {
        List<Topic<?>> one = List.of(Topics.ARTICLES);
        broker.createTopics(List.of(new NewTopic("outlay.articles", 6, (short) 1).configs(Topics.ARTICLES.settings())));
        var refusal = assertThrows(TopicException.class, () -> topics.require(one));
        assertEquals("outlay.articles: partitions is 6, the catalogue says 12", refusal.getMessage());
    }

    @Test
    void anotherSettingIsToldButNotFatal() throws Exception {
        topics.create(Topics.all(), 1);
        set("outlay.raw-articles", "retention.ms", "1000");
        assertEquals(
                List.of(new Difference("outlay.raw-articles", "retention.ms", "604800000", "1000", false)),
                topics.check(Topics.all()));
        topics.require(Topics.all());
    }

    @Test
    void aRefusalOfTheBrokerIsToldInALine() {
        var refusal = assertThrows(TopicException.class, () -> topics.create(Topics.all(), 9));
        assertTrue(refusal.getMessage().startsWith("the broker does not answer for its topics: "));
    }

    private void set(String topic, String name, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        broker.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
}
