package io.urania.cluster.variable.upkeep;

/**
 * Where the recipe of a package is, and what it must be.
 *
 * @param name of the package
 * @param path of its PKGBUILD, on this machine; relative to the inventory's folder
 * @param sha256 of the PKGBUILD that somebody has read, in lower case
 */
public record RecipePlace(String name, String path, String sha256) {}
