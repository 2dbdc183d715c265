package io.urania.cluster.benchmark;

/** What was found of a control on a host. */
public record Judged(Control control, String host, Verdict verdict) {}
