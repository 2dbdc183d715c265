package io.urania.cluster.operation;

/**
 * Why an apply would not work on a host.
 *
 * @param what is wrong, in one sentence
 * @param why it matters
 * @param remedy what to do
 */
public record Obstacle(String host, String what, String why, String remedy) {

    @Override
    public String toString() {
        return host + ": " + what + "; " + why + "; " + remedy;
    }
}
