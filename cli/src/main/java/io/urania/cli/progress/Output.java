package io.urania.cli.progress;

/** What a command prints while it works. */
public enum Output {
    /** For people: live on a terminal, lines on a pipe. */
    TEXT,
    /** For programs: one JSON object per line. */
    JSON,
    /** Nothing, because the command's one result is all that may be printed. */
    NOTHING;

    /** JSON if asked for, else text. */
    public static Output of(boolean json) {
        return json ? JSON : TEXT;
    }
}
