package io.urania.cluster.pki;

import io.urania.inventory.text.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/** Keys and certificates in a directory of this machine that only its owner may enter. */
final class CertificateStore {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** In bytes, of one key or certificate. */
    private static final int LARGEST_FILE = 64 * 1024;

    private final Path directory;

    CertificateStore(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory, PRIVATE_DIRECTORY);
    }

    /** What is kept under a name, or nothing. */
    Optional<KeyAndCertificate> find(String name) throws IOException {
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
                            + "); restore them from a copy: they belong to a cluster that may exist",
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
                            + "; restore it from a copy: it belongs to a cluster that may exist",
                    e);
        }
    }

    void put(String name, KeyAndCertificate pair) throws IOException {
        write(directory.resolve(name + ".key"), Pem.of(pair.key()));
        write(directory.resolve(name + ".crt"), Pem.of(pair.certificate()));
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PRIVATE_FILE);
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
