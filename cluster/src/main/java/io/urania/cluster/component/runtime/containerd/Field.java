package io.urania.cluster.component.runtime.containerd;

/** A place in config.toml. */
record Field(Table table, String key) {}
