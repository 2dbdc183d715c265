package io.urania.inventory.vault;

/** A vault that cannot be opened, told to a person. Whoever knows the place adds it. */
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String remedy;

    VaultException(String what, String why, String remedy) {
        super(what);
        this.why = why;
        this.remedy = remedy;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String why() {
        return why;
    }

    public String remedy() {
        return remedy;
    }
}
