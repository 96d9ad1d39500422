package io.outlay.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The javadoc of one of our types, read from its source, as plain text: what it is, and what each component is. */
record Javadoc(String summary, Map<String, String> parameters) {
    private static final Path SOURCES = Path.of("src/main/java");

    static Javadoc of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        if (outermost.getPackage() != Javadoc.class.getPackage()) {
            return new Javadoc("", Map.of());
        }
        Path file = SOURCES.resolve(outermost.getName().replace('.', '/') + ".java");
        Pattern declaration = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*"
                        + "(?:@\\w+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*"
                        + "(?:(?:public|sealed|static|final) )*(?:record|enum|interface) " + type.getSimpleName()
                        + "\\b",
                Pattern.DOTALL);
        try {
            Matcher found = declaration.matcher(Files.readString(file));
            return found.find() ? parse(found.group(1)) : new Javadoc("", Map.of());
        } catch (IOException e) {
            throw new AssertionError("the source of " + type + " cannot be read", e);
        }
    }

    private static Javadoc parse(String comment) {
        String text = comment.replaceAll("(?m)^\\s*\\*( |$)", "");
        String[] parts = text.split("(?m)^@param ");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] nameAndText = parts[i].split("\\s", 2);
            parameters.put(nameAndText[0], plain(nameAndText[1]));
        }
        return new Javadoc(plain(parts[0].split("<p>|(?m)^@")[0]), parameters);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\{@code ([^}]*)\\}", "$1")
                .replaceAll("\\{@link #?([^}]*)\\}", "$1")
                .replace('#', '.');
    }
}
