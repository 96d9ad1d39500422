package io.outlay.local.cli;

/** Ctrl-C or SIGTERM as an orderly end. */
final class Interrupt {
    private Interrupt() {}

    /** From now on such an end closes what runs, and the process ends with 0 when that went well, else with 1. */
    static void closes(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "end"));
    }

    private static void close(AutoCloseable running) {
        int exitCode = 0;
        try {
            running.close();
        } catch (Exception e) {
            System.err.println("outlay: could not end in order: " + e.getMessage());
            exitCode = 1;
        }
        // Without this a JVM that ends by a signal gives 128 + its number, however well it ended.
        Runtime.getRuntime().halt(exitCode);
    }
}
