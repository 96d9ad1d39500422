package io.outlay.service;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka Streams' handlers for errors that no node of a topology expects: the record that caused the error becomes a dead letter
 * in the same transaction, and the stream goes on.
 */
public final class DeadLetterHandlers {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterHandlers.class);

    private DeadLetterHandlers() {}

    /** Bytes that a serde cannot read. */
    public static final class OnDeserialization implements DeserializationExceptionHandler {
        private DeadLetters letters = new DeadLetters("unknown");

        @Override
        public void configure(Map<String, ?> configs) {
            letters = lettersOf(configs);
        }

        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> bad, Exception exception) {
            tell(context, exception);
            return DeserializationExceptionHandler.Response.resume(List.of(letters.producerRecord(
                    bad.topic(), bad.partition(), bad.offset(), bad.key(), bad.value(), exception)));
        }
    }

    /** An exception out of a processor: the record that entered the topology is at fault, as far as anyone knows. */
    public static final class OnProcessing implements ProcessingExceptionHandler {
        private DeadLetters letters = new DeadLetters("unknown");

        @Override
        public void configure(Map<String, ?> configs) {
            letters = lettersOf(configs);
        }

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> bad, Exception exception) {
            tell(context, exception);
            return ProcessingExceptionHandler.Response.resume(List.of(fromSource(letters, context, exception)));
        }
    }

    /**
     * A result that is too large for its topic; any other failure to write ends the thread. The size is best found by the
     * serializer, as ours do: once a producer has refused a record, its transaction is lost.
     */
    public static final class OnProduction implements ProductionExceptionHandler {
        private DeadLetters letters = new DeadLetters("unknown");

        @Override
        public void configure(Map<String, ?> configs) {
            letters = lettersOf(configs);
        }

        @Override
        public ProductionExceptionHandler.Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> result, Exception exception) {
            return answer(context, exception);
        }

        @Override
        @SuppressWarnings("rawtypes") // as Kafka declares it: what could not be serialized has no type
        public ProductionExceptionHandler.Response handleSerializationError(
                ErrorHandlerContext context,
                ProducerRecord result,
                Exception exception,
                SerializationExceptionOrigin origin) {
            return answer(context, exception);
        }

        private ProductionExceptionHandler.Response answer(ErrorHandlerContext context, Exception exception) {
            if (exception instanceof RecordTooLargeException) {
                tell(context, exception);
                return ProductionExceptionHandler.Response.resume(List.of(fromSource(letters, context, exception)));
            }
            return ProductionExceptionHandler.Response.fail();
        }
    }

    private static DeadLetters lettersOf(Map<String, ?> configs) {
        String applicationId = String.valueOf(configs.get(StreamsConfig.APPLICATION_ID_CONFIG));
        return new DeadLetters(StreamsSettings.serviceOf(applicationId));
    }

    private static ProducerRecord<byte[], byte[]> fromSource(
            DeadLetters letters, ErrorHandlerContext context, Exception exception) {
        return letters.producerRecord(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                exception);
    }

    private static void tell(ErrorHandlerContext context, Exception exception) {
        log.warn(
                "put aside to dead letters: {}-{} offset {} at {}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.processorNodeId(),
                exception.toString());
    }
}
