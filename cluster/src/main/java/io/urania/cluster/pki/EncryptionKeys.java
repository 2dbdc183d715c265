package io.urania.cluster.pki;

import io.urania.cluster.spec.apiserver.EncryptionSpec;
import io.urania.cluster.value.Secret;
import io.urania.inventory.file.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys with which API servers encrypt what they store. The present one is the inventory's, or is kept where Kubespray has it; former ones
 * are kept as long as anybody may need them.
 */
public final class EncryptionKeys {

    /** Where Kubespray has the key, too. */
    private static final String PRESENT = "kube_encrypt_token.creds";

    private static final String ALL = "encryption";
    private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final int DIGITS = 8;
    private static final int LARGEST_FILE = 4096;

    private final Path credentials;
    private final Optional<Secret> present;
    private final boolean isMade;
    private final Map<String, Secret> byName;

    private EncryptionKeys(Path credentials, Optional<Secret> present, boolean isMade, Map<String, Secret> former) {
        this.credentials = credentials;
        this.present = present;
        this.isMade = isMade;
        Map<String, Secret> all = new HashMap<>(former);
        present.ifPresent(key -> all.put(name(key), key));
        this.byName = Map.copyOf(all);
    }

    /**
     * The keys of a cluster; a new one, which is on no disk before {@link #keep}, where one is needed and there is none.
     *
     * @param credentials the inventory's directory of secrets
     * @param encryption how objects are stored, if not as they are
     */
    public static EncryptionKeys of(Path credentials, Optional<EncryptionSpec> encryption, SecureRandom random)
            throws IOException {
        if (encryption.isEmpty()) {
            return none(credentials);
        }
        Map<String, Secret> former = former(credentials.resolve(ALL));
        Optional<Secret> given = encryption.get().token();
        Optional<Secret> present = given.isPresent() ? given : read(credentials.resolve(PRESENT));
        return present.isPresent()
                ? new EncryptionKeys(credentials, present, false, former)
                : new EncryptionKeys(credentials, Optional.of(random(random)), true, former);
    }

    /** No keys, for a cluster that encrypts nothing. */
    public static EncryptionKeys none(Path credentials) {
        return new EncryptionKeys(credentials, Optional.empty(), false, Map.of());
    }

    private static Map<String, Secret> former(Path directory) throws IOException {
        Map<String, Secret> keys = new HashMap<>();
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(EncryptionKeys::isKey).toList()) {
                    read(file).ifPresent(key -> keys.put(name(key), key));
                }
            }
        }
        return keys;
    }

    private static boolean isKey(Path file) {
        return String.valueOf(file.getFileName()).matches("key-[0-9a-f]{8}");
    }

    private static Secret random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        random.ints(LENGTH, 0, CHARACTERS.length()).mapToObj(CHARACTERS::charAt).forEach(text::append);
        return Secret.of(text.toString());
    }

    private static Optional<Secret> read(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String text = new String(RegularFile.read(file, LARGEST_FILE), StandardCharsets.UTF_8).strip();
        if (!text.matches("[!-~]{32}")) {
            throw new IOException(file + " has no key of 32 characters; restore it from a backup:"
                    + " what a cluster has encrypted cannot be read without it");
        }
        return Optional.of(Secret.of(text));
    }

    /** The key to write with. */
    public Secret present() {
        return present.orElseThrow(() -> new IllegalStateException("nothing is encrypted"));
    }

    /** Whether the key to write with was made just now: it is another one the next time, unless it is kept. */
    public boolean isMade() {
        return isMade;
    }

    /** What a key is called in files of hosts. It tells the key apart from others, and nothing of it. */
    public static String name(Secret key) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(key.reveal().getBytes(StandardCharsets.UTF_8));
            return "key-" + HexFormat.of().formatHex(sum).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A key by its name, if it is the present one or was kept. */
    public Optional<Secret> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Where a key is kept. */
    public Path file(String name) {
        return credentials.resolve(ALL).resolve(name);
    }

    /** Writes the present key to this machine's disk, under its name too: it is needed as long as something is stored with it. */
    public void keep() throws IOException {
        if (present.isEmpty()) {
            return;
        }
        if (isMade) {
            PrivateFile.write(credentials.resolve(PRESENT), present.get().reveal() + "\n");
        }
        Path file = file(name(present.get()));
        if (!Files.exists(file)) {
            PrivateFile.write(file, present.get().reveal() + "\n");
        }
    }
}
