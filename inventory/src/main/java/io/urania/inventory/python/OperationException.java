package io.urania.inventory.python;

/** An operation that makes no sense for its operands. Whoever evaluates the template adds the place. */
public class OperationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String remedy;

    /**
     * An operation that failed.
     *
     * @param what what is wrong; the others may be empty
     */
    public OperationException(String what, String why, String remedy) {
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
