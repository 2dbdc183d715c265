package io.urania.cli.progress;

/** What a command prints while it works. */
public enum Output {
    /** For people: live on a terminal, lines on a pipe. */
    TEXT,
    /** The same, and the commands that hosts run. */
    COMMANDS,
    /** The same, and what those print. */
    TRANSCRIPT,
    /** For programs: one JSON object per line. */
    JSON,
    /** For people, who wait for the command's one answer: warnings, and nothing of the way to it. */
    ANSWER,
    /** Nothing, because the command's one result is all that may be printed. */
    NOTHING;

    /** JSON if asked for, else text. */
    public static Output of(boolean json) {
        return json ? JSON : TEXT;
    }

    /** Whether people read it. */
    public boolean isText() {
        return switch (this) {
            case TEXT, COMMANDS, TRANSCRIPT, ANSWER -> true;
            case JSON, NOTHING -> false;
        };
    }
}
