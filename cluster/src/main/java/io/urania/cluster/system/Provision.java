package io.urania.cluster.system;

import java.util.List;

/** How a system provides software. */
public sealed interface Provision {

    /**
     * In packages.
     *
     * @param names as the system names them; at least one
     */
    record Packaged(List<String> names) implements Provision {

        public Packaged {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no package");
            }
        }
    }

    /**
     * Every host with the system has it.
     *
     * @param by the part of the system that has it: {@code systemd}
     */
    record Included(String by) implements Provision {}

    /**
     * It cannot be had.
     *
     * @param why in one sentence without its full stop
     * @param remedy what to do, likewise
     */
    record Unavailable(String why, String remedy) implements Provision {}

    /** In packages of these names. */
    static Provision packaged(String... names) {
        return new Packaged(List.of(names));
    }
}
