package io.outlay.service;

import io.outlay.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What a service must be allowed on a broker with access control, and nothing beyond: derived from its topology and from who owns a topic
 * in the catalogue. The topics of the catalogue are there already ({@code outlay topics --create}, by somebody who may); its internal
 * topics a service makes itself.
 *
 * <p>Its principal is {@code User:outlay-NAME}, its groups and transactions begin with {@code outlay-NAME}.
 */
public final class ServiceAcls {
    private static final String EVERY_SERVICE = "every service";
    private static final String ANYONE = "anyone";
    private static final String ANY_HOST = "*";

    private final Service service;
    private final String name;
    private final List<AclBinding> bindings = new ArrayList<>();

    private ServiceAcls(Service service) {
        this.service = service;
        this.name = StreamsSettings.applicationId(service.name());
    }

    /** In the order of topics, groups, transactions. */
    public static List<AclBinding> of(Service service) {
        ServiceAcls acls = new ServiceAcls(service);
        acls.topics();
        if (service.topology() == null) {
            acls.watching();
        } else {
            acls.streaming();
        }
        return List.copyOf(acls.bindings);
    }

    /** The bindings as calls of Kafka's own tool, one a line. */
    public static List<String> commands(List<AclBinding> bindings) {
        return bindings.stream().map(ServiceAcls::command).toList();
    }

    private void topics() {
        Set<String> sources = new TreeSet<>();
        Set<String> sinks = new TreeSet<>();
        topology(sources, sinks);
        for (Topic<?> topic : service.topics()) {
            boolean own = topic.owner().equals(service.name());
            boolean read = service.topology() == null
                    || sources.contains(topic.name())
                    || topic.owner().equals(ANYONE) // what people set, for the companion
                    || (own && !sinks.contains(topic.name()));
            boolean write = own
                    || sinks.contains(topic.name())
                    || topic.owner().equals(EVERY_SERVICE)
                    || (service.topology() == null && topic.owner().equals(ANYONE));
            allow(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.DESCRIBE_CONFIGS);
            if (read) {
                allow(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.READ);
            }
            if (write) {
                allow(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, AclOperation.WRITE);
            }
        }
    }

    /** A service without a topology reads without a group, and looks at how far the groups of the others are. */
    private void watching() {
        allow(ResourceType.TOPIC, "outlay", PatternType.PREFIXED, AclOperation.DESCRIBE);
        allow(ResourceType.GROUP, "outlay-", PatternType.PREFIXED, AclOperation.DESCRIBE);
    }

    private void streaming() {
        String internal = name + "-";
        for (AclOperation operation : List.of(
                AclOperation.CREATE,
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.DELETE, // what has been taken out of a topic between two parts of a topology
                AclOperation.DESCRIBE_CONFIGS)) {
            allow(ResourceType.TOPIC, internal, PatternType.PREFIXED, operation);
        }
        allow(ResourceType.GROUP, name, PatternType.LITERAL, AclOperation.READ);
        if (service.companion() != null) {
            allow(ResourceType.GROUP, internal, PatternType.PREFIXED, AclOperation.READ);
        }
        allow(ResourceType.TRANSACTIONAL_ID, internal, PatternType.PREFIXED, AclOperation.WRITE);
        allow(ResourceType.TRANSACTIONAL_ID, internal, PatternType.PREFIXED, AclOperation.DESCRIBE);
    }

    private void topology(Set<String> sources, Set<String> sinks) {
        if (service.topology() == null) {
            return;
        }
        Topology topology = service.topology().apply(Settings.of(service.settings(), Map.of()));
        for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Source source) {
                    sources.addAll(source.topicSet());
                } else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
                    sinks.add(Objects.requireNonNull(sink.topic()));
                }
            }
        }
    }

    private void allow(ResourceType type, String resource, PatternType pattern, AclOperation operation) {
        bindings.add(new AclBinding(
                new ResourcePattern(type, resource, pattern),
                new AccessControlEntry("User:" + name, ANY_HOST, operation, AclPermissionType.ALLOW)));
    }

    private static String command(AclBinding binding) {
        ResourcePattern pattern = binding.pattern();
        String resource =
                switch (pattern.resourceType()) {
                    case TOPIC -> "--topic ";
                    case GROUP -> "--group ";
                    case TRANSACTIONAL_ID -> "--transactional-id ";
                    default -> throw new IllegalArgumentException("no flag for " + pattern);
                };
        String prefixed = pattern.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return "kafka-acls.sh --bootstrap-server \"$KAFKA\" --add --allow-principal "
                + binding.entry().principal() + " --operation "
                + inCamelCase(binding.entry().operation()) + " "
                + resource + pattern.name() + prefixed;
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} for the tool. */
    private static String inCamelCase(AclOperation operation) {
        StringBuilder words = new StringBuilder();
        for (String word : operation.name().split("_")) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
