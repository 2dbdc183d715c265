package io.urania.engine.note;

/** Whose content a file has that is going to be replaced. */
public enum Whose {
    /** Urania's: nothing of it is kept. */
    URANIAS,
    /** Somebody has changed what Urania had written: that is kept, and stays when the cluster is taken away. */
    EDITED,
    /** It was there before Urania: it is kept, and put back when the cluster is taken away. */
    OTHERS;

    /** Under which name the file is kept; another one follows with a number where this is taken. */
    public String kept(String path) {
        return path + "." + (this == EDITED ? Notes.EDITED : Notes.BEFORE);
    }
}
