package io.urania.engine.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** Data that a step takes in: text made here, or a file of this machine. */
public sealed interface Payload {

    /** Shorter lines of a secret text are not taken for secrets of their own. */
    int SHORTEST_SECRET = 8;

    /** Size in bytes. */
    long size();

    /** SHA-256 as 64 lower-case hexadecimal digits: checked on arrival. */
    String sha256();

    /** Writes exactly {@link #size()} bytes. */
    void writeTo(OutputStream sink) throws IOException;

    /** What is in it that nobody may be told, should a host repeat it; empty if nothing is. */
    default List<String> secrets() {
        return List.of();
    }

    static Payload text(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8), List.of());
    }

    /**
     * Text of which parts are secret.
     *
     * @param secrets those parts
     */
    static Payload text(String text, Collection<String> secrets) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8), secrets);
    }

    /** Text that is secret as a whole: every line of it that is long enough to be more than a common word. */
    static Payload secret(String text) {
        return text(
                text,
                text.lines()
                        .map(String::strip)
                        .filter(line -> line.length() >= SHORTEST_SECRET && !line.startsWith("-----"))
                        .toList());
    }

    /**
     * A file of this machine.
     *
     * @param sha256 its known checksum, so that it need not be read to be planned
     */
    static Payload file(Path path, long size, String sha256) {
        return new LocalFile(path, size, sha256);
    }

    /** The SHA-256 of some bytes, in lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Bytes held in memory; printed as their size only, for they may be secret. */
    final class Bytes implements Payload {

        private final byte[] bytes;
        private final List<String> secrets;

        Bytes(byte[] bytes, Collection<String> secrets) {
            this.bytes = bytes.clone();
            this.secrets = List.copyOf(secrets);
        }

        @Override
        public List<String> secrets() {
            return secrets;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public String sha256() {
            return Payload.sha256(bytes);
        }

        @Override
        public void writeTo(OutputStream sink) throws IOException {
            sink.write(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /**
     * What is missing of a file of which a host has the beginning: {@code receive} puts it at the end of that.
     *
     * @param offset how many bytes are there, less than the file has
     */
    record Rest(LocalFile file, long offset) implements Payload {

        @Override
        public long size() {
            return file.size() - offset;
        }

        /** That of the whole file. */
        @Override
        public String sha256() {
            return file.sha256();
        }

        @Override
        public void writeTo(OutputStream sink) throws IOException {
            try (InputStream bytes = Files.newInputStream(file.path())) {
                bytes.skipNBytes(offset);
                bytes.transferTo(sink);
            }
        }
    }

    /** A file of this machine. */
    record LocalFile(Path path, long size, String sha256) implements Payload {

        @Override
        public void writeTo(OutputStream sink) throws IOException {
            Files.copy(path, sink);
        }
    }
}
