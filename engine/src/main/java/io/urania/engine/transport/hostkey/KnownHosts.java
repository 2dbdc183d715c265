package io.urania.engine.transport.hostkey;

import io.urania.engine.transport.hostkey.HostKeyVerdict.Pin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of known host keys in OpenSSH's format: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT". The one place where it is decided
 * whether a host is believed. Files are read anew each time, for the program ssh reads and writes them too.
 *
 * @param files looked at in this order; those that do not exist are skipped; accepted keys are added to the first
 */
public record KnownHosts(List<Path> files) {

    public KnownHosts {
        files = List.copyOf(files);
    }

    /**
     * The first line of a file that is about other hosts than those that it names, by a pattern or a marker. Such a line speaks for any
     * host, so that it has to be the person's own.
     *
     * @param file need not exist
     * @return {@code file:line}
     */
    public static Optional<String> lineForOthers(Path file) {
        List<String> lines = lines(file);
        for (int index = 0; index < lines.size(); index++) {
            if (KnownHostsLine.isForOthers(lines.get(index))) {
                return Optional.of(file + ":" + (index + 1));
            }
        }
        return Optional.empty();
    }

    /** How a host is called in these files. */
    public static String nameOf(String address, int port) {
        return port == 22 ? address : "[" + address + "]:" + port;
    }

    /**
     * Judges the key that a host shows. A host that is known by other keys alone has changed, whatever their types.
     *
     * @param name as {@link #nameOf} writes it
     * @param fingerprint of the key that is shown, as {@link HostKey#fingerprint} writes it
     */
    public HostKeyVerdict judge(String name, String fingerprint) {
        List<KnownHostsLine> lines = matching(name);
        for (Pin mark : revocations(lines)) {
            if (mark.key().fingerprint().equals(fingerprint)) {
                return new HostKeyVerdict.Revoked(mark);
            }
        }
        List<Pin> pins = pins(lines);
        if (pins.stream().anyMatch(pin -> pin.key().fingerprint().equals(fingerprint))) {
            return new HostKeyVerdict.Known();
        }
        return pins.isEmpty() ? new HostKeyVerdict.Unknown() : new HostKeyVerdict.Changed(pins);
    }

    /** Every key by which a host is known. */
    public List<Pin> pins(String name) {
        return pins(matching(name));
    }

    /** Every key that a host must not show any more. */
    public List<Pin> revocations(String name) {
        return revocations(matching(name));
    }

    /**
     * Adds a key that a person has accepted to the first file, which is made for its owner alone if it is not there.
     *
     * @throws IllegalArgumentException if the name is none of one host: see {@link SshNames#isKnownAs}
     * @throws IllegalStateException if there is no file
     */
    public void pin(String name, HostKey key) throws IOException {
        if (!SshNames.isKnownAs(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a single host name");
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("there is no file for the key of " + name);
        }
        Path file = files.getFirst();
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String text = Files.readString(file);
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        Files.writeString(file, separator + key.knownHostsLine(name), StandardOpenOption.APPEND);
    }

    private static List<Pin> revocations(List<KnownHostsLine> lines) {
        return lines.stream()
                .filter(KnownHostsLine::isRevocation)
                .map(KnownHostsLine::pin)
                .toList();
    }

    private static List<Pin> pins(List<KnownHostsLine> lines) {
        return lines.stream()
                .filter(line -> line.marker().isEmpty())
                .map(KnownHostsLine::pin)
                .toList();
    }

    private List<KnownHostsLine> matching(String name) {
        List<KnownHostsLine> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int index = 0; index < lines.size(); index++) {
                KnownHostsLine.parse(lines.get(index), file, index + 1)
                        .filter(line -> line.matches(name))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            // Comments may be in any encoding.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the known host keys in " + file + " cannot be read", e);
        }
    }
}
