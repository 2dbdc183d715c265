package io.urania.cluster.phase;

/** A chapter of a deployment. It says what should be so; whether anything has to be done is decided from facts. */
public interface Phase {

    /** The chapter's name, for people. */
    String title();

    /** Adds the chapter's tasks. */
    void declare(Deployment deployment, Tasks tasks);
}
