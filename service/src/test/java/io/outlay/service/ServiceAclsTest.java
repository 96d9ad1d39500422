package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topics;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class ServiceAclsTest {
    private static final String ALLOW =
            "kafka-acls.sh --bootstrap-server \"$KAFKA\" --add --allow-principal User:outlay-enrich --operation ";

    /** What its sources are, a service reads beside its topology; sharing them, instances have a group under its name. */
    @Test
    void aCompanionReadsWhatPeopleSetAndHasGroupsOfItsOwn() {
        Service service = new Service(
                        "ingest",
                        List.of(),
                        List.of(Topics.SOURCES),
                        settings -> new Topology().addSource("read", Topics.RAW_ARTICLES.name()),
                        null)
                .with(context -> () -> {});
        List<String> lines = ServiceAcls.commands(ServiceAcls.of(service)).stream()
                .map(line -> line.replaceAll(".*--operation ", ""))
                .toList();
        assertTrue(lines.contains("Read --topic outlay.sources"), lines.toString());
        assertFalse(lines.contains("Write --topic outlay.sources"), lines.toString());
        assertTrue(lines.contains("Read --group outlay-ingest- --resource-pattern-type prefixed"), lines.toString());
    }

    /** A service that reads articles and writes claims: it may not write articles, nor read claims. */
    @Test
    void aServiceMayDoWhatItsTopologyDoesAndNoMore() {
        Service service = new Service(
                "enrich",
                List.of(),
                List.of(Topics.ARTICLES, Topics.CLAIMS, Topics.DEAD_LETTERS),
                settings -> new Topology()
                        .addSource("read", Topics.ARTICLES.name())
                        .addSink("write", Topics.CLAIMS.name(), "read"),
                null);
        assertEquals(
                List.of(
                        "DescribeConfigs --topic outlay.articles",
                        "Read --topic outlay.articles",
                        "DescribeConfigs --topic outlay.claims",
                        "Write --topic outlay.claims",
                        "DescribeConfigs --topic outlay.dead-letters",
                        "Write --topic outlay.dead-letters",
                        "Create --topic outlay-enrich- --resource-pattern-type prefixed",
                        "Read --topic outlay-enrich- --resource-pattern-type prefixed",
                        "Write --topic outlay-enrich- --resource-pattern-type prefixed",
                        "Delete --topic outlay-enrich- --resource-pattern-type prefixed",
                        "DescribeConfigs --topic outlay-enrich- --resource-pattern-type prefixed",
                        "Read --group outlay-enrich",
                        "Write --transactional-id outlay-enrich- --resource-pattern-type prefixed",
                        "Describe --transactional-id outlay-enrich- --resource-pattern-type prefixed"),
                ServiceAcls.commands(ServiceAcls.of(service)).stream()
                        .map(line -> line.replace(ALLOW, ""))
                        .toList());
    }
}
