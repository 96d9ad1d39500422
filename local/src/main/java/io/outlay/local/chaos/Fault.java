package io.outlay.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes wrong. A round sends half of its news, hurts, sends the rest meanwhile; {@link #lift} takes away what a system cannot mend by
 * itself; when the totals are right, {@link #restore} brings back what is missing, for the next round.
 */
enum Fault {
    /** One of each service is gone at once, and does not come back. */
    KILL_INSTANCES("kill -9 of an instance of each service, which stays away") {
        @Override
        void hurt(Scene scene) throws InterruptedException {
            for (Instance instance : scene.oneOfEach()) {
                instance.kill();
            }
        }

        /** Where nobody is left to take over, somebody must come back. */
        @Override
        void lift(Scene scene) throws IOException {
            if (scene.stage().plan().instances() == 1) {
                restore(scene);
            }
        }

        @Override
        void restore(Scene scene) throws IOException {
            for (Instance instance : scene.stage().instances()) {
                instance.start();
            }
        }
    },

    KILL_LEADER("kill -9 of the broker that leads, which stays away") {
        @Override
        Optional<String> cannot(Stage stage) {
            return stage.plan().brokers() > 1
                    ? Optional.empty()
                    : Optional.of("with one broker there is nobody to take over");
        }

        @Override
        void hurt(Scene scene) throws InterruptedException {
            scene.stage().brokers().kill(scene.leader());
        }

        @Override
        void restore(Scene scene) throws IOException {
            var brokers = scene.stage().brokers();
            for (int node : brokers.nodes()) {
                if (!brokers.alive(node)) {
                    brokers.startAgain(node);
                }
            }
        }
    },

    STAND_STILL("SIGSTOP of an instance of each service for 10 s, longer than a session") {
        @Override
        void hurt(Scene scene) throws IOException, InterruptedException {
            for (Instance instance : scene.oneOfEach()) {
                instance.process().suspend();
            }
        }

        @Override
        void lift(Scene scene) throws IOException, InterruptedException {
            Thread.sleep(STANDING.toMillis());
            for (Instance instance : scene.stage().instances()) {
                instance.process().resume();
            }
        }
    },

    FULL_DISK("the disk under a state folder is full for 10 s, while its instance takes over from another") {
        @Override
        Optional<String> cannot(Stage stage) {
            if (stage.plan().instances() < 2) {
                return Optional.of("it needs two instances");
            }
            return stage.smallDisk().isPresent()
                    ? Optional.empty()
                    : Optional.of("only root may mount the small disk that it needs");
        }

        @Override
        void hurt(Scene scene) throws IOException, InterruptedException {
            Disk.fill(filler(scene));
            Instance partner = scene.stage().instance("aggregate", 2);
            partner.stop();
            partner.start();
        }

        @Override
        void lift(Scene scene) throws IOException, InterruptedException {
            Thread.sleep(STANDING.toMillis());
            Files.deleteIfExists(filler(scene));
        }

        private Path filler(Scene scene) {
            return scene.stage().smallDisk().orElseThrow().resolve("filler");
        }
    },

    ROLL("all instances, one after another, are stopped and started") {
        @Override
        void hurt(Scene scene) throws IOException, InterruptedException {
            for (Instance instance : scene.stage().instances()) {
                instance.stop();
                instance.start();
                scene.awaitReady(instance);
            }
        }
    },

    GROW_AND_SHRINK("one more instance of each service comes, and goes again") {
        @Override
        void hurt(Scene scene) throws IOException, InterruptedException {
            int number = scene.stage().plan().instances() + 1;
            for (String service : Stage.SERVICES) {
                scene.stage().add(service, number);
            }
            for (String service : Stage.SERVICES) {
                scene.awaitReady(scene.stage().instance(service, number));
            }
            for (String service : Stage.SERVICES) {
                scene.stage().remove(scene.stage().instance(service, number));
            }
        }
    },

    CLOCK("the wall clock of every second instance jumps ahead and back by up to two hours") {
        @Override
        Optional<String> cannot(Stage stage) {
            if (stage.plan().instances() < 2) {
                return Optional.of("it needs two instances");
            }
            return stage.clocks().canJump()
                    ? Optional.empty()
                    : Optional.of("there is no libfaketime: install Debian's package of that name");
        }

        @Override
        void hurt(Scene scene) throws InterruptedException {
            Clocks clocks = scene.stage().clocks();
            clocks.jump(within(Duration.ofHours(2)));
            Thread.sleep(BETWEEN_JUMPS.toMillis());
            clocks.jump(within(Duration.ofHours(-2)));
            Thread.sleep(BETWEEN_JUMPS.toMillis());
            clocks.jump(Duration.ZERO);
        }

        /** Another day would be another question, which has tests of its own. */
        private Duration within(Duration jump) {
            LocalTime now = LocalTime.now(ZoneOffset.UTC);
            LocalTime there = now.plus(jump);
            boolean sameDay = jump.isNegative() ? there.isBefore(now) : there.isAfter(now);
            return sameDay ? jump : Duration.ZERO;
        }
    },

    POISON("records that nobody can read, on every way in") {
        @Override
        void hurt(Scene scene) throws InterruptedException {
            scene.poison();
        }
    };

    private static final Duration STANDING = Duration.ofSeconds(10);
    private static final Duration BETWEEN_JUMPS = Duration.ofSeconds(4);

    private final String what;

    Fault(String what) {
        this.what = what;
    }

    /** What happens, in a line. */
    String what() {
        return what;
    }

    /** On the command line: {@code kill-instances}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why it cannot be tried here, if so. */
    Optional<String> cannot(Stage stage) {
        return Optional.empty();
    }

    abstract void hurt(Scene scene) throws IOException, InterruptedException;

    /** Runs while the system tries to get right. */
    void lift(Scene scene) throws IOException, InterruptedException {}

    void restore(Scene scene) throws IOException, InterruptedException {}
}
