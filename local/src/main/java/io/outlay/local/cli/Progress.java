package io.outlay.local.cli;

import java.io.PrintWriter;

/** What a long command is doing: on standard error, and only where a person watches. */
final class Progress {
    private final PrintWriter err;
    private final boolean watched;
    private boolean updating;

    Progress(PrintWriter err) {
        this.err = err;
        this.watched = System.console() != null;
    }

    /** A line that stays. */
    void say(String line) {
        if (watched) {
            done();
            err.println("outlay: " + line);
            err.flush();
        }
    }

    /** A line that the next one overwrites. */
    void update(String line) {
        if (watched) {
            err.print("\r\033[Koutlay: " + line);
            err.flush();
            updating = true;
        }
    }

    /** Clears what {@link #update} wrote. */
    void done() {
        if (updating) {
            err.print("\r\033[K");
            err.flush();
            updating = false;
        }
    }
}
