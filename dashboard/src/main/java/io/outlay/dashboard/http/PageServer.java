package io.outlay.dashboard.http;

import io.outlay.dashboard.api.CorrectionDesk;
import io.outlay.dashboard.api.Sources;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The page's server. A few threads serve any number of readers: none of them waits for a network. */
public final class PageServer implements AutoCloseable {
    private static final int THREADS = 12;
    private static final int MAX_CONNECTIONS = 4_000;
    private static final int HEADER_BYTES = 8 * 1024;

    /** What the kernel holds for a reader that does not read. */
    private static final int SEND_BUFFER = 256 * 1024;

    /** A connection on which nothing moves for so long is closed; readers of events get a sign of life more often. */
    private static final long IDLE_MS = 30_000;

    private final Server server;
    private final ServerConnector connector;
    private final EventStreams streams;

    private PageServer(Server server, ServerConnector connector, EventStreams streams) {
        this.server = server;
        this.connector = connector;
        this.streams = streams;
    }

    /**
     * Starts to serve.
     *
     * @param address port 0 for any that is free, see {@link #address}
     * @param token that corrections must show
     * @param ready whether the view is whole
     * @throws IOException if the address cannot be had; the message names it
     */
    public static PageServer start(
            InetSocketAddress address,
            Optional<String> token,
            Sources sources,
            CorrectionDesk.Sink sink,
            BooleanSupplier ready)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("page");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        EventStreams streams = new EventStreams(sources, ready);
        Gate gate = new Gate(token, address.getAddress(), System::nanoTime);
        server.setHandler(new PageHandler(sources, new CorrectionDesk(sources, sink), gate, streams));
        PageServer page = new PageServer(server, connector, streams);
        try {
            server.start();
            return page;
        } catch (Exception e) {
            page.close();
            throw new IOException(
                    "the page cannot be served at " + address.getHostString() + ":" + address.getPort()
                            + ": is the port taken? Choose another with page.port",
                    e);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** The view has moved. */
    public void changed() {
        streams.changed();
    }

    /** The sources' state may have changed. */
    public void looked() {
        streams.looked();
    }

    /** How many readers of events there are. */
    public int readers() {
        return streams.size();
    }

    @Override
    public void close() {
        streams.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the page's server does not stop", e);
        }
    }
}
