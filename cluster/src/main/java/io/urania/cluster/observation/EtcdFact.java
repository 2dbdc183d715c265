package io.urania.cluster.observation;

import java.util.List;
import java.util.Optional;

/** What a host has of etcd. */
public sealed interface EtcdFact {

    /** Nothing: no member was ever begun here, or its data are gone. */
    record Absent() implements EtcdFact {}

    /**
     * A member serves.
     *
     * @param cluster the id of its cluster in hexadecimal
     * @param member its own id, likewise
     * @param leader the id of the member it takes for the leader; empty or zero if it knows none
     * @param version of etcd, such as {@code 3.6.8}
     * @param databaseBytes size of its database
     * @param peers all members of its cluster; empty if most of them are away, for then no member tells
     * @param beginning how it was begun
     */
    record Serving(
            String cluster,
            String member,
            String leader,
            String version,
            long databaseBytes,
            List<EtcdPeer> peers,
            EtcdBeginning beginning)
            implements EtcdFact {

        public Serving {
            peers = List.copyOf(peers);
            if (databaseBytes < 0) {
                throw new IllegalArgumentException("no database has " + databaseBytes + " bytes");
            }
        }

        /** Whether it is the leader itself. */
        public boolean isLeader() {
            return member.equals(leader);
        }
    }

    /** A member has data and does not answer. */
    record Silent(String reason, EtcdBeginning beginning) implements EtcdFact {}

    /** How the member was begun whose data there are; empty if there are none. */
    default Optional<EtcdBeginning> begun() {
        return switch (this) {
            case Absent _ -> Optional.empty();
            case Serving serving -> Optional.of(serving.beginning());
            case Silent silent -> Optional.of(silent.beginning());
        };
    }
}
