package io.urania.cluster.variable.type;

/** A value that its variable cannot have. */
public final class UnfitValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String remedy;
    private final String inIni;

    /**
     * A value refused.
     *
     * @param what what is wrong with the value, to stand after the variable's name: {@code "is 70000"}
     * @param why what the variable takes, or why the value is refused
     * @param remedy what to write instead
     */
    public UnfitValue(String what, String why, String remedy) {
        this(what, why, remedy, remedy);
    }

    /**
     * A value refused.
     *
     * @param inIni the remedy in a file that is INI, where lists and mappings are written in one line
     */
    public UnfitValue(String what, String why, String remedy, String inIni) {
        super(what + "; " + why + "; " + remedy, null, false, false);
        this.what = what;
        this.why = why;
        this.remedy = remedy;
        this.inIni = inIni;
    }

    public String what() {
        return what;
    }

    public String why() {
        return why;
    }

    public String remedy() {
        return remedy;
    }

    /** What to write instead in an INI file. */
    public String remedyInIni() {
        return inIni;
    }
}
