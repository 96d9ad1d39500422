package io.outlay.local.cli;

import io.outlay.ingest.Sources;
import picocli.CommandLine.Option;

/** How a command asks web servers. */
final class WebOption {
    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            defaultValue = "${env:OUTLAY_WEB_USER_AGENT}",
            description = "How to be named to web servers; EDGAR wants a name and an address for mail in it.")
    private String userAgent = "";

    String userAgent() {
        return userAgent == null || userAgent.isBlank() ? Sources.USER_AGENT : userAgent;
    }
}
