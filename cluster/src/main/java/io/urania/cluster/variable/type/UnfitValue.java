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

    /** Reads one of several parts of a value, of which the first has the index 0. */
    @FunctionalInterface
    interface PartReader<A, B> {
        B read(int index, A part) throws UnfitValue;
    }

    /**
     * Reads all parts of a value.
     *
     * @throws UnfitValue with all that is wrong with any of them
     */
    static <A, B> List<B> readEach(List<? extends A> parts, PartReader<A, B> reader) throws UnfitValue {
        List<B> read = new ArrayList<>();
        List<UnfitValue> unfit = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            try {
                read.add(reader.read(index, parts.get(index)));
            } catch (UnfitValue wrong) {
                unfit.add(wrong);
            }
        }
        if (!unfit.isEmpty()) {
            UnfitValue first = unfit.getFirst();
            throw new UnfitValue(first.what, first.why, first.remedy, first.inIni, unfit.subList(1, unfit.size()));
        }
        return List.copyOf(read);
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
