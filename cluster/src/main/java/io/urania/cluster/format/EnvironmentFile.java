package io.urania.cluster.format;

/** Files of environment variables, as systemd reads them (systemd.exec(5), "EnvironmentFile="). */
public final class EnvironmentFile {

    private static final String PLAIN = "[A-Za-z0-9/._:,@+=%~\\[\\]-]*";

    private EnvironmentFile() {}

    /**
     * A line that sets a variable, its end included.
     *
     * @throws IllegalArgumentException if the value has a control character
     */
    public static String line(String name, String value) {
        return name + "=" + (value.matches(PLAIN) ? value : quoted(value)) + "\n";
    }

    /**
     * A value in quotes.
     *
     * @throws IllegalArgumentException if it has a control character
     */
    public static String quoted(String value) {
        return '"' + Line.of(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
