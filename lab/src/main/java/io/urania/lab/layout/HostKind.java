package io.urania.lab.layout;

import com.google.gson.annotations.SerializedName;

/** What a host of a rack is made of. */
public enum HostKind {
    /** A container that boots: it shares this machine's kernel and clock. */
    @SerializedName("container")
    CONTAINER("container"),
    /** A virtual machine with a kernel, a clock and disks of its own. */
    @SerializedName("vm")
    VIRTUAL_MACHINE("vm");

    private final String label;

    HostKind(String label) {
        this.label = label;
    }

    /** As people and JSON read it. */
    public String label() {
        return label;
    }
}
