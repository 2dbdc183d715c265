package io.urania.lab.machine;

import io.urania.lab.layout.Subnet;
import io.urania.lab.machine.Machine.UsedNetwork;
import java.util.List;

/** Reads {@code /proc/net/route}. */
final class RouteTable {
    private static final int DEVICE = 0;
    private static final int DESTINATION = 1;
    private static final int MASK = 7;

    private RouteTable() {}

    /** Every route but the default one. */
    static List<UsedNetwork> parse(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > MASK && number(fields[MASK]) != 0)
                .map(fields -> new UsedNetwork(
                        fields[DEVICE], new Subnet(number(fields[DESTINATION]), Long.bitCount(number(fields[MASK])))))
                .toList();
    }

    /** The kernel prints addresses as the machine stores them; every architecture of ours stores them reversed. */
    private static long number(String hexadecimal) {
        return Integer.toUnsignedLong(Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16)));
    }
}
