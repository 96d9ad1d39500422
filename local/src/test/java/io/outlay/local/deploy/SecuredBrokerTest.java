package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.outlay.contracts.Topic;
import io.outlay.contracts.Topics;
import io.outlay.local.road.Await;
import io.outlay.local.road.BrokerProcesses;
import io.outlay.local.road.Ports;
import io.outlay.local.road.Road;
import io.outlay.local.road.Services;
import io.outlay.local.road.TopicReader;
import io.outlay.service.Service;
import io.outlay.service.ServiceAcls;
import io.outlay.service.TopicAdmin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All services, each as somebody of its own, on a broker process that lets nobody do anything but what {@code outlay topics --acls} grants:
 * once with passwords (SCRAM over TLS), once with certificates (mTLS). An article goes the whole road, a bad record to the dead letters, and
 * who oversteps is refused.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecuredBrokerTest {
    private static final String ADMIN = "admin";
    private static final String PUSH_TOKEN = "push-token";
    private static final List<Service> SERVICES = Services.all(InstantSource.system());
    private static final String ARTICLE = "{\"id\":\"a1\",\"publishedAt\":\"2026-01-15\",\"body\":"
            + "\"Meta said on Thursday that it will invest $12 billion in AI data centers over the next two years.\"}";

    /** Whoever reaches a broker's controller is inside already: that listener is not offered to clients. */
    private static final Map<String, String> ACCESS_CONTROL = Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users",
            "User:" + ADMIN + ";User:ANONYMOUS");

    @TempDir
    static Path certificatesFolder;

    private static TestCertificates certificates;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        List<String> names = Stream.concat(Stream.of(ADMIN), SERVICES.stream().map(SecuredBrokerTest::principal))
                .toList();
        certificates = TestCertificates.of(certificatesFolder, names);
    }

    @Test
    void scram() throws Exception {
        Map<String, String> broker = joined(
                ACCESS_CONTROL,
                certificates.identity(ADMIN),
                Map.of(
                        "listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN",
                        // The first user cannot stand among those whom only a running broker can be told of.
                        "sasl.mechanism.inter.broker.protocol", "PLAIN",
                        "listener.name.clients.plain.sasl.jaas.config",
                                plain(" user_" + ADMIN + "=\"" + password(ADMIN) + "\""),
                        "listener.name.clients.scram-sha-512.sasl.jaas.config", login("scram.Scram", "")),
                certificates.trust());
        try (BrokerProcesses kafka = BrokerProcesses.start(folder, 1, broker)) {
            Map<String, String> admin = joined(
                    certificates.trust(),
                    Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", plain("")));
            try (Admin client = adminOf(kafka, admin)) {
                await(kafka, client);
                client.alterUserScramCredentials(SERVICES.stream()
                                .map(SecuredBrokerTest::principal)
                                .map(name -> new UserScramCredentialUpsertion(
                                        name,
                                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                                        password(name)))
                                .map(upsertion -> (UserScramCredentialAlteration) upsertion)
                                .toList())
                        .all()
                        .get();
            }
            Secured road = new Secured(kafka, admin, name -> scram(name, password(name)));
            refusesAStranger(kafka, scram(principal(SERVICES.get(0)), "guessed"));
            refusesAStranger(kafka, scram("nobody", "nothing"));
            road.carriesAnArticleAndNobodyOversteps(folder);
        }
    }

    @Test
    void mutualTls() throws Exception {
        Map<String, String> broker = joined(
                ACCESS_CONTROL,
                certificates.identity(ADMIN),
                certificates.trust(),
                Map.of(
                        "listener.security.protocol.map", "CLIENTS:SSL,CONTROLLER:PLAINTEXT",
                        "ssl.client.auth", "required",
                        "ssl.principal.mapping.rules", "RULE:^CN=(.*)$/$1/"));
        try (BrokerProcesses kafka = BrokerProcesses.start(folder, 1, broker)) {
            try (Admin client = adminOf(kafka, tls(ADMIN))) {
                await(kafka, client);
            }
            refusesAStranger(kafka, joined(certificates.trust(), Map.of("security.protocol", "SSL")));
            new Secured(kafka, tls(ADMIN), SecuredBrokerTest::tls).carriesAnArticleAndNobodyOversteps(folder);
        }
    }

    private static void await(BrokerProcesses kafka, Admin admin) throws Exception {
        Await.until("the broker answers", () -> {
            assertTrue(kafka.alive(1), () -> kafka.process(1).tail());
            return !admin.describeCluster().nodes().get().isEmpty();
        });
    }

    private static void refusesAStranger(BrokerProcesses kafka, Map<String, String> client) {
        try (Admin stranger = adminOf(kafka, client)) {
            var refused = assertThrows(
                    ExecutionException.class,
                    () -> stranger.listTopics().names().get());
            assertInstanceOf(AuthenticationException.class, refused.getCause());
        }
    }

    private static Map<String, String> scram(String name, String password) {
        String who = " username=\"" + name + "\" password=\"" + password + "\"";
        return joined(
                certificates.trust(),
                Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", login("scram.Scram", who)));
    }

    private static Map<String, String> tls(String name) {
        return joined(certificates.trust(), certificates.identity(name), Map.of("security.protocol", "SSL"));
    }

    private static String plain(String more) {
        return login("plain.Plain", " username=\"" + ADMIN + "\" password=\"" + password(ADMIN) + "\"" + more);
    }

    private static String login(String module, String options) {
        return "org.apache.kafka.common.security." + module + "LoginModule required" + options + ";";
    }

    private static String password(String name) {
        return "password-of-" + name;
    }

    private static String principal(Service service) {
        return "outlay-" + service.name();
    }

    private static Admin adminOf(BrokerProcesses kafka, Map<String, String> client) {
        return Admin.create(clientOf(kafka, client));
    }

    private static Map<String, Object> clientOf(BrokerProcesses kafka, Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", kafka.bootstrap());
        return settings;
    }

    @SafeVarargs
    private static Map<String, String> joined(Map<String, String>... parts) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }

    /** Whom a client of a service is. */
    private interface Identity {
        Map<String, String> of(String principal);
    }

    /** The services on such a broker. */
    private record Secured(BrokerProcesses kafka, Map<String, String> admin, Identity identity) {
        void carriesAnArticleAndNobodyOversteps(Path folder) throws Exception {
            try (Admin client = adminOf(kafka, admin)) {
                new TopicAdmin(client).create(Services.topics(), 1);
                Set<AclBinding> acls = new HashSet<>();
                for (Service service : SERVICES) {
                    acls.addAll(ServiceAcls.of(service));
                }
                client.createAcls(acls).all().get();
                Await.until(
                        "the broker knows what it is to grant",
                        () -> acls.equals(Set.copyOf(client.describeAcls(AclBindingFilter.ANY)
                                .values()
                                .get())));
            }
            int push = Ports.anyFree();
            int page = Ports.anyFree();
            Deque<Road> running = new ArrayDeque<>();
            try {
                for (Service service : SERVICES) {
                    Map<String, String> settings = new HashMap<>(Map.of(
                            "topics.create",
                            "false",
                            "push.token",
                            PUSH_TOKEN,
                            "push.port",
                            Integer.toString(push),
                            "page.port",
                            Integer.toString(page)));
                    identity.of(principal(service)).forEach((name, value) -> settings.put("kafka." + name, value));
                    Path state = folder.resolve("state-" + service.name());
                    running.push(Road.start(List.of(service), kafka.bootstrap(), state, settings));
                }
                HttpRequest article = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + push + "/articles"))
                        .header("Authorization", "Bearer " + PUSH_TOKEN)
                        .POST(BodyPublishers.ofString(ARTICLE))
                        .build();
                HttpClient http = HttpClient.newHttpClient();
                Await.until(
                        "the article is taken",
                        () -> http.send(article, BodyHandlers.ofString()).statusCode() == 202);
                HttpRequest totals = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + "/api/totals"))
                        .build();
                Await.until(
                        "the page has its total",
                        () -> http.send(totals, BodyHandlers.ofString()).body().contains("\"meta\""));
                aBadRecordIsPutAside();
                nobodyOversteps();
            } finally {
                running.forEach(Road::close);
            }
        }

        private void aBadRecordIsPutAside() throws Exception {
            assertEquals("", write(admin, Topics.ARTICLES, "{\"id\":"));
            TopicReader reader = new TopicReader(clientOf(kafka, admin));
            Await.until("the dead letter is there", () -> reader.latestBytes(Topics.DEAD_LETTERS.name())
                    .containsKey("key"));
        }

        private void nobodyOversteps() {
            assertEquals("refused", write(identity.of("outlay-ingest"), Topics.CLAIMS, "{}"));
            assertEquals("refused", write(identity.of("outlay-enrich"), Topics.ARTICLES, "{}"));
            assertEquals("refused", write(identity.of("outlay-enrich"), Topics.SPEND_BY_COMPANY, "{}"));
            assertEquals("refused", write(identity.of("outlay-aggregate"), Topics.CLAIMS, "{}"));
            assertEquals("refused", write(identity.of("outlay-aggregate"), Topics.CORRECTIONS, "{}"));
            assertEquals("refused", write(identity.of("outlay-dashboard"), Topics.COMMITMENTS, "{}"));
            assertEquals("refused", read(identity.of("outlay-ingest"), Topics.CLAIMS));
            assertEquals("refused", read(identity.of("outlay-enrich"), Topics.CORRECTIONS));
            assertEquals("", read(identity.of("outlay-enrich"), Topics.ARTICLES));
        }

        private String write(Map<String, String> client, Topic<?> topic, String value) {
            try (var producer =
                    new KafkaProducer<>(clientOf(kafka, client), new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(topic.name(), "key", value)).get();
                return "";
            } catch (ExecutionException e) {
                assertInstanceOf(TopicAuthorizationException.class, e.getCause());
                return "refused";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private String read(Map<String, String> client, Topic<?> topic) {
            try (var consumer =
                    new KafkaConsumer<>(clientOf(kafka, client), new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(new TopicPartition(topic.name(), 0)));
                consumer.seekToBeginning(consumer.assignment());
                consumer.position(new TopicPartition(topic.name(), 0));
                return "";
            } catch (TopicAuthorizationException e) {
                return "refused";
            }
        }
    }
}
