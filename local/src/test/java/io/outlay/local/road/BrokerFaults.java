package io.outlay.local.road;

import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes a fault of the embedded broker an exception: Kafka's own way is to halt the JVM, and the tests with it. */
public final class BrokerFaults implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Exit.setExitProcedure((status, message) -> {
            throw new IllegalStateException("the broker wanted to exit with " + status + ": " + message);
        });
        Exit.setHaltProcedure((status, message) -> {
            throw new IllegalStateException("the broker wanted to halt with " + status + ": " + message);
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }
}
