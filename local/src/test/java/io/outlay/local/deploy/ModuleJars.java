package io.outlay.local.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The jars that {@code mvn package} makes of the modules, as they are deployed. The tests run in the folder of their module. */
public final class ModuleJars {
    private ModuleJars() {}

    public static Path of(String module) {
        return Path.of("..", module, "target", "outlay-" + module + ".jar")
                .toAbsolutePath()
                .normalize();
    }

    /** Names a module whose jar is not there or older than its classes; what needs it is then not run. */
    public static void assume(String module) {
        Path jar = of(module);
        assumeTrue(Files.exists(jar), "not run: " + jar + " is not there, 'mvn verify' makes it");
        try (Stream<Path> classes = Files.walk(Path.of("..", module, "target", "classes"))) {
            long newest = classes.filter(Files::isRegularFile)
                    .mapToLong(ModuleJars::age)
                    .max()
                    .orElseThrow();
            assumeTrue(
                    age(jar) >= newest, "not run: " + jar + " is older than its classes, 'mvn verify' makes it anew");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long age(Path file) {
        return file.toFile().lastModified();
    }
}
