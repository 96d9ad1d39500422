package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.outlay.contracts.Topics;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class ServiceAclsTest {
    private static final String ALLOW =
            "kafka-acls.sh --bootstrap-server \"$KAFKA\" --add --allow-principal User:outlay-enrich --operation ";

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
