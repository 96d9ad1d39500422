package io.outlay.local.cli;

import io.outlay.ingest.file.CsvColumns;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tables name their columns, where their headers do not tell. */
final class ColumnsOption {
    @Option(
            names = "--columns",
            paramLabel = "FIELD=COLUMN,...",
            converter = Converter.class,
            description = "For CSV: which column holds which field, as in 'body=Full Story,title=Head'.")
    private CsvColumns columns = CsvColumns.byName();

    CsvColumns columns() {
        return columns;
    }

    private static final class Converter implements ITypeConverter<CsvColumns> {
        @Override
        public CsvColumns convert(String mapping) {
            try {
                return CsvColumns.parse(mapping);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
