package io.urania.cluster.format;

/** HAProxy's configuration. */
public final class HaProxy {

    private static final String PLAIN = "[A-Za-z0-9/._:,@+=%~\\[\\]*-]+";

    private HaProxy() {}

    /**
     * A word: in strong quotes nothing means anything but the quote (HAProxy's Configuration Manual, "Quoting and escaping").
     *
     * @throws IllegalArgumentException if it has a control character
     */
    public static String word(String text) {
        return text.matches(PLAIN) ? text : "'" + Line.of(text).replace("'", "'\\''") + "'";
    }
}
