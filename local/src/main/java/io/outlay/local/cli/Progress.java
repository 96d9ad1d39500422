package io.outlay.local.cli;

import java.io.PrintWriter;

/** What a long command is doing: on standard error, and only where a person watches. */
final class Progress {
    /** Set by the launcher when standard error is a terminal: Java cannot tell for one stream alone. */
    static final boolean WATCHED = Boolean.getBoolean("outlay.terminal");

    private final PrintWriter err;
    private boolean updating;

    Progress(PrintWriter err) {
        this.err = err;
    }

    /** A line that stays. */
    void say(String line) {
        if (WATCHED) {
            done();
            err.println("outlay: " + line);
            err.flush();
        }
    }

    /** A line that the next one overwrites. */
    void update(String line) {
        if (WATCHED) {
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
