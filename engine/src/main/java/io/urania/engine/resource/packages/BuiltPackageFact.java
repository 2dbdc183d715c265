package io.urania.engine.resource.packages;

/** What a host has of a package that is to be built from a recipe. */
public sealed interface BuiltPackageFact {

    /** Nothing, and its system has no recipes. */
    record Impossible() implements BuiltPackageFact {}

    /** Nothing. */
    record Absent() implements BuiltPackageFact {}

    /**
     * The package, built by Urania.
     *
     * @param sha256 of the recipe
     */
    record Built(String version, String sha256) implements BuiltPackageFact {}

    /** The package, from elsewhere, or installed by somebody else since. */
    record Foreign(String version) implements BuiltPackageFact {}
}
