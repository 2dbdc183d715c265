package io.urania.cluster.preflight;

/**
 * What a rule has found on a host.
 *
 * @param rule the rule's id
 * @param host its name in the inventory
 * @param what is so, in one sentence without its full stop
 * @param why it matters, likewise
 * @param remedy what to do, likewise
 */
public record Finding(String rule, Level level, String host, String what, String why, String remedy) {

    @Override
    public String toString() {
        return host + ": " + what + "; " + why + "; " + remedy;
    }
}
