package io.outlay.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Where Jackson is kinder than our schemas: a number is no text, and a day or an instant is nothing but an ISO string. */
final class StrictValues {
    private StrictValues() {}

    static Module module() {
        return new SimpleModule("outlay-strict")
                .addDeserializer(LocalDate.class, new OfText<>(LocalDate.class, LocalDate::parse, "an ISO day"))
                .addDeserializer(Instant.class, new OfText<>(Instant.class, Instant::parse, "an ISO instant"));
    }

    static void onlyStrings(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static final class OfText<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> parse;
        private final String shape;

        OfText(Class<T> type, Function<String, T> parse, String shape) {
            super(type);
            this.parse = parse;
            this.shape = shape;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return context.<T>reportInputMismatch(this, "must be %s in quotes", shape);
            }
            try {
                return parse.apply(json.getText());
            } catch (DateTimeException e) {
                return context.<T>reportInputMismatch(this, "must be %s, not '%s'", shape, json.getText());
            }
        }
    }
}
