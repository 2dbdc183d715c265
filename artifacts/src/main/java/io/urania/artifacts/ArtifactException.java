package io.urania.artifacts;

/** Something about a version, a bundle or the making of one that the person at the keyboard has to know. */
public final class ArtifactException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String remedy;

    /**
     * @param what what went wrong, and where
     * @param why the reason, as far as it is known
     * @param remedy what to do next
     */
    public ArtifactException(String what, String why, String remedy) {
        super(what + "; " + why + "; " + remedy);
        this.what = what;
        this.why = why;
        this.remedy = remedy;
    }

    /** As the other constructor, with the exception that told us. */
    public ArtifactException(String what, String why, String remedy, Throwable cause) {
        this(what, why, remedy);
        initCause(cause);
    }

    /** What went wrong, and where. */
    public String what() {
        return what;
    }

    /** The reason, as far as it is known. */
    public String why() {
        return why;
    }

    /** What to do next. */
    public String remedy() {
        return remedy;
    }
}
