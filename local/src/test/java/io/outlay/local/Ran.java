package io.outlay.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command of the command line did, run in this JVM. */
public record Ran(int exitCode, String out, String err) {
    public static Ran outlay(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = OutlayMain.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
