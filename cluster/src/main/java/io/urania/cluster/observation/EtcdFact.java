package io.urania.cluster.observation;

/** An etcd member as it tells itself. */
public sealed interface EtcdFact {

    /**
     * It serves.
     *
     * @param member its id in hexadecimal
     * @param leader the id of the member it takes for the leader
     * @param version of etcd, such as {@code 3.6.8}
     * @param databaseBytes size of its database
     */
    record Serving(String member, String leader, String version, long databaseBytes) implements EtcdFact {

        /** Whether it is the leader itself. */
        public boolean isLeader() {
            return member.equals(leader);
        }
    }

    /** It does not answer. */
    record Silent(String reason) implements EtcdFact {}
}
