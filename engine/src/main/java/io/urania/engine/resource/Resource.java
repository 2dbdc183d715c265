package io.urania.engine.resource;

import io.urania.engine.plan.Work;

/** The desired state of one thing on one host. */
public interface Resource extends Work {

    /** What it is, unique on a host: {@code file /etc/hosts}. Used as the name of its task. */
    String name();
}
