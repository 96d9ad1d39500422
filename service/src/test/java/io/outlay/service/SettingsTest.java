package io.outlay.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private enum Speed {
        FAST,
        VERY_SLOW
    }

    private static final Setting<Integer> PORT = Setting.number("http.port", 0, 65535, 8081, "where it listens");
    private static final Setting<String> TOKEN =
            Setting.text("http.token", "open-sesame", "who may push").masked();
    private static final Setting<Duration> PAUSE = Setting.duration("poll.pause", "5m", "between two looks");
    private static final Setting<Long> ROOM = Setting.bytes("room", "64KiB", "how much is kept");
    private static final Setting<Boolean> LOUD = Setting.flag("loud", false, "whether it speaks up");
    private static final Setting<Speed> SPEED = Setting.choice("speed", Speed.FAST, "how fast it goes");
    private static final Setting<List<String>> FEEDS = Setting.list("feeds", "", "what is read");
    private static final Setting<Optional<Path>> FOLDER =
            Setting.path("folder", null, "where files lie").optional();
    private static final List<Setting<?>> ALL =
            List.of(ServiceSettings.FILE, PORT, TOKEN, PAUSE, ROOM, LOUD, SPEED, FEEDS, FOLDER);

    @TempDir
    Path folder;

    @Test
    void defaultsStandWhereNothingIsGiven() {
        Settings settings = read();
        assertEquals(8081, settings.get(PORT));
        assertEquals(Duration.ofMinutes(5), settings.get(PAUSE));
        assertEquals(65536L, settings.get(ROOM));
        assertEquals(false, settings.get(LOUD));
        assertEquals(Speed.FAST, settings.get(SPEED));
        assertEquals(List.of(), settings.get(FEEDS));
        assertEquals(Optional.empty(), settings.get(FOLDER));
    }

    @Test
    void valuesAreReadByTheirType() {
        Settings settings = read(
                "--poll.pause=250ms",
                "--room=8MiB",
                "--loud=TRUE",
                "--speed=very-slow",
                "--feeds=https://a.example/feed, b ,,",
                "--folder=/news=x");
        assertEquals(Duration.ofMillis(250), settings.get(PAUSE));
        assertEquals(8L * 1024 * 1024, settings.get(ROOM));
        assertEquals(true, settings.get(LOUD));
        assertEquals(Speed.VERY_SLOW, settings.get(SPEED));
        assertEquals(List.of("https://a.example/feed", "b"), settings.get(FEEDS));
        assertEquals(Optional.of(Path.of("/news=x")), settings.get(FOLDER));
    }

    @Test
    void commandLineOutranksEnvironmentOutranksFile() throws IOException {
        Path file = file("http.port=1\npoll.pause=1s\nroom=1\n");
        var environment =
                Map.of("OUTLAY_SETTINGS", file.toString(), "OUTLAY_HTTP_PORT", "2", "OUTLAY_POLL_PAUSE", "2s");
        Settings settings = Settings.read(ALL, environment, List.of("--http.port=3"));
        assertEquals(3, settings.get(PORT));
        assertEquals(Duration.ofSeconds(2), settings.get(PAUSE));
        assertEquals(1L, settings.get(ROOM));
    }

    @Test
    void everyMistakeIsReportedAtOnceWithItsPlace() throws IOException {
        Path file = file("http.prot=1\n");
        var environment = Map.of("OUTLAY_LOUDD", "true", "OUTLAY_ROOM", "a lot", "PATH", "/bin");
        var failure = assertThrows(
                BadSettingsException.class,
                () -> Settings.read(
                        ALL, environment, List.of("--settings=" + file, "--http.port=70000", "--speed=slow", "loud")));
        assertEquals(
                List.of(
                        file + ": no setting is called 'http.prot'; did you mean 'http.port'?",
                        "environment: no setting is called OUTLAY_LOUDD; did you mean 'OUTLAY_LOUD'?",
                        "command line: 'loud' is not of the form --name=value",
                        "command line: 'http.port' is '70000': must lie between 0 and 65535",
                        "environment: 'room' is 'a lot': must be a count of bytes such as 512, 64KiB, 8MiB or 1GiB",
                        "command line: 'speed' is 'slow': must be one of fast|very-slow"),
                failure.problems());
    }

    @Test
    void aNameThatIsNearNothingGetsNoHint() {
        assertEquals(List.of("command line: no setting is called 'zzzzzz'"), problems("--zzzzzz=1"));
    }

    @Test
    void aRequiredSettingMustBeGiven() {
        var url = Setting.text("url", "", "where to ask").required();
        var failure = assertThrows(BadSettingsException.class, () -> Settings.of(List.of(url), Map.of()));
        assertEquals(List.of("'url' must be given: where to ask"), failure.problems());
    }

    @Test
    void aFileThatIsNotThereIsAMistake() {
        String problem = problems("--settings=" + folder.resolve("absent")).get(0);
        assertTrue(problem.contains("absent: cannot be read as a properties file"), problem);
    }

    @Test
    void kafkaSettingsPassThroughFromEveryPlace() throws IOException {
        Path file = file("kafka.security.protocol=PLAINTEXT\nkafka.sasl.mechanism=PLAIN\n");
        Settings settings = Settings.read(
                ALL,
                Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                List.of("--settings=" + file, "--kafka.client.rack=b"));
        assertEquals(
                Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "client.rack", "b"),
                settings.kafka());
    }

    @Test
    void aSlipInAKafkaSettingIsRefusedAsItMightMeanNoSecurity() {
        assertEquals(
                List.of(
                        "command line: no Kafka client has a setting 'secruity.protocol'; did you mean 'security.protocol'?",
                        "command line: no Kafka client has a setting 'consumer.fetch.max.byte';"
                                + " did you mean 'consumer.fetch.max.bytes'?"),
                problems("--kafka.secruity.protocol=SASL_SSL", "--kafka.consumer.fetch.max.byte=1"));
    }

    @Test
    void aKafkaSettingOfSomebodysOwnPassesThrough() {
        assertEquals(
                Map.of("acme.login.realm", "north", "producer.linger.ms", "5", "topic.segment.bytes", "1048576"),
                read(
                                "--kafka.acme.login.realm=north",
                                "--kafka.producer.linger.ms=5",
                                "--kafka.topic.segment.bytes=1048576")
                        .kafka());
    }

    @Test
    void kafkasNameForTheBrokersIsOursToo() {
        var known = ServiceSettings.all();
        var environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", "one:9092");
        assertEquals("one:9092", Settings.read(known, environment, List.of()).get(ServiceSettings.BOOTSTRAP));
        assertEquals(
                "two:9092",
                Settings.read(known, environment, List.of("--bootstrap=two:9092"))
                        .get(ServiceSettings.BOOTSTRAP));
    }

    @Test
    void whatKubernetesAndKafkasImagesPutIntoTheEnvironmentIsNoSetting() {
        Settings settings = Settings.read(
                ALL,
                Map.of(
                        "OUTLAY_ENRICH_SERVICE_HOST", "10.0.0.7",
                        "OUTLAY_ENRICH_SERVICE_PORT_HTTP", "8081",
                        "OUTLAY_ENRICH_PORT", "tcp://10.0.0.7:8081",
                        "OUTLAY_ENRICH_PORT_8081_TCP_ADDR", "10.0.0.7",
                        "KAFKA_PORT", "tcp://10.0.0.8:9092",
                        "KAFKA_SERVICE_PORT", "9092",
                        "KAFKA_PORT_9092_TCP", "tcp://10.0.0.8:9092",
                        "KAFKA_HEAP_OPTS", "-Xmx1g"),
                List.of());
        assertEquals(Map.of(), settings.kafka());
    }

    @Test
    void secretsArePrintedAsStars() {
        Settings settings = read(
                "--http.token=hunter2",
                "--kafka.sasl.jaas.config=login password=hunter2",
                "--kafka.ssl.keystore.password=hunter2",
                "--kafka.consumer.ssl.key.password=hunter2",
                "--kafka.ssl.keystore.key=hunter2",
                "--kafka.sasl.oauthbearer.client.credentials.client.secret=hunter2",
                "--kafka.security.protocol=SASL_SSL");
        assertFalse(settings.toString().contains("hunter2"), settings.toString());
        assertTrue(settings.lines().contains("kafka.security.protocol=SASL_SSL"));
        assertTrue(settings.lines().contains("http.token=********"));
        assertEquals("hunter2", settings.get(TOKEN));
    }

    @Test
    void aBadSecretIsNotPrintedEither() {
        var pin = Setting.number("pin", 0, 9999, 0, "the number").masked();
        var failure = assertThrows(BadSettingsException.class, () -> Settings.of(List.of(pin), Map.of("pin", "31337")));
        assertFalse(failure.getMessage().contains("31337"), failure.getMessage());
    }

    @Test
    void helpTellsShapeDefaultAndMeaning() {
        assertEquals(
                "  --http.port=0..65535 (default 8081)\n      where it listens\n"
                        + "  --speed=fast|very-slow (default fast)\n      how fast it goes",
                Settings.help(List.of(PORT, SPEED)));
    }

    @Test
    void helpDoesNotShowASecretsDefault() {
        assertFalse(Settings.help(List.of(TOKEN)).contains("open-sesame"));
    }

    @Test
    void askingForASettingThatWasNotReadIsAMistakeOfTheProgram() {
        var other = Setting.flag("other", true, "not read");
        var settings = read();
        assertThrows(IllegalArgumentException.class, () -> settings.get(other));
    }

    private Settings read(String... arguments) {
        return Settings.read(ALL, Map.of(), List.of(arguments));
    }

    private List<String> problems(String... arguments) {
        return assertThrows(BadSettingsException.class, () -> read(arguments)).problems();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("outlay.properties"), text);
    }
}
