package io.urania.artifacts.component;

/**
 * What an image is made of where no registry has it.
 *
 * @param project what its program is built with
 * @param version the project's
 * @param program the program's name there
 * @param path where the program is in the image, with a leading slash
 * @param needsNetworkTools whether it changes packet filters, and needs the tools for that below it
 */
public record ImageRecipe(String project, String version, String program, String path, boolean needsNetworkTools) {}
