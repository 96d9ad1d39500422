package io.outlay.service;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.outlay.service.ServiceSettings.LogFormat;
import io.outlay.service.ServiceSettings.LogLevel;

/** Found by logback when the first logger is made, so that no line is written before {@link Logs} has its say. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(Logs.OVERRIDE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logs.configure(context, LogFormat.LINE, LogLevel.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
