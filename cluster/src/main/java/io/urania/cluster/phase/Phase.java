package io.urania.cluster.phase;

/** A chapter of a deployment. It says what should be so; whether anything has to be done is decided from facts. */
public interface Phase {

    /** What the chapter is about: plans, {@code urania explain} and the documentation are made from it. */
    PhaseDescription description();

    /** Adds the chapter's tasks. */
    void declare(Deployment deployment, Tasks tasks);
}
