package io.urania.cluster.pki;

import io.urania.inventory.file.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys and certificates in a directory of this machine that only its owner may enter. */
final class CertificateStore {

    /** In bytes, of one key or certificate. */
    private static final int LARGEST_FILE = 64 * 1024;

    private final Path directory;
    private final Map<String, KeyAndCertificate> unkept = new LinkedHashMap<>();

    CertificateStore(Path directory) {
        this.directory = directory;
    }

    /** What is there under a name, kept or not, or nothing. */
    Optional<KeyAndCertificate> find(String name) throws IOException {
        KeyAndCertificate added = unkept.get(name);
        return added != null ? Optional.of(added) : kept(name);
    }

    private Optional<KeyAndCertificate> kept(String name) throws IOException {
        Path key = directory.resolve(name + ".key");
        Path certificate = directory.resolve(name + ".crt");
        if (!Files.exists(key) || !Files.exists(certificate)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyAndCertificate(Pem.key(read(key)), Pem.certificate(read(certificate))));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    key + " or " + certificate + " cannot be read (" + e.getMessage()
                            + "); restore them from a backup: they belong to a cluster that may exist",
                    e);
        }
    }

    /** A pipe or a device would have no end, or wait for somebody. */
    private static String read(Path file) throws IOException {
        try {
            return new String(RegularFile.read(file, LARGEST_FILE), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException(
                    file + " cannot be read: " + e.getMessage()
                            + "; restore it from a backup: it belongs to a cluster that may exist",
                    e);
        }
    }

    /** Adds what is not on disk before {@link #keep}. */
    void add(String name, KeyAndCertificate pair) {
        unkept.put(name, pair);
    }

    /** Texts of what is not kept yet. */
    Set<String> unkeptTexts() {
        return unkept.values().stream()
                .flatMap(pair -> Stream.of(Pem.of(pair.key()), Pem.of(pair.certificate())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Writes what was added to the directory, which is made with mode 0700 if need be, in the order in which it was added. */
    void keep() throws IOException {
        if (unkept.isEmpty()) {
            return;
        }
        for (Map.Entry<String, KeyAndCertificate> pair : unkept.entrySet()) {
            PrivateFile.write(
                    directory.resolve(pair.getKey() + ".key"),
                    Pem.of(pair.getValue().key()));
            PrivateFile.write(
                    directory.resolve(pair.getKey() + ".crt"),
                    Pem.of(pair.getValue().certificate()));
        }
        unkept.clear();
    }
}
