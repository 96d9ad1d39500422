package io.outlay.local.deploy;

import io.outlay.local.road.JavaProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys of some people, signed by one authority that nobody knows beyond a test: made by the JDK's keytool. */
final class TestCertificates {
    private static final String AUTHORITY = "authority";
    private static final String PASSWORD = "test-only";

    private final Path folder;

    private TestCertificates(Path folder) {
        this.folder = folder;
    }

    static TestCertificates of(Path folder, List<String> names) throws Exception {
        TestCertificates made = new TestCertificates(Files.createDirectories(folder));
        made.keytool(AUTHORITY, "bc:critical=ca:true", List.of());
        for (String name : names) {
            made.keytool(name, "san=ip:127.0.0.1", List.of("-signer", AUTHORITY));
        }
        KeyStore all = KeyStore.getInstance(made.file("all").toFile(), PASSWORD.toCharArray());
        KeyStore trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
        made.write("trusted", trusted);
        for (String name : names) {
            KeyStore own = empty();
            char[] password = PASSWORD.toCharArray();
            own.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
            made.write(name, own);
        }
        return made;
    }

    /** Kafka's settings for who believes the authority. */
    Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.location",
                file("trusted").toString(),
                "ssl.truststore.password",
                PASSWORD,
                "ssl.truststore.type",
                "PKCS12");
    }

    /** Kafka's settings for who shows that he is one of them. */
    Map<String, String> identity(String name) {
        return Map.of(
                "ssl.keystore.location",
                file(name).toString(),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.key.password",
                PASSWORD,
                "ssl.keystore.type",
                "PKCS12");
    }

    private void keytool(String name, String extension, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-ext",
                extension,
                "-storetype",
                "PKCS12",
                "-keystore",
                file("all").toString(),
                "-storepass",
                PASSWORD));
        command.addAll(more);
        JavaProcess.run(command.toArray(String[]::new));
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load((InputStream) null, null);
        return store;
    }

    private void write(String name, KeyStore store) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file(name))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".p12");
    }
}
