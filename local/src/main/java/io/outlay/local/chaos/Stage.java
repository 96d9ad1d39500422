package io.outlay.local.chaos;

import io.outlay.local.road.BrokerProcesses;
import io.outlay.local.road.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brokers and services as processes, with one thread that starts again what has died by itself, as an orchestrator would.
 *
 * <p>Time limits that fit each other: a member that is silent for {@value #SESSION_MS} ms is out of its group; what it left open is aborted
 * at most {@value #TRANSACTION_MS} ms after it began, since brokers look every {@value #ABORT_SCAN_MS} ms.
 */
final class Stage implements AutoCloseable {
    static final List<String> SERVICES = List.of("ingest", "enrich", "aggregate");

    static final int SESSION_MS = 6_000;
    static final int TRANSACTION_MS = 8_000;
    static final int ABORT_SCAN_MS = 1_000;

    /** Room on the disk that is to be full: enough for the state of a run. */
    private static final String SMALL_DISK = "256m";

    private static final int LOOK_EVERY_MS = 500;

    private static final Logger log = LoggerFactory.getLogger(Stage.class);

    /**
     * @param folder for everything that the run writes
     * @param home where the modules are built: {@code home/enrich/target/outlay-enrich.jar}
     * @param instances of each service
     * @param jvm options of each service's JVM, such as {@code -Xmx256m}
     */
    record Plan(Path folder, Path home, int brokers, int instances, List<String> jvm) {
        Path jar(String service) {
            return home.resolve(service).resolve("target").resolve("outlay-" + service + ".jar");
        }
    }

    private final Plan plan;
    private final BrokerProcesses brokers;
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final List<Path> mounts = new ArrayList<>();
    private final Thread supervisor = new Thread(this::supervise, "supervisor");
    private final Thread lastResort = new Thread(this::endAll, "end of all processes");
    private final Clocks clocks;

    private Stage(Plan plan, BrokerProcesses brokers) throws IOException {
        this.plan = plan;
        this.brokers = brokers;
        this.clocks = new Clocks(plan.folder().resolve("clock"));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Starts brokers and services, without waiting for them. */
    static Stage start(Plan plan) throws IOException, InterruptedException {
        Map<String, String> more = Map.of(
                "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                Integer.toString(ABORT_SCAN_MS),
                "broker.session.timeout.ms",
                Integer.toString(SESSION_MS),
                "broker.heartbeat.interval.ms",
                "1000");
        Stage stage = new Stage(plan, BrokerProcesses.start(plan.folder(), plan.brokers(), more));
        try {
            stage.mountSmallDisk();
            for (int number = 1; number <= plan.instances(); number++) {
                for (String service : SERVICES) {
                    stage.add(service, number);
                }
            }
            stage.supervisor.setDaemon(true);
            stage.supervisor.start();
            return stage;
        } catch (IOException | InterruptedException e) {
            stage.close();
            throw e;
        }
    }

    /** Another instance of a service; all that have a number above 1 have a clock that can be made to jump, where that is possible. */
    Instance add(String service, int number) throws IOException {
        List<String> jvm = new ArrayList<>(plan.jvm());
        jvm.add("-jar");
        jvm.add(plan.jar(service).toString());
        List<String> settings = List.of(
                "--bootstrap=" + brokers.bootstrap(),
                "--standbys=" + (plan.instances() > 1 ? 1 : 0),
                "--kafka.session.timeout.ms=" + SESSION_MS,
                "--kafka.heartbeat.interval.ms=2000",
                "--kafka.producer.transaction.timeout.ms=" + TRANSACTION_MS);
        Map<String, String> environment = number > 1 ? clocks.environment() : Map.of();
        Instance instance = new Instance(service, number, plan.folder(), jvm, settings, environment);
        instances.add(instance);
        return instance;
    }

    void remove(Instance instance) throws InterruptedException {
        instance.stop();
        instances.remove(instance);
    }

    Plan plan() {
        return plan;
    }

    BrokerProcesses brokers() {
        return brokers;
    }

    Clocks clocks() {
        return clocks;
    }

    List<Instance> instances() {
        return List.copyOf(instances);
    }

    Instance instance(String service, int number) {
        return instances.stream()
                .filter(instance -> instance.name().equals(service + "-" + number))
                .findFirst()
                .orElseThrow();
    }

    /** The disk of {@code aggregate-1}'s state, where there is a small one. */
    Optional<Path> smallDisk() {
        return mounts.stream().findFirst();
    }

    boolean ready() {
        return instances.stream().allMatch(Instance::ready);
    }

    /** How often an instance died by itself. */
    int deaths() {
        return instances.stream().mapToInt(Instance::startedAnew).sum();
    }

    /** Mounting is root's; without it nobody's disk is filled. */
    private void mountSmallDisk() throws IOException, InterruptedException {
        Path state = plan.folder().resolve("state-aggregate-1");
        Files.createDirectories(state);
        try {
            JavaProcess.run("mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK, "outlay-chaos", state.toString());
            mounts.add(state);
        } catch (IOException notAllowed) {
            log.info("no small disk: {}", notAllowed.getMessage());
        }
    }

    private void supervise() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MS);
                for (Instance instance : instances) {
                    instance.revive();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.error("a process that died cannot be started again", e);
        }
    }

    private void endAll() {
        supervisor.interrupt();
        instances.forEach(instance -> instance.process().close());
        brokers.close();
        unmount();
    }

    private void unmount() {
        for (Path mount : mounts) {
            try {
                JavaProcess.run("umount", "--lazy", mount.toString());
            } catch (IOException e) {
                log.warn("cannot unmount: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends every process that it started; the folder stays. */
    @Override
    public void close() throws InterruptedException {
        supervisor.interrupt();
        supervisor.join();
        for (Instance instance : instances) {
            instance.kill();
        }
        brokers.close();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        unmount();
    }

    /** What of the services' jars is missing. */
    static List<Path> missingJars(Plan plan) {
        return SERVICES.stream()
                .map(plan::jar)
                .filter(jar -> !Files.exists(jar))
                .toList();
    }
}
