package io.urania.lab;

/** Whether a host of a rack runs. */
public enum HostState {
    RUNNING("running"),
    STOPPED("stopped"),
    /** It has never been started. */
    ABSENT("absent");

    private final String label;

    HostState(String label) {
        this.label = label;
    }

    /** As people and JSON read it. */
    public String label() {
        return label;
    }
}
