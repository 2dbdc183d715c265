package io.urania.cli.init;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A range of IPv4 addresses small enough to be asked one by one.
 *
 * @param first its lowest address, as a number
 * @param prefix length of the prefix, {@value #SHORTEST_PREFIX} to 32
 */
public record AddressRange(long first, int prefix) {
    /** 4096 addresses: asked in a minute, and more than a rack has. */
    private static final int SHORTEST_PREFIX = 20;

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    /** Reads {@code 192.168.1.0/24}; an address alone is a range of one. */
    public static AddressRange parse(String text) throws Refusal {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text, "it is not an IPv4 range");
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 255) {
                throw wrong(text, octet + " is more than 255");
            }
            address = address * 256 + octet;
        }
        int prefix = matcher.group(5) == null ? 32 : Integer.parseInt(matcher.group(5));
        if (prefix > 32) {
            throw wrong(text, "a prefix has 32 bits at most");
        }
        if (prefix < SHORTEST_PREFIX) {
            throw wrong(text, "it has more than " + (1L << (32 - SHORTEST_PREFIX)) + " addresses");
        }
        return new AddressRange(address >> (32 - prefix) << (32 - prefix), prefix);
    }

    /** The addresses that hosts can have: without those of the network and of broadcasts, where there are any. */
    public List<String> addresses() {
        long size = 1L << (32 - prefix);
        long skipped = size > 2 ? 1 : 0;
        return LongStream.range(first + skipped, first + size - skipped)
                .mapToObj(AddressRange::text)
                .toList();
    }

    private static String text(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static Refusal wrong(String text, String why) {
        return new Refusal(
                ExitCode.USAGE,
                "cannot scan '" + text + "': " + why + "; use a range from /" + SHORTEST_PREFIX
                        + " to /32, as in 192.168.1.0/24");
    }
}
