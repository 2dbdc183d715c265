package io.urania.cluster.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk as Docker and systemd write it: {@code 512M}, {@code 2GB}, {@code 2147483648}. All suffixes are powers of 1024
 * (Docker's {@code RAMInBytes}; systemd.resource-control(5), {@code MemoryMax=}).
 *
 * @param bytes never negative; 0 means no limit where the variable says so
 */
public record ByteQuantity(long bytes) {
    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,18}) ?([kmgt]?)(?:i?b)?", Pattern.CASE_INSENSITIVE);

    public ByteQuantity {
        if (bytes < 0) {
            throw new IllegalArgumentException("a quantity of bytes is never negative");
        }
    }

    /** Reads a quantity, or nothing if the text is none or too large for 63 bits. */
    public static Optional<ByteQuantity> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = " kmgt".indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        long factor = matcher.group(2).isEmpty() ? 1 : 1L << (10 * power);
        long count = Long.parseLong(matcher.group(1));
        return count > Long.MAX_VALUE / factor ? Optional.empty() : Optional.of(new ByteQuantity(count * factor));
    }

    public boolean isUnlimited() {
        return bytes == 0;
    }

    /** The number of bytes, which systemd, etcd and Docker all read. */
    @Override
    public String toString() {
        return Long.toString(bytes);
    }
}
