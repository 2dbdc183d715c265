package io.urania.cluster.leftover;

/** One thing that a part of the cluster leaves on a host, and so what a reset does. Paths are absolute. */
public sealed interface Leftover {

    /** When it is taken away. */
    Stage stage();

    /** A unit that is stopped and disabled; its file is {@link Written}. */
    record Unit(String name) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.STOP;
        }
    }

    /** Processes that are killed, by what their names begin with: {@code /proc/PID/comm}, of which the kernel keeps 15 characters. */
    record Processes(String name) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.END;
        }
    }

    /** A directory below which programs mount. */
    record Mounts(String path) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.UNMOUNT;
        }
    }

    /** A network interface. */
    record Interface(String name) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.DISCONNECT;
        }
    }

    /** Rules and chains of packet filters, by a word that only they have: {@code KUBE-}. */
    record Rules(String mark) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.DISCONNECT;
        }
    }

    /** A file or directory that goes with all that is in it. */
    record Removed(String path) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.REMOVE;
        }
    }

    /**
     * A directory of which all goes but what was there before Urania, and what somebody changed in Urania's files. If it leads to a
     * directory of the system, nothing goes and the reset fails.
     */
    record Emptied(String path) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.REMOVE;
        }
    }

    /** A file that Urania itself writes, or a directory of such: what it replaced is put back. */
    record Written(String path) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.PUT_BACK;
        }
    }

    /** A directory that goes if nothing is left in it. */
    record Cleared(String path) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.CLEAR;
        }
    }

    /**
     * What is taken away by a script of its owner.
     *
     * @param what is taken, for those who read the plan of a reset
     * @param script POSIX sh that works where nothing is left; what it sets is not seen outside
     */
    record Own(Stage stage, String what, String script) implements Leftover {}

    /**
     * What stays on purpose.
     *
     * @param what as a path, or as people call it
     * @param why as a clause
     */
    record Kept(String what, String why) implements Leftover {
        @Override
        public Stage stage() {
            return Stage.LAST;
        }
    }
}
