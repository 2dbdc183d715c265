package io.urania.cluster.variable.type;

import java.util.ArrayList;
import java.util.List;

/** A value that its variable cannot have. */
public final class UnfitValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String why;
    private final String remedy;
    private final String inIni;
    private final UnfitValue[] others;

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
        this(what, why, remedy, inIni, List.of());
    }

    private UnfitValue(String what, String why, String remedy, String inIni, List<UnfitValue> others) {
        super(what + "; " + why + "; " + remedy, null, false, false);
        this.what = what;
        this.why = why;
        this.remedy = remedy;
        this.inIni = inIni;
        this.others = others.toArray(UnfitValue[]::new);
    }

    /**
     * Several things that are wrong with one value, as parts of it are.
     *
     * @throws UnfitValue if there are any
     */
    static void throwIfAny(List<UnfitValue> all) throws UnfitValue {
        if (!all.isEmpty()) {
            UnfitValue first = all.getFirst();
            throw new UnfitValue(first.what, first.why, first.remedy, first.inIni, all.subList(1, all.size()));
        }
    }

    /** All that is wrong with the value, this first. */
    public List<UnfitValue> all() {
        List<UnfitValue> all = new ArrayList<>(List.of(this));
        for (UnfitValue other : others) {
            all.addAll(other.all());
        }
        return all;
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
