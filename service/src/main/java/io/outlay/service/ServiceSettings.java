package io.outlay.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that every service has. */
public final class ServiceSettings {
    /** How log lines look. */
    public enum LogFormat {
        LINE,
        JSON
    }

    /** Which log lines are written. */
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    public static final Setting<String> BOOTSTRAP = Setting.text(
            "bootstrap", "localhost:9092", "Kafka brokers to begin with, HOST:PORT, several joined by commas");
    public static final Setting<Path> STATE_DIR =
            Setting.path("state.dir", "state", "folder for the state stores; lost state is restored from Kafka");
    public static final Setting<Integer> THREADS =
            Setting.number("threads", 1, 64, 1, "stream threads of this process");
    public static final Setting<Integer> STANDBYS =
            Setting.number("standbys", 0, 8, 0, "further instances that keep a warm copy of each state store");
    public static final Setting<Integer> REPLICATION = Setting.number(
            "replication",
            -1,
            9,
            -1,
            "copies of each topic, the internal ones included; -1: what the broker has as its default");
    public static final Setting<Duration> COMMIT_INTERVAL =
            Setting.duration("commit.interval", "100ms", "how often results are committed, and so become visible");
    public static final Setting<Long> CACHE =
            Setting.bytes("cache", "32MiB", "memory for the caches of the state stores, over all threads");
    public static final Setting<Boolean> CREATE_TOPICS =
            Setting.flag("topics.create", true, "make the topics that are missing at start-up; false: only check them");
    public static final Setting<Duration> STOP_TIMEOUT =
            Setting.duration("stop.timeout", "20s", "how long a stop may take before the process gives up and fails");
    public static final Setting<Boolean> LEAVE_GROUP =
            Setting.flag("stop.leave.group", true, "leave the group on a stop, so that others take over at once");
    public static final Setting<String> HTTP_HOST =
            Setting.text("http.host", "0.0.0.0", "address that the health server listens on");
    public static final Setting<Integer> HTTP_PORT =
            Setting.number("http.port", 0, 65535, 8081, "port of the health server; 0: any that is free");
    public static final Setting<LogFormat> LOG_FORMAT =
            Setting.choice("log.format", LogFormat.LINE, "how log lines look");
    public static final Setting<LogLevel> LOG_LEVEL =
            Setting.choice("log.level", LogLevel.INFO, "the least level of our own log lines");
    public static final Setting<Optional<Path>> FILE = Setting.path(
                    "settings", null, "a properties file with settings, which environment and command line override")
            .optional();

    private static final List<Setting<?>> ALL = List.of(
            FILE,
            BOOTSTRAP,
            STATE_DIR,
            THREADS,
            STANDBYS,
            REPLICATION,
            COMMIT_INTERVAL,
            CACHE,
            CREATE_TOPICS,
            STOP_TIMEOUT,
            LEAVE_GROUP,
            HTTP_HOST,
            HTTP_PORT,
            HttpServers.KEY_STORE,
            HttpServers.KEY_STORE_PASSWORD,
            LOG_FORMAT,
            LOG_LEVEL);

    private ServiceSettings() {}

    public static List<Setting<?>> all() {
        return ALL;
    }
}
