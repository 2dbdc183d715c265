package io.urania.cli;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs, one after the other, commands that people wait for, while the JVM writes down which classes they load: the launcher
 * makes its cache from that.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * Ends with 0 whatever the commands say of the inventory.
     *
     * @param words the path of an inventory
     */
    public static void main(String[] words) {
        String inventory = words[0];
        Stream.of(
                        List.of("--help"),
                        List.of("apply", "--help"),
                        List.of("inventory", "check", "-i", inventory),
                        List.of("inventory", "check", "--json", "-i", inventory),
                        List.of("inventory", "graph", "-i", inventory),
                        List.of("runs", "-i", inventory),
                        List.of("explain", "etcd"),
                        List.of("unknown"))
                .forEach(Main::run);
        System.exit(0);
    }
}
