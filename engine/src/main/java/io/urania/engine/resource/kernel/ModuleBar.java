package io.urania.engine.resource.kernel;

/**
 * What keeps a kernel module from being loaded.
 *
 * @param file absolute path
 * @param line as it stands in it
 */
public record ModuleBar(String file, String line) {}
