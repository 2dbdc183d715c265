package io.urania.cluster.value;

/** One of the ways in which the API server decides what a user may do. */
public enum AuthorizationMode implements Keyword {
    NODE("Node"),
    RBAC("RBAC"),
    WEBHOOK("Webhook"),
    ALWAYS_ALLOW("AlwaysAllow"),
    ALWAYS_DENY("AlwaysDeny");

    private final String word;

    AuthorizationMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
