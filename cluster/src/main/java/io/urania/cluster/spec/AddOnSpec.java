package io.urania.cluster.spec;

/** The settings of an add-on that is wanted; each add-on with settings has a record of its own. */
public interface AddOnSpec {}
