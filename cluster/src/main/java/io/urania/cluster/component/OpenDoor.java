package io.urania.cluster.component;

import io.urania.cluster.variable.Variable;

/**
 * A setting that makes a cluster more open than others, as people are told.
 *
 * @param variable which opens it
 * @param what is open, as a sentence
 * @param why that matters
 * @param remedy what closes it
 */
public record OpenDoor(Variable<?> variable, String what, String why, String remedy) {}
